import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { pauseAfter } from './backoff.ts';

it('doubles from half a minute to half an hour', () => {
  const pauses = [1, 2, 3, 4, 5, 6, 7, 8, 60, 1000].map((failures) => pauseAfter(failures, 0.5) / 1000);
  expect(pauses).toEqual([30, 60, 120, 240, 480, 960, 1800, 1800, 1800, 1800]);
});

it('is up to a fifth more or less, and never shorter than the receiver asks for', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1000 }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      fc.nat(86_400),
      (failures, chance, atLeast) => {
        const pause = pauseAfter(failures, chance, atLeast);
        const middle = pauseAfter(failures, 0.5);
        expect(pause).toBeGreaterThanOrEqual(Math.max(middle * 0.8 - 1, atLeast * 1000));
        expect(pause).toBeLessThanOrEqual(Math.max(middle * 1.2 + 1, atLeast * 1000));
      },
    ),
  );
});

it('lets sixty attempts last for a day', () => {
  const total = Array.from({ length: 60 }, (_, index) => pauseAfter(index + 1, 0)).reduce((sum, pause) => sum + pause);
  expect(total).toBeGreaterThan(20 * 3_600_000);
});
