import { describe, expect, it } from '@jest/globals';
import { rule, rules } from '#engine';
import { all, cast, draft, final, one, post, processOf, sequence, step } from '../../../../../test/support/definitions.ts';
import { begin, type Play } from '../../../../../test/support/play.ts';
import type { Policy, Step } from '../../definition/step.ts';

const deans = { ...post('dean'), each: true } as const;

/** The deans' opinion, and after it the head's, whom a dean may stand in for. */
function opinion(
  policy: Policy,
  more: Partial<Step> & { assignees?: Step['assignees'] } = {},
  holders = cast as Record<string, string[]>,
): Play {
  const { assignees = [deans], ...rest } = more;
  const document = processOf({
    initial: 'draft',
    states: {
      draft: draft('opinion'),
      opinion: { meta: step([...assignees], policy, rest), on: { approve: 'second', reject: 'refused' } },
      second: { meta: step(post('dean'), one('approve'), { whenNobody: { skip: 'approve' } }), on: { approve: 'given' } },
      given: final,
      refused: final,
    },
  });
  const play = begin(document, { cast: holders }).start('clerk', { amount: 1 });
  play.decide('clerk', 'submit');
  return play;
}

const recuse = (play: Play, person: string, comment = '亲属关系') => play.send(person, { kind: 'recuse', comment });
const decide = (play: Play, person: string, task: number, outcome = 'approve') =>
  play.send(person, { kind: 'decide', task, outcome, formVersion: 1, comment: '说明' });

describe('recuse 回避', () => {
  it('takes my task away, here and in steps that open later', () => {
    const play = opinion(all('approve', 'reject'));
    expect(recuse(play, 'dean-1')).toMatchObject({
      effects: [
        { kind: 'recuse', person: 'dean-1' },
        { kind: 'close-task', task: 2, because: 'recused' },
      ],
      entries: [{ kind: 'recused', author: { person: 'dean-1' }, comment: '亲属关系' }],
    });
    decide(play, 'dean-2', 3);
    decide(play, 'dean-3', 4);
    expect(play.view()).toMatchObject({ states: ['second'], tasks: ['second: dean@school'] });
    expect(decide(play, 'dean-1', 5)).toMatchObject({ code: 'task.recused' });
    expect(play.send('dean-1', { kind: 'claim', task: 5 })).toMatchObject({ code: 'task.recused' });
    expect(play.send('dean-2', { kind: 'transfer', task: 5, to: 'dean-1', comment: '…' })).toMatchObject({ code: 'assignee.recused' });
    expect(decide(play, 'dean-3', 5)).toMatchObject({ kind: 'advanced' });
  });

  it('settles a step that waited for nobody else, and says so', () => {
    const play = opinion(all('approve', 'reject'));
    decide(play, 'dean-1', 2);
    decide(play, 'dean-2', 3);
    expect(recuse(play, 'dean-3').kind).toBe('advanced');
    expect(play.last).toMatchObject({
      entries: [
        { kind: 'recused', to: ['opinion'] },
        { kind: 'settled', author: { kind: 'system' }, step: 'opinion', settled: 'approve', to: ['second'] },
      ],
    });
  });

  it('is for good: an answer given before is not taken back, to be asked again of somebody who may not give it', () => {
    const play = opinion(all('approve', 'reject'));
    decide(play, 'dean-1', 2);
    recuse(play, 'dean-1');
    expect(play.send('dean-1', { kind: 'take-back', task: 2 })).toMatchObject({ code: 'task.recused' });
    decide(play, 'dean-2', 3);
    expect(decide(play, 'dean-3', 4)).toMatchObject({ entries: [{ settled: 'approve' }] });
  });

  it('leaves the vote I have cast, and reckons quorum and threshold without those who have not', () => {
    const play = opinion({ by: 'vote', count: 'head', of: 'eligible', pass: { atLeast: '2/3' }, quorum: '2/3' });
    decide(play, 'dean-1', 2);
    expect(play.view().states).toEqual(['opinion']);
    recuse(play, 'dean-1');
    expect(play.view().states).toEqual(['opinion']);
    recuse(play, 'dean-2');
    expect(decide(play, 'dean-3', 4, 'abstain')).toMatchObject({ entries: [{ settled: 'reject' }] });
    const other = opinion({ by: 'vote', count: 'head', of: 'eligible', pass: { atLeast: '2/3' }, quorum: '2/3' });
    recuse(other, 'dean-1');
    decide(other, 'dean-2', 3);
    expect(decide(other, 'dean-3', 4)).toMatchObject({ entries: [{ settled: 'approve' }] });
  });

  it('asks the next in a sequence', () => {
    const play = opinion(sequence('approve', 'reject'));
    recuse(play, 'dean-2');
    expect(play.view().tasks).toEqual(['opinion: dean-1']);
    recuse(play, 'dean-1');
    expect(play.view().tasks).toEqual(['opinion: dean-3']);
  });

  it('releases what I have claimed, and leaves a post’s task to its other holders', () => {
    const play = opinion(one('approve', 'reject'), { assignees: [post('dean')] });
    play.send('dean-1', { kind: 'claim', task: 2 });
    recuse(play, 'dean-1');
    expect(decide(play, 'dean-2', 2)).toMatchObject({ kind: 'advanced' });
  });

  it.each<[string, Step['whenNobody'], object]>([
    ['assigns it to others', { assign: [post('finance')] }, { states: ['opinion'], tasks: ['opinion: finance@school'] }],
    ['skips it', { skip: 'reject' }, { states: ['refused'] }],
    ['holds it', { hold: true }, { states: ['opinion'], tasks: [] }],
  ])('of the only one who could: %s as the definition says', (_, whenNobody, expected) => {
    const play = opinion(one('approve', 'reject'), { assignees: [post('head')], whenNobody });
    recuse(play, 'head');
    expect(play.view()).toMatchObject(expected);
    expect([...play.incidents]).toEqual('hold' in whenNobody ? ['opinion'] : []);
  });

  it('holds it where those who are asked instead have recused themselves too', () => {
    const play = opinion(one('approve', 'reject'), { assignees: [post('head')], whenNobody: { assign: [post('finance')] } });
    recuse(play, 'finance');
    recuse(play, 'head');
    expect([...play.incidents]).toEqual(['opinion']);
  });

  it('holds a step whose outcome a rule forbids, so that it is asked anew', () => {
    const document = processOf({
      initial: 'draft',
      states: {
        draft: draft('opinion'),
        opinion: {
          meta: step(deans, all('approve')),
          on: { approve: { target: 'given', guard: rules(rule('R-1-1', 'has(form.opinion)', { zh: '缺少意见' })) } },
        },
        given: final,
      },
    });
    const play = begin(document, { cast }).start('clerk', { amount: 1 });
    play.decide('clerk', 'submit');
    decide(play, 'dean-1', 2);
    decide(play, 'dean-2', 3);
    expect(recuse(play, 'dean-3')).toMatchObject({ kind: 'advanced', entries: [{ kind: 'recused' }] });
    expect([...play.incidents]).toEqual(['opinion']);
    play.send('officer', { kind: 'retry', step: 'opinion' });
    expect(play.view().tasks).toEqual(['opinion: dean-1', 'opinion: dean-2']);
  });

  it('gives back what was delegated to me, and takes away whom I asked to sign before deciding', () => {
    const play = opinion(all('approve', 'reject'));
    play.send('dean-1', { kind: 'delegate', task: 2, to: 'finance', comment: '…' });
    recuse(play, 'finance');
    expect([...play.tasks.values()].map(({ assignee }) => assignee)).toContainEqual(expect.objectContaining({ person: 'dean-1' }));
    play.send('dean-2', { kind: 'add-signers', task: 3, place: 'before', people: ['assets'], comment: '…' });
    recuse(play, 'dean-2');
    expect(play.view().tasks).toEqual(['opinion: dean-3', 'opinion: dean-1']);
  });

  it('after I have decided, lets it count without those I had asked to sign after me', () => {
    const play = opinion(one('approve', 'reject'));
    play.send('dean-1', { kind: 'add-signers', task: 2, place: 'after', people: ['assets'], comment: '…' });
    decide(play, 'dean-1', 2);
    recuse(play, 'dean-1');
    expect(play.view().states).toEqual(['second']);
  });

  it.each<[string, (play: Play) => unknown, object]>([
    ['by the applicant', (play) => recuse(play, 'clerk'), { code: 'recuse.applicant' }],
    ['twice', (play) => (recuse(play, 'dean-1'), recuse(play, 'dean-1')), { code: 'recuse.already' }],
    ['without a reason', (play) => recuse(play, 'dean-1', ' '), { code: 'comment.required' }],
    ['in a finished case', (play) => (decide(play, 'dean-1', 2, 'reject'), recuse(play, 'dean-2')), { code: 'case.finished' }],
  ])('is refused %s', (_, attempt, refusal) => {
    expect(attempt(opinion(all('approve', 'reject')))).toMatchObject({ kind: 'refused', ...refusal });
  });
});
