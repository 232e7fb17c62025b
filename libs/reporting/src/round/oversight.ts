import type { Cases } from '#case';
import type { Directory } from '#directory';
import { businessDay, type Clock, type Logger } from '#platform';
import type { ReportNotices } from '../notice-texts.ts';
import { type Obligation, obligationsOf } from '../obligation/obligations.ts';
import type { PeriodBooks } from '../obligation/period-book.ts';
import type { Schemes } from '../schemes.ts';
import { type School, schoolOf } from '../school.ts';
import { type Cause, standingOf } from '../standing/standing.ts';
import { openCase, settledUntil, standingProcess } from '../standing/standing-case.ts';
import type { LedgerStore } from '../store/ledger.store.ts';
import type { LookStore, LookWrite, NoticeWrite } from '../store/look.store.ts';
import type { NoticeRow, SchoolStore, StandingCaseRow } from '../store/school.store.ts';
import { dueNotices, missedRung, nextLook } from './due-notices.ts';
import { evidenceOf } from './evidence.ts';

export interface OversightParts {
  readonly ledger: LedgerStore;
  readonly schools: SchoolStore;
  readonly looks: LookStore;
  readonly directory: Directory;
  readonly cases: Pick<Cases, 'systemCommands'>;
  readonly notices: ReportNotices;
  readonly books: PeriodBooks;
  readonly schemes: Schemes;
  readonly clock: Clock;
  readonly logger: Logger;
}

const day = 86_400_000;

/** A school, all that is known of it, and the moment it is looked at. */
interface Sight {
  readonly tenant: string;
  readonly school: School;
  readonly obligations: readonly Obligation[];
  readonly causes: readonly Cause[];
  readonly misses: number;
  readonly cases: readonly StandingCaseRow[];
  readonly notices: readonly NoticeRow[];
  readonly now: Date;
}

/**
 * Sees to it that what follows from the ledger happens: schools are reminded, misses are told, a cause opens a case, a
 * cause that is gone lifts the flag. Everything follows from rows, each act has an id of its own, and so a look may be
 * taken at any time, again, and by several at once.
 */
export class Oversight {
  constructor(private readonly parts: OversightParts) {}

  /** Looks at schools of a tenant. @throws the first failure, when all have been looked at. */
  async look(tenant: string, ids: readonly string[]): Promise<void> {
    const { ledger, schools, looks, schemes, clock } = this.parts;
    const [participations, entries, cases, notices] = await Promise.all([
      ledger.participations(tenant, ids),
      ledger.entries(tenant, ids),
      schools.cases(tenant, ids),
      schools.notices(tenant, ids),
    ]);
    const [entriesOf, casesOf, noticesOf] = [bySchool(entries), bySchool(cases), bySchool(notices)];
    const now = clock.now();
    // Together, so that what they ask of the door shares its commits.
    const looked = await Promise.allSettled(
      participations.map(async (row): Promise<LookWrite> => {
        const id = row.school_id;
        const sight = this.sightOf(tenant, schoolOf(schemes.of(tenant), row, entriesOf(id)), {
          cases: casesOf(id),
          notices: noticesOf(id),
          now,
        });
        await this.actOnCauses(sight);
        return this.settlement(sight);
      }),
    );
    await looks.settle(
      tenant,
      looked.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : [])),
      now,
    );
    for (const result of looked) if (result.status === 'rejected') throw result.reason;
  }

  /** The same for a school that was written to; what fails is made up for by the next round. */
  async lookAfterChange(tenant: string, school: string): Promise<void> {
    try {
      await this.look(tenant, [school]);
    } catch (err) {
      this.parts.logger.warn({ err, tenant, school }, 'a school could not be looked at; the next round does it');
    }
  }

  private sightOf(tenant: string, school: School, rest: Pick<Sight, 'cases' | 'notices' | 'now'>): Sight {
    const { scheme, participation, violations } = school;
    const now = rest.now.toISOString();
    const range = { from: participation.from, to: businessDay(new Date(rest.now.getTime() + 62 * day)), now };
    const obligations = obligationsOf(school, this.parts.books.of(tenant), range);
    const standing = standingOf({ scheme, obligations, violations, settledUntil: settledUntil(rest.cases) });
    const misses = Math.max(0, ...Object.values(standing.streaks));
    return { tenant, school, obligations, causes: standing.causes, misses, ...rest };
  }

  private async actOnCauses(sight: Sight): Promise<void> {
    const { causes, cases } = sight;
    const open = openCase(cases);
    if (open === undefined || open.standing === null) {
      if (causes.length > 0) await this.openCase(sight, open?.number ?? cases.length + 1);
    } else if (causes.length === 0) {
      await this.lift(sight, open);
    } else if (open.circulated_at !== null && open.standing.some((state) => state.startsWith(standingProcess.circulated))) {
      await this.reportRelapses(sight, open, new Date(open.circulated_at * 1000).toISOString());
    }
  }

  /** Its number is put down first: whoever is interrupted in between begins the same case again. */
  private async openCase({ tenant, school, causes, notices, now }: Sight, number: number): Promise<void> {
    const { cases, looks, logger } = this.parts;
    const id = `flag/${school.id}/${number}`;
    await looks.registerCase(tenant, school.id, { number, instance: cases.systemCommands.caseOf(tenant, id), at: now });
    const fields = evidenceOf(school.scheme, causes, notices, now);
    const answer = await cases.systemCommands.start(tenant, { id, definition: standingProcess.key, organisation: school.id, fields });
    if (answer.kind === 'refused') throw new Error(`no case against ${school.id}: ${JSON.stringify(answer)}`);
    logger.info({ tenant, school: school.id, causes: causes.map(({ key }) => key) }, 'a case was opened against a school');
  }

  private async lift({ tenant, school }: Sight, { instance_id, number }: StandingCaseRow): Promise<void> {
    const reason = '免报、申诉成立、补报或重新认定后，标记的事由不再成立。';
    await this.signal(tenant, instance_id, {
      id: `lift/${school.id}/${number}/${school.version}`,
      signal: standingProcess.signals.lift,
      payload: { reason },
    });
  }

  /** What went wrong again after the circular (M5b). */
  private async reportRelapses({ tenant, school, obligations }: Sight, open: StandingCaseRow, since: string): Promise<void> {
    const { missed, slow } = standingProcess.signals;
    for (const { report, period, life } of obligations) {
      const payload = { report, period: period.key };
      const id = `${school.id}/${open.number}/${report}/${period.key}`;
      if (life.isMiss && period.due > since) await this.signal(tenant, open.instance_id, { id: `missed/${id}`, signal: missed, payload });
      if (life.isSlow && (life.foundAt ?? '') > since)
        await this.signal(tenant, open.instance_id, { id: `slow/${id}`, signal: slow, payload });
    }
  }

  /** A case that does not listen, or has heard it before, is as good as one that heard it now. */
  private async signal(tenant: string, instance: string, signal: Parameters<Cases['systemCommands']['signal']>[2]): Promise<void> {
    const answer = await this.parts.cases.systemCommands.signal(tenant, instance, signal);
    const isFine = answer.kind === 'accepted' || ['command.repeated', 'signal.not-now', 'case.finished'].includes(answer.code);
    if (!isFine) throw new Error(`refused: ${JSON.stringify(answer)}`);
  }

  private async settlement(sight: Sight): Promise<LookWrite> {
    const { school, obligations, now } = sight;
    const atLatest = new Date(now.getTime() + 30 * day).toISOString();
    return {
      school_id: school.id,
      version: school.version,
      look_at: nextLook(obligations, now.toISOString(), atLatest),
      notices: await this.noticesFor(sight),
    };
  }

  private async noticesFor({ tenant, school, obligations, notices, misses, now }: Sight): Promise<NoticeWrite[]> {
    const due = dueNotices(obligations, notices, now.toISOString());
    const lineage = due.length === 0 ? undefined : await this.parts.directory.lineage(tenant, school.id);
    if (lineage === undefined) return [];
    return due.map(({ obligation, rung }) => ({
      report: obligation.report,
      period: obligation.period.key,
      rung,
      message: this.parts.notices.ofRung(lineage, { obligation, rung, school: school.id, misses: rung === missedRung ? misses : 0 }),
    }));
  }
}

function bySchool<Row extends { readonly school_id: string }>(rows: readonly Row[]): (id: string) => readonly Row[] {
  const found = new Map<string, Row[]>();
  for (const row of rows) found.set(row.school_id, [...(found.get(row.school_id) ?? []), row]);
  return (id) => found.get(id) ?? [];
}
