import { describe, expect, it } from '@jest/globals';
import { all, applicant, cast, draft, final, one, post, processOf, sequence, step } from '../../../../../test/support/definitions.ts';
import { begin, type Play } from '../../../../../test/support/play.ts';
import type { Policy } from '../../definition/step.ts';

const deans = { ...post('dean'), each: true } as const;

/** The deans' opinion, one task each, under a policy; the applicant may be told to improve it. */
function opinion(policy: Policy, assignees = [deans] as Parameters<typeof step>[0]): Play {
  const document = processOf({
    initial: 'draft',
    states: {
      draft: draft('opinion'),
      opinion: {
        meta: step(assignees, policy, { due: 'P3D', remind: [{ before: 'P1D' }] }),
        on: { approve: 'given', reject: 'refused', ...(policy.by === 'one' && { return: 'draft' }) },
      },
      given: final,
      refused: final,
    },
  });
  const play = begin(document, { cast }).start('clerk', { amount: 1 });
  play.decide('clerk', 'submit');
  return play;
}

const transfer = (play: Play, person: string, task: number, to: string, more: object = {}) =>
  play.send(person, { kind: 'transfer', task, to, comment: '出差', ...more });
const delegate = (play: Play, person: string, task: number, to: string) =>
  play.send(person, { kind: 'delegate', task, to, comment: '请核对指标' });
const resolve = (play: Play, person: string, task: number, comment = '指标无误') => play.send(person, { kind: 'resolve', task, comment });
const decide = (play: Play, person: string, task: number, outcome = 'approve') =>
  play.send(person, { kind: 'decide', task, outcome, formVersion: 1, comment: '说明' });

describe('transfer 转办', () => {
  it('closes one task and opens another’s, and the trail has both names', () => {
    const play = opinion(one('approve', 'reject', 'return'), post('dean'));
    expect(transfer(play, 'dean-1', 2, 'finance')).toMatchObject({
      kind: 'advanced',
      effects: [
        { kind: 'close-task', task: 2, because: 'transferred' },
        { kind: 'open-task', task: 3, assignee: { kind: 'person', person: 'finance', post: 'dean', organisation: 'school-1' } },
      ],
      entries: [{ kind: 'transferred', author: { person: 'dean-1', post: 'dean' }, task: 2, people: ['finance'], comment: '出差' }],
    });
    expect(decide(play, 'dean-2', 3)).toMatchObject({ code: 'task.not-yours' });
    expect(decide(play, 'finance', 3)).toMatchObject({ entries: [{ author: { person: 'finance' }, settled: 'approve' }] });
  });

  it('takes the weight of a vote along', () => {
    const vote: Policy = { by: 'vote', count: 'weight', of: 'eligible', pass: { moreThan: '1/2' } };
    const play = opinion(vote, [
      { ...post('head'), weight: 5 },
      { ...deans, weight: 1 },
    ]);
    transfer(play, 'head', 2, 'finance');
    expect(decide(play, 'finance', 6)).toMatchObject({ entries: [{ settled: 'approve' }] });
  });

  it('takes the place in a sequence along', () => {
    const play = opinion(sequence('approve', 'reject'));
    transfer(play, 'dean-1', 2, 'finance');
    expect(play.view().tasks).toEqual(['opinion: finance']);
    decide(play, 'finance', 3);
    expect(play.view().tasks).toEqual(['opinion: dean-2']);
  });

  it('is an administrator’s too; the reminder goes to the new assignee', () => {
    const play = opinion(all('approve', 'reject'));
    transfer(play, 'officer', 3, 'finance', { isReassigning: true });
    play.fire('remind-1');
    expect(play.sent.at(-1)).toMatchObject({ kind: 'notify', to: [{ person: 'dean-1' }, { person: 'finance' }, { person: 'dean-3' }] });
  });

  it.each<[string, (play: Play) => unknown, object]>([
    ['by another', (play) => transfer(play, 'dean-2', 2, 'finance'), { code: 'task.not-yours' }],
    ['without a reason', (play) => transfer(play, 'dean-1', 2, 'finance', { comment: ' ' }), { code: 'comment.required' }],
    ['to the applicant', (play) => transfer(play, 'dean-1', 2, 'clerk'), { code: 'assignee.applicant' }],
    ['to oneself', (play) => transfer(play, 'dean-1', 2, 'dean-1'), { code: 'assignee.already' }],
    ['to another of the step', (play) => transfer(play, 'dean-1', 2, 'dean-3'), { code: 'assignee.already', params: { person: 'dean-3' } }],
    ['of a task that is done', (play) => (decide(play, 'dean-1', 2), transfer(play, 'dean-1', 2, 'finance')), { code: 'task.closed' }],
    ['of no task', (play) => transfer(play, 'dean-1', 77, 'finance'), { code: 'task.unknown' }],
    [
      'of a finished case',
      (play) => (decide(play, 'dean-1', 2, 'reject'), transfer(play, 'dean-2', 3, 'finance')),
      { code: 'case.finished' },
    ],
  ])('is refused %s', (_, attempt, refusal) => {
    const play = opinion(all('approve', 'reject'));
    expect(attempt(play)).toMatchObject({ kind: 'refused', ...refusal });
  });

  it('of the applicant’s own task goes to a colleague and back', () => {
    const document = processOf({
      initial: 'a',
      states: { a: { meta: step(applicant, one('approve')), on: { approve: 'z' } }, z: final },
    });
    const play = begin(document, { cast }).start('clerk');
    transfer(play, 'clerk', 1, 'finance');
    expect(transfer(play, 'finance', 2, 'clerk')).toMatchObject({ kind: 'advanced' });
  });
});

describe('delegate 委派', () => {
  it('another answers, and the task comes back to be decided', () => {
    const play = opinion(one('approve', 'reject', 'return'), post('dean'));
    expect(delegate(play, 'dean-1', 2, 'finance')).toMatchObject({
      effects: [
        { kind: 'close-task', task: 2, because: 'delegated' },
        { kind: 'open-task', task: 3, assignee: { person: 'finance' } },
      ],
      entries: [{ kind: 'delegated', people: ['finance'], comment: '请核对指标' }],
    });
    expect(decide(play, 'finance', 3)).toMatchObject({ code: 'task.delegated' });
    expect(resolve(play, 'finance', 3, '')).toMatchObject({ code: 'comment.required' });
    expect(resolve(play, 'finance', 3)).toMatchObject({
      effects: [
        { kind: 'close-task', task: 3, because: 'resolved' },
        { kind: 'open-task', task: 4, assignee: { kind: 'person', person: 'dean-1', post: 'dean' } },
      ],
      entries: [{ kind: 'resolved', author: { person: 'finance' }, people: ['dean-1'], comment: '指标无误' }],
    });
    expect(decide(play, 'dean-1', 4)).toMatchObject({ entries: [{ settled: 'approve' }] });
  });

  it('keeps the place in a countersigning, whatever others do meanwhile', () => {
    const play = opinion(all('approve', 'reject'));
    delegate(play, 'dean-1', 2, 'finance');
    decide(play, 'dean-2', 3);
    decide(play, 'dean-3', 4);
    expect(play.view()).toMatchObject({ states: ['opinion'], tasks: ['opinion: finance'] });
    resolve(play, 'finance', 5);
    expect(decide(play, 'dean-1', 6)).toMatchObject({ entries: [{ settled: 'approve' }] });
  });

  it('is taken back unanswered by whoever asked, or by an administrator with a reason', () => {
    const play = opinion(all('approve', 'reject'));
    delegate(play, 'dean-1', 2, 'finance');
    expect(play.send('dean-2', { kind: 'release', task: 5 })).toMatchObject({ code: 'task.not-yours' });
    play.send('dean-1', { kind: 'release', task: 5 });
    expect(play.tasks.get(6)?.assignee).toMatchObject({ person: 'dean-1' });
    delegate(play, 'dean-1', 6, 'finance');
    expect(play.send('officer', { kind: 'release', task: 7, isReassigning: true })).toMatchObject({ code: 'comment.required' });
    play.send('officer', { kind: 'release', task: 7, isReassigning: true, comment: '逾期' });
    expect(play.tasks.get(8)?.assignee).toMatchObject({ person: 'dean-1' });
  });

  it('goes on with whoever the question is transferred to', () => {
    const play = opinion(all('approve', 'reject'));
    delegate(play, 'dean-1', 2, 'finance');
    transfer(play, 'finance', 5, 'assets');
    resolve(play, 'assets', 6);
    expect(play.tasks.get(7)?.assignee).toMatchObject({ person: 'dean-1' });
  });

  it.each<[string, (play: Play) => unknown, object]>([
    ['by another', (play) => delegate(play, 'dean-2', 2, 'finance'), { code: 'task.not-yours' }],
    ['further on', (play) => (delegate(play, 'dean-1', 2, 'finance'), delegate(play, 'finance', 5, 'assets')), { code: 'task.delegated' }],
    ['to the applicant', (play) => delegate(play, 'dean-1', 2, 'clerk'), { code: 'assignee.applicant' }],
    ['to another of the step', (play) => delegate(play, 'dean-1', 2, 'dean-2'), { code: 'assignee.already' }],
    [
      'of a finished case',
      (play) => (decide(play, 'dean-1', 2, 'reject'), delegate(play, 'dean-2', 3, 'finance')),
      { code: 'case.finished' },
    ],
  ])('is refused %s', (_, attempt, refusal) => {
    expect(attempt(opinion(all('approve', 'reject')))).toMatchObject({ kind: 'refused', ...refusal });
  });

  it.each<[string, (play: Play) => unknown, object]>([
    ['of what was not delegated', (play) => resolve(play, 'dean-1', 2), { code: 'resolve.not-delegated' }],
    ['by another', (play) => (delegate(play, 'dean-1', 2, 'finance'), resolve(play, 'dean-1', 5)), { code: 'task.not-yours' }],
    [
      'twice',
      (play) => (delegate(play, 'dean-1', 2, 'finance'), resolve(play, 'finance', 5), resolve(play, 'finance', 5)),
      { code: 'task.closed' },
    ],
  ])('an answer is refused %s', (_, attempt, refusal) => {
    expect(attempt(opinion(all('approve', 'reject')))).toMatchObject({ kind: 'refused', ...refusal });
  });
});
