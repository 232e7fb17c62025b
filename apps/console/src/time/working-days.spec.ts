import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isWorkingDay, nextWorkingDay, workingDaysBetween } from './working-days.ts';
import { addDays } from './zone.ts';

// 2024 清明节: 4–6 April off, Sunday the 7th worked.
const special = new Map([
  ['2024-04-04', true],
  ['2024-04-05', true],
  ['2024-04-07', false],
]);

describe('working days, counted for the reader', () => {
  it('goes by the weekday, unless the calendar says otherwise', () => {
    expect(isWorkingDay('2024-04-03', special)).toBe(true);
    expect(isWorkingDay('2024-04-04', special)).toBe(false);
    expect(isWorkingDay('2024-04-06', special)).toBe(false);
    expect(isWorkingDay('2024-04-07', special)).toBe(true);
  });

  it('counts over a holiday and the Sunday worked for it', () => {
    expect(workingDaysBetween('2024-04-03', '2024-04-08', special)).toBe(2);
    expect(workingDaysBetween('2024-04-03', '2024-04-05', special)).toBe(0);
  });

  it('finds the next one past a holiday', () => {
    expect(nextWorkingDay('2024-04-03', special)).toBe('2024-04-07');
  });

  it('is nothing for a day that is not later, and unknown for one that is years off', () => {
    expect(workingDaysBetween('2024-04-08', '2024-04-08', special)).toBe(0);
    expect(workingDaysBetween('2024-04-08', '2024-04-03', special)).toBe(0);
    expect(workingDaysBetween('2024-04-08', '2026-04-08', special)).toBeUndefined();
  });

  it('adds up: what is left today is what is left tomorrow, and tomorrow if it is worked', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 90 }), (start, length) => {
        const today = addDays('2024-01-01', start);
        const due = addDays(today, length);
        const tomorrow = addDays(today, 1);
        const worked = isWorkingDay(tomorrow, special) ? 1 : 0;
        expect(workingDaysBetween(today, due, special)).toBe((workingDaysBetween(tomorrow, due, special) ?? 0) + worked);
      }),
    );
  });
});
