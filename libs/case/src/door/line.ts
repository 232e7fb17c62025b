import { TransientError } from '#platform';

/** What stands in line: an errand of a tenant, on a running case or, without one, to begin a case. */
export interface Queued {
  readonly tenant: string;
  readonly instance: string | null;
  /** Whether it is the system's own and nobody waits for the answer: such go in groups of their own, beside those of people. */
  readonly isBackground?: boolean;
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
  /** The same of background errands, which cost the less the more of them go together. */
  readonly backgroundSize: number;
  /** Groups under way at once. */
  readonly groups: number;
  /** Groups of any kind under way at once: those, those in the background, and groups that wait for a case held elsewhere. */
  readonly transactions: number;
  /** Errands of people in line at most; more are turned away. Who sends background errands sees to it that they are not too many. */
  readonly waiting: number;
}

interface Ticket<Errand, Answer> {
  readonly errand: Errand;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/** Groups of people's errands, of background errands, and those that wait for a case held elsewhere. */
type Lane = 'people' | 'background' | 'patient';

interface Group<Errand, Answer> {
  readonly lane: Lane;
  readonly tickets: readonly Ticket<Errand, Answer>[];
}

/** By tenant; the first tenant is the next whose turn it is. */
type Queues<Errand, Answer> = Map<string, Ticket<Errand, Answer>[]>;

/** Too much is waiting already. The same request may be sent again a little later. */
export class BusyError extends TransientError {}

/**
 * Errands on their way through the door. A lone one goes straight through; those that come while others are being
 * committed wait, and share the next transaction. Tenants take turns, errands on the same case keep their order, people
 * never stand behind what the system does by itself, and a case held by another process keeps nobody waiting but those
 * who want it.
 */
export class Line<Errand extends Queued, Answer> {
  private readonly queues: Readonly<Record<'people' | 'background', Queues<Errand, Answer>>> = { people: new Map(), background: new Map() };
  /** By case: those that have to wait for it. */
  private readonly contended = new Map<string, Ticket<Errand, Answer>[]>();
  /** Cases that a group under way works on. */
  private readonly busy = new Set<string>();
  private readonly underWay: Record<Lane, number> = { people: 0, background: 0, patient: 0 };
  private length = 0;

  constructor(
    private readonly limits: LineLimits,
    private readonly carry: Carry<Errand, Answer>,
  ) {}

  /** @throws BusyError when the line is full. */
  join(errand: Errand): Promise<Answer> {
    if (errand.isBackground !== true && this.length >= this.limits.waiting)
      return Promise.reject(new BusyError('Too many commands are waiting.'));
    return new Promise((resolve, reject) => {
      if (errand.isBackground !== true) this.length += 1;
      this.append({ errand, resolve, reject });
      this.pump();
    });
  }

  private append(ticket: Ticket<Errand, Answer>): void {
    const { instance } = ticket.errand;
    const before = instance === null ? undefined : this.contended.get(instance);
    if (before !== undefined) before.push(ticket);
    else this.queueFor(ticket.errand).push(ticket);
  }

  /** A person who wants a case takes along what the system wants of it, so that errands on it keep their order. */
  private queueFor({ tenant, instance, isBackground = false }: Errand): Ticket<Errand, Answer>[] {
    const { people, background } = this.queues;
    const isForIt = ({ errand }: Ticket<Errand, Answer>): boolean => instance !== null && errand.instance === instance;
    if (isBackground) return listIn((people.get(tenant) ?? []).some(isForIt) ? people : background, tenant);
    const own = listIn(people, tenant);
    own.push(...takeOut(background, tenant, isForIt));
    return own;
  }

  private pump(): void {
    for (let group = this.next(); group !== undefined; group = this.next()) void this.run(group);
  }

  private next(): Group<Errand, Answer> | undefined {
    const { people, background, patient } = this.underWay;
    const { transactions, groups, groupSize, backgroundSize } = this.limits;
    if (people + background + patient >= transactions) return undefined;
    // Waiting for others never takes the place of the last group that does not.
    if (patient < Math.max(1, transactions - groups)) {
      const tickets = this.takeContended();
      if (tickets.length > 0) return { lane: 'patient', tickets };
    }
    if (people < groups) {
      const tickets = this.take(this.queues.people, groupSize);
      if (tickets.length > 0) return { lane: 'people', tickets };
    }
    if (background < 1 || (background < groups && people === 0)) {
      const tickets = this.take(this.queues.background, backgroundSize);
      if (tickets.length > 0) return { lane: 'background', tickets };
    }
    return undefined;
  }

  private async run({ lane, tickets }: Group<Errand, Answer>): Promise<void> {
    this.underWay[lane] += 1;
    await this.send(tickets, lane === 'patient');
    this.underWay[lane] -= 1;
    this.pump();
  }

  /** One errand of each tenant in turn, until the group is full; cases that a group works on stay in line. */
  private take(queues: Queues<Errand, Answer>, size: number): Ticket<Errand, Answer>[] {
    const group: Ticket<Errand, Answer>[] = [];
    let isExhausted = false;
    while (group.length < size && !isExhausted) {
      isExhausted = true;
      // Taken down first: whoever has had a turn goes to the end of the very list that is being walked.
      const turns = [...queues];
      for (const [tenant, queue] of turns) {
        const place = queue.findIndex(({ errand }) => errand.instance === null || !this.busy.has(errand.instance));
        if (place < 0 || group.length >= size) continue;
        isExhausted = false;
        group.push(...queue.splice(place, 1));
        queues.delete(tenant);
        if (queue.length > 0) queues.set(tenant, queue);
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
    if (ticket.errand.isBackground !== true) this.length -= 1;
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
    for (const queues of Object.values(this.queues)) {
      for (const tenant of queues.keys()) waiting.push(...takeOut(queues, tenant, ({ errand }) => errand.instance === instance));
    }
  }
}

function listIn<T>(lists: Map<string, T[]>, key: string): T[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

/** Takes those out of a tenant's queue that are wanted. */
function takeOut<T>(queues: Map<string, T[]>, tenant: string, isWanted: (item: T) => boolean): T[] {
  const queue = queues.get(tenant) ?? [];
  const wanted = queue.filter(isWanted);
  if (wanted.length === 0) return [];
  if (wanted.length === queue.length) queues.delete(tenant);
  else
    queues.set(
      tenant,
      queue.filter((item) => !isWanted(item)),
    );
  return wanted;
}
