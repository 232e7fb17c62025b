import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Instant, type Period, workingCalendar } from '#calendar';
import china from '../../../../config/calendars/china.json' with { type: 'json' };
import { anhuiReports, hubeiReports } from '../../../../config/policies/report-schemes.ts';
import type { EntryKind } from '../obligation/entry.ts';
import { type LedgerEntry, ledgerOf, obligationsOf } from '../obligation/obligations.ts';
import { PeriodBook } from '../obligation/period-book.ts';
import type { Participation } from '../participation.ts';
import type { Scheme } from '../scheme.ts';
import { standingOf, type Violation } from './standing.ts';

const book = new PeriodBook(workingCalendar(china));
const day = 86_400_000;
const years = { from: '2024-01-13', to: '2024-07-12' };
const end: Instant = '2024-07-13T00:00:00.000Z';

interface History {
  readonly scheme: Scheme;
  readonly entries: readonly LedgerEntry[];
  readonly suspensions?: Participation['suspensions'];
  readonly now?: Instant;
  readonly violations?: readonly Violation[];
  readonly settledUntil?: Instant;
}

const participationOf = ({ scheme, suspensions = [] }: History): Participation => ({ scheme: scheme.key, from: years.from, suspensions });

function standing(history: History) {
  const { scheme, entries, now = end, violations = [], settledUntil } = history;
  const reporter = { scheme, participation: participationOf(history), ledger: ledgerOf(entries) };
  const obligations = obligationsOf(reporter, book, { ...years, now });
  return standingOf({ scheme, obligations, violations, settledUntil });
}

const flagsOf = (history: History) =>
  standing(history).causes.flatMap((cause) =>
    cause.kind === 'misses' ? [cause.obligations.map(({ period }) => `${cause.report} ${period.key}`)] : [],
  );

/** Those of the half-year that is looked at, by their scheme. */
const periodsOf = new Map(
  [anhuiReports, hubeiReports].map((scheme) => {
    const [rule] = scheme.reports;
    const found = rule === undefined ? [] : book.between(rule, years.from, years.to).filter(({ from }) => from >= years.from);
    return [scheme.key, found] as const;
  }),
);
const periods = ({ key }: Scheme): readonly Period[] => periodsOf.get(key) ?? [];

/** Instants as they are written: writing them was a third of what a hundred thousand histories took. */
const written = new Map<string, Instant>();
function daysAfter(due: Instant, days: number): Instant {
  const key = `${due} ${days}`;
  const known = written.get(key);
  if (known !== undefined) return known;
  const instant = new Date(Date.parse(due) + days * day).toISOString();
  written.set(key, instant);
  return instant;
}

/** An entry about the n-th period, some days after its due instant (before, where negative). */
function entry(scheme: Scheme, place: number, kind: EntryKind, days: number, more: { id?: string; grace?: number } = {}): LedgerEntry {
  const period = periods(scheme)[place];
  if (period === undefined) throw new Error(`there is no period ${place}`);
  const at = (after: number): Instant => daysAfter(period.due, after);
  const report = scheme.reports[0]?.report ?? '';
  const { id = `${place} ${kind} ${days}`, grace } = more;
  return { id, report, period: period.key, kind, at: at(days), ...(grace !== undefined && { grace: at(grace) }) };
}

describe('three reports missed in a row', () => {
  const filed = (scheme: Scheme, ...but: number[]) =>
    periods(scheme).flatMap((_period, place) => (but.includes(place) ? [] : [entry(scheme, place, 'submitted', -1)]));

  it('flag a school; two do not, and neither do three with one filed in between (R-AH21-35)', () => {
    expect(flagsOf({ scheme: anhuiReports, entries: filed(anhuiReports, 2, 3, 4) })).toEqual([
      ['fortnightly 2024-02-B', 'fortnightly 2024-03-A', 'fortnightly 2024-03-B'],
    ]);
    expect(flagsOf({ scheme: anhuiReports, entries: filed(anhuiReports, 2, 3) })).toEqual([]);
    expect(flagsOf({ scheme: anhuiReports, entries: filed(anhuiReports, 2, 3, 5) })).toEqual([]);
  });

  it('only when the third is over: missed1 and missed2 are what the ledger shows before', () => {
    const entries = filed(anhuiReports, 2, 3, 4);
    const views = [1, 2, 3, 4].map((place) => {
      const now = new Date(Date.parse(periods(anhuiReports)[place]?.due ?? '') + 1).toISOString();
      return standing({ scheme: anhuiReports, entries: entries.filter(({ at }) => at < now), now }).view;
    });
    expect(views).toEqual(['good', 'missed1', 'missed2', 'flagged']);
  });

  it('filed late: before the next is due it is filled in for Anhui; for Hubei it is not on time (A-02)', () => {
    const late = (scheme: Scheme, days: number) => [...filed(scheme, 2, 3, 4), entry(scheme, 4, 'submitted', days)];
    expect(flagsOf({ scheme: anhuiReports, entries: late(anhuiReports, 10) })).toEqual([]);
    expect(flagsOf({ scheme: anhuiReports, entries: late(anhuiReports, 30) })).toHaveLength(1);
    expect(flagsOf({ scheme: hubeiReports, entries: late(hubeiReports, 1) })).toHaveLength(1);
  });

  it('a late exemption or an accepted appeal lifts the flag; a dismissed one does not', () => {
    const missed = filed(anhuiReports, 2, 3, 4);
    const appeal = entry(anhuiReports, 3, 'appealed', 40);
    expect(flagsOf({ scheme: anhuiReports, entries: [...missed, entry(anhuiReports, 3, 'exempted', 90)] })).toEqual([]);
    expect(flagsOf({ scheme: anhuiReports, entries: [...missed, appeal, entry(anhuiReports, 3, 'appeal-accepted', 60)] })).toEqual([]);
    expect(flagsOf({ scheme: anhuiReports, entries: [...missed, appeal, entry(anhuiReports, 3, 'appeal-dismissed', 60)] })).toHaveLength(1);
    expect(flagsOf({ scheme: anhuiReports, entries: [...missed, entry(anhuiReports, 3, 'appeal-accepted', 60)] })).toHaveLength(1);
  });

  it('an excused period is not among those due: the misses around it are in a row', () => {
    const entries = [...filed(anhuiReports, 2, 3, 4, 5), entry(anhuiReports, 3, 'exempted', -5)];
    expect(flagsOf({ scheme: anhuiReports, entries })).toEqual([
      ['fortnightly 2024-02-B', 'fortnightly 2024-03-B', 'fortnightly 2024-04-A'],
    ]);
    const suspensions = [{ from: '2024-03-01', to: '2024-03-31', reason: '停课' }];
    expect(flagsOf({ scheme: anhuiReports, entries: filed(anhuiReports, 2, 3, 4), suspensions })).toEqual([]);
  });

  it('returned and not filed again within its grace, it is missed after all', () => {
    const returned = entry(anhuiReports, 4, 'returned', 1, { grace: 5 });
    const entries = [...filed(anhuiReports, 2, 3), returned];
    expect(flagsOf({ scheme: anhuiReports, entries })).toHaveLength(1);
    expect(flagsOf({ scheme: anhuiReports, entries: [...entries, entry(anhuiReports, 4, 'submitted', 4)] })).toEqual([]);
  });

  it('what a closed case dealt with does not count again', () => {
    const scheme = anhuiReports;
    const dueOf = (place: number) => periods(scheme)[place]?.due;
    const settled = (place: number, ...missed: number[]) => ({
      scheme,
      entries: filed(scheme, ...missed),
      settledUntil: dueOf(place) ?? '',
    });
    expect(flagsOf(settled(4, 2, 3, 4))).toEqual([]);
    expect(flagsOf(settled(4, 2, 3, 4, 5, 6))).toEqual([]);
    expect(flagsOf(settled(4, 2, 3, 4, 5, 6, 7))).toHaveLength(1);
  });
});

describe('other causes', () => {
  it('slow progress, found by monitoring, until it is found otherwise (R-AH24-21)', () => {
    const entries: LedgerEntry[] = (['submitted', 'uploaded', 'monitored', 'found-slow'] as const).map((kind, index) => ({
      id: kind,
      kind,
      at: `2024-03-${20 + index}T01:00:00.000Z`,
      report: 'monthly',
      period: '2024-03',
    }));
    const corrected: LedgerEntry = {
      id: 'later',
      kind: 'found-normal',
      at: '2024-04-02T01:00:00.000Z',
      report: 'monthly',
      period: '2024-03',
    };
    const kinds = (all: readonly LedgerEntry[]) =>
      standing({ scheme: anhuiReports, entries: all }).causes.map(({ kind, rule }) => `${kind} ${rule}`);
    expect(kinds(entries)).toContain('slow R-AH24-21');
    expect(kinds([...entries, corrected])).not.toContain('slow R-AH24-21');
  });

  it('lax management or irregular funds in Hubei, not in Anhui (R-HB20-20)', () => {
    const violations: Violation[] = [{ id: '1', at: '2024-03-01T00:00:00.000Z', kind: 'funds' }];
    const kinds = (scheme: Scheme) => standing({ scheme, entries: [], violations }).causes.map(({ kind }) => kind);
    expect(kinds(hubeiReports)).toContain('violation');
    expect(kinds(anhuiReports)).not.toContain('violation');
  });
});

/**
 * The same question asked in the plainest way, apart from everything above: for each period one letter, X for missed, o
 * for done, nothing for excused or still open, by walking through time in steps of entries; then XXX is looked for.
 */
function naive({ scheme, entries, suspensions = [], now = end }: History): number {
  const [rule] = scheme.reports;
  const timed = entries.filter(({ report }) => report === rule?.report).map((one) => ({ ...one, time: Date.parse(one.at) }));
  timed.sort((a, b) => a.time - b.time || (a.id < b.id ? -1 : 1));
  const stories = new Map<string, typeof timed>(periods(scheme).map(({ key }) => [key, []]));
  for (const one of timed) stories.get(one.period)?.push(one);
  const line = periods(scheme).map((period) => {
    const story = stories.get(period.key) ?? [];
    if (story.some(({ kind }) => kind === 'exempted')) return '';
    if (suspensions.some(({ from, to = '9999' }) => from <= period.to && period.to <= to)) return '';
    let appealed = false;
    let deadline = Date.parse(period.due);
    let filed: 'no' | 'in time' | 'late, healed' | 'late' = 'no';
    let isReviewed = false;
    for (const { kind, at, grace, time } of story) {
      if (kind === 'appealed') appealed = true;
      if (kind === 'appeal-accepted' && appealed) return '';
      if (kind === 'appeal-dismissed') appealed = false;
      if (kind === 'submitted' && filed === 'no') {
        if (time <= deadline) filed = 'in time';
        else filed = time <= Date.parse(period.nextDue) ? 'late, healed' : 'late';
      } else if (kind === 'accepted' && filed === 'in time') isReviewed = true;
      else if (kind === 'returned' && filed === 'in time' && !isReviewed) {
        filed = 'no';
        deadline = Date.parse(grace ?? at);
      }
    }
    // What is written down has happened, also when a clock was turned back since.
    const present = Math.max(Date.parse(now), ...story.map(({ time }) => time));
    const isReturned = deadline !== Date.parse(period.due);
    if (filed === 'no' && present <= deadline) return isReturned ? 'o' : '';
    if (filed === 'in time') return 'o';
    if (filed === 'late, healed') return rule?.streak?.missMeans === 'notFilled' ? 'o' : 'X';
    return 'X';
  });
  return line.join('').match(/X{3,}/g)?.length ?? 0;
}

const kinds: EntryKind[] = [
  'saved',
  'submitted',
  'submitted',
  'accepted',
  'returned',
  'exempted',
  'appealed',
  'appeal-accepted',
  'appeal-dismissed',
];

/** What may be put down about one period: mostly nothing or a report in time, now and then anything at all. */
const storyOf = (scheme: Scheme, place: number): fc.Arbitrary<LedgerEntry[]> => {
  const anything = fc
    .array(
      fc.tuple(
        fc.constantFrom(...kinds),
        fc.integer({ min: -12, max: 40 }),
        fc.integer({ min: 0, max: 9 }),
        fc.integer({ min: -5, max: 30 }),
      ),
      {
        maxLength: 5,
      },
    )
    .map((story) =>
      story.map(([kind, days, id, grace], index) => entry(scheme, place, kind, days, { id: `${id}-${place}-${index}`, grace })),
    );
  return fc.oneof(
    { weight: 5, arbitrary: fc.constant<LedgerEntry[]>([]) },
    { weight: 2, arbitrary: fc.constant<LedgerEntry[]>([entry(scheme, place, 'submitted', -1)]) },
    { weight: 3, arbitrary: anything },
  );
};

const historyOf = (scheme: Scheme): fc.Arbitrary<History> =>
  fc
    .tuple(
      fc.tuple(
        ...periods(scheme)
          .slice(0, 12)
          .map((_period, place) => storyOf(scheme, place)),
      ),
      fc.option(fc.integer({ min: 1, max: 6 }), { freq: 8, nil: undefined }),
      fc.integer({ min: 0, max: 180 }),
    )
    .map(([stories, month, days]) => ({
      scheme,
      entries: stories.flat(),
      suspensions: month === undefined ? [] : [{ from: `2024-0${month}-05`, to: `2024-0${month}-25`, reason: '停课' }],
      now: new Date(Date.parse('2024-01-20T00:00:00.000Z') + days * day).toISOString(),
    }));

const historyArbitrary = fc.oneof(historyOf(anhuiReports), historyOf(hubeiReports));

describe('randomised histories', () => {
  it('flag a school exactly when three in a row are missed, in whatever order it became known', () => {
    let flagged = 0;
    fc.assert(
      fc.property(historyArbitrary, fc.infiniteStream(fc.nat()), (history, chance) => {
        const expected = naive(history);
        if (expected > 0) flagged += 1;
        const flags = flagsOf(history);
        if (flags.length !== expected) throw new Error(`${flags.length} flags, not ${expected}`);
        const shuffled = history.entries.map((one) => [chance.next().value ?? 0, one] as const).sort(([a], [b]) => a - b);
        const other = flagsOf({ ...history, entries: shuffled.map(([, one]) => one) });
        if (JSON.stringify(other) !== JSON.stringify(flags)) throw new Error('the order of arrival matters');
      }),
      { numRuns: 100_000 },
    );
    expect(flagged).toBeGreaterThan(20_000);
    expect(flagged).toBeLessThan(80_000);
  }, 240_000);

  it('once flagged, an exemption of every miss or an accepted appeal against each clears the school', () => {
    fc.assert(
      fc.property(historyArbitrary, fc.boolean(), (history, byAppeal) => {
        const flags = flagsOf(history).flat();
        const places = periods(history.scheme).flatMap(({ key }, place) => (flags.some((flag) => flag.endsWith(` ${key}`)) ? [place] : []));
        const cures = places.flatMap((place) =>
          byAppeal
            ? [entry(history.scheme, place, 'appealed', 100), entry(history.scheme, place, 'appeal-accepted', 101)]
            : [entry(history.scheme, place, 'exempted', 100)],
        );
        return flagsOf({ ...history, entries: [...history.entries, ...cures] }).length === 0;
      }),
      { numRuns: 3000 },
    );
  });
});
