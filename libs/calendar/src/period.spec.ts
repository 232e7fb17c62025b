import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import china from '../../../config/calendars/china.json' with { type: 'json' };
import { workingCalendar } from './calendar.ts';
import { type Cadence, type PeriodPolicy, periodsOf } from './period.ts';

const calendar = workingCalendar(china);
const asWritten: PeriodPolicy = { calendar, restDay: 'as-written' };
const rollForward: PeriodPolicy = { calendar, restDay: 'roll-forward' };
const fortnightly: Cadence = { every: 'half-month', dueDays: [12, 27] };
const weekly: Cadence = { every: 'week', dueWeekday: 7 };
const monthly: Cadence = { every: 'month', dueDay: 27 };
const month = (text: string) => ({ from: `${text}-01`, to: `${text}-28` });

describe('a report period', () => {
  it('runs from the day after the last due day to the due day, to its last millisecond in Asia/Shanghai (R-AH21-33, A-01)', () => {
    expect(periodsOf(fortnightly, month('2024-05'), asWritten)).toMatchObject([
      {
        key: '2024-05-A',
        from: '2024-04-28',
        to: '2024-05-12',
        opens: '2024-04-27T16:00:00.000Z',
        due: '2024-05-12T15:59:59.999Z',
        nextDue: '2024-05-27T15:59:59.999Z',
      },
      {
        key: '2024-05-B',
        from: '2024-05-13',
        to: '2024-05-27',
        opens: '2024-05-12T16:00:00.000Z',
        due: '2024-05-27T15:59:59.999Z',
        nextDue: '2024-06-12T15:59:59.999Z',
      },
    ]);
  });

  it('of a week ends on its Sunday (R-HB20-19); of a month with the report of the 27th (R-AH24-20, A-03)', () => {
    const days = ({ key, from, to }: { key: string; from: string; to: string }) => [key, from, to];
    expect(periodsOf(weekly, { from: '2024-12-23', to: '2025-01-05' }, asWritten).map(days)).toEqual([
      ['2024-W52', '2024-12-23', '2024-12-29'],
      ['2025-W01', '2024-12-30', '2025-01-05'],
    ]);
    expect(periodsOf(monthly, { from: '2024-12-28', to: '2025-02-27' }, asWritten).map(days)).toEqual([
      ['2025-01', '2024-12-28', '2025-01-27'],
      ['2025-02', '2025-01-28', '2025-02-27'],
    ]);
  });

  it('keeps a due day that is a rest day as it is written, or rolls it forward where the policy says so (A-19)', () => {
    const [written] = periodsOf(fortnightly, { from: '2024-02-12', to: '2024-02-12' }, asWritten);
    expect(written).toMatchObject({ to: '2024-02-12', due: '2024-02-12T15:59:59.999Z' });
    // The Spring Festival of 2024 was 10 to 17 February; Sunday the 18th was worked.
    const [rolled] = periodsOf(fortnightly, { from: '2024-02-12', to: '2024-02-12' }, rollForward);
    expect(rolled).toMatchObject({ from: '2024-01-28', to: '2024-02-12', due: '2024-02-18T15:59:59.999Z' });
  });

  it.each([
    [
      'a working day with working days before it',
      '2024-03-27',
      ['03-13 opened', '03-22 three-days-before', '03-26 one-day-before', '03-27 due-day'],
    ],
    ['a Sunday: the last working day before it', '2024-05-12', ['04-28 opened', '05-09 three-days-before', '05-11 due-day']],
    ['the middle of the Spring Festival', '2024-02-12', ['01-28 opened', '02-09 due-day']],
  ])('reminds at nine; its due day is %s', (_what, due, expected) => {
    const [period] = periodsOf(fortnightly, { from: due, to: due }, asWritten);
    expect(period?.reminders.map(({ rung, at }) => `${at.slice(5, 10)} ${rung}`)).toEqual(expected);
    expect(period?.reminders.every(({ at }) => at.endsWith('T01:00:00.000Z'))).toBe(true);
  });

  it('is refused for days that not every month has, or that no week has', () => {
    const ask = (cadence: Cadence) => () => periodsOf(cadence, month('2024-05'), asWritten);
    for (const cadence of [
      { every: 'month', dueDay: 31 },
      { every: 'half-month', dueDays: [27, 12] },
      { every: 'week', dueWeekday: 0 },
    ] as const) {
      expect(ask(cadence)).toThrow(RangeError);
    }
    expect(() => periodsOf(monthly, { from: '2024-02-30', to: '2024-03-01' }, asWritten)).toThrow(RangeError);
  });

  it('follows the one before without a gap, and is reminded of within itself, whatever is asked for', () => {
    const cadence: fc.Arbitrary<Cadence> = fc.oneof(
      fc.uniqueArray(fc.integer({ min: 1, max: 28 }), { minLength: 2, maxLength: 2 }).map((days) => {
        const [first = 1, second = 2] = days.sort((a, b) => a - b);
        return { every: 'half-month' as const, dueDays: [first, second] as const };
      }),
      fc.integer({ min: 1, max: 28 }).map((dueDay) => ({ every: 'month' as const, dueDay })),
      fc.integer({ min: 1, max: 7 }).map((dueWeekday) => ({ every: 'week' as const, dueWeekday })),
    );
    const day = fc
      .integer({ min: 0, max: 2900 })
      .map((days) => new Date(Date.UTC(2019, 0, 1) + days * 86_400_000).toISOString().slice(0, 10));
    fc.assert(
      fc.property(
        cadence,
        day,
        fc.integer({ min: 0, max: 200 }),
        fc.constantFrom(asWritten, rollForward),
        (every, from, length, policy) => {
          const to = new Date(Date.parse(from) + length * 86_400_000).toISOString().slice(0, 10);
          const periods = periodsOf(every, { from, to }, policy);
          for (const [index, period] of periods.entries()) {
            expect(period.to >= from && period.to <= to && period.from <= period.to).toBe(true);
            const next = periods[index + 1];
            if (next !== undefined) {
              expect(Date.parse(next.from) - Date.parse(period.to)).toBe(86_400_000);
              expect(next.due).toBe(period.nextDue);
            }
            const instants = period.reminders.map(({ at }) => at);
            expect(instants).toEqual([...new Set(instants)].sort());
            expect(instants.every((at) => at > period.opens && at < period.due)).toBe(true);
          }
          expect(new Set(periods.map(({ key }) => key)).size).toBe(periods.length);
        },
      ),
      { numRuns: 200 },
    );
  });
});
