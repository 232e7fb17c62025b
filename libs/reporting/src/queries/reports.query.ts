import type { Caller, Lineage } from '#directory';
import type { Fields, Form } from '#engine';
import { businessDay, type Database, isRefused, type Refusal } from '#platform';
import type { ReportKey } from '../commands/report-commands.ts';
import { reportForms } from '../form/report-forms.ts';
import { obligationsOf } from '../obligation/obligations.ts';
import type { Participation } from '../participation.ts';
import { ruleAt } from '../scheme.ts';
import { participationOf, type School, schoolOf } from '../school.ts';
import type { TracedRow } from '../store/ledger.store.ts';
import { type ObligationView, viewOfObligation } from './obligation-view.ts';
import type { StandingsParts } from './standings.query.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Days of the business zone, both included. */
export interface Range {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export interface CalendarView {
  readonly school: Named;
  readonly participation: Participation;
  readonly obligations: readonly ObligationView[];
}

export interface ReportView extends ObligationView {
  readonly school: Named;
  readonly basis: readonly string[];
  readonly form: Form & { readonly fields: Fields };
  readonly entries: readonly {
    readonly id: string;
    readonly kind: string;
    readonly at: string;
    readonly by?: Named;
    readonly reason?: string;
    readonly grace?: string;
    readonly detail?: string;
  }[];
  readonly reminders: readonly { readonly rung: string; readonly at: string; readonly sentAt?: string }[];
}

export interface ReportsParts extends StandingsParts {
  readonly database: Database;
}

const day = 86_400_000;

/** What one school owes, and each of its reports. */
export class Reports {
  constructor(private readonly parts: ReportsParts) {}

  /** The obligations due in a span of days; without one, from sixty days ago to forty-five days ahead. */
  async calendar(caller: Caller, school: string, range: Range): Promise<CalendarView | Refusal> {
    const found = await this.read(caller, school);
    if (isRefused(found)) return found;
    const { school: read, lineage } = found;
    const now = this.parts.clock.now();
    const from = range.from ?? businessDay(new Date(now.getTime() - 60 * day));
    const to = range.to ?? businessDay(new Date(now.getTime() + 45 * day));
    const obligations = obligationsOf(read, this.parts.books.of(caller.tenant), { from, to, now: now.toISOString() });
    return {
      school: namedSchool(lineage),
      participation: read.participation,
      obligations: obligations.map((obligation) => viewOfObligation(read.scheme, obligation)),
    };
  }

  /** A report with its form, what was filed, and all that was put down about it. */
  async report(caller: Caller, key: ReportKey): Promise<ReportView | Refusal> {
    const found = await this.read(caller, key.school);
    if (isRefused(found)) return found;
    const { school, lineage } = found;
    const { books, ledger, schools, clock, database } = this.parts;
    const now = clock.now();
    const range = { from: school.participation.from, to: businessDay(new Date(now.getTime() + 366 * day)), now: now.toISOString() };
    const obligation = obligationsOf(school, books.of(caller.tenant), range).find(
      ({ report, period }) => report === key.report && period.key === key.period,
    );
    if (obligation === undefined) return { kind: 'refused', code: 'report.unknown' };
    const { tenant } = caller;
    const [fields, trace, notices] = await Promise.all([
      ledger.content(database, tenant, key),
      ledger.trace(tenant, key),
      schools.notices(tenant, [key.school]),
    ]);
    const sent = new Map(
      notices.filter(({ report, period }) => report === key.report && period === key.period).map((row) => [row.rung, row]),
    );
    return {
      ...viewOfObligation(school.scheme, obligation),
      school: namedSchool(lineage),
      basis: ruleAt(school.scheme, key.report, obligation.period.to)?.basis ?? [],
      form: { ...reportForms[obligation.report], fields: fields ?? {} },
      entries: trace.map(entryView),
      reminders: obligation.period.reminders.map(({ rung, at }) => {
        const row = sent.get(rung);
        return row === undefined ? { rung, at } : { rung, at, sentAt: row.sent_at.toISOString() };
      }),
    };
  }

  async participation(caller: Caller, school: string): Promise<Participation | Refusal> {
    const lineage = await this.parts.reach.school(caller, school, 'report.read');
    if (isRefused(lineage)) return lineage;
    const [row] = await this.parts.ledger.participations(caller.tenant, [school]);
    return row === undefined ? unknownParticipation : participationOf(row);
  }

  private async read(caller: Caller, id: string): Promise<{ school: School; lineage: Lineage } | Refusal> {
    const { reach, ledger, schemes } = this.parts;
    const lineage = await reach.school(caller, id, 'report.read');
    if (isRefused(lineage)) return lineage;
    const [[row], entries] = await Promise.all([ledger.participations(caller.tenant, [id]), ledger.entries(caller.tenant, [id])]);
    return row === undefined ? unknownParticipation : { school: schoolOf(schemes.of(caller.tenant), row, entries), lineage };
  }
}

const unknownParticipation: Refusal = { kind: 'refused', code: 'participation.unknown' };

const namedSchool = ({ byKind: { school } }: Lineage): Named => ({ id: school?.id ?? '', name: school?.name ?? '' });

function entryView({ id, kind, at, person_id, person_name, reason, grace, detail }: TracedRow): ReportView['entries'][number] {
  return {
    id,
    kind,
    at: at.toISOString(),
    ...(person_id !== null && { by: { id: person_id, name: person_name ?? '' } }),
    ...(reason !== null && { reason }),
    ...(grace !== null && { grace: grace.toISOString() }),
    ...(detail !== null && { detail }),
  };
}
