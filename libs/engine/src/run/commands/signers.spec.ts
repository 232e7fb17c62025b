import { describe, expect, it } from '@jest/globals';
import { all, one, sequence } from '../../../../../test/support/definitions.ts';
import type { Play } from '../../../../../test/support/play.ts';
import { ask, asked, decide, opinion, remove, vote } from '../../../../../test/support/signed.ts';

describe('signers before me 前加签', () => {
  it('I wait until all of them have signed, and decide then', () => {
    const play = opinion(all('approve', 'reject'));
    expect(ask(play, 'dean-1', 'before', ['finance', 'assets'])).toMatchObject({
      effects: [
        { kind: 'close-task', task: 2, because: 'waiting' },
        { kind: 'open-task', task: 5, assignee: { person: 'finance' } },
        { kind: 'open-task', task: 6, assignee: { person: 'assets' } },
      ],
      entries: [{ kind: 'signers-added', author: { person: 'dean-1' }, people: ['finance', 'assets'], place: 'before', comment: '请会签' }],
    });
    expect(decide(play, 'dean-1')).toMatchObject({ code: 'task.closed' });
    decide(play, 'finance');
    expect(asked(play)).toEqual(['assets', 'dean-2', 'dean-3']);
    decide(play, 'assets');
    expect(asked(play)).toEqual(['dean-1', 'dean-2', 'dean-3']);
    for (const dean of ['dean-1', 'dean-2']) expect(decide(play, dean)).toMatchObject({ kind: 'advanced' });
    expect(decide(play, 'dean-3')).toMatchObject({ entries: [{ settled: 'approve' }] });
  });

  it.each([
    ['one: the first is enough', 'one', ['finance']],
    ['sequence: one after another', 'sequence', ['finance', 'assets']],
  ])('policy %s', (_, policy, order) => {
    const play = opinion(one('approve', 'reject'));
    ask(play, 'dean-1', 'before', ['finance', 'assets'], policy);
    for (const person of order) {
      expect(asked(play)).toContain(person);
      decide(play, person);
    }
    expect(asked(play)).toEqual(['dean-1', 'dean-2', 'dean-3']);
  });

  it('a refusal is advice: the task comes back at once, and I decide', () => {
    const play = opinion(all('approve', 'reject'));
    ask(play, 'dean-1', 'before', ['finance', 'assets']);
    expect(decide(play, 'finance', 'reject')).toMatchObject({
      effects: [
        { because: 'decided', outcome: 'reject' },
        { task: 6, because: 'settled' },
        { kind: 'open-task', assignee: { person: 'dean-1' } },
      ],
      entries: [{ kind: 'decided', author: { person: 'finance' }, outcome: 'reject' }],
    });
    expect(play.view().states).toEqual(['opinion']);
    expect(decide(play, 'dean-1')).toMatchObject({ kind: 'advanced' });
  });

  it('they say approve or reject, and write nothing into the form', () => {
    const play = opinion(all('approve', 'reject'));
    ask(play, 'dean-1', 'before', ['finance']);
    expect(decide(play, 'finance', 'return')).toMatchObject({ code: 'outcome.unknown', params: { allowed: 'approve, reject' } });
    expect(decide(play, 'finance', 'approve', { fields: { opinion: '同意' } })).toMatchObject({ code: 'form.field-not-writable' });
    expect(decide(play, 'finance', 'reject', { comment: '' })).toMatchObject({ code: 'comment.required' });
  });

  it('a case that goes on without me takes their tasks away', () => {
    const play = opinion(one('approve', 'reject'));
    ask(play, 'dean-1', 'before', ['finance']);
    decide(play, 'dean-2');
    expect(play.view()).toMatchObject({ states: ['given'], tasks: [] });
  });
});

describe('signers after me 后加签', () => {
  it('what I said counts when they have signed', () => {
    const play = opinion(one('approve', 'reject'));
    ask(play, 'dean-1', 'after', ['finance', 'assets'], 'sequence');
    expect(asked(play)).toEqual(['dean-1', 'dean-2', 'dean-3']);
    expect(decide(play, 'dean-1')).toMatchObject({ entries: [{ kind: 'decided', outcome: 'approve' }] });
    expect(play.view().states).toEqual(['opinion']);
    decide(play, 'finance');
    expect(decide(play, 'assets')).toMatchObject({ entries: [{ author: { person: 'assets' }, settled: 'approve' }] });
    expect(play.view().states).toEqual(['given']);
  });

  it('are not asked where I refuse', () => {
    const play = opinion(one('approve', 'reject'));
    ask(play, 'dean-1', 'after', ['finance']);
    expect(decide(play, 'dean-1', 'reject')).toMatchObject({ entries: [{ settled: 'reject' }] });
  });

  it('give the task back to me when they refuse, and I decide again', () => {
    const play = opinion(one('approve', 'reject'));
    ask(play, 'dean-1', 'after', ['finance']);
    decide(play, 'dean-1');
    decide(play, 'finance', 'reject');
    expect(asked(play)).toEqual(['dean-1', 'dean-2', 'dean-3']);
    expect(decide(play, 'dean-1')).toMatchObject({ entries: [{ settled: 'approve' }] });
  });

  it('are asked after all where I take a refusal back and pass the case, but not if they have recused themselves meanwhile', () => {
    const play = opinion(vote('1/1'));
    ask(play, 'dean-1', 'after', ['finance', 'assets']);
    decide(play, 'dean-1', 'reject');
    expect(asked(play)).toEqual(['dean-2', 'dean-3']);
    play.send('assets', { kind: 'recuse', comment: '本人子女在该校就读' });
    play.send('dean-1', { kind: 'take-back', task: 2 });
    decide(play, 'dean-1');
    expect(asked(play)).toEqual(['dean-2', 'dean-3', 'finance']);
  });

  it('one group after another, in the order they were asked for', () => {
    const play = opinion(one('approve', 'reject'));
    ask(play, 'dean-1', 'after', ['finance']);
    ask(play, 'dean-1', 'after', ['assets']);
    decide(play, 'dean-1');
    decide(play, 'finance');
    expect(play.view().states).toEqual(['opinion']);
    expect(decide(play, 'assets')).toMatchObject({ entries: [{ settled: 'approve' }] });
  });
});

describe('signers beside me 并加签', () => {
  it('under all, everybody has to pass it, and a refusal refuses', () => {
    const play = opinion(all('approve', 'reject'));
    ask(play, 'dean-1', 'beside', ['finance']);
    for (const dean of ['dean-1', 'dean-2', 'dean-3']) decide(play, dean);
    expect(play.view().states).toEqual(['opinion']);
    expect(decide(play, 'finance', 'reject')).toMatchObject({ entries: [{ settled: 'reject' }] });
  });

  it('in a sequence they are next', () => {
    const play = opinion(sequence('approve', 'reject'));
    ask(play, 'dean-1', 'beside', ['finance', 'assets']);
    const order: string[] = [];
    while (play.tasks.size > 0) {
      order.push(...asked(play));
      decide(play, order.at(-1) ?? '');
    }
    expect(order).toEqual(['dean-1', 'finance', 'assets', 'dean-2', 'dean-3']);
  });

  it('in a vote, threshold and quorum are reckoned with them', () => {
    const play = opinion(vote('3/5'));
    ask(play, 'dean-1', 'beside', ['finance', 'assets']);
    decide(play, 'dean-1');
    decide(play, 'dean-2');
    expect(play.view().states).toEqual(['opinion']);
    expect(decide(play, 'finance')).toMatchObject({ entries: [{ settled: 'approve' }] });
  });
});

describe('signers of signers', () => {
  it('are asked as deep as three, and end one inside the other', () => {
    const play = opinion(one('approve', 'reject'));
    ask(play, 'dean-1', 'before', ['finance']);
    ask(play, 'finance', 'before', ['assets']);
    ask(play, 'assets', 'after', ['officer']);
    expect(asked(play)).toEqual(['assets', 'dean-2', 'dean-3']);
    decide(play, 'assets');
    expect(ask(play, 'officer', 'beside', ['head'])).toMatchObject({ code: 'signers.too-deep', params: { limit: 3 } });
    decide(play, 'officer');
    expect(asked(play)).toEqual(['dean-2', 'dean-3', 'finance']);
    decide(play, 'finance');
    expect(decide(play, 'dean-1')).toMatchObject({ entries: [{ settled: 'approve' }] });
  });

  it('are twenty at most in a step', () => {
    const play = opinion(all('approve', 'reject'));
    const many = (from: number, count: number) => Array.from({ length: count }, (_, index) => `expert-${from + index}`);
    ask(play, 'dean-1', 'beside', many(1, 10));
    ask(play, 'dean-1', 'after', many(11, 9));
    expect(ask(play, 'dean-2', 'before', many(20, 2))).toMatchObject({ code: 'signers.too-many', params: { limit: 20 } });
    expect(ask(play, 'dean-2', 'before', many(20, 1))).toMatchObject({ kind: 'advanced' });
  });
});

describe('removing signers 减签', () => {
  it('gives the task back when the last of them is taken away', () => {
    const play = opinion(one('approve', 'reject'));
    ask(play, 'dean-1', 'before', ['finance', 'assets']);
    expect(remove(play, 'dean-1', ['finance'])).toMatchObject({
      effects: [{ task: 5, because: 'removed' }],
      entries: [{ kind: 'signers-removed', author: { person: 'dean-1' }, people: ['finance'], comment: '不再需要' }],
    });
    expect(asked(play)).toEqual(['assets', 'dean-2', 'dean-3']);
    remove(play, 'dean-1', ['assets']);
    expect(asked(play)).toEqual(['dean-1', 'dean-2', 'dean-3']);
  });

  it('lets what I said count when nobody after me is left, and settles a step that waited for nobody else', () => {
    const after = opinion(one('approve', 'reject'));
    ask(after, 'dean-1', 'after', ['finance']);
    decide(after, 'dean-1');
    expect(remove(after, 'dean-1', ['finance'])).toMatchObject({ entries: [{ settled: 'approve' }] });
    const beside = opinion(all('approve', 'reject'));
    ask(beside, 'dean-1', 'beside', ['finance']);
    for (const dean of ['dean-1', 'dean-2', 'dean-3']) decide(beside, dean);
    expect(remove(beside, 'dean-1', ['finance'])).toMatchObject({ entries: [{ settled: 'approve' }] });
    expect(beside.view().states).toEqual(['given']);
  });

  it('of those who are not asked yet leaves no trace of them', () => {
    const play = opinion(one('approve', 'reject'));
    ask(play, 'dean-1', 'after', ['finance', 'assets'], 'sequence');
    remove(play, 'dean-1', ['finance']);
    decide(play, 'dean-1');
    expect(asked(play)).toEqual(['assets', 'dean-2', 'dean-3']);
    remove(play, 'officer', ['assets'], { isReassigning: true });
    expect(play.view().states).toEqual(['given']);
  });

  it.each<[string, (play: Play) => unknown, object]>([
    ['of whom another asked', (play) => remove(play, 'dean-2', ['finance']), { code: 'signers.not-yours', params: { person: 'finance' } }],
    ['of whom nobody added', (play) => remove(play, 'dean-1', ['dean-2']), { code: 'signers.unknown', params: { person: 'dean-2' } }],
    ['of who has signed', (play) => (decide(play, 'finance'), remove(play, 'dean-1', ['finance'])), { code: 'signers.decided' }],
    ['without a reason', (play) => remove(play, 'dean-1', ['finance'], { comment: '' }), { code: 'comment.required' }],
    ['of nobody', (play) => remove(play, 'dean-1', []), { code: 'signers.nobody' }],
    ['in a step that is not open', (play) => remove(play, 'dean-1', ['finance'], { step: 'draft' }), { code: 'step.not-open' }],
    ['in a finished case', (play) => (decide(play, 'dean-1', 'reject'), remove(play, 'dean-1', ['finance'])), { code: 'case.finished' }],
  ])('is refused %s', (_, attempt, refusal) => {
    const play = opinion(all('approve', 'reject'));
    ask(play, 'dean-1', 'beside', ['finance']);
    expect(attempt(play)).toMatchObject({ kind: 'refused', ...refusal });
  });
});

describe('adding signers is refused', () => {
  it.each<[string, (play: Play) => unknown, object]>([
    [
      'by another',
      (play) => play.send('dean-2', { kind: 'add-signers', task: 2, place: 'before', people: ['finance'], comment: '…' }),
      { code: 'task.not-yours' },
    ],
    ['of nobody', (play) => ask(play, 'dean-1', 'before', []), { code: 'signers.nobody' }],
    ['of the applicant', (play) => ask(play, 'dean-1', 'beside', ['clerk']), { code: 'assignee.applicant' }],
    ['of those in the step', (play) => ask(play, 'dean-1', 'after', ['dean-2']), { code: 'assignee.already' }],
    [
      'of whom I asked before',
      (play) => (ask(play, 'dean-1', 'after', ['finance']), ask(play, 'dean-1', 'after', ['finance'])),
      { code: 'assignee.already' },
    ],
    [
      'by whom an answer is wanted of',
      (play) => {
        play.send('dean-1', { kind: 'delegate', task: 2, to: 'finance', comment: '…' });
        return ask(play, 'finance', 'beside', ['assets']);
      },
      { code: 'task.delegated' },
    ],
    [
      'in a finished case',
      (play) => (decide(play, 'dean-1', 'reject'), ask(play, 'dean-2', 'after', ['finance'])),
      { code: 'case.finished' },
    ],
  ])('%s', (_, attempt, refusal) => {
    expect(attempt(opinion(all('approve', 'reject')))).toMatchObject({ kind: 'refused', ...refusal });
  });
});

it('reminders go to those who are asked now', () => {
  const play = opinion(all('approve', 'reject'));
  ask(play, 'dean-1', 'before', ['finance']);
  play.fire('remind-1');
  expect(play.sent.at(-1)).toMatchObject({ to: [{ person: 'dean-2' }, { person: 'dean-3' }, { person: 'finance' }] });
});

it('a vote keeps the statement that comes with it, and abstaining needs none', () => {
  const play = opinion(vote());
  expect(decide(play, 'dean-1', 'approve', { comment: '数据充分' })).toMatchObject({
    entries: [{ outcome: 'approve', comment: '数据充分' }],
  });
  expect(decide(play, 'dean-2', 'abstain', { comment: undefined })).toMatchObject({ entries: [{ outcome: 'abstain' }] });
});
