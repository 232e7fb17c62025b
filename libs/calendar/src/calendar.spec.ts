import { beforeEach, describe, expect, it } from '@jest/globals';
import china from '../../../config/calendars/china.json' with { type: 'json' };
import { openDays, printedRestDays, windowOf, workingCalendar } from './index.ts';

const calendar = workingCalendar(china);

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

describe('a year whose days were not published', () => {
  it.each([
    [2018, false, 'only its last days stand in the list of 2019'],
    [2019, true, 'the first'],
    [2026, true, 'the last'],
    [2027, false, 'not published yet'],
  ])('%i is known: %s, %s', (year, expected) => {
    expect(calendar.knows(year)).toBe(expected);
  });

  const told: number[] = [];
  const watched = workingCalendar(china, (year) => void told.push(year));
  beforeEach(() => void told.splice(0));

  it.each([
    ['within a known year', '2026-12-24T01:00:00.000Z', 5, []],
    ['into an unknown one', '2026-12-31T01:00:00.000Z', 1, [2027]],
    ['through two', '2026-12-31T01:00:00.000Z', 300, [2027, 2028]],
    ['before the list', '2018-12-20T01:00:00.000Z', 1, [2018]],
  ])('is told to whoever reckons %s, every time', (_, from, count, years) => {
    watched.endOfWorkingDay(from, count);
    expect(told).toEqual(years);
    watched.endOfWorkingDay(from, count);
    expect(told).toEqual([...years, ...years]);
  });

  it('is told to whoever asks about one of its days', () => {
    watched.isWorkingDay('2026-10-01');
    expect(told).toEqual([]);
    watched.isWorkingDay('2027-10-01');
    expect(told).toEqual([2027]);
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

describe('a window whose printed days are rest days (A-19)', () => {
  const city = { from: '2024-03-22', to: '2024-04-05' };

  it.each([
    ['the city window of 2024 ends on 清明', city, ['2024-04-05']],
    ['the school window of autumn 2024 begins on 中秋', { from: '2024-09-15', to: '2024-09-25' }, ['2024-09-15']],
    ['a Sunday that is worked is none', { from: '2024-04-07', to: '2024-04-12' }, []],
    ['a window of one day names it once', { from: '2024-04-06', to: '2024-04-06' }, ['2024-04-06']],
  ])('%s', (_, range, expected) => {
    expect(printedRestDays(range, calendar)).toEqual(expected);
  });

  it.each([
    ['stays as written', 'as-written', city, '2024-04-05'],
    ['rolls to the Sunday that is worked', 'roll-forward', city, '2024-04-07'],
    ['is left alone where it is a working day', 'roll-forward', { from: '2024-09-15', to: '2024-09-25' }, '2024-09-25'],
  ] as const)('its end %s', (_, policy, range, to) => {
    expect(openDays(range, policy, calendar)).toEqual({ from: range.from, to });
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
  expect(() => workingCalendar({ years: [2024], days })).toThrow(RangeError);
});

it.each([
  ['no hours', []],
  ['an end before its beginning', [{ from: '12:00', to: '08:30' }]],
  [
    'hours that overlap',
    [
      { from: '08:30', to: '12:00' },
      { from: '11:00', to: '17:30' },
    ],
  ],
  ['a time that does not exist', [{ from: '08:30', to: '25:00' }]],
])('a calendar with %s is refused', (_, hours) => {
  expect(() => workingCalendar({ years: [2024], days: [], hours })).toThrow(RangeError);
});
