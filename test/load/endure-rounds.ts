import { setTimeout as wait } from 'node:timers/promises';
import { Client, done } from '../support/client.ts';
import { approval, deciders } from './approval.ts';
import { caseFaults } from './case-check.ts';
import { audit, type Fault, type FaultKind } from './endure-audit.ts';
import type { EndureServer } from './endure-server.ts';
import { EndureUser, type Sent } from './endure-user.ts';

/** What one kill did. */
export interface Round {
  readonly isDatabaseKilled: boolean;
  /** Seconds of load before the kill. */
  readonly loaded: number;
  readonly acknowledged: number;
  /** Of those, the decisions; the rest began a case. */
  readonly decisions: number;
  readonly unanswered: number;
  /** How many of the unanswered were on disk all the same. */
  readonly found: number;
  readonly faults: readonly Fault[];
  /** Seconds from the next start to the first answer that it is ready. */
  readonly ready: number;
}

const wasAcknowledged = ({ record }: Sent): boolean => record !== undefined;

/** Many users at once on a server that is killed under them and started again. */
export class Endurance {
  /** A fault stays in the tables: counted is where it was first seen. */
  private readonly known = new Set<string>();

  private constructor(
    private readonly server: EndureServer,
    private readonly users: readonly EndureUser[],
  ) {}

  /** On an empty data folder. */
  static async begin(server: EndureServer, concurrency: number): Promise<Endurance> {
    await server.start();
    const administrator = await Client.signIn(server.url, 'admin');
    done(await administrator.post('definitions', { document: approval }));
    const people = await Promise.all(deciders.map(({ account }) => Client.signIn(server.url, account)));
    return new Endurance(
      server,
      Array.from({ length: concurrency }, () => new EndureUser(people)),
    );
  }

  async round(isDatabaseKilled: boolean, signal: AbortSignal): Promise<Round> {
    const loaded = 1 + 2 * Math.random();
    const working = Promise.all(this.users.map((user) => user.work(this.server)));
    // Whoever fails before the kill is heard of after it.
    working.catch(() => undefined);
    await wait(loaded * 1000, undefined, { signal });
    await this.server.kill(isDatabaseKilled);
    await working;
    const sent = this.users.flatMap(({ recent }) => recent);
    const acknowledged = sent.filter(wasAcknowledged);
    const unanswered = sent.filter((one) => !wasAcknowledged(one));

    const ready = await this.server.start();
    const { found, faults } = await this.audit();
    signal.throwIfAborted();
    const answers = await this.every((user) => user.sendAgain(this.server.url));
    const broken = await this.every((user) => user.verify(this.server.url, 1));
    const again = await this.audit();
    return {
      isDatabaseKilled,
      loaded,
      acknowledged: acknowledged.length,
      decisions: acknowledged.filter(({ task }) => task > 0).length,
      unanswered: unanswered.length,
      found: unanswered.filter(({ key }) => found.has(key)).length,
      faults: this.unknown([...faults, ...again.faults, ...faultsOf('lost', answers), ...faultsOf('torn', broken)]),
      ready,
    };
  }

  /** Brings every case to its end. @returns what is not as it must be then, all histories read again from their beginning. */
  async finish(): Promise<readonly Fault[]> {
    await Promise.all(this.users.map((user) => user.finish(this.server.url)));
    const sent = this.users.flatMap((user) => user.sent);
    const { faults } = await this.audit();
    const broken = await this.every((user) => user.verify(this.server.url));
    const { address } = await this.server.database();
    const starts = sent.filter(({ task }) => task === 0).length;
    const counts = await caseFaults('at the end', address, { starts, commands: sent.length });
    return this.unknown([...faults, ...faultsOf('torn', [...broken, ...counts])]);
  }

  private async audit(): ReturnType<typeof audit> {
    const { address } = await this.server.database();
    return audit(
      address,
      this.users.flatMap(({ sent }) => sent),
    );
  }

  private async every(check: (user: EndureUser) => Promise<string[]>): Promise<string[]> {
    return (await Promise.all(this.users.map(check))).flat();
  }

  private unknown(faults: readonly Fault[]): readonly Fault[] {
    return faults.filter(({ text }) => !this.known.has(text) && this.known.add(text));
  }
}

const faultsOf = (kind: FaultKind, texts: readonly string[]): Fault[] => texts.map((text) => ({ kind, text }));
