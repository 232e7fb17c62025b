import type { Period } from '#calendar';
import type { Caller } from '#directory';
import type { Text } from '#engine';
import { businessDay, type Clock, isRefused, type Refusal, refuse } from '#platform';
import type { Reach } from '../commands/reach.ts';
import { obligationsOf } from '../obligation/obligations.ts';
import type { PeriodBook, PeriodBooks } from '../obligation/period-book.ts';
import { stateTitles } from '../obligation/state-titles.ts';
import { type Report, ruleOf, type Scheme } from '../scheme.ts';
import type { Schemes } from '../schemes.ts';
import { type School, schoolOf } from '../school.ts';
import { type Cause, obligationsIn, type Standing, standingOf } from '../standing/standing.ts';
import { openCase, settledUntil } from '../standing/standing-case.ts';
import type { EntryRow, LedgerStore } from '../store/ledger.store.ts';
import type { ListedSchoolRow, NoticeRow, SchoolStore, StandingCaseRow } from '../store/school.store.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** A part of a list, and where the next part begins. */
export interface SchoolPage<Row> {
  readonly items: readonly Row[];
  readonly next?: string;
}

export interface SchoolPageRequest {
  readonly limit: number;
  readonly after?: string | undefined;
}

export interface StandingView {
  readonly school: Named;
  readonly city?: Named;
  readonly scheme: string;
  /** M5b before a case: good, missed1, missed2; or flagged. */
  readonly view: Standing['view'];
  readonly streaks: Standing['streaks'];
  readonly causes: readonly CauseView[];
  /** The case under way. */
  readonly case?: { readonly instance: string; readonly states: readonly string[]; readonly openedAt: string };
}

/** Why a school is flagged, with what it rests on. */
export interface CauseView {
  readonly kind: Cause['kind'];
  readonly rule: string;
  readonly violation?: string;
  readonly obligations: readonly {
    readonly report: string;
    readonly title: Text;
    readonly period: string;
    readonly from: string;
    readonly to: string;
    readonly due: string;
    readonly state: string;
    readonly stateTitle: Text;
    readonly appeal?: string;
    readonly submittedAt?: string;
    readonly notices: readonly { readonly rung: string; readonly sentAt: string }[];
  }[];
}

export interface GridView extends SchoolPage<GridRow> {
  readonly report: string;
  readonly periods: readonly { readonly key: string; readonly from: string; readonly to: string; readonly due: string }[];
}

export interface GridRow {
  readonly school: Named;
  readonly city?: Named;
  /** By the key of the period; a period in which the school owed nothing is left out. */
  readonly cells: Readonly<Record<string, GridCell>>;
}

interface GridCell {
  readonly state: string;
  readonly stateTitle: Text;
  readonly isMiss: boolean;
  readonly appeal?: string;
}

export interface GridRequest extends SchoolPageRequest {
  readonly report: Report;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export interface StandingsParts {
  readonly ledger: LedgerStore;
  readonly schools: SchoolStore;
  readonly reach: Reach;
  readonly books: PeriodBooks;
  readonly schemes: Schemes;
  readonly clock: Clock;
}

const day = 86_400_000;

/** A page goes on after a school's path. */
const cursor = /^([0-9a-f-]{36}\/)+$/;

/** How schools stand, for their offices. */
export class Standings {
  constructor(private readonly parts: StandingsParts) {}

  /** School by period, in the order of the organisation tree. Without days, the last sixty and the next twenty. */
  async grid(caller: Caller, { report, limit, after, ...range }: GridRequest): Promise<GridView | Refusal> {
    const { ledger, books, clock } = this.parts;
    const schemes = this.parts.schemes.of(caller.tenant);
    const book = books.of(caller.tenant);
    const withReport = [...schemes.values()].filter((scheme) => scheme.reports.some((rule) => rule.report === report));
    const listed = await this.list(caller, { limit, after, schemes: withReport.map(({ key }) => key) });
    if (isRefused(listed)) return listed;
    const now = clock.now();
    const from = range.from ?? businessDay(new Date(now.getTime() - 60 * day));
    const to = range.to ?? businessDay(new Date(now.getTime() + 20 * day));
    const periods = periodsIn(withReport, report, book, { from, to });
    const ids = listed.rows.map(({ school_id }) => school_id);
    const entries = bySchool(
      await ledger.entriesOfPeriods(
        caller.tenant,
        ids,
        report,
        periods.map(({ key }) => key),
      ),
    );
    const items = listed.rows.map((row): GridRow => {
      const school = schoolOf(schemes, row, entries.get(row.school_id) ?? []);
      const cells = obligationsOf(school, book, { from, to, now: now.toISOString() })
        .filter((obligation) => obligation.report === report)
        .map(({ period, life: { state, isMiss, appeal } }) => [
          period.key,
          { state, stateTitle: stateTitles[state], isMiss, ...(appeal !== undefined && { appeal }) },
        ]);
      return { ...namesOf(row), cells: Object.fromEntries(cells) };
    });
    return {
      report,
      periods: periods.map(({ key, from: first, to: last, due }) => ({ key, from: first, to: last, due })),
      items,
      ...(listed.next !== undefined && { next: listed.next }),
    };
  }

  async page(caller: Caller, request: SchoolPageRequest): Promise<SchoolPage<StandingView> | Refusal> {
    const listed = await this.list(caller, request);
    if (isRefused(listed)) return listed;
    return { items: await this.views(caller.tenant, listed.rows), ...(listed.next !== undefined && { next: listed.next }) };
  }

  async one(caller: Caller, school: string): Promise<StandingView | Refusal> {
    const lineage = await this.parts.reach.school(caller, school, 'report.read');
    if (isRefused(lineage)) return lineage;
    const [row] = await this.parts.ledger.participations(caller.tenant, [school]);
    if (row === undefined) return { kind: 'refused', code: 'participation.unknown' };
    const { school: own, city } = lineage.byKind;
    const names = { name: own?.name ?? '', path: lineage.path, city_id: city?.id ?? null, city_name: city?.name ?? null };
    const [view] = await this.views(caller.tenant, [{ ...row, ...names }]);
    return view ?? { kind: 'refused', code: 'participation.unknown' };
  }

  private async list(
    caller: Caller,
    { limit, after, schemes }: SchoolPageRequest & { readonly schemes?: readonly string[] },
  ): Promise<{ rows: ListedSchoolRow[]; next?: string } | Refusal> {
    if (after !== undefined && !cursor.test(after)) throw refuse('page.cursor-invalid');
    const scopes = this.parts.reach.scopes(caller, 'report.read');
    if ('kind' in scopes) return scopes;
    const rows = await this.parts.schools.list(caller.tenant, { scopes, after: after ?? '', schemes, limit: limit + 1 });
    const shown = rows.slice(0, limit);
    const next = rows.length > limit ? shown.at(-1)?.path : undefined;
    return { rows: shown, ...(next !== undefined && { next }) };
  }

  private async views(tenant: string, rows: readonly ListedSchoolRow[]): Promise<StandingView[]> {
    const { ledger, schools, books, clock } = this.parts;
    const schemes = this.parts.schemes.of(tenant);
    const book = books.of(tenant);
    const ids = rows.map(({ school_id }) => school_id);
    const [entries, cases, notices] = await Promise.all([
      ledger.entries(tenant, ids).then(bySchool<EntryRow>),
      schools.cases(tenant, ids).then(bySchool<StandingCaseRow>),
      schools.notices(tenant, ids).then(bySchool<NoticeRow>),
    ]);
    const now = clock.now().toISOString();
    return rows.map((row) => {
      const id = row.school_id;
      const school = schoolOf(schemes, row, entries.get(id) ?? []);
      const own = cases.get(id) ?? [];
      const standing = standingNow(school, book, { now, settledUntil: settledUntil(own) });
      return viewOf(school, row, { standing, open: openCase(own), notices: notices.get(id) ?? [] });
    });
  }
}

/** The columns of a grid: schemes that ask for the same report may do so in other periods. */
function periodsIn(schemes: readonly Scheme[], report: string, book: PeriodBook, { from, to }: { from: string; to: string }): Period[] {
  const rules = schemes.flatMap((scheme) => scheme.reports.filter((rule) => rule.report === report));
  const found = new Map<string, Period>();
  for (const period of rules.flatMap((rule) => book.between(rule, from, to))) if (!found.has(period.key)) found.set(period.key, period);
  return [...found.values()].sort((one, other) => (one.to < other.to ? -1 : 1));
}

const namesOf = ({ school_id, name, city_id, city_name }: ListedSchoolRow): { readonly school: Named; readonly city?: Named } => ({
  school: { id: school_id, name },
  ...(city_id !== null && { city: { id: city_id, name: city_name ?? '' } }),
});

/** A school's standing at an instant, from everything in its ledger. */
function standingNow(
  school: School,
  book: PeriodBook,
  { now, settledUntil: settled }: { readonly now: string; readonly settledUntil: string | undefined },
): Standing {
  const { scheme, participation, violations } = school;
  const obligations = obligationsOf(school, book, { from: participation.from, to: businessDay(new Date(Date.parse(now) + 31 * day)), now });
  return standingOf({ scheme, obligations, violations, settledUntil: settled });
}

function viewOf(
  school: School,
  row: ListedSchoolRow,
  { standing, open, notices }: { standing: Standing; open: StandingCaseRow | undefined; notices: readonly NoticeRow[] },
): StandingView {
  const { view, streaks, causes } = standing;
  return {
    ...namesOf(row),
    scheme: school.scheme.key,
    view,
    streaks,
    causes: causes.map((cause) => causeView(school.scheme, cause, notices)),
    ...(open !== undefined && {
      case: { instance: open.instance_id, states: open.standing ?? [], openedAt: open.opened_at.toISOString() },
    }),
  };
}

function causeView(scheme: Scheme, cause: Cause, notices: readonly NoticeRow[]): CauseView {
  return {
    kind: cause.kind,
    rule: cause.rule,
    ...(cause.kind === 'violation' && { violation: cause.violation.kind }),
    obligations: obligationsIn(cause).map(({ report, period, life: { state, submittedAt, appeal } }) => ({
      report,
      title: ruleOf(scheme, report)?.title ?? { zh: report },
      period: period.key,
      from: period.from,
      to: period.to,
      due: period.due,
      state,
      stateTitle: stateTitles[state],
      ...(appeal !== undefined && { appeal }),
      ...(submittedAt !== undefined && { submittedAt }),
      notices: notices
        .filter((row) => row.report === report && row.period === period.key)
        .map(({ rung, sent_at }) => ({ rung, sentAt: sent_at.toISOString() })),
    })),
  };
}

function bySchool<Row extends { readonly school_id: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const known = found.get(row.school_id);
    if (known === undefined) found.set(row.school_id, [row]);
    else known.push(row);
  }
  return found;
}
