import type { Period } from '#calendar';
import type { Caller } from '#directory';
import { type Amendments, businessDay, type Clock, type Database, isRefused, type Refusal, statement } from '#platform';
import type { PeriodBook, PeriodBooks } from '../obligation/period-book.ts';
import type { Report, ReportRule, Scheme } from '../scheme.ts';
import { changedRules, type SchemeDraft } from '../scheme-change.ts';
import { type SchemeChange, type Schemes, schemeAmendments } from '../schemes.ts';

/** What a change comes to, before it is made or after. */
export interface SchemeChanged {
  readonly kind: 'changed';
  /** Schools that report by it. */
  readonly schools: number;
  /** The first periods that are other than they were, by their report. */
  readonly periods: readonly { readonly report: Report; readonly periods: readonly Period[] }[];
  /** The reports that are asked for no more, with the last day of their last period. */
  readonly ended: readonly { readonly report: Report; readonly until: string }[];
}

export interface Amending {
  readonly caller: Pick<Caller, 'tenant' | 'person'>;
  /** Key of the scheme. */
  readonly key: string;
  /** How often it was changed when it was looked at. */
  readonly version: number;
}

const countSchools = statement('scheme.schools', 'SELECT count(*)::integer AS count FROM participation WHERE tenant = $1 AND scheme = $2');
/** Periods are told to each school at its own instant: all of them are looked at again. */
const wake = statement('scheme.wake', 'UPDATE participation SET look_at = $3 WHERE tenant = $1 AND scheme = $2');
const findUsed = statement(
  'scheme.used-periods',
  `SELECT min(e.period) AS period FROM participation p JOIN report_entry e ON e.tenant = p.tenant AND e.school_id = p.school_id
   WHERE p.tenant = $1 AND p.scheme = $2 AND e.report = $3 AND e.period = ANY($4::text[])`,
);

export interface SchemeCommandsParts {
  readonly schemes: Schemes;
  readonly amendments: Amendments;
  readonly database: Database;
  readonly books: PeriodBooks;
  readonly clock: Clock;
}

/** How an office changes what schools report and when: from a day on that is still to come. */
export class SchemeCommands {
  constructor(private readonly parts: SchemeCommandsParts) {}

  /** What `amend` would do, and nothing of it. @returns a refusal: as `amend` */
  async preview(amending: Amending, draft: SchemeDraft): Promise<SchemeChanged | Refusal> {
    const planned = await this.plan(amending, draft);
    return 'kind' in planned ? planned : this.effects(amending, planned.before, planned.reports);
  }

  /** @returns a refusal: `scheme.unknown`, `scheme.changed`, `scheme.pending`, `scheme.since-past`, `scheme.period-used`, and those of the days */
  async amend(amending: Amending, draft: SchemeDraft, source: string): Promise<SchemeChanged | Refusal> {
    const planned = await this.plan(amending, draft);
    if ('kind' in planned) return planned;
    const content: SchemeChange = { since: draft.since, reports: planned.reports };
    const effects = await this.effects(amending, planned.before, planned.reports);
    return (await this.add(amending, { content, source, act: 'scheme.amend' }, planned.before)) ? effects : changedMeanwhile;
  }

  /** Takes the latest change back, before any of its periods has begun. @returns a refusal: as `amend`, and `scheme.not-pending` */
  async withdraw(amending: Amending, reason: string): Promise<{ readonly kind: 'withdrawn' } | Refusal> {
    const { caller, key } = amending;
    const before = await this.seen(amending);
    if ('code' in before) return before;
    const latest = this.parts.schemes.changesOf(caller.tenant, key).changes.at(-1);
    const content = latest?.content as SchemeChange | undefined;
    if (content === undefined || content.since <= this.today()) return { kind: 'refused', code: 'scheme.not-pending' };
    const isAdded = await this.add(amending, { content: null, source: reason, act: 'scheme.withdraw' }, before);
    return isAdded ? { kind: 'withdrawn' } : changedMeanwhile;
  }

  private async plan(
    amending: Amending,
    draft: SchemeDraft,
  ): Promise<{ readonly before: Scheme; readonly reports: readonly ReportRule[] } | Refusal> {
    const { caller, key } = amending;
    const before = await this.seen(amending);
    if ('code' in before) return before;
    const today = this.today();
    if (draft.since <= today) return { kind: 'refused', code: 'scheme.since-past', params: { since: draft.since, today } };
    const latest = this.parts.schemes.changesOf(caller.tenant, key).changes.at(-1)?.content as SchemeChange | undefined;
    if (latest !== undefined && latest.since > today) return { kind: 'refused', code: 'scheme.pending', params: { since: latest.since } };
    const shipped = [...this.parts.schemes.shipped.values()].flatMap(({ reports }) => reports);
    const known = new Map(shipped.map((rule) => [rule.report, rule]));
    const reports = changedRules(before, draft, { known, book: this.book(caller.tenant) });
    if (isRefused(reports)) return reports;
    if (JSON.stringify(reports) === JSON.stringify(before.reports)) return { kind: 'refused', code: 'scheme.same' };
    const used = await this.usedPeriod(amending, before, reports);
    return used === undefined ? { before, reports } : { kind: 'refused', code: 'scheme.period-used', params: { period: used } };
  }

  /** The scheme as it is, if it is what the caller saw. */
  private async seen({ caller: { tenant }, key, version }: Amending): Promise<Scheme | Refusal> {
    const { amendments, schemes } = this.parts;
    await amendments.refresh();
    const scheme = schemes.of(tenant).get(key);
    if (scheme === undefined) return { kind: 'refused', code: 'scheme.unknown', params: { scheme: key } };
    return schemes.changesOf(tenant, key).version === version ? scheme : changedMeanwhile;
  }

  private async add(
    { caller: { tenant, person }, key, version }: Amending,
    { content, source, act }: { readonly content: SchemeChange | null; readonly source: string; readonly act: string },
    before: Scheme,
  ): Promise<boolean> {
    const { amendments, clock } = this.parts;
    const at = clock.now();
    const told = content === null ? {} : { since: content.since, ...daysOf(content.reports) };
    const subject = { kind: 'scheme', id: key };
    const audit = {
      tenant,
      person,
      at,
      act,
      subject,
      before: { name: before.title.zh, ...daysOf(before.reports) },
      after: told,
      comment: source,
    };
    const write = { kind: schemeAmendments, key, number: version + 1, content, source };
    return amendments.add(write, audit, (tx) => tx.query(wake, [tenant, key, at]));
  }

  private async effects({ caller: { tenant }, key }: Amending, before: Scheme, reports: readonly ReportRule[]): Promise<SchemeChanged> {
    const book = this.book(tenant);
    const added = reports.filter((rule) => rule.until === undefined && !before.reports.includes(rule));
    const present = new Set(reports.filter(({ until }) => until === undefined).map(({ report }) => report));
    const [row] = await this.parts.database.query<{ count: number }>(countSchools, [tenant, key]);
    return {
      kind: 'changed',
      schools: row?.count ?? 0,
      periods: added.map((rule) => ({
        report: rule.report,
        periods: book.between(rule, rule.since ?? '', yearAfter(rule.since ?? '')).slice(0, 4),
      })),
      ended: reports.flatMap(({ report, until }) => (until === undefined || present.has(report) ? [] : [{ report, until }])),
    };
  }

  /** A period that would be none any more, and of which something is on record already: an exemption given beforehand. */
  private async usedPeriod(
    { caller: { tenant }, key }: Amending,
    before: Scheme,
    reports: readonly ReportRule[],
  ): Promise<string | undefined> {
    const book = this.book(tenant);
    for (const rule of before.reports) {
      const until = reports.find((other) => other.report === rule.report && other.since === rule.since)?.until;
      if (rule.until !== undefined || until === undefined) continue;
      const gone = book.between(rule, dayAfter(until), yearAfter(until)).map((period) => period.key);
      const [row] = await this.parts.database.query<{ period: string | null }>(findUsed, [tenant, key, rule.report, gone]);
      if (row !== undefined && row.period !== null) return row.period;
    }
    return undefined;
  }

  private book(tenant: string): PeriodBook {
    return this.parts.books.of(tenant);
  }

  private today(): string {
    return businessDay(this.parts.clock.now());
  }
}

const changedMeanwhile: Refusal = { kind: 'refused', code: 'scheme.changed' };

const day = 86_400_000;
const dayAfter = (date: string): string => new Date(Date.parse(date) + day).toISOString().slice(0, 10);
const yearAfter = (date: string): string => new Date(Date.parse(date) + 366 * day).toISOString().slice(0, 10);

/** What is put on record: by report, its due days now. */
const daysOf = (reports: readonly ReportRule[]): Readonly<Record<string, string>> =>
  Object.fromEntries(reports.filter(({ until }) => until === undefined).map(({ report, cadence }) => [report, written(cadence)]));

function written(cadence: ReportRule['cadence']): string {
  if (cadence.every === 'half-month') return cadence.dueDays.join('、');
  return String(cadence.every === 'month' ? cadence.dueDay : cadence.dueWeekday);
}
