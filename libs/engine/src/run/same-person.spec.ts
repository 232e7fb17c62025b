import { describe, expect, it } from '@jest/globals';
import type { AssigneeRule, Definition, Policy, Step } from '#engine';
import { all, applicant, cast, draft, final, one, post, processOf, sequence, step } from '../../../../test/support/definitions.ts';
import { begin, type Play } from '../../../../test/support/play.ts';

const samePerson = { alreadyApproved: 'pass' } as const;
const head = post('head');
const deans: AssigneeRule = { ...post('dean'), each: true };

/** First the head, then a step whose policy is given; the head is a dean too. */
function twice(assignees: AssigneeRule | AssigneeRule[], policy: Policy, more: Partial<Step> = {}): Definition {
  return processOf({
    initial: 'draft',
    states: {
      draft: draft('first'),
      first: { meta: step(head, one('approve', 'reject'), { fields: { opinion: 'write' } }), on: { approve: 'second', reject: 'draft' } },
      second: {
        meta: step(assignees, policy, { samePerson, ...more }),
        on: { approve: 'end', reject: 'draft', ...('outcomes' in policy && policy.outcomes.includes('return') && { return: 'draft' }) },
      },
      end: { meta: step(applicant, one('approve')), on: { approve: 'done' } },
      done: final,
    },
  });
}

const people = { ...cast, 'dean@school': ['head', 'dean-2', 'dean-3'], 'finance@school': ['head'], 'assets@school': ['head', 'assets'] };

function submitted(document: Definition): Play {
  const play = begin(document, { cast: people }).start('clerk', { amount: 1 });
  play.decide('clerk', 'submit');
  return play;
}

const counted = (settled?: string) => ({
  kind: 'approved-earlier',
  author: { kind: 'system' },
  step: 'second',
  outcome: 'approve',
  ...(settled !== undefined && { settled }),
  earlier: [{ step: 'first', task: 2, person: 'head' }],
});

describe('whoever has approved already', () => {
  it('is asked again by default', () => {
    const play = submitted(twice(post('finance'), one('approve', 'reject'), { samePerson: { alreadyApproved: 'ask' } }));
    play.decide('head', 'approve');
    expect(play.view().states).toEqual(['second']);
    expect(play.state.passed).toBeUndefined();
  });

  it('is counted by the system, which says so and on what ground', () => {
    const play = submitted(twice(post('finance'), one('approve', 'reject')));
    expect(play.decide('head', 'approve')).toMatchObject({
      entries: [
        { kind: 'decided', from: ['first'], to: ['second'] },
        { ...counted('approve'), from: ['second'], to: ['end'] },
      ],
    });
    expect(play.view().tasks).toEqual(['end: clerk']);
  });

  it('is counted although they write an opinion in the same breath', () => {
    const play = submitted(twice(post('finance'), one('approve', 'reject')));
    play.decide('head', 'approve', { fields: { opinion: '可行' } });
    expect(play.view().states).toEqual(['end']);
  });

  it('is not for a post that others hold who have not spoken', () => {
    const play = submitted(twice(post('assets'), one('approve', 'reject')));
    play.decide('head', 'approve');
    expect(play.view().tasks).toEqual(['second: assets@school']);
  });

  it('is not for one of several who are asked for one answer', () => {
    const play = submitted(twice(deans, one('approve', 'reject')));
    play.decide('head', 'approve');
    expect(play.view().tasks).toHaveLength(3);
  });

  it('is one of those who have to pass it together; the others are asked', () => {
    const play = submitted(twice(deans, all('approve', 'reject')));
    expect(play.decide('head', 'approve')).toMatchObject({ entries: [{ kind: 'decided' }, counted()] });
    expect(play.view().tasks).toEqual(['second: dean-2', 'second: dean-3']);
    play.decide('dean-2', 'approve');
    play.decide('dean-3', 'approve');
    expect(play.view().states).toEqual(['end']);
  });

  it('is left out in a sequence when their turn comes', () => {
    const play = begin(twice(deans, sequence('approve', 'reject')), { cast: { ...people, 'dean@school': ['dean-2', 'head', 'dean-3'] } });
    play.start('clerk', { amount: 1 });
    play.decide('clerk', 'submit');
    play.decide('head', 'approve');
    expect(play.view().tasks).toEqual(['second: dean-2']);
    expect(play.decide('dean-2', 'approve')).toMatchObject({ entries: [{ kind: 'decided' }, counted()] });
    expect(play.view().tasks).toEqual(['second: dean-3']);
    // Whoever was counted has nothing to take back; what led to it can be taken back as ever.
    const [automatic] = play.state.steps['second']?.tasks.filter(({ ballot }) => ballot?.earlier) ?? [];
    expect(play.send('head', { kind: 'take-back', task: automatic?.number })).toMatchObject({ code: 'take-back.not-decided' });
    expect(play.send('dean-2', { kind: 'take-back', task: 3 }).kind).toBe('advanced');
    expect(play.view().tasks).toEqual(['second: dean-2']);
    play.decide('dean-2', 'approve');
    expect(play.view().tasks).toEqual(['second: dean-3']);
  });

  it.each<[string, Policy, Partial<Step>]>([
    ['a vote', { by: 'vote', count: 'head', of: 'eligible', pass: { moreThan: '1/2' } }, {}],
    ['a step with something to fill in', one('approve', 'reject'), { fields: { reason: 'required' } }],
  ])('votes, and fills in what is required, in person: %s', (_what, policy, more) => {
    const document = { ...twice(post('finance'), policy, { ...more }), samePerson };
    const { second } = document.machine.states as Record<string, { meta: { step: Record<string, unknown> } }>;
    delete second?.meta.step['samePerson'];
    const play = submitted(document);
    play.decide('head', 'approve');
    expect(play.view().states).toEqual(['second']);
  });

  it('is asked when they would be shown something they have not seen', () => {
    const document = twice(post('finance'), one('approve', 'reject'));
    const { first } = document.machine.states as Record<string, { meta: { step: { fields: object } } }>;
    if (first) first.meta.step.fields = { opinion: 'write', reason: 'hidden' };
    const play = submitted(document);
    play.decide('head', 'approve');
    expect(play.view().states).toEqual(['second']);
  });

  it('is asked when a rule does not let the system pass', () => {
    const document = twice(post('finance'), one('approve', 'reject'));
    const { second } = document.machine.states as Record<string, { on: Record<string, unknown> }>;
    const all = [{ rule: 'R-1-1', when: 'has(form.reason)', message: { zh: '须说明理由' } }];
    if (second) second.on['approve'] = { target: 'end', guard: { type: 'rules', params: { all } } };
    const play = submitted(document);
    expect(play.decide('head', 'approve')).toMatchObject({ kind: 'advanced', entries: [{ kind: 'decided' }] });
    expect(play.view().tasks).toEqual(['second: finance@school']);
  });

  it('is asked again after a return, and after a refusal that sent the case back', () => {
    const document = twice([post('finance'), post('office', 'province')], all('approve', 'reject', 'return'));
    const play = submitted(document);
    play.decide('head', 'approve');
    play.decide('officer', 'return', { comment: '补充' });
    play.decide('clerk', 'submit');
    expect(play.view().tasks).toEqual(['first: head@school']);
    play.decide('head', 'approve');
    expect(play.view().tasks).toEqual(['second: office@province']);
    play.decide('officer', 'reject', { comment: '不妥' });
    expect(play.state.passed).toBeUndefined();
  });

  it('takes back what led to it: both are undone', () => {
    const play = submitted(twice(post('finance'), one('approve', 'reject')));
    const before = play.state;
    play.decide('head', 'approve');
    expect(play.send('head', { kind: 'take-back', task: 2 }).kind).toBe('advanced');
    expect(play.view()).toMatchObject({ states: ['first'], tasks: ['first: head@school'] });
    expect(play.state.steps).toEqual(before.steps);
    expect(play.state.passed).toEqual(before.passed);
  });
});

it('a deputy’s voice is not their own', () => {
  const play = submitted(twice(post('finance'), one('approve', 'reject')));
  const by = { ...play.actor('finance-deputy'), represents: [play.actor('head')] };
  play.perform({ kind: 'decide', ...play.issue(), by, task: 2, outcome: 'approve', formVersion: 1 });
  expect(play.view().tasks).toEqual(['second: finance@school']);
});
