import { describe, expect, it } from '@jest/globals';
import china from '../../../config/calendars/china.json' with { type: 'json' };
import { dueTime, windowOf, workingCalendar } from './index.ts';

const calendar = workingCalendar(china);
const due = dueTime(calendar);

/** Midnight in Shanghai is 16:00 of the day before in UTC. */
const endOf = (day: string): string => `${day}T15:59:59.999Z`;

describe('a working day', () => {
  it.each([
    ['2024-03-22', true, 'a Friday'],
    ['2024-03-23', false, 'a Saturday'],
    ['2024-04-04', false, '清明 on a Thursday'],
    ['2024-04-07', true, 'a Sunday shifted for 清明'],
    ['2024-02-04', true, 'a Sunday shifted for 春节'],
    ['2024-02-18', true, 'a Sunday shifted for 春节'],
    ['2024-09-15', false, '中秋 on a Sunday'],
    ['2027-10-01', true, 'a Friday of a year whose holidays are not published'],
    ['2027-10-02', false, 'a Saturday of such a year'],
    ['1998-10-01', true, 'a Thursday before the list begins'],
  ])('%s is %s: %s', (date, expected) => {
    expect(calendar.isWorkingDay(date)).toBe(expected);
  });

  it.each(['2024-02-30', 'tomorrow', ''])('is not asked of "%s"', (date) => {
    expect(() => calendar.isWorkingDay(date)).toThrow(RangeError);
  });
});

describe('working days end at the end of the last of them', () => {
  it.each([
    ['over a weekend', '2024-03-22T01:00:00.000Z', 1, '2024-03-25'],
    ['from the first minute of a day in Shanghai', '2024-03-21T16:00:00.000Z', 1, '2024-03-25'],
    ['from the last minute of the day before', '2024-03-21T15:59:00.000Z', 1, '2024-03-22'],
    ['from a rest day', '2024-03-23T01:00:00.000Z', 1, '2024-03-25'],
    ['over 清明, whose Sunday is worked', '2024-04-03T01:00:00.000Z', 1, '2024-04-07'],
    ['over 清明, a day more', '2024-04-03T01:00:00.000Z', 2, '2024-04-08'],
    ['over 春节', '2024-02-09T01:00:00.000Z', 2, '2024-02-19'],
    ['over 国庆', '2024-09-30T01:00:00.000Z', 3, '2024-10-10'],
    ['into a year without published holidays', '2026-12-31T01:00:00.000Z', 2, '2027-01-04'],
  ])('%s', (_, from, workingDays, day) => {
    expect(due({ workingDays }, from)).toBe(endOf(day));
  });

  it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('%p of them are refused', (workingDays) => {
    expect(() => due({ workingDays }, '2024-03-22T01:00:00.000Z')).toThrow(/whole number of at least 1/);
  });
});

describe('a duration is added on the calendar of the business zone', () => {
  it.each([
    ['P3D', '2024-03-22T01:00:00.000Z', '2024-03-25T01:00:00.000Z'],
    ['PT4H', '2024-03-22T01:00:00.000Z', '2024-03-22T05:00:00.000Z'],
    ['P1W', '2024-03-22T01:00:00.000Z', '2024-03-29T01:00:00.000Z'],
    ['P1M', '2024-01-31T01:00:00.000Z', '2024-02-29T01:00:00.000Z'],
    // In Shanghai it is 1 March already, where in UTC it is still February.
    ['P1M', '2024-02-29T16:30:00.000Z', '2024-03-31T16:30:00.000Z'],
    ['P1Y', '2024-02-29T01:00:00.000Z', '2025-02-28T01:00:00.000Z'],
    ['P1DT12H30M', '2024-03-22T01:00:00.000Z', '2024-03-23T13:30:00.000Z'],
    // Europe and North America change their clocks between these; Shanghai does not.
    ['P30D', '2024-03-09T18:30:00.000Z', '2024-04-08T18:30:00.000Z'],
    ['P0D', '2024-03-22T01:00:00.000Z', '2024-03-22T01:00:00.000Z'],
  ])('%s from %s is %s', (duration, from, expected) => {
    expect(due(duration, from)).toBe(expected);
  });

  it.each([
    ['-P3D', /negative/],
    ['PT-4H', /negative|ISO 8601/],
    ['P', /ISO 8601/],
    ['three days', /ISO 8601/],
    ['', /ISO 8601/],
  ])('"%s" is refused', (duration, message) => {
    expect(() => due(duration, '2024-03-22T01:00:00.000Z')).toThrow(message);
  });

  it('is refused from what is not an instant', () => {
    expect(() => due('P3D', '2024-03-22')).toThrow(RangeError);
  });
});

describe('an application window', () => {
  const spring = windowOf({ from: '2024-03-22', to: '2024-04-02' });

  it('is open from the start of its first day to the end of its last (R-AH24-07)', () => {
    expect(spring).toEqual({ opens: '2024-03-21T16:00:00.000Z', closes: endOf('2024-04-02') });
  });

  it('keeps a printed date that is a rest day (A-19)', () => {
    expect(windowOf({ from: '2024-03-22', to: '2024-04-05' }).closes).toBe(endOf('2024-04-05'));
  });

  it.each([
    [{ from: '2024-04-02', to: '2024-03-22' }, /before it begins/],
    [{ from: '2024-02-30', to: '2024-03-22' }, RangeError],
  ])('%j is refused', (range, error) => {
    expect(() => windowOf(range)).toThrow(error);
  });
});

it.each([
  [
    'a day twice',
    [
      { date: '2024-04-04', name: '清明节', isOffDay: true },
      { date: '2024-04-04', name: '清明节', isOffDay: false },
    ],
  ],
  ['a day that does not exist', [{ date: '2024-04-31', name: '清明节', isOffDay: true }]],
])('a calendar with %s is refused', (_, days) => {
  expect(() => workingCalendar({ days })).toThrow(RangeError);
});
