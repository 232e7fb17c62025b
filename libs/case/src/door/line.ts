import { TransientError } from '#platform';

/** What stands in line: an errand of a tenant, on a running case or, without one, to begin a case. */
export interface Queued {
  readonly tenant: string;
  readonly instance: string | null;
}

/** What came of one errand of a group. `contended`: somebody else holds its case, so it has to be waited for. */
export type Settled<Answer> =
  | { readonly kind: 'answered'; readonly answer: Answer }
  | { readonly kind: 'failed'; readonly error: unknown }
  | { readonly kind: 'contended' };

/**
 * Carries a group of errands out in one transaction; one result for each, in their order.
 * @param isPatient whether to wait for cases that others hold
 */
export type Carry<Errand, Answer> = (errands: readonly Errand[], isPatient: boolean) => Promise<readonly Settled<Answer>[]>;

export interface LineLimits {
  /** Errands that share a transaction at most. */
  readonly groupSize: number;
  /** Groups under way at once. */
  readonly groups: number;
  /** Groups of either kind under way at once: those, and groups that wait for a case held elsewhere. */
  readonly transactions: number;
  /** Errands in line at most; more are turned away. */
  readonly waiting: number;
}

interface Ticket<Errand, Answer> {
  readonly errand: Errand;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/** Too much is waiting already. The same request may be sent again a little later. */
export class BusyError extends TransientError {}

/**
 * Errands on their way through the door. A lone one goes straight through; those that come while others are being
 * committed wait, and share the next transaction. Tenants take turns, errands on the same case keep their order, and a
 * case held by another process keeps nobody waiting but those who want it.
 */
export class Line<Errand extends Queued, Answer> {
  /** By tenant; the first tenant is the next whose turn it is. */
  private readonly queues = new Map<string, Ticket<Errand, Answer>[]>();
  /** By case: those that have to wait for it. */
  private readonly contended = new Map<string, Ticket<Errand, Answer>[]>();
  /** Cases that a group under way works on. */
  private readonly busy = new Set<string>();
  private length = 0;
  private groups = 0;
  private patientGroups = 0;

  constructor(
    private readonly limits: LineLimits,
    private readonly carry: Carry<Errand, Answer>,
  ) {}

  /** @throws BusyError when the line is full. */
  join(errand: Errand): Promise<Answer> {
    if (this.length >= this.limits.waiting) return Promise.reject(new BusyError('Too many commands are waiting.'));
    return new Promise((resolve, reject) => {
      this.length += 1;
      this.append({ errand, resolve, reject });
      this.pump();
    });
  }

  private append(ticket: Ticket<Errand, Answer>): void {
    const { instance, tenant } = ticket.errand;
    const before = instance === null ? undefined : this.contended.get(instance);
    if (before !== undefined) before.push(ticket);
    else listIn(this.queues, tenant).push(ticket);
  }

  private pump(): void {
    while (this.groups + this.patientGroups < this.limits.transactions) {
      const patient = this.mayWait() ? this.takeContended() : [];
      const group = patient.length > 0 ? patient : this.groups < this.limits.groups ? this.take() : [];
      if (group.length === 0) return;
      void this.run(group, patient.length > 0);
    }
  }

  /** Waiting for others never takes the place of the last group that does not. */
  private mayWait(): boolean {
    const { transactions, groups } = this.limits;
    return this.patientGroups < Math.max(1, transactions - groups);
  }

  private async run(group: readonly Ticket<Errand, Answer>[], isPatient: boolean): Promise<void> {
    if (isPatient) this.patientGroups += 1;
    else this.groups += 1;
    await this.send(group, isPatient);
    if (isPatient) this.patientGroups -= 1;
    else this.groups -= 1;
    this.pump();
  }

  /** One errand of each tenant in turn, until the group is full; cases that a group works on stay in line. */
  private take(): Ticket<Errand, Answer>[] {
    const group: Ticket<Errand, Answer>[] = [];
    let isExhausted = false;
    while (group.length < this.limits.groupSize && !isExhausted) {
      isExhausted = true;
      // Taken down first: whoever has had a turn goes to the end of the very list that is being walked.
      const turns = [...this.queues];
      for (const [tenant, queue] of turns) {
        const place = queue.findIndex(({ errand }) => errand.instance === null || !this.busy.has(errand.instance));
        if (place < 0 || group.length >= this.limits.groupSize) continue;
        isExhausted = false;
        group.push(...queue.splice(place, 1));
        this.queues.delete(tenant);
        if (queue.length > 0) this.queues.set(tenant, queue);
      }
    }
    return group;
  }

  private takeContended(): Ticket<Errand, Answer>[] {
    for (const [instance, tickets] of this.contended) {
      if (!this.busy.has(instance)) return tickets.splice(0, this.limits.groupSize);
    }
    return [];
  }

  private async send(group: readonly Ticket<Errand, Answer>[], isPatient: boolean): Promise<void> {
    const instances = group.map(({ errand }) => errand.instance).filter((instance) => instance !== null);
    for (const instance of instances) this.busy.add(instance);
    const results = await this.settled(group, isPatient);
    for (const instance of instances) {
      this.busy.delete(instance);
      if (this.contended.get(instance)?.length === 0) this.contended.delete(instance);
    }
    for (const [index, ticket] of group.entries()) this.settle(ticket, results[index]);
    for (const instance of new Set(instances)) this.queueBehind(instance);
  }

  private async settled(group: readonly Ticket<Errand, Answer>[], isPatient: boolean): Promise<readonly Settled<Answer>[]> {
    try {
      return await this.carry(
        group.map(({ errand }) => errand),
        isPatient,
      );
    } catch (error) {
      return group.map(() => ({ kind: 'failed', error }));
    }
  }

  private settle(ticket: Ticket<Errand, Answer>, result: Settled<Answer> | undefined): void {
    if (result?.kind === 'contended') return this.setAside(ticket);
    this.length -= 1;
    if (result?.kind === 'answered') ticket.resolve(result.answer);
    else ticket.reject(result?.error ?? new Error('an errand came back without a result'));
  }

  private setAside(ticket: Ticket<Errand, Answer>): void {
    const { instance } = ticket.errand;
    if (instance === null) throw new Error('what begins a case waits for none');
    listIn(this.contended, instance).push(ticket);
  }

  /** Where errands wait for a case, those in line for the same case come after them. */
  private queueBehind(instance: string): void {
    const waiting = this.contended.get(instance);
    if (waiting === undefined) return;
    const queues = [...this.queues];
    for (const [tenant, queue] of queues) {
      waiting.push(...queue.filter(({ errand }) => errand.instance === instance));
      const others = queue.filter(({ errand }) => errand.instance !== instance);
      if (others.length > 0) this.queues.set(tenant, others);
      else this.queues.delete(tenant);
    }
  }
}

function listIn<T>(lists: Map<string, T[]>, key: string): T[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}
