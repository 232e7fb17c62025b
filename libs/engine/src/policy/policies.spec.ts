import { describe, expect, it } from '@jest/globals';
import type { Policy } from '#engine';
import { all, cast, draft, final, one, post, processOf, sequence, step } from '../../../../test/support/definitions.ts';
import { begin, type Play } from '../../../../test/support/play.ts';

type Vote = Extract<Policy, { by: 'vote' }>;
const vote = (pass: Vote['pass'], more: Partial<Vote> = {}): Vote => ({ by: 'vote', count: 'head', of: 'eligible', pass, ...more });

/** A case that stands at a step decided under the policy by the five members of a committee. */
function committee(policy: Policy, size = 5, weights: readonly number[] = []): Play {
  const members = Array.from({ length: size }, (_, index) => `member-${index + 1}`);
  const rules =
    weights.length === 0
      ? [{ ...post('member'), each: true as const }]
      : weights.map((weight, index) => ({ ...post(`seat${index + 1}`), weight }));
  const seats = Object.fromEntries(weights.map((_, index) => [`seat${index + 1}@school`, [`member-${index + 1}`]]));
  const document = processOf({
    initial: 'draft',
    states: {
      draft: draft('committee'),
      committee: {
        meta: step(rules, policy),
        on: {
          approve: 'approved',
          reject: 'rejected',
          ...('outcomes' in policy && policy.outcomes.includes('return') ? { return: 'draft' } : {}),
        },
      },
      approved: final,
      rejected: final,
    },
  });
  const play = begin(document, { cast: { ...cast, ...seats, 'member@school': members } }).start('clerk', { amount: 1 });
  play.decide('clerk', 'submit');
  return play;
}

/** Lets members say something in turn: `+` approve, `-` reject, `0` abstain, `<` return; stops when the step is settled. */
function say(play: Play, ballots: string): { said: string; state: string; open: number } {
  const outcomes = { '+': 'approve', '-': 'reject', '0': 'abstain', '<': 'return' } as const;
  let said = '';
  for (const [index, ballot] of ballots.split('').entries()) {
    if (play.view().states[0] !== 'committee') break;
    const result = play.decide(`member-${index + 1}`, outcomes[ballot as keyof typeof outcomes], { comment: '说明' });
    expect(result.kind).toBe('advanced');
    said += ballot;
  }
  return { said, state: play.view().states[0] ?? '', open: play.tasks.size };
}

describe('或签: one of several', () => {
  it.each([
    ['+', 'approved'],
    ['-', 'rejected'],
  ])('is settled by the first decision %s', (ballots, state) => {
    expect(say(committee(one('approve', 'reject')), ballots)).toEqual({ said: ballots, state, open: 0 });
  });

  it('closes the other tasks because the step is settled', () => {
    const play = committee(one('approve', 'reject'), 3);
    play.decide('member-2', 'approve');
    const closed = play.sent.filter((effect) => effect.kind === 'close-task').slice(1);
    expect(closed.map(({ because }) => because)).toEqual(['decided', 'settled', 'settled']);
  });
});

describe('会签: all', () => {
  it.each([
    ['+++++', { said: '+++++', state: 'approved', open: 0 }],
    ['++++', { said: '++++', state: 'committee', open: 1 }],
    ['++-++', { said: '++-', state: 'rejected', open: 0 }],
    ['+<', { said: '+<', state: 'draft', open: 1 }],
  ])('%s', (ballots, outcome) => {
    expect(say(committee(all('approve', 'reject', 'return')), ballots)).toEqual(outcome);
  });
});

describe('依次: one after another', () => {
  it('asks the next when the one before has passed it', () => {
    const play = committee(sequence('approve', 'reject'), 3);
    expect(play.view().tasks).toEqual(['committee: member-1']);
    play.decide('member-1', 'approve');
    expect(play.view().tasks).toEqual(['committee: member-2']);
    play.decide('member-2', 'approve');
    play.decide('member-3', 'approve');
    expect(play.view()).toEqual({ states: ['approved'], tasks: [], timers: [] });
  });

  it('asks nobody further after a refusal', () => {
    const play = committee(sequence('approve', 'reject'), 3);
    play.decide('member-1', 'reject', { comment: '条件不足' });
    expect(play.view()).toEqual({ states: ['rejected'], tasks: [], timers: [] });
  });

  it('does not let somebody go before their turn', () => {
    const play = committee(sequence('approve', 'reject'), 3);
    expect(play.decide('member-3', 'approve')).toMatchObject({ kind: 'refused', code: 'task.not-yours' });
  });
});

describe('票签: vote', () => {
  const half = { moreThan: '1/2' } as const;
  const twoThirds = { atLeast: '2/3' } as const;
  it.each([
    ['more than half of five: three ayes are enough, early', vote(half), 5, '+++++', '+++', 'approved'],
    ['more than half of four: two ayes are not', vote(half), 4, '++--', '++--', 'rejected'],
    ['at least half of four: two ayes are', vote({ atLeast: '1/2' }), 4, '--++', '--++', 'approved'],
    ['three noes of five end it early', vote(half), 5, '---', '---', 'rejected'],
    ['two thirds of three are two', vote(twoThirds), 3, '+-+', '+-+', 'approved'],
    ['two thirds of five are four', vote(twoThirds), 5, '+++-+', '+++-+', 'approved'],
    ['of all eligible, an abstention counts like a no', vote(half), 4, '+00', '+00', 'rejected'],
    ['of those cast, an abstention counts for nobody', vote(half, { of: 'cast' }), 4, '+000', '+000', 'approved'],
    ['nobody for or against is no approval', vote(half, { of: 'cast' }), 3, '000', '000', 'rejected'],
    ['nothing is settled before the quorum', vote(half, { of: 'cast', quorum: '4/5' }), 5, '+++', '+++', 'committee'],
    ['the quorum counts abstentions', vote(half, { of: 'cast', quorum: '4/5' }), 5, '+++0', '+++0', 'approved'],
    ['unanimity ends with the first no', vote({ atLeast: '1/1' }), 5, '+-', '+-', 'rejected'],
  ])('%s', (_, policy, size, ballots, said, state) => {
    expect(say(committee(policy, size), ballots)).toMatchObject({ said, state });
  });

  it('counts by weight where the definition says so', () => {
    const play = committee(vote(half, { count: 'weight' }), 3, [3, 1, 1]);
    expect(say(play, '+')).toMatchObject({ state: 'approved' });
  });

  it('counts heads although the rules carry weights', () => {
    const play = committee(vote(half), 3, [3, 1, 1]);
    expect(say(play, '+--')).toMatchObject({ said: '+--', state: 'rejected' });
  });

  it('gives one voice to a person who holds two seats', () => {
    const document = processOf({
      initial: 'draft',
      states: {
        draft: draft('committee'),
        committee: {
          meta: step([post('head'), post('finance'), post('assets')], vote(half)),
          on: { approve: 'approved', reject: 'rejected' },
        },
        approved: final,
        rejected: final,
      },
    });
    const play = begin(document, { cast: { ...cast, 'finance@school': ['head'] } }).start('clerk', { amount: 1 });
    play.decide('clerk', 'submit');
    expect(play.view().tasks).toEqual(['committee: head', 'committee: assets']);
  });
});
