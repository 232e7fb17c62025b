import { businessDay, type Clock, isId, type Refusal } from '#platform';
import { type Caller, isWithinScopes, type PostCatalogue, scopesOf } from '../posts.ts';
import type { AbsenceRow, AbsenceStore, EndedRow } from './absence.store.ts';
import { chainLimit, type Deputyship, faultOf } from './chains.ts';

/** Somebody is away and another decides in their place. Days are ISO dates, both within it. */
export interface Absence {
  readonly id: string;
  readonly person: { readonly id: string; readonly name: string };
  readonly deputy: { readonly id: string; readonly name: string };
  readonly firstDay: string;
  readonly lastDay: string;
  /** Keys of the processes it is for; absent for all. */
  readonly definitions?: readonly string[];
  readonly reason?: string;
}

export interface AbsenceRequest {
  /** Id of a person. */
  readonly deputy: string;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly definitions?: readonly string[] | undefined;
  readonly reason?: string | undefined;
}

/** 代理: absences and deputies, entered by oneself or, for others, by an administrator. */
export class Absences {
  constructor(
    private readonly store: AbsenceStore,
    private readonly posts: PostCatalogue,
    private readonly clock: Clock,
  ) {}

  /** Of one person, the latest first; a refusal when they are not the caller's to look after. */
  async list(caller: Caller, person: string): Promise<Absence[] | Refusal> {
    const refusal = await this.refusalOf(caller, person);
    return refusal ?? (await this.store.ofPerson(caller.tenant, person)).map(shown);
  }

  /** Those whom the caller represents today or is to represent. */
  async representedBy({ tenant, person }: Caller): Promise<Absence[]> {
    return (await this.store.ofDeputy(tenant, person, this.today())).map(shown);
  }

  /**
   * Enters an absence, or changes the one of this id.
   * @returns a refusal: `absence.period-invalid`, `absence.past`, `absence.deputy-self`, `absence.deputy-unknown`,
   * `absence.overlapping`, `absence.cycle`, `absence.chain-too-long`, `absence.unknown`
   */
  async put(caller: Caller, person: string, id: string, request: AbsenceRequest): Promise<Absence | Refusal> {
    const { tenant } = caller;
    const today = this.today();
    const { deputy, firstDay, lastDay, definitions, reason = null } = request;
    const refusal = (await this.refusalOf(caller, person)) ?? (await this.faultOfRequest(caller, person, request));
    if (refusal !== undefined) return refusal;
    const added: Deputyship = { person, deputy, firstDay, lastDay, definitions: definitions ?? null };
    const entered = await this.store.change(tenant, async (tx): Promise<Refusal | undefined> => {
      const known = await this.store.find(tx, tenant, id);
      if (known !== undefined && known.person !== person) return unknownAbsence;
      if (known !== undefined && known.lastDay < today) return past;
      const others = (await this.store.during(tx, tenant, added)).filter((other) => other.id !== id);
      const fault = faultOf(added, others);
      if (fault !== undefined) return { kind: 'refused', code: `absence.${fault}`, params: { limit: chainLimit } };
      this.store.put(tx, tenant, { ...added, id, reason, enteredBy: caller.person, enteredAt: this.clock.now() });
      return undefined;
    });
    const found = entered ?? (await this.store.read(tenant, id));
    return found === undefined || 'kind' in found ? (found ?? unknownAbsence) : shown(found);
  }

  /** Takes an absence back; one that has begun ends with yesterday. What was decided meanwhile stays decided. */
  async remove(caller: Caller, person: string, id: string): Promise<Refusal | undefined> {
    const { tenant } = caller;
    const today = this.today();
    const refusal = await this.refusalOf(caller, person);
    if (refusal !== undefined) return refusal;
    if (!isId(id)) return unknownAbsence;
    return this.store.change(tenant, async (tx) => {
      const known = await this.store.find(tx, tenant, id);
      if (known === undefined || known.person !== person) return unknownAbsence;
      if (known.lastDay < today) return past;
      if (known.firstDay < today) this.store.shorten(tx, tenant, id, dayBefore(today));
      else this.store.remove(tx, tenant, id);
      return undefined;
    });
  }

  /** Of all tenants, those that are over and of which nobody has been told yet. */
  ended(now: Date): Promise<EndedRow[]> {
    return this.store.untold(businessDay(now));
  }

  /** When somebody is back next: the first instant after their absence. */
  async nextReturn(now: Date): Promise<Date | undefined> {
    const day = await this.store.nextEnd(businessDay(now));
    return day === null ? undefined : new Date(new Date(`${day}T00:00:00+08:00`).getTime() + dayMilliseconds);
  }

  told({ tenant, id }: EndedRow): Promise<void> {
    return this.store.told(tenant, id, this.clock.now());
  }

  private today(): string {
    return businessDay(this.clock.now());
  }

  private async faultOfRequest({ tenant }: Caller, person: string, request: AbsenceRequest): Promise<Refusal | undefined> {
    const { deputy, firstDay, lastDay } = request;
    if (firstDay > lastDay) return { kind: 'refused', code: 'absence.period-invalid' };
    if (lastDay < this.today()) return past;
    if (deputy === person) return { kind: 'refused', code: 'absence.deputy-self' };
    const found = isId(deputy) ? await this.store.person(tenant, deputy, this.today()) : undefined;
    return found?.active === true ? undefined : { kind: 'refused', code: 'absence.deputy-unknown' };
  }

  /** One looks after oneself; an administrator after whoever holds a post below theirs. */
  private async refusalOf(caller: Caller, person: string): Promise<Refusal | undefined> {
    if (person === caller.person) return undefined;
    const scopes = scopesOf(this.posts, caller, 'absence.manage');
    const found = scopes.length > 0 && isId(person) ? await this.store.person(caller.tenant, person, this.today()) : undefined;
    const isTheirs = found?.paths.some((path) => isWithinScopes(scopes, path)) === true;
    return isTheirs ? undefined : { kind: 'refused', code: 'absence.person-unknown' };
  }
}

const dayMilliseconds = 86_400_000;
const unknownAbsence: Refusal = { kind: 'refused', code: 'absence.unknown' };
const past: Refusal = { kind: 'refused', code: 'absence.past' };

const dayBefore = (day: string): string => new Date(Date.parse(day) - dayMilliseconds).toISOString().slice(0, 10);

const span = ({ firstDay, lastDay, definitions }: Deputyship) => ({ firstDay, lastDay, ...(definitions !== null && { definitions }) });

const shown = (row: AbsenceRow): Absence => ({
  ...span(row),
  id: row.id,
  person: { id: row.person, name: row.person_name },
  deputy: { id: row.deputy, name: row.deputy_name },
  ...(row.reason !== null && { reason: row.reason }),
});
