import { describe, expect, it } from '@jest/globals';
import type { Step } from '#engine';
import { applicant, cast, draft, final, one, post, processOf, step } from '../../../../test/support/definitions.ts';
import { begin, type Play } from '../../../../test/support/play.ts';

type Return = NonNullable<Step['return']>;
const back = { comment: '请补充材料' };

/** draft → first → second → third, each decided by one post; the return rule is the third step's. */
function line(rule: Return | undefined): Play {
  const decided = one('approve', 'return', 'reject');
  const document = processOf({
    initial: 'draft',
    states: {
      draft: draft('first'),
      first: { meta: step(post('head'), one('approve')), on: { approve: 'second' }, after: { P3D: 'second' } },
      second: { meta: step(post('finance'), one('approve')), on: { approve: 'third' } },
      third: {
        meta: step(post('assets'), decided, rule && { return: rule }),
        on: { approve: 'approved', return: 'returned', reject: 'rejected' },
      },
      returned: { ...draft('first', 'resubmit'), meta: step(applicant, one('resubmit'), { fields: { '*': 'write' } }) },
      approved: final,
      rejected: final,
    },
  });
  const play = begin(document, { cast }).start('clerk', { amount: 1 });
  play.decide('clerk', 'submit');
  play.decide('head', 'approve');
  play.decide('finance', 'approve');
  return play;
}

describe('return 退回 along a line', () => {
  it('goes to the applicant and through all again, where nothing else is said', () => {
    const play = line(undefined);
    play.decide('assets', 'return', back);
    expect(play.view()).toMatchObject({ states: ['returned'], tasks: ['returned: clerk'] });
    play.decide('clerk', 'resubmit');
    expect(play.view()).toMatchObject({ states: ['first'], tasks: ['first: head@school'] });
  });

  it('comes straight back to the step that returned, under resume', () => {
    const play = line({ reentry: 'resume' });
    play.decide('assets', 'return', back);
    play.decide('clerk', 'resubmit');
    expect(play.view()).toMatchObject({ states: ['third'], tasks: ['third: assets@school'] });
    play.decide('assets', 'approve');
    expect(play.view().states).toEqual(['approved']);
  });

  it('goes to an earlier step of the decider’s choice', () => {
    const play = line({ reentry: 'restart', to: ['first', 'second'] });
    play.decide('assets', 'return', { ...back, returnTo: 'first' });
    expect(play.view()).toMatchObject({ states: ['first'], timers: ['P3D 2024-03-25T01:00:00.000Z'] });
    play.decide('head', 'approve');
    expect(play.view().states).toEqual(['second']);
  });

  it('comes straight back by way of every step that returned it further, under resume', () => {
    const decided = one('approve', 'return');
    const rule = (...to: string[]) => ({ return: { reentry: 'resume' as const, to } });
    const document = processOf({
      initial: 'draft',
      states: {
        draft: draft('first'),
        first: { meta: step(post('head'), decided, rule('draft')), on: { approve: 'second' } },
        second: { meta: step(post('finance'), one('approve')), on: { approve: 'third' } },
        third: { meta: step(post('assets'), decided, rule('first')), on: { approve: 'approved' } },
        approved: final,
      },
    });
    const play = begin(document, { cast }).start('clerk', { amount: 1 });
    play.decide('clerk', 'submit');
    play.decide('head', 'approve');
    play.decide('finance', 'approve');
    play.decide('assets', 'return', { ...back, returnTo: 'first' });
    play.decide('head', 'return', { ...back, returnTo: 'draft' });
    play.decide('clerk', 'submit');
    expect(play.view().states).toEqual(['first']);
    play.decide('head', 'approve');
    expect(play.view().states).toEqual(['third']);
    expect(play.state.returns).toEqual([]);
  });

  it('comes straight back from an earlier step, under resume, and only once', () => {
    const play = line({ reentry: 'resume', to: ['first', 'second'] });
    play.decide('assets', 'return', { ...back, returnTo: 'first' });
    play.decide('head', 'approve');
    expect(play.view().states).toEqual(['third']);
    play.decide('assets', 'return', { ...back, returnTo: 'second' });
    play.decide('finance', 'approve');
    expect(play.view().states).toEqual(['third']);
    expect(play.state.returns).toEqual([]);
  });

  it('forgets the way straight back when the step was left by its timer', () => {
    const play = line({ reentry: 'resume', to: ['first'] });
    play.decide('assets', 'return', { ...back, returnTo: 'first' });
    play.fire('P3D');
    expect(play.view().states).toEqual(['second']);
    expect(play.state.returns).toEqual([]);
  });

  it.each([
    ['a step that may not be chosen', { returnTo: 'draft' }, 'return.target-not-allowed'],
    ['a step that does not exist', { returnTo: 'nowhere' }, 'return.target-not-allowed'],
    ['no reason', { comment: '  ' }, 'comment.required'],
  ])('is refused with %s', (_, details, code) => {
    const play = line({ reentry: 'restart', to: ['first'] });
    expect(play.decide('assets', 'return', { ...back, ...details })).toMatchObject({ kind: 'refused', code });
    expect(play.view().states).toEqual(['third']);
  });

  it('is refused with a target under another outcome', () => {
    const play = line({ reentry: 'restart', to: ['first'] });
    expect(play.decide('assets', 'approve', { returnTo: 'first' })).toMatchObject({ code: 'return.target-not-allowed' });
  });
});

/**
 * A review in two regions at once: money (count → audit) and rooms (visit → survey), then the president.
 * The return rule is the survey's, which is the last of the rooms.
 */
function regions(rule: Return, extra: Partial<Step> = {}): Play {
  const document = processOf({
    initial: 'draft',
    states: {
      draft: draft('review'),
      review: {
        type: 'parallel',
        onDone: 'president',
        states: {
          money: {
            initial: 'count',
            states: {
              count: { meta: step(post('finance'), one('approve')), on: { approve: 'audit' } },
              audit: { meta: step(post('head'), one('approve')), on: { approve: 'counted' }, after: { P5D: 'counted' } },
              counted: final,
            },
          },
          rooms: {
            initial: 'visit',
            states: {
              visit: { meta: step(post('dean'), one('approve')), on: { approve: 'survey' } },
              survey: { meta: step(post('assets'), one('approve', 'return'), { return: rule, ...extra }), on: { approve: 'surveyed' } },
              surveyed: final,
            },
          },
        },
      },
      president: { meta: step(post('head'), one('approve')), on: { approve: 'approved' } },
      approved: final,
    },
  });
  const play = begin(document, { cast }).start('clerk', { amount: 1 });
  play.decide('clerk', 'submit');
  play.decide('finance', 'approve');
  play.decide('dean-1', 'approve');
  expect(play.view()).toEqual({
    states: ['review.money.audit', 'review.rooms.survey'],
    tasks: ['review.money.audit: head@school', 'review.rooms.survey: assets@school'],
    timers: ['P5D 2024-03-27T01:00:00.000Z'],
  });
  return play;
}

describe('return 退回 in parallel regions', () => {
  it('inside a region leaves the other as it is', () => {
    const play = regions({ reentry: 'resume', to: ['review.rooms.visit'] });
    play.turnTo('2024-03-23T01:00:00.000Z');
    play.decide('assets', 'return', { ...back, returnTo: 'review.rooms.visit' });
    expect(play.view()).toEqual({
      states: ['review.money.audit', 'review.rooms.visit'],
      tasks: ['review.money.audit: head@school', 'review.rooms.visit: dean@school'],
      timers: ['P5D 2024-03-27T01:00:00.000Z'],
    });
    play.decide('dean-1', 'approve');
    expect(play.view().states).toEqual(['review.money.audit', 'review.rooms.survey']);
  });

  it('out of the parallel state closes both; under restart all begins anew', () => {
    const play = regions({ reentry: 'restart', to: ['draft'] });
    play.decide('assets', 'return', { ...back, returnTo: 'draft' });
    expect(play.view()).toEqual({ states: ['draft'], tasks: ['draft: clerk'], timers: [] });
    play.decide('clerk', 'submit');
    expect(play.view().states).toEqual(['review.money.count', 'review.rooms.visit']);
  });

  it('out of the parallel state and straight back finds each region where it stood', () => {
    const play = regions({ reentry: 'resume', to: ['draft'] });
    play.decide('assets', 'return', { ...back, returnTo: 'draft' });
    play.decide('clerk', 'submit');
    expect(play.view()).toEqual({
      states: ['review.money.audit', 'review.rooms.survey'],
      tasks: ['review.money.audit: head@school', 'review.rooms.survey: assets@school'],
      timers: ['P5D 2024-03-27T01:00:00.000Z'],
    });
  });

  it('straight back keeps a region that was finished finished', () => {
    const play = regions({ reentry: 'resume', to: ['draft'] });
    play.decide('head', 'approve');
    play.decide('assets', 'return', { ...back, returnTo: 'draft' });
    play.decide('clerk', 'submit');
    expect(play.view().states).toEqual(['review.money.counted', 'review.rooms.survey']);
    play.decide('assets', 'approve');
    expect(play.view().states).toEqual(['president']);
  });

  it('across regions under restart begins every other region anew', () => {
    const play = regions({ reentry: 'restart', to: ['review.money.count'] });
    play.decide('assets', 'return', { ...back, returnTo: 'review.money.count' });
    expect(play.view()).toEqual({
      states: ['review.money.count', 'review.rooms.visit'],
      tasks: ['review.money.count: finance@school', 'review.rooms.visit: dean@school'],
      timers: [],
    });
  });

  it('across regions under resume the returner waits until the other is done, and decides afresh', () => {
    const play = regions({ reentry: 'resume', to: ['review.money.count'] });
    play.decide('assets', 'return', { ...back, returnTo: 'review.money.count' });
    expect(play.view()).toEqual({
      states: ['review.money.count', 'review.rooms.survey'],
      tasks: ['review.money.count: finance@school'],
      timers: [],
    });
    play.decide('finance', 'approve');
    expect(play.view().tasks).toEqual(['review.money.audit: head@school', 'review.rooms.survey: assets@school']);
    expect(play.state.steps['review.rooms.survey']).toMatchObject({ visit: 2 });
  });
});

it('across three regions under resume a bystander keeps its tasks, its votes and its clock', () => {
  const document = processOf({
    initial: 'review',
    states: {
      review: {
        type: 'parallel',
        onDone: 'approved',
        states: {
          money: {
            initial: 'count',
            states: { count: { meta: step(post('finance'), one('approve')), on: { approve: 'done' } }, done: final },
          },
          rooms: {
            initial: 'visit',
            states: {
              visit: {
                meta: step(post('assets'), one('approve', 'return'), { return: { reentry: 'resume', to: ['review.money.count'] } }),
                on: { approve: 'done' },
              },
              done: final,
            },
          },
          people: {
            initial: 'panel',
            states: {
              panel: {
                meta: step({ ...post('dean'), each: true }, { by: 'all', outcomes: ['approve'] }),
                on: { approve: 'done' },
                after: { P9D: 'done' },
              },
              done: final,
            },
          },
        },
      },
      approved: final,
    },
  });
  const play = begin(document, { cast }).start('clerk');
  play.decide('dean-2', 'approve');
  play.decide('finance', 'approve');
  const panel = play.state.steps['review.people.panel'];
  play.turnTo('2024-03-24T01:00:00.000Z');
  play.decide('assets', 'return', { ...back, returnTo: 'review.money.count' });
  expect(play.view()).toEqual({
    states: ['review.money.count', 'review.rooms.visit', 'review.people.panel'],
    tasks: ['review.people.panel: dean-1', 'review.people.panel: dean-3', 'review.money.count: finance@school'],
    timers: ['P9D 2024-03-31T01:00:00.000Z'],
  });
  expect(play.state.steps['review.people.panel']).toEqual(panel);
});
