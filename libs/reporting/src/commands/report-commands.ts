import type { Caller, Lineage, Permission } from '#directory';
import type { BrokenRule, FieldProblem, Fields } from '#engine';
import { businessDay, type Clock, type Database, newId, type Refusal, type Tx } from '#platform';
import { faultsOf, faultsOfDraft } from '../form/report-check.ts';
import type { EntryKind } from '../obligation/entry.ts';
import type { ObligationState } from '../obligation/life.ts';
import { type Obligation, obligationsOf } from '../obligation/obligations.ts';
import type { PeriodBooks } from '../obligation/period-book.ts';
import { type ReportRule, ruleAt, type Scheme } from '../scheme.ts';
import type { Schemes } from '../schemes.ts';
import { schoolOf } from '../school.ts';
import type { EntryWrite, LedgerStore, MessageWrite } from '../store/ledger.store.ts';
import type { Reach } from './reach.ts';

/** Names an obligation. */
export interface ReportKey {
  /** Id of the school. */
  readonly school: string;
  readonly report: string;
  readonly period: string;
}

/** Why something was not done; `rules` and `fields` say what is in the way. */
export type ReportRefusal = Refusal & { readonly rules?: readonly BrokenRule[]; readonly fields?: readonly FieldProblem[] };

/** Something was put down. */
export interface Recorded {
  readonly kind: 'recorded';
  readonly entry: string;
  readonly at: string;
}

export type ReportOutcome = Recorded | ReportRefusal;

export interface Review {
  readonly outcome: 'accepted' | 'returned';
  readonly reason?: string | undefined;
  /** Until when a returned report may be filed again. */
  readonly grace?: Date | undefined;
}

export interface ReportCommandsParts {
  readonly database: Database;
  readonly ledger: LedgerStore;
  readonly reach: Reach;
  readonly books: PeriodBooks;
  readonly schemes: Schemes;
  readonly clock: Clock;
  /** Who is to hear of an entry, and what. */
  readonly tell: (lineage: Lineage, obligation: Obligation, entry: EntryWrite) => MessageWrite[];
  /** Is told of every school whose ledger was written to, once that is on disk. */
  readonly onChange: (tenant: string, school: string) => Promise<void>;
}

/** An obligation under its school's lock. */
interface Place {
  readonly tx: Tx;
  readonly tenant: string;
  readonly scheme: Scheme;
  /** Everything the school owes, until a year from now. */
  readonly obligations: readonly Obligation[];
  readonly rule: ReportRule;
  readonly obligation: Obligation;
  readonly now: Date;
}

type Line = { readonly kind: EntryKind } & Partial<Pick<EntryWrite, 'reason' | 'grace' | 'detail' | 'fields'>>;

/** What people do with reports. Each verb is one entry in the ledger, or a refusal that leaves it as it was. */
export class ReportCommands {
  constructor(private readonly parts: ReportCommandsParts) {}

  saveDraft(caller: Caller, key: ReportKey, fields: Fields): Promise<ReportOutcome> {
    return this.put(caller, key, 'report.file', async ({ obligation }) => {
      const refusal = notFileable(obligation);
      if (refusal !== undefined) return refusal;
      const problems = faultsOfDraft(obligation.report, fields);
      return problems.length > 0 ? { kind: 'refused', code: 'form.invalid', fields: problems } : { kind: 'saved', fields };
    });
  }

  /** Files a report, in time or late. @param fields the whole report; without it, what was saved last. */
  submit(caller: Caller, key: ReportKey, fields?: Fields): Promise<ReportOutcome> {
    return this.put(caller, key, 'report.file', async (place) => {
      const { obligation } = place;
      const refusal = notFileable(obligation) ?? withoutAnnex(place);
      if (refusal !== undefined) return refusal;
      const { tx, tenant } = place;
      const content = fields ?? (await this.parts.ledger.content(tx, tenant, key)) ?? {};
      const faults = faultsOf(obligation.report, content, await this.parts.ledger.contentBefore(tx, tenant, key));
      if (faults.fields.length > 0) return { kind: 'refused', code: 'form.invalid', fields: faults.fields };
      if (faults.rules.length > 0) return { kind: 'refused', code: 'rule.broken', rules: faults.rules };
      return { kind: 'submitted', fields: content };
    });
  }

  review(caller: Caller, key: ReportKey, { outcome, reason, grace }: Review): Promise<ReportOutcome> {
    return this.put(caller, key, 'report.review', async ({ obligation, rule, now }) => {
      if (rule.review !== 'accept') return notNow;
      if (outcome === 'accepted') return allowed(obligation, ['submitted'], { kind: 'accepted', reason: reason ?? null });
      if (grace === undefined || grace <= now) return { kind: 'refused', code: 'report.grace-past' };
      return allowed(obligation, ['submitted'], { kind: 'returned', reason: reason ?? null, grace });
    });
  }

  /** Excuses a school from a report; also long after it was missed. */
  exempt(caller: Caller, key: ReportKey, reason: string): Promise<ReportOutcome> {
    return this.put(caller, key, 'report.excuse', async ({ obligation }) =>
      obligation.life.state === 'exempted' ? notNow : { kind: 'exempted', reason },
    );
  }

  /** Against a miss, or a finding of slow progress. */
  appeal(caller: Caller, key: ReportKey, reason: string): Promise<ReportOutcome> {
    return this.put(caller, key, 'report.file', async ({ obligation: { life } }) => {
      if (!life.isMiss && !life.isSlow) return { kind: 'refused', code: 'appeal.not-needed' };
      return { kind: 'appealed', reason };
    });
  }

  decideAppeal(caller: Caller, key: ReportKey, isAccepted: boolean, reason: string): Promise<ReportOutcome> {
    return this.put(caller, key, 'report.excuse', async ({ obligation: { life } }) => {
      if (life.appeal !== 'filed') return { kind: 'refused', code: 'appeal.none' };
      return { kind: isAccepted ? 'appeal-accepted' : 'appeal-dismissed', reason };
    });
  }

  /** @param reference the receipt of the national platform (R-AH24-20). */
  markUploaded(caller: Caller, key: ReportKey, reference: string): Promise<ReportOutcome> {
    return this.put(caller, key, 'report.file', async ({ obligation, rule }) =>
      rule.review === 'evaluate' ? allowed(obligation, ['submitted'], { kind: 'uploaded', detail: reference }) : notNow,
    );
  }

  /** The figures were compared with the platform's review results (R-AH24-21). */
  monitor(caller: Caller, key: ReportKey, reason: string): Promise<ReportOutcome> {
    return this.put(caller, key, 'report.monitor', async ({ obligation }) =>
      allowed(obligation, ['uploaded'], { kind: 'monitored', reason }),
    );
  }

  /** What monitoring found; a later finding takes the place of an earlier one. */
  find(caller: Caller, key: ReportKey, isSlow: boolean, reason: string): Promise<ReportOutcome> {
    return this.put(caller, key, 'report.monitor', async ({ obligation, rule }) => {
      if (rule.review !== 'evaluate') return notNow;
      const states: ObligationState[] = ['monitored', 'slow', 'normal', 'missed', 'late'];
      return allowed(obligation, states, { kind: isSlow ? 'found-slow' : 'found-normal', reason });
    });
  }

  private async put(
    caller: Caller,
    key: ReportKey,
    permission: Permission,
    decide: (place: Place) => Promise<Line | ReportRefusal>,
  ): Promise<ReportOutcome> {
    const { reach, database, onChange } = this.parts;
    const { tenant, person } = caller;
    const lineage = await reach.school(caller, key.school, permission);
    if ('kind' in lineage) return lineage;
    const outcome = await database.transaction(async (tx): Promise<ReportOutcome> => {
      const place = await this.place(tx, tenant, key);
      if ('code' in place) return place;
      const line = await decide(place);
      if (line.kind === 'refused') return line;
      const entry = { ...nothing, ...line, id: newId(), report: key.report, period: key.period, at: place.now, person };
      const messages = this.parts.tell(lineage, place.obligation, entry);
      this.parts.ledger.append(tx, { tenant, school: key.school }, entry, messages);
      return { kind: 'recorded', entry: entry.id, at: place.now.toISOString() };
    });
    if (outcome.kind === 'recorded') await onChange(tenant, key.school);
    return outcome;
  }

  private async place(tx: Tx, tenant: string, key: ReportKey): Promise<Place | Refusal> {
    const { ledger, clock, books } = this.parts;
    const locked = await ledger.lock(tx, tenant, key.school);
    if (locked === undefined) return { kind: 'refused', code: 'participation.unknown' };
    const now = clock.now();
    const school = schoolOf(this.parts.schemes.of(tenant), locked.participation, locked.entries);
    const range = { from: school.participation.from, to: businessDay(new Date(now.getTime() + year)), now: now.toISOString() };
    const obligations = obligationsOf(school, books.of(tenant), range);
    const obligation = obligations.find(({ report, period }) => report === key.report && period.key === key.period);
    const rule = obligation && ruleAt(school.scheme, key.report, obligation.period.to);
    if (obligation === undefined || rule === undefined) return { kind: 'refused', code: 'report.unknown' };
    return { tx, tenant, scheme: school.scheme, obligations, rule, obligation, now };
  }
}

const year = 366 * 86_400_000;
const nothing = { reason: null, grace: null, detail: null, fields: null };

const allowed = ({ life }: Obligation, states: readonly ObligationState[], line: Line): Line | Refusal =>
  states.includes(life.state) ? line : notNow;

const notNow: Refusal = { kind: 'refused', code: 'report.not-now' };

const fileable: ReadonlySet<ObligationState> = new Set(['open', 'drafted', 'returned', 'missed']);

function notFileable(obligation: Obligation): Refusal | undefined {
  const { state } = obligation.life;
  if (state === 'scheduled') return { kind: 'refused', code: 'report.not-open', params: { opens: obligation.period.from } };
  return fileable.has(state) ? undefined : notNow;
}

/** The monthly report is an annex of the report that is due on the same day (R-AH24-20, A-03). */
function withoutAnnex({ scheme, obligations, obligation }: Place): ReportRefusal | undefined {
  for (const { report, title, annexOf } of scheme.reports) {
    if (annexOf?.report !== obligation.report) continue;
    const annex = obligations.find((candidate) => candidate.report === report && candidate.period.to === obligation.period.to);
    if (annex === undefined || !fileable.has(annex.life.state)) continue;
    const message = {
      zh: `须先填报本月《${title.zh}》，作为本期附件。`,
      en: `File the ${title.en.toLowerCase()} of this month first: it is an annex of this report.`,
    };
    return { kind: 'refused', code: 'rule.broken', rules: [{ rule: annexOf.rule, message }] };
  }
  return undefined;
}
