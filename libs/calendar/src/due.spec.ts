import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import china from '../../../config/calendars/china.json' with { type: 'json' };
import { type Delay, DueTimes, workingCalendar } from './index.ts';

const { after, left, onTheWall, tellAfter, tellBefore, workingDays } = new DueTimes(workingCalendar(china));

/** A moment on the clocks of Shanghai, and back. */
const at = (wall: string): string => new Date(`${wall.replace(' ', 'T')}+08:00`).toISOString();
const wall = (instant: string): string => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
const endOf = (day: string): string => `${day} 23:59:59`;

describe('3 working days end with the third working day after the day they begin on', () => {
  it.each([
    ['within a week', '2024-03-18 09:00:00', '2024-03-21'],
    ['begun in the first minute of a day', '2024-03-18 00:00:00', '2024-03-21'],
    ['begun in the last minute of a day', '2024-03-18 23:59:00', '2024-03-21'],
    ['over a weekend', '2024-03-21 15:00:00', '2024-03-26'],
    ['begun on a Saturday, which does not count', '2024-03-23 10:00:00', '2024-03-27'],
    ['begun on a Sunday at night', '2024-03-24 23:59:00', '2024-03-27'],
    ['over 清明, whose Sunday the 7th is worked', '2024-04-02 09:00:00', '2024-04-08'],
    ['begun on a Sunday that is worked, which does not count', '2024-04-07 09:00:00', '2024-04-10'],
    ['begun on a holiday', '2024-04-05 09:00:00', '2024-04-09'],
    ['over 国庆, whose Saturday the 12th is worked', '2024-09-30 09:00:00', '2024-10-10'],
    ['over 春节, whose Sunday the 18th is worked', '2024-02-08 09:00:00', '2024-02-19'],
    ['across New Year, a holiday', '2024-12-30 09:00:00', '2025-01-03'],
    ['into a year whose holidays are not published: the first of January 2027 counts', '2026-12-30 09:00:00', '2027-01-04'],
  ])('%s', (_, from, day) => {
    expect(wall(after({ workingDays: 3 }, at(from)))).toBe(endOf(day));
  });

  it('or at a time of that day, where one is given', () => {
    expect(wall(after({ workingDays: 3, at: '17:30' }, at('2024-04-02 18:00:00')))).toBe('2024-04-08 17:30:00');
  });

  it.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('%p working days are refused', (count) => {
    expect(() => after({ workingDays: count }, at('2024-03-22 09:00:00'))).toThrow(/whole number of at least 1/);
  });
});

describe('working hours pass in the hours of working days: 08:30 to 12:00 and 14:00 to 17:30', () => {
  it.each([
    [2, '2024-03-18 09:00:00', '2024-03-18 11:00:00', 'within a morning'],
    [4, '2024-03-18 09:00:00', '2024-03-18 15:00:00', 'over noon'],
    [7, '2024-03-18 07:00:00', '2024-03-18 17:30:00', 'begun before work: the whole day, to its end'],
    [8, '2024-03-18 07:00:00', '2024-03-19 09:30:00', 'into the next day'],
    [1, '2024-03-18 12:30:00', '2024-03-18 15:00:00', 'begun at noon'],
    [1, '2024-03-18 23:59:00', '2024-03-19 09:30:00', 'begun at night'],
    [2, '2024-03-22 16:30:00', '2024-03-25 09:30:00', 'over a weekend'],
    [1, '2024-03-23 10:00:00', '2024-03-25 09:30:00', 'begun on a Saturday'],
    [7, '2024-04-03 14:00:00', '2024-04-07 12:00:00', 'over 清明, into a Sunday that is worked'],
    [70, '2024-09-30 08:30:00', '2024-10-17 17:30:00', 'ten days, over 国庆 and a Saturday that is worked'],
  ])('%i hours from %s end at %s: %s', (workingHours, from, expected) => {
    expect(wall(after({ workingHours }, at(from)))).toBe(expected);
  });

  it('or in other hours, where the calendar has them', () => {
    const summer = new DueTimes(workingCalendar({ years: [2024], days: [], hours: [{ from: '09:00', to: '15:00' }] }));
    expect(wall(summer.after({ workingHours: 7 }, at('2024-07-01 14:00:00')))).toBe('2024-07-02 15:00:00');
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
    expect(after(duration, from)).toBe(expected);
  });

  it.each([
    ['-P3D', /negative/],
    ['PT-4H', /negative|ISO 8601/],
    ['P', /ISO 8601/],
    ['three days', /ISO 8601/],
    ['', /ISO 8601/],
  ])('"%s" is refused', (duration, message) => {
    expect(() => after(duration, '2024-03-22T01:00:00.000Z')).toThrow(message);
    expect(() => tellBefore(duration, '2024-03-22T01:00:00.000Z')).toThrow(message);
  });

  it('is refused from what is not an instant', () => {
    expect(() => after('P3D', '2024-03-22')).toThrow(RangeError);
  });
});

describe('before something is due, people are told', () => {
  it.each<[string, Delay, string, string]>([
    ['a day before a day, when work begins', 'P1D', '2024-03-21 23:59:59.999', '2024-03-20 08:30:00'],
    ['on the day itself, when work begins', 'PT0S', '2024-03-21 23:59:59.999', '2024-03-21 08:30:00'],
    ['a day before a time of day, at that time', 'P1D', '2024-03-21 15:00:00', '2024-03-20 15:00:00'],
    ['hours before, to the minute', 'PT4H', '2024-03-21 15:00:00', '2024-03-21 11:00:00'],
    ['of a holiday, on the last working day before it', 'PT0S', '2024-04-05 23:59:59.999', '2024-04-03 08:30:00'],
    ['of a Saturday, on the Friday before', 'PT0S', '2024-03-23 15:00:00', '2024-03-22 08:30:00'],
    ['of a Sunday that is worked, on that day', 'PT0S', '2024-04-07 23:59:59.999', '2024-04-07 08:30:00'],
    ['three days before, which is a Sunday: on the Friday', 'P3D', '2024-03-20 23:59:59.999', '2024-03-15 08:30:00'],
    ['a working day before a Monday, on the Friday', { workingDays: 1 }, '2024-03-25 23:59:59.999', '2024-03-22 08:30:00'],
    ['a working day before a holiday', { workingDays: 1 }, '2024-04-05 23:59:59.999', '2024-04-03 08:30:00'],
    ['a working day before, at a time', { workingDays: 1, at: '16:00' }, '2024-03-25 23:59:59.999', '2024-03-22 16:00:00'],
    ['five working days before, over New Year', { workingDays: 5 }, '2025-01-06 23:59:59.999', '2024-12-27 08:30:00'],
    ['working hours before the end of a day', { workingHours: 4 }, '2024-03-21 23:59:59.999', '2024-03-21 11:30:00'],
    ['working hours before a morning', { workingHours: 2 }, '2024-03-25 09:30:00', '2024-03-22 16:30:00'],
  ])('%s', (_, delay, due, expected) => {
    expect(wall(tellBefore(delay, at(due)))).toBe(expected);
  });
});

describe('after something was due, people are told again', () => {
  it.each<[string, Delay, string, string]>([
    ['a day after a day, when work begins', 'P1D', '2024-03-21 23:59:59.999', '2024-03-22 08:30:00'],
    ['a day after a time of day, at that time', 'P1D', '2024-03-21 15:00:00', '2024-03-22 15:00:00'],
    ['hours after, to the minute', 'PT2H', '2024-03-21 15:00:00', '2024-03-21 17:00:00'],
    ['a working day after a Friday, on the Monday', { workingDays: 1 }, '2024-03-22 23:59:59.999', '2024-03-25 08:30:00'],
    ['a day after a Friday, on the Monday', 'P1D', '2024-03-22 15:00:00', '2024-03-25 08:30:00'],
    ['every working day, each morning', { workingDays: 1 }, '2024-03-25 08:30:00', '2024-03-26 08:30:00'],
    ['at a time', { workingDays: 2, at: '16:00' }, '2024-03-22 23:59:59.999', '2024-03-26 16:00:00'],
    ['after 清明, on the Sunday that is worked', { workingDays: 1 }, '2024-04-03 23:59:59.999', '2024-04-07 08:30:00'],
    ['at once, when work begins next', 'PT0S', '2024-03-22 23:59:59.999', '2024-03-25 08:30:00'],
    ['at once, never at the very moment', 'PT0S', '2024-03-21 15:00:00', '2024-03-22 08:30:00'],
  ])('%s', (_, delay, due, expected) => {
    expect(wall(tellAfter(delay, at(due)))).toBe(expected);
  });
});

it.each([
  ['2024-04-03 09:00:00', '2024-04-08 23:59:59.999', 2],
  ['2024-03-22 09:00:00', '2024-03-22 23:59:59.999', 0],
  ['2024-03-22 09:00:00', '2024-03-20 09:00:00', 0],
  ['2024-03-22 23:59:00', '2024-03-25 00:00:00', 1],
])('from %s to %s there are %i working days', (from, until, expected) => {
  expect(workingDays(at(from), at(until))).toBe(expected);
});

it('what a clock on the wall shows is told without a zone', () => {
  expect(onTheWall('2024-03-22T16:30:29.000Z')).toBe('2024-03-23 00:30');
});

describe('what is left of a delay', () => {
  it.each<[string, Delay, string, string, string, string]>([
    ['a duration', 'P3D', '2024-03-20 09:00:00', '2024-03-21 10:00:00', '2024-04-01 10:00:00', '2024-04-03 09:00:00'],
    ['working days', { workingDays: 3 }, '2024-03-20 09:00:00', '2024-03-21 10:00:00', '2024-04-02 10:00:00', '2024-04-07 23:59:59'],
    ['their last', { workingDays: 1 }, '2024-03-20 09:00:00', '2024-03-21 10:00:00', '2024-04-04 10:00:00', '2024-04-07 23:59:59'],
    [
      'their last, to a time that has passed on the day',
      { workingDays: 1, at: '17:30' },
      '2024-03-20 09:00:00',
      '2024-03-21 10:00:00',
      '2024-03-28 18:00:00',
      '2024-03-29 17:30:00',
    ],
    ['working hours', { workingHours: 7 }, '2024-03-20 08:30:00', '2024-03-20 15:00:00', '2024-03-30 10:00:00', '2024-04-01 11:00:00'],
  ])('%s is taken up again where it was left', (_, delay, begun, stopped, resumed, expected) => {
    const due = after(delay, at(begun));
    expect(wall(after(left(delay, at(stopped), due), at(resumed)))).toBe(expected);
  });

  const moment = fc
    .date({ min: new Date('2019-01-01'), max: new Date('2026-12-01'), noInvalidDate: true })
    .map((date) => date.toISOString());
  const delay: fc.Arbitrary<Delay> = fc.oneof(
    fc.integer({ min: 1, max: 60 }).map((days) => `P${days}DT1H30M`),
    fc.integer({ min: 1, max: 40 }).map((workingDays) => ({ workingDays })),
    fc.integer({ min: 1, max: 40 }).map((workingDays) => ({ workingDays, at: '17:30' })),
    fc.integer({ min: 1, max: 200 }).map((workingHours) => ({ workingHours })),
  );

  it('taken up at once, it ends when it would have; taken up later, no earlier than that', () => {
    fc.assert(
      fc.property(delay, moment, fc.double({ min: 0, max: 1, noNaN: true }), fc.nat({ max: 90 }), (delay, begun, share, days) => {
        const due = after(delay, begun);
        const stopped = new Date(Date.parse(begun) + Math.floor((Date.parse(due) - Date.parse(begun)) * share)).toISOString();
        const rest = left(delay, stopped, due);
        if (stopped < due) expect(after(rest, stopped)).toBe(due);
        const resumed = new Date(Date.parse(stopped) + days * 86_400_000).toISOString();
        expect(after(rest, resumed) >= (stopped < due ? due : stopped)).toBe(true);
      }),
    );
  });
});
