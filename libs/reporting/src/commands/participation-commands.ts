import type { Caller } from '#directory';
import { type Clock, type Database, newId, type Refusal } from '#platform';
import type { Participation } from '../participation.ts';
import type { Schemes } from '../schemes.ts';
import type { ViolationKind } from '../standing/standing.ts';
import type { LedgerStore } from '../store/ledger.store.ts';
import type { Reach } from './reach.ts';
import type { ReportOutcome } from './report-commands.ts';

export interface ParticipationCommandsParts {
  readonly database: Database;
  readonly ledger: LedgerStore;
  readonly reach: Reach;
  readonly schemes: Schemes;
  readonly clock: Clock;
  readonly onChange: (tenant: string, school: string) => Promise<void>;
}

/** What an office says of a school as a whole. */
export class ParticipationCommands {
  constructor(private readonly parts: ParticipationCommandsParts) {}

  /** Says since when, until when and by which scheme a school takes part; what it owes is reckoned anew. */
  async put(caller: Caller, school: string, participation: Participation, reason: string | undefined): Promise<ReportOutcome> {
    const { reach, schemes, ledger, clock, onChange } = this.parts;
    const found = await reach.school(caller, school, 'participation.manage');
    if ('kind' in found) return found;
    const { scheme, from, to, suspensions } = participation;
    if (!schemes.of(caller.tenant).has(scheme)) return { kind: 'refused', code: 'scheme.unknown', params: { scheme } };
    const wrong = [participation, ...suspensions].find((span) => span.to !== undefined && span.to < span.from);
    if (wrong?.to !== undefined) return { kind: 'refused', code: 'participation.span-invalid', params: { from: wrong.from, to: wrong.to } };
    const [id, at] = [newId(), clock.now()];
    const write = { id, at, person: caller.person, reason: reason ?? null, scheme, from, to: to ?? null, suspensions };
    await ledger.putParticipation(caller.tenant, school, write);
    await onChange(caller.tenant, school);
    return { kind: 'recorded', entry: id, at: at.toISOString() };
  }

  /** Lax management, or irregular funds, where the province's rules know that (R-HB20-20). */
  async recordViolation(caller: Caller, school: string, violation: ViolationKind, reason: string): Promise<ReportOutcome> {
    const { reach, database, ledger, schemes, clock, onChange } = this.parts;
    const { tenant, person } = caller;
    const found = await reach.school(caller, school, 'report.monitor');
    if ('kind' in found) return found;
    const outcome = await database.transaction(async (tx): Promise<ReportOutcome> => {
      const locked = await ledger.lock(tx, tenant, school);
      if (locked === undefined) return unknownParticipation;
      if (schemes.of(tenant).get(locked.participation.scheme)?.violations === undefined)
        return { kind: 'refused', code: 'violation.not-provided' };
      const [id, at] = [newId(), clock.now()];
      const about = { report: null, period: null, grace: null, fields: null };
      ledger.append(tx, { tenant, school }, { ...about, id, at, kind: 'violation', person, reason, detail: violation }, []);
      return { kind: 'recorded', entry: id, at: at.toISOString() };
    });
    if (outcome.kind === 'recorded') await onChange(tenant, school);
    return outcome;
  }
}

const unknownParticipation: Refusal = { kind: 'refused', code: 'participation.unknown' };
