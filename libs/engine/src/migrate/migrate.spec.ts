import { describe, expect, it } from '@jest/globals';
import { all, applicant, cast, draft, final, one, post, processOf, step } from '../../../../test/support/definitions.ts';
import { begin, compiled, type Play } from '../../../../test/support/play.ts';
import type { Definition } from '../definition/definition.ts';
import { field, formOf } from '../fields.ts';
import { counterpartsOf } from './counterparts.ts';
import { verdictOf } from './verdict.ts';

type States = NonNullable<Definition['machine']['states']>;

/** Draft, head, dean, approved; the head's step is due and has a window. */
const head = { meta: step(post('head'), one('approve', 'return'), { title: { zh: '科长审核' }, due: 'P5D', remind: [{ before: 'P1D' }] }) };
const dean = {
  meta: step(post('dean'), all('approve', 'return'), { title: { zh: '院长会签' } }),
  on: { approve: 'approved', return: 'draft' },
};
const states: States = {
  draft: draft('head'),
  head: { ...head, on: { approve: 'dean', return: 'draft' }, after: { P9D: 'approved' } },
  dean,
  approved: final,
};
const original = processOf({ initial: 'draft', states });
const editionOf = (changes: States, more: Partial<Definition> = {}): Definition =>
  processOf({ initial: 'draft', states: { ...states, ...changes } }, more);
const without = (path: string, changes: States): Definition => {
  const { [path]: _gone, ...rest } = states;
  return processOf({ initial: 'draft', states: { ...rest, ...changes } });
};

const withHead = (): Play => {
  const play = begin(original, { cast }).start('clerk', { amount: 1 });
  play.decide('clerk', 'submit');
  return play;
};
const withDean = (): Play => {
  const play = withHead();
  play.decide('head', 'approve');
  return play;
};

const codesOf = (play: Play, edition: Definition) => {
  const { kind, reasons, choices } = verdictOf(play.workflow, compiled(edition), play.state);
  return { kind, codes: reasons.map(({ code }) => code), choices };
};

describe('the verdict on a case', () => {
  it('is safe where all that it may yet come to is there, and more', () => {
    const check = { meta: step(post('finance'), one('approve')), on: { approve: 'approved' } };
    const more = editionOf({
      head: { ...head, on: { approve: 'check', return: 'draft' }, after: { P9D: 'approved' } },
      check: { ...check, on: { approve: 'dean' } },
    });
    expect(codesOf(withHead(), more)).toEqual({ kind: 'safe', codes: [], choices: {} });
  });

  it('is a choice where the state is gone: the one with its title and people is proposed, or where it led', () => {
    const renamed = without('head', {
      draft: draft('review'),
      review: { ...head, on: { approve: 'dean', return: 'draft' }, after: { P9D: 'approved' } },
    });
    expect(codesOf(withHead(), renamed)).toEqual({ kind: 'choice', codes: ['state-renamed'], choices: { head: 'review' } });
    expect(codesOf(withHead(), without('head', { draft: draft('dean') }))).toEqual({
      kind: 'choice',
      codes: ['state-missing'],
      choices: { head: 'dean' },
    });
  });

  it('is a choice where something is lost: a state it would come to, an outcome, a timer, what people have said', () => {
    const { after: _after, ...untimed } = states['head'] ?? {};
    expect(codesOf(withHead(), editionOf({ head: untimed }))).toMatchObject({ codes: ['timer-lost'], choices: { head: 'head' } });
    const strict = { ...head, meta: step(post('head'), one('approve')), on: { approve: 'dean' }, after: { P9D: 'approved' } };
    expect(codesOf(withHead(), editionOf({ head: strict }))).toMatchObject({ codes: ['outcome-lost'] });
    const short = without('dean', { head: { ...states['head'], on: { approve: 'approved', return: 'draft' } } });
    expect(codesOf(withHead(), short)).toMatchObject({ codes: ['state-lost'] });
    const others = editionOf({ dean: { ...dean, meta: step(post('finance'), all('approve', 'return')) } });
    const play = withDean();
    expect(codesOf(play, others).kind).toBe('safe');
    play.send('dean-1', { kind: 'claim', task: play.state.lastTask });
    expect(codesOf(play, others)).toMatchObject({ kind: 'choice', codes: ['work-lost'] });
  });

  it('is that it stays where its form would be wrong, or others are waited for whom nothing would wait for', () => {
    const form = formOf({ amount: field.text(['数量', 'Amount']) }, ['amount']);
    expect(codesOf(withHead(), editionOf({}, { form }))).toEqual({ kind: 'stays', codes: ['form-invalid'], choices: {} });
    const calls = (more: States) =>
      processOf({ initial: 'draft', states: { draft: draft('asking'), approved: final, ...more } }, { start: { posts: ['clerk'] } });
    const asking = {
      meta: { call: { to: 'registry', body: { amount: 'form.amount' } } },
      on: { callDone: 'approved', callFailed: 'approved' },
    };
    const play = begin(calls({ asking }), { cast }).start('clerk', { amount: 1 });
    play.decide('clerk', 'submit');
    const asked = calls({ asking: { meta: step(post('head'), one('approve')), on: { approve: 'approved' } } });
    expect(codesOf(play, asked)).toMatchObject({ kind: 'stays', codes: ['errand-lost'] });
    expect(play.migrate(compiled(asked))).toMatchObject({ code: 'migration.unmapped' });
    expect(play.migrate(compiled(asked), { asking: 'asking' })).toMatchObject({ code: 'migration.errand-lost' });
  });

  it('says in words what it is about', () => {
    const [reason] = verdictOf(compiled(original), compiled(without('head', { draft: draft('dean') })), withHead().state).reasons;
    expect(reason).toMatchObject({ state: 'head', message: { zh: '新版本没有“科长审核”，请选择接续办理的状态。' } });
  });
});

describe('a case that is migrated', () => {
  it('keeps its tasks, what was said in them and the time it has left, under the names of the new version', () => {
    const play = withHead();
    const { timers, tasks } = play.view();
    play.send('head', { kind: 'claim', task: 2 });
    const renamed = without('head', {
      draft: draft('review'),
      review: { ...head, on: { approve: 'dean', return: 'draft' }, after: { P9D: 'approved' } },
    });
    const to = compiled(renamed);
    expect(play.migrate(to, counterpartsOf(play.workflow, to).same)).toMatchObject({ kind: 'advanced' });
    expect(play.view()).toEqual({
      states: ['review'],
      tasks: tasks.map((task) => task.replace('head:', 'review:')),
      timers: expect.arrayContaining([...timers]),
    });
    expect(play.state.steps['review']).toMatchObject({ dueAt: '2024-03-27T01:00:00.000Z', tasks: [{ number: 2, claimedBy: 'head' }] });
    expect(play.decide('head', 'approve')).toMatchObject({ kind: 'advanced' });
    expect(play.view().states).toEqual(['dean']);
  });

  it('is due when the new version says, counted from when the step was opened, with its new reminders', () => {
    const play = withHead();
    play.turnTo('2024-03-23T01:00:00Z');
    const later = {
      ...states['head'],
      meta: step(post('head'), one('approve', 'return'), { title: { zh: '科长审核' }, due: 'P7D', remind: [{ before: 'P2D' }] }),
    };
    play.migrate(compiled(editionOf({ head: later })));
    expect(play.state.steps['head']?.dueAt).toBe('2024-03-29T01:00:00.000Z');
    expect(play.view().timers).toEqual(['P9D 2024-03-31T01:00:00.000Z', 'remind-1 2024-03-27T01:00:00.000Z']);
    const never = { ...states['head'], meta: step(post('head'), one('approve', 'return'), { title: { zh: '科长审核' } }) };
    const undated = play.migrate(compiled(editionOf({ head: never })));
    expect(undated).toMatchObject({ effects: expect.arrayContaining([{ kind: 'change-due', task: 2, dueAt: null }]) });
    expect(play.state.steps['head']).not.toHaveProperty('dueAt');
  });

  it('asks anew where others decide, and begins what is new beside it', () => {
    const play = withDean();
    const region = (name: string, who: string): Definition['machine'] => ({
      initial: name,
      states: { [name]: { meta: step(post(who), one('approve')), on: { approve: 'done' } }, done: final },
    });
    const both = without('dean', {
      head: { ...states['head'], on: { approve: 'joint', return: 'draft' } },
      joint: { type: 'parallel', onDone: 'approved', states: { people: region('dean', 'dean'), money: region('finance', 'finance') } },
    });
    const result = play.migrate(compiled(both), { dean: 'joint.people.dean' });
    expect(result).toMatchObject({ entries: [{ kind: 'migrated', from: ['dean'], to: ['joint.people.dean', 'joint.money.finance'] }] });
    expect(play.view().tasks).toEqual(['joint.people.dean: dean@school', 'joint.money.finance: finance@school']);
  });

  it('can be put back until anything else happens', () => {
    const play = withHead();
    const from = play.workflow;
    const edition = compiled(without('head', { draft: draft('dean') }));
    play.migrate(edition, { head: 'dean' });
    expect(play.view().states).toEqual(['dean']);
    expect(play.reverseMigration(from)).toMatchObject({ kind: 'advanced' });
    expect(play.view()).toMatchObject({ states: ['head'], tasks: ['head: head@school'] });
    play.migrate(edition, { head: 'dean' });
    play.send('clerk', { kind: 'comment', comment: '知道了' });
    expect(play.reverseMigration(from)).toMatchObject({ code: 'migration.touched' });
  });

  it('does not go where its states cannot stand together, where it would end, or by a name that is not there', () => {
    const play = withHead();
    const edition = compiled(without('head', { draft: draft('dean') }));
    expect(play.migrate(edition)).toMatchObject({ code: 'migration.unmapped' });
    for (const target of ['approved', 'nowhere'])
      expect(play.migrate(edition, { head: target })).toMatchObject({ code: 'migration.state-unknown' });
    expect(play.migrate(edition, { somewhere: 'dean' })).toMatchObject({ code: 'migration.state-unknown' });
    expect(play.migrate(compiled(original), { head: 'dean', dean: 'head' })).toMatchObject({ kind: 'advanced' });
  });

  it('stands still where it was suspended, and has what is left to it when it is resumed', () => {
    const play = withHead();
    play.send('admin', { kind: 'suspend', comment: '核查' });
    play.turnTo('2024-03-25T01:00:00Z');
    const renamed = without('head', {
      draft: draft('review'),
      review: { ...head, on: { approve: 'dean', return: 'draft' }, after: { P9D: 'approved' } },
    });
    play.migrate(compiled(renamed), { head: 'review' });
    expect(play.view().timers).toEqual([]);
    play.turnTo('2024-04-01T01:00:00Z');
    play.send('admin', { kind: 'resume', comment: '恢复' });
    expect(play.state.steps['review']?.dueAt).toBe('2024-04-06T01:00:00.000Z');
    expect(play.view().timers.toSorted()).toEqual(['P9D 2024-04-10T01:00:00.000Z', 'remind-1 2024-04-05T01:00:00.000Z']);
  });

  it('goes on waiting for the cases it has started, by the new version’s rule', () => {
    const waiting = (wait: 'all' | { readonly atLeast: number }): Definition =>
      processOf({
        initial: 'draft',
        states: {
          draft: { meta: step(applicant, one('submit'), { fields: { '*': 'write' } }), on: { submit: 'sub' } },
          sub: {
            meta: { children: { definition: 'part', each: '[1, 2, 3]', form: {}, wait } },
            on: { childrenDone: 'approved', childrenFailed: 'approved' },
          },
          approved: final,
        },
      });
    const play = begin(waiting('all'), { cast }).start('clerk', { amount: 1 });
    play.decide('clerk', 'submit');
    play.childEnded(1, 'approved');
    expect(play.migrate(compiled(waiting({ atLeast: 2 })))).toMatchObject({ kind: 'advanced', effects: [] });
    play.childEnded(2, 'approved');
    expect(play.view().states).toEqual(['approved']);
  });
});
