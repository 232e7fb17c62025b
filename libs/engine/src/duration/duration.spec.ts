import { describe, expect, it } from '@jest/globals';
import { type Definition, type Delay, verify } from '#engine';
import { fortySteps } from '../../../../test/load/verify/forty-steps.ts';
import { draft, final, one, post, processOf, step } from '../../../../test/support/definitions.ts';
import { plainDueTime } from '../../../../test/support/plain-due-time.ts';
import { compiled } from '../../../../test/support/play.ts';
import { durationOf, latestStart } from './duration.ts';

const from = '2024-03-01T00:00:00.000Z';
const day = (number: number) => `2024-03-${String(1 + number).padStart(2, '0')}T00:00:00.000Z`;
const lasting = (due: Delay, next: string, back = 'draft'): Definition['machine'] => ({
  meta: step(post('head'), one('approve', 'return'), { due }),
  on: { approve: next, return: back },
});
const region = (due: Delay): Definition['machine'] => ({
  initial: 'open',
  states: { open: lasting(due, 'done', '#sample-process.revise'), done: final },
});

const process = processOf({
  initial: 'draft',
  states: {
    draft: draft('one'),
    one: lasting('P2D', 'both', 'revise'),
    both: { type: 'parallel', onDone: 'last', states: { a: region('P3D'), b: region('P5D') } },
    last: { meta: step(post('dean'), one('approve')), on: { approve: 'end' }, after: { P1D: 'end' } },
    revise: { meta: step({ applicant: true }, one('resubmit'), { due: 'P4D' }), on: { resubmit: 'one' } },
    end: final,
  },
});

describe('the longest that a case takes', () => {
  it('is the sum of the steps, of regions that of the longest, what comes before the submission apart', () => {
    const found = durationOf(compiled(process), from);
    expect(found).toMatchObject({ kind: 'bounded', until: day(8) });
    const path = found.kind === 'bounded' ? found.path.map(({ state, until }) => [state, until]) : [];
    expect(path).toEqual([
      ['draft', day(0)],
      ['one', day(2)],
      ['both.b.open', day(7)],
      ['last', day(8)],
    ]);
  });

  it('has each return at the latest that it can come, and what is mended', () => {
    // Two days, five until the return from the longest region, four to revise, and all of it again.
    expect(durationOf(compiled(process), from, { returns: 1 })).toMatchObject({ kind: 'bounded', until: day(19) });
  });

  it('cannot be said of a step without an end', () => {
    const endless = processOf({
      initial: 'one',
      states: { one: { meta: step(post('head'), one('approve')), on: { approve: 'end' } }, end: final },
    });
    expect(durationOf(compiled(endless), from)).toEqual({ kind: 'unbounded', because: 'no-due', state: 'one' });
    expect(latestStart(compiled(endless), from)).toBeUndefined();
  });

  it('says when a case has to be submitted to be over in time', () => {
    expect(latestStart(compiled(process), day(8))).toBe(day(0));
    expect(latestStart(compiled(process), '2024-03-09T05:30:00.000Z')).toBe('2024-03-01T05:00:00.000Z');
  });

  it('is known to where it comes before a step without an end', () => {
    const open = processOf({
      initial: 'draft',
      states: {
        draft: draft('one'),
        one: { meta: step(post('head'), one('approve', 'reject'), { due: 'P2D' }), on: { approve: 'pilot', reject: 'rejected' } },
        pilot: { meta: step(post('dean'), one('approve')), on: { approve: 'end' } },
        rejected: final,
        end: final,
      },
    });
    expect(durationOf(compiled(open), from)).toMatchObject({ kind: 'unbounded', state: 'pilot' });
    expect(durationOf(compiled(open), from, { to: 'pilot' })).toMatchObject({ kind: 'bounded', until: day(2) });
    expect(latestStart(compiled(open), day(2), { to: 'pilot' })).toBe(day(0));
    expect(durationOf(compiled(process), from, { to: 'both' })).toMatchObject({ kind: 'bounded', until: day(2) });
  });

  it('is what a definition may be held to', () => {
    const held = (within: Delay, returns = 0) =>
      verify({ ...process, longest: { within, returns } }, { dueTime: plainDueTime, facts: {} })
        .map(({ code }) => code)
        .filter((code) => code.startsWith('duration'));
    expect([held('P8D'), held('P7D'), held('P8D', 1), held('P19D', 1)]).toEqual([[], ['duration.exceeded'], ['duration.exceeded'], []]);
  });

  it('of forty steps in regions within regions is found too', () => {
    expect(durationOf(compiled(fortySteps()), from)).toMatchObject({ kind: 'bounded' });
  });
});
