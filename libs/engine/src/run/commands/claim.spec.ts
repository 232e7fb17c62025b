import { describe, expect, it } from '@jest/globals';
import { applicant, cast, draft, final, one, post, processOf, step } from '../../../../../test/support/definitions.ts';
import { begin, type Play } from '../../../../../test/support/play.ts';

/** A dean's opinion: three hold the post, and the applicant holds it too. */
const document = processOf({
  initial: 'draft',
  states: {
    draft: draft('opinion'),
    opinion: {
      meta: step(post('dean'), one('approve', 'return'), { due: 'P3D', remind: [{ before: 'P1D' }] }),
      on: { approve: 'given', return: 'draft' },
    },
    given: final,
  },
});
const deans = { ...cast, 'dean@school': ['dean-1', 'dean-2', 'clerk'] };

function submitted(): Play {
  const play = begin(document, { cast: deans }).start('clerk', { amount: 1 });
  play.decide('clerk', 'submit');
  return play;
}

const claim = (play: Play, person: string, task = 2) => play.perform({ kind: 'claim', ...play.issue(), by: play.actor(person), task });
const release = (play: Play, person: string, more: { isReassigning?: boolean; comment?: string } = {}) =>
  play.perform({ kind: 'release', ...play.issue(), by: play.actor(person), task: 2, ...more });
const decide = (play: Play, person: string) =>
  play.perform({ kind: 'decide', ...play.issue(), by: play.actor(person), task: 2, outcome: 'approve', formVersion: 1 });

describe('claim 签收', () => {
  it('makes a post’s task one holder’s, who decides it; nobody else may', () => {
    const play = submitted();
    expect(claim(play, 'dean-1')).toMatchObject({
      kind: 'advanced',
      effects: [{ kind: 'claim-task', task: 2, by: 'dean-1' }],
      entries: [{ kind: 'claimed', author: { kind: 'person', person: 'dean-1', post: 'dean' }, step: 'opinion', task: 2 }],
    });
    expect(decide(play, 'dean-2')).toMatchObject({ code: 'task.claimed', params: { person: 'dean-1' } });
    expect(claim(play, 'dean-2')).toMatchObject({ code: 'task.claimed' });
    expect(decide(play, 'dean-1')).toMatchObject({
      kind: 'advanced',
      effects: [{ kind: 'close-task', because: 'decided' }, expect.anything()],
    });
    expect(play.view().states).toEqual(['given']);
  });

  it('is not needed before deciding', () => {
    expect(decide(submitted(), 'dean-2')).toMatchObject({ kind: 'advanced' });
  });

  it('is forgotten when the case leaves the step and comes back', () => {
    const play = submitted();
    claim(play, 'dean-1');
    play.perform({
      kind: 'decide',
      ...play.issue(),
      by: play.actor('dean-1'),
      task: 2,
      outcome: 'return',
      formVersion: 1,
      comment: '补充',
    });
    play.decide('clerk', 'submit');
    expect(claim(play, 'dean-2', 4)).toMatchObject({ kind: 'advanced' });
  });

  it('reminders go to whoever has claimed it, and to all holders again when it is released', () => {
    const told = (play: Play) => {
      play.fire('remind-1');
      return play.sent.at(-1);
    };
    const claimed = submitted();
    claim(claimed, 'dean-1');
    expect(told(claimed)).toMatchObject({ kind: 'notify', to: [{ kind: 'person', person: 'dean-1' }], tasks: [2] });
    const released = submitted();
    claim(released, 'dean-1');
    release(released, 'dean-1');
    expect(told(released)).toMatchObject({ kind: 'notify', to: [{ kind: 'post', post: 'dean' }] });
  });

  it.each<[string, (play: Play) => unknown, object]>([
    ['by somebody without the post', (play) => claim(play, 'head'), { code: 'task.not-yours' }],
    ['by the applicant, though they hold it', (play) => claim(play, 'clerk'), { code: 'task.own-case' }],
    ['of a task that is done', (play) => claim(play, 'clerk', 1), { code: 'task.closed' }],
    ['of no task', (play) => claim(play, 'dean-1', 9), { code: 'task.unknown' }],
    ['twice', (play) => (claim(play, 'dean-1'), claim(play, 'dean-1')), { code: 'claim.already-yours' }],
    ['of a finished case', (play) => (decide(play, 'dean-1'), claim(play, 'dean-2')), { code: 'case.finished' }],
    [
      'of a suspended case',
      (play) => (play.perform({ kind: 'suspend', ...play.issue(), by: play.actor('head'), comment: '核查' }), claim(play, 'dean-1')),
      { code: 'case.suspended' },
    ],
  ])('is refused %s', (_, attempt, refusal) => {
    expect(attempt(submitted())).toMatchObject({ kind: 'refused', ...refusal });
  });

  it('is refused of a task that is somebody’s own', () => {
    const play = begin(
      processOf({ initial: 'a', states: { a: { meta: step(applicant, one('approve')), on: { approve: 'z' } }, z: final } }),
      {
        cast,
      },
    ).start('clerk');
    expect(claim(play, 'clerk', 1)).toMatchObject({ code: 'claim.not-needed' });
  });
});

describe('release 取消签收', () => {
  it('gives the task back to the post', () => {
    const play = submitted();
    const before = play.state.steps;
    claim(play, 'dean-1');
    expect(release(play, 'dean-1')).toMatchObject({
      kind: 'advanced',
      effects: [{ kind: 'claim-task', task: 2, by: null }],
      entries: [{ kind: 'released', author: { person: 'dean-1' }, task: 2 }],
    });
    expect(play.state.steps).toEqual(before);
    expect(decide(play, 'dean-2')).toMatchObject({ kind: 'advanced' });
  });

  it('is an administrator’s too, who says why', () => {
    const play = submitted();
    claim(play, 'dean-1');
    expect(release(play, 'officer', { isReassigning: true })).toMatchObject({ code: 'comment.required' });
    expect(release(play, 'officer', { isReassigning: true, comment: '外出培训' })).toMatchObject({
      entries: [{ kind: 'released', author: { kind: 'person', person: 'officer' }, people: ['dean-1'], comment: '外出培训' }],
    });
  });

  it('is refused for what nobody or another has claimed', () => {
    const play = submitted();
    expect(release(play, 'dean-1')).toMatchObject({ code: 'release.not-claimed' });
    claim(play, 'dean-1');
    expect(release(play, 'dean-2', { comment: '我来办' })).toMatchObject({ code: 'task.claimed' });
    expect(release(play, 'head', { comment: '我来办' })).toMatchObject({ code: 'task.not-yours' });
  });
});
