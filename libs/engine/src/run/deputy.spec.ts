import { describe, expect, it } from '@jest/globals';
import { all, applicant, cast, final, one, post, processOf, step } from '../../../../test/support/definitions.ts';
import { begin, type Play } from '../../../../test/support/play.ts';
import type { Actor } from './actor.ts';

const rejectable = { on: { approve: 'approved', reject: 'rejected' } };
const ends = { approved: final, rejected: final };

const reviewed = (who: Parameters<typeof step>[0], how: Parameters<typeof step>[1], more: Parameters<typeof step>[2] = {}) =>
  begin(
    processOf({
      initial: 'draft',
      states: {
        draft: { meta: step(applicant, one('submit'), { fields: { '*': 'write' } }), on: { submit: 'review' } },
        review: { meta: step(who, how, { fields: { opinion: 'write' }, ...more }), ...rejectable },
        ...ends,
      },
    }),
    { cast: { ...cast, 'clerk@school': ['clerk', 'colleague'], 'head@school': ['head', 'clerk'] } },
  ).start('clerk', { amount: 1 });

const submitted = (...setting: Parameters<typeof reviewed>): Play => {
  const play = reviewed(...setting);
  play.decide('clerk', 'submit');
  return play;
};

/** Somebody who stands in for others. */
const deputy = (play: Play, person: string, ...represented: string[]): Actor => ({
  ...play.actor(person),
  represents: represented.map((other) => play.actor(other)),
});

const decide = (play: Play, by: Actor, task: number, outcome = 'approve') =>
  play.perform({ kind: 'decide', ...play.issue(), by, task, outcome, formVersion: play.state.form.version, comment: '代办' });

describe('a deputy', () => {
  it('decides the task of a post in the name of its holder, and the history names both', () => {
    const play = submitted(post('head'), one('approve', 'reject'));
    expect(decide(play, deputy(play, 'officer', 'head'), 2)).toMatchObject({
      kind: 'advanced',
      entries: [{ author: { kind: 'person', person: 'officer', onBehalfOf: 'head', post: 'head', organisation: 'school-1' } }],
      effects: [{ kind: 'close-task', by: 'officer', onBehalfOf: 'head' }],
    });
    expect(play.view().states).toEqual(['approved']);
  });

  it('decides, and fills in, what is addressed to the represented by name', () => {
    const play = reviewed(post('head'), one('approve', 'reject'));
    const by = deputy(play, 'officer', 'clerk');
    const saved = play.perform({ kind: 'save', ...play.issue(), by, task: 1, formVersion: 1, fields: { amount: 7 } });
    expect(saved).toMatchObject({ entries: [{ kind: 'saved', author: { person: 'officer', onBehalfOf: 'clerk' } }] });
    expect(decide(play, by, 1, 'submit')).toMatchObject({ entries: [{ author: { person: 'officer', onBehalfOf: 'clerk' } }] });
  });

  it('acts in their own place where they may', () => {
    const play = submitted(post('dean'), one('approve', 'reject'));
    expect(decide(play, deputy(play, 'dean-1', 'dean-2'), 2)).toMatchObject({ entries: [{ author: { person: 'dean-1' } }] });
    expect(play.last).not.toMatchObject({ entries: [{ author: { onBehalfOf: 'dean-2' } }] });
  });

  it('of somebody else decides nothing', () => {
    const play = submitted(post('head'), one('approve', 'reject'));
    expect(decide(play, deputy(play, 'officer', 'finance'), 2)).toMatchObject({ kind: 'refused', code: 'task.not-yours' });
  });

  it('never decides on their own case in another’s name, nor on that of the one they represent', () => {
    const play = submitted(post('head'), one('approve', 'reject'));
    expect(decide(play, deputy(play, 'clerk', 'head'), 2)).toMatchObject({ kind: 'refused', code: 'task.own-case' });
    // The applicant holds the post, too; their deputy is not let in by that.
    expect(decide(play, deputy(play, 'officer', 'clerk'), 2)).toMatchObject({ kind: 'refused', code: 'task.own-case' });
    // Of two who are represented, it is the one who may.
    expect(decide(play, deputy(play, 'officer', 'clerk', 'head'), 2)).toMatchObject({ entries: [{ author: { onBehalfOf: 'head' } }] });
  });

  it('may where the step lets the applicant decide', () => {
    const play = submitted(post('head'), one('approve', 'reject'), { applicantMayDecide: true });
    expect(decide(play, deputy(play, 'officer', 'clerk'), 2)).toMatchObject({ entries: [{ author: { onBehalfOf: 'clerk' } }] });
  });

  it('signs for each who is away in a countersign step, beside their own', () => {
    const play = submitted({ ...post('dean'), each: true }, all('approve', 'reject'));
    const by = deputy(play, 'dean-1', 'dean-2', 'dean-3');
    for (const task of [2, 3, 4]) expect(decide(play, by, task).kind).toBe('advanced');
    expect(play.view().states).toEqual(['approved']);
  });

  it('gives the voice of the represented in a vote, once, and keeps their own', () => {
    const play = submitted(post('dean'), { by: 'vote', count: 'head', of: 'eligible', pass: { atLeast: '1/1' } });
    const by = deputy(play, 'dean-1', 'dean-2');
    expect(decide(play, by, 3)).toMatchObject({ entries: [{ author: { person: 'dean-1', onBehalfOf: 'dean-2' } }] });
    expect(decide(play, play.actor('dean-2'), 3)).toMatchObject({ kind: 'refused', code: 'task.closed' });
    expect(decide(play, by, 2)).toMatchObject({ kind: 'advanced', entries: [{ author: { person: 'dean-1' } }] });
    expect(decide(play, play.actor('dean-3'), 4).kind).toBe('advanced');
    expect(play.view().states).toEqual(['approved']);
  });
});
