import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { TurnedClock } from '#platform';
import { AlarmCalls } from './alarm-calls.ts';
import { bucketLength, bucketOf, horizon } from './buckets.ts';

const now = new Date('2024-03-22T01:00:00Z');
const after = (milliseconds: number): Date => new Date(now.getTime() + milliseconds);

describe('calls for alarms', () => {
  it('are made once a bucket, after they are on disk', () => {
    const calls = new AlarmCalls(new TurnedClock(now));
    const call = calls.for([after(1), after(2), after(bucketLength)]);
    expect(call).toEqual({ buckets: [now.getTime(), now.getTime() + bucketLength] });
    // The first did not come to be committed.
    expect(calls.for([after(3)])).toEqual({ buckets: [now.getTime()] });
    calls.noted(call ?? { buckets: [] });
    expect(calls.for([after(3), after(bucketLength + 1)])).toBeUndefined();
  });

  it('are not made for what is days away, nor for nothing', () => {
    const calls = new AlarmCalls(new TurnedClock(now));
    expect(calls.for([after(horizon), after(5 * 86_400_000)])).toBeUndefined();
    expect(calls.for([])).toBeUndefined();
  });

  it('are made again when the time has come round again', () => {
    const clock = new TurnedClock(now);
    const calls = new AlarmCalls(clock);
    calls.noted({ buckets: [now.getTime()] });
    clock.advance(86_400_000);
    calls.noted({ buckets: [] });
    clock.turnTo(now);
    expect(calls.for([now])).toEqual({ buckets: [now.getTime()] });
  });
});

describe('buckets', () => {
  it('hold every instant, and begin where the one before ends', () => {
    fc.assert(
      fc.property(fc.date({ noInvalidDate: true, min: new Date('1900-01-01'), max: new Date('2200-01-01') }), (instant) => {
        const bucket = bucketOf(instant);
        expect(instant.getTime() - bucket).toBeGreaterThanOrEqual(0);
        expect(instant.getTime() - bucket).toBeLessThan(bucketLength);
        expect(Math.abs(bucket % bucketLength)).toBe(0);
      }),
    );
  });
});
