import type { WorkingCalendar } from '#calendar';
import type { FactQuestion } from '#case';
import type { FactCatalogue, Fields } from '#engine';
import { businessDay, type Database, isId } from '#platform';
import { obligationsOf } from '../obligation/obligations.ts';
import { PeriodBook } from '../obligation/period-book.ts';
import type { Schemes } from '../schemes.ts';
import { schoolOf } from '../school.ts';
import { LedgerStore } from '../store/ledger.store.ts';
import { SchoolStore } from '../store/school.store.ts';

/** What may be asked of a school's part in the pilot, and what is answered; definitions refer to it by these names. */
export const participationCatalogue = {
  participation: {
    /** `since` is in seconds since 1970, or 0; `year` is that of an application, or 0. */
    parameters: { school: 'string', since: 'double', year: 'double' },
    fields: {
      /** Whether the school may not take part in that year (R-AH21-35, R-HB20-20). */
      isDisqualified: 'bool',
      /** Under which clause, and until which day; empty where it is not. */
      rule: 'string',
      until: 'string',
      /** Whether a report that fell due since then was filed in time. */
      hasFiledSince: 'bool',
    },
  },
} as const satisfies FactCatalogue;

export interface ParticipationRegisterParts {
  readonly database: Database;
  readonly schemes: Schemes;
  readonly calendarOf: (tenant: string) => WorkingCalendar;
}

/** Answers for a school's part in the pilot. */
export class ParticipationRegister {
  private readonly ledger: LedgerStore;
  private readonly schools: SchoolStore;
  private readonly calendarOf: (tenant: string) => WorkingCalendar;
  private readonly schemes: Schemes;

  constructor({ database, schemes, calendarOf }: ParticipationRegisterParts) {
    this.ledger = new LedgerStore(database);
    this.schools = new SchoolStore(database);
    this.calendarOf = calendarOf;
    this.schemes = schemes;
  }

  async answer({ tenant, with: { school, since, year }, at }: FactQuestion): Promise<Fields> {
    const after = Number(since);
    const id = typeof school === 'string' && isId(school) ? school : undefined;
    const disqualification = id === undefined ? undefined : await this.schools.disqualification(tenant, id);
    const isDisqualified = disqualification !== undefined && covers(disqualification, Number(year));
    return {
      isDisqualified,
      rule: isDisqualified ? disqualification.rule : '',
      until: isDisqualified ? businessDay(new Date(disqualification.until)) : '',
      hasFiledSince: id !== undefined && after > 0 && (await this.hasFiledSince(tenant, id, { since: isoOf(after), at })),
    };
  }

  private async hasFiledSince(tenant: string, id: string, { since, at }: { readonly since: string; readonly at: Date }): Promise<boolean> {
    const [[row], entries] = await Promise.all([this.ledger.participations(tenant, [id]), this.ledger.entries(tenant, [id])]);
    if (row === undefined) return false;
    const school = schoolOf(this.schemes.of(tenant), row, entries);
    const range = { from: businessDay(new Date(since)), to: businessDay(new Date(at.getTime() + month)), now: at.toISOString() };
    return obligationsOf(school, new PeriodBook(this.calendarOf(tenant)), range).some(
      ({ period, life }) => period.due > since && life.isKept && life.state !== 'late',
    );
  }
}

const isoOf = (seconds: number): string => new Date(seconds * 1000).toISOString();

const month = 31 * 86_400_000;

const covers = ({ from, until }: { readonly from: string; readonly until: string }, year: number): boolean =>
  year >= Number(from) && year <= Number(businessDay(new Date(until)).slice(0, 4));
