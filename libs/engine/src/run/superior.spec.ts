import { describe, expect, it } from '@jest/globals';
import type { AssigneeRule, Definition, Policy, Step } from '#engine';
import { all, applicant, cast, draft, final, one, post, processOf, sequence, step } from '../../../../test/support/definitions.ts';
import { plainDueTime } from '../../../../test/support/plain-due-time.ts';
import { begin, compiled, type Play } from '../../../../test/support/play.ts';
import { compile } from '../compile/compile.ts';

/** The clerk's superior is the head, the head's the office of the province. */
const superiors = {
  reviewer: { post: 'head', at: 'school' },
  clerk: { post: 'head', at: 'school' },
  head: { post: 'office', at: 'province' },
} as const;

function reviewed(assignees: AssigneeRule | AssigneeRule[], policy: Policy, more: Partial<Step>): Definition {
  return processOf({
    initial: 'draft',
    states: {
      draft: draft('review'),
      review: { meta: step(assignees, policy, more), on: { approve: 'approved', reject: 'rejected' } },
      approved: final,
      rejected: final,
    },
  });
}

function submitted(document: Definition, people: Record<string, string[]> = {}): Play {
  const play = begin(compiled(document, { superiors }), { cast: { ...cast, ...people } }).start('clerk', { amount: 1 });
  play.decide('clerk', 'submit');
  return play;
}

const reviewer = post('reviewer');
const each: AssigneeRule = { post: 'reviewer', at: 'school', each: true };
const vote: Policy = { by: 'vote', count: 'head', of: 'eligible', pass: { moreThan: '1/2' } };
const policies: [string, AssigneeRule, Policy][] = [
  ['one', reviewer, one('approve', 'reject')],
  ['all', reviewer, all('approve', 'reject')],
  ['all of each', each, all('approve', 'reject')],
  ['sequence of each', each, sequence('approve', 'reject')],
  ['vote', reviewer, vote],
];

describe.each(policies)('under the policy %s, when nobody holds the post', (_policy, assignee, policy) => {
  const document = reviewed(assignee, policy, { whenNobody: { superior: true } });

  it('its superior is asked, and decides', () => {
    const play = submitted(document);
    expect(play.state.steps['review']?.tasks).toMatchObject([{ assignee: { post: 'head', organisation: 'school-1' } }]);
    expect([...play.incidents]).toEqual([]);
    play.decide('head', 'approve');
    expect(play.view().states).toEqual(['approved']);
  });

  it('the next superior is asked, when nobody holds that post either', () => {
    const play = submitted(document, { 'head@school': [] });
    expect(play.state.steps['review']?.tasks).toMatchObject([{ assignee: { post: 'office', organisation: 'province-1' } }]);
  });

  it('a superior who began the case is passed over', () => {
    const play = submitted(document, { 'head@school': ['clerk'] });
    expect(play.state.steps['review']?.tasks).toMatchObject([{ assignee: { post: 'office' } }]);
  });

  it('the step is held and shown to an operator, when there is nobody above', () => {
    const people: Record<string, string[]> = { 'head@school': [], 'office@province': [] };
    const play = submitted(document, people);
    expect([...play.incidents]).toEqual(['review']);
    expect(play.view().tasks).toEqual([]);
    Object.assign(play, { setting: { cast } });
    play.send('officer', { kind: 'retry', step: 'review' });
    expect([...play.incidents]).toEqual([]);
    expect(play.state.steps['review']?.tasks).toMatchObject([{ assignee: { post: 'head' } }]);
  });

  it('whoever is left by a recusal is the superior too, and the one above where they recuse themselves', () => {
    const play = submitted(document, { 'reviewer@school': ['reviewer'] });
    play.send('reviewer', { kind: 'recuse', comment: '亲属' });
    expect(play.state.steps['review']?.tasks).toMatchObject([{ assignee: { post: 'head' } }]);
    play.send('head', { kind: 'recuse', comment: '亲属' });
    expect(play.state.steps['review']?.tasks).toMatchObject([{ assignee: { post: 'office' } }]);
    play.send('officer', { kind: 'recuse', comment: '亲属' });
    expect([...play.incidents]).toEqual(['review']);
  });
});

describe.each(policies)('under the policy %s, when only the applicant holds the post', (_policy, assignee, policy) => {
  const people = { 'reviewer@school': ['clerk'] };

  it('the superior decides, where the step says so', () => {
    const play = submitted(reviewed(assignee, policy, { samePerson: { applicant: 'superior' } }), people);
    expect(play.state.steps['review']?.tasks).toMatchObject([{ assignee: { post: 'head' } }]);
    expect(play.decide('clerk', 'approve')).toMatchObject({ kind: 'refused', code: 'task.not-yours' });
    play.decide('head', 'approve');
    expect(play.view().states).toEqual(['approved']);
  });

  it('the superior decides, where the definition says so for all its steps, and a step may say otherwise', () => {
    const document = { ...reviewed(assignee, policy, {}), samePerson: { applicant: 'superior' } as const };
    expect(submitted(document, people).state.steps['review']?.tasks).toMatchObject([{ assignee: { post: 'head' } }]);
    const other = {
      ...reviewed(assignee, policy, { samePerson: { applicant: 'another' } }),
      samePerson: { applicant: 'superior' } as const,
    };
    expect([...submitted(other, people).incidents]).toEqual(['review']);
  });

  it('without a word about it, nobody is found', () => {
    expect([...submitted(reviewed(assignee, policy, {}), people).incidents]).toEqual(['review']);
  });
});

it('other holders of the applicant’s post decide before any superior', () => {
  const play = submitted(reviewed(reviewer, one('approve', 'reject'), { samePerson: { applicant: 'superior' } }), {
    'reviewer@school': ['clerk', 'reviewer'],
  });
  expect(play.view().tasks).toEqual(['review: reviewer@school']);
  play.send('reviewer', { kind: 'recuse', comment: '亲属' });
  expect(play.view().tasks).toEqual(['review: head@school']);
});

it('a rung may hand an overdue step over to the superior', () => {
  const document = reviewed(reviewer, one('approve', 'reject'), {
    due: 'P2D',
    escalate: [
      { after: 'P1D', do: 'remind', to: [{ superior: true }] },
      { after: 'P2D', do: 'assign', to: [{ superior: true }] },
    ],
  });
  const play = submitted(document, { 'reviewer@school': ['reviewer'] });
  play.fire('escalate-1');
  expect(play.sent.at(-1)).toMatchObject({ kind: 'notify' });
  expect(play.sent).toContainEqual(expect.objectContaining({ notice: 'escalation', to: [expect.objectContaining({ post: 'head' })] }));
  play.fire('escalate-2');
  expect(play.view().tasks).toEqual(['review: head@school']);
});

describe('a definition that asks a superior is refused', () => {
  const problemsOf = (document: Definition) => {
    const result = compile(document, { dueTime: plainDueTime, facts: {}, superiors });
    return result.kind === 'faulty' ? result.problems.map(({ code, pointer }) => `${code} ${pointer}`) : [];
  };
  const at = '/machine/states/review/meta/step';

  it.each<[string, AssigneeRule, Partial<Step>, string]>([
    ['of a post without one', post('finance'), { whenNobody: { superior: true } }, `superior.unknown ${at}/whenNobody`],
    ['of the applicant', applicant, { whenNobody: { superior: true } }, `superior.of-nobody ${at}/whenNobody`],
    [
      'of such a post in the applicant’s place',
      post('finance'),
      { samePerson: { applicant: 'superior' } },
      `superior.unknown ${at}/samePerson`,
    ],
    [
      'and lets the applicant decide',
      reviewer,
      { applicantMayDecide: true, samePerson: { applicant: 'superior' } },
      `same-person.applicant ${at}/samePerson/applicant`,
    ],
    [
      'in a rung, of such a post',
      post('finance'),
      { due: 'P1D', escalate: [{ after: 'P1D', do: 'assign', to: [{ superior: true }] }] },
      `superior.unknown ${at}/escalate/0/to`,
    ],
  ])('%s', (_what, assignee, more, problem) => {
    expect(problemsOf(reviewed(assignee, one('approve', 'reject'), more))).toEqual([problem]);
  });

  it('unless all its posts have one', () => {
    expect(problemsOf(reviewed([reviewer, post('head')], all('approve', 'reject'), { whenNobody: { superior: true } }))).toEqual([]);
  });
});
