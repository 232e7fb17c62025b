import { setTimeout as wait } from 'node:timers/promises';
import { ask } from '../ask.ts';
import { type Acknowledged, caseFaults } from '../case-check.ts';
import { HttpApprovals } from '../http-approvals.ts';
import { type Destination, getText, keptConnections } from '../http-user.ts';
import type { Contender, Sample, Timing } from '../load.ts';
import { startServerProcess, startWorkerProcess } from '../server-process.ts';

/** How many processes of each kind. */
export interface Layout {
  readonly name: string;
  readonly servers: number;
  readonly workers: number;
  /** Whether each server also does the background work, as `npm start` has it. */
  readonly isWorkerInside: boolean;
}

/** Milliseconds without a new notice after which the background work counts as done. */
const rest = 500;
const patience = 60_000;

/** Servers and workers in processes of their own on one database; the load comes from this process. */
export class ServerGroup implements Contender {
  private constructor(
    private readonly layout: Layout,
    private readonly address: string,
    private readonly destinations: readonly Destination[],
    private readonly approvals: HttpApprovals,
    private readonly stop: () => Promise<void>,
  ) {}

  /** On an empty database. */
  static async open(layout: Layout, address: string, folder: string): Promise<ServerGroup> {
    const settings = { DATABASE_URL: address, SHENPI_DATA: folder, SHENPI_DEMO: 'true', SHENPI_LOG_LEVEL: 'warn' };
    const running: { stop(): Promise<void> }[] = [];
    const stop = async () => void (await Promise.allSettled(running.map((program) => program.stop())));
    try {
      const destinations: Destination[] = [];
      // One after another: the first fills the empty database.
      for (let server = 0; server < layout.servers; server += 1) {
        const started = await startServerProcess({ ...settings, SHENPI_WORKER: String(layout.isWorkerInside) });
        running.push(started);
        destinations.push({ port: started.port, agent: keptConnections() });
      }
      for (let worker = 0; worker < layout.workers; worker += 1) running.push(startWorkerProcess(settings));
      return new ServerGroup(layout, address, destinations, await HttpApprovals.prepare(destinations), stop);
    } catch (error) {
      await stop();
      throw error;
    }
  }

  get name(): string {
    return this.layout.name;
  }

  get acknowledged(): Readonly<Acknowledged> {
    return this.approvals.acknowledged;
  }

  run(concurrency: number, timing: Timing): Promise<Sample> {
    return this.approvals.run(concurrency, timing);
  }

  /** What the first server says of itself, in Prometheus' text format. */
  async metrics(): Promise<string> {
    const [first] = this.destinations;
    return first === undefined ? '' : getText(first, '/metrics');
  }

  /** Until every message has left the outbox and no more notices come of them, if there is anybody to see to it. */
  async settle(): Promise<void> {
    if (!this.layout.isWorkerInside && this.layout.workers === 0) return;
    let [notices, restingSince] = [-1, performance.now()];
    for (const deadline = performance.now() + patience; performance.now() < deadline; await wait(100)) {
      const [found] = await ask<{ waiting: number; notices: number }>(this.address, counting);
      if (found?.notices !== notices) [notices, restingSince] = [found?.notices ?? 0, performance.now()];
      if (found?.waiting === 0 && performance.now() - restingSince > rest) return;
    }
    throw new Error(`${this.name}: the background work was not done within a minute.`);
  }

  faults(): Promise<string[]> {
    return caseFaults(this.name, this.address, this.approvals.acknowledged);
  }

  async close(): Promise<void> {
    for (const { agent } of this.destinations) agent.destroy();
    await this.stop();
  }
}

const counting = 'SELECT (SELECT count(*)::int FROM outbox) AS waiting, (SELECT count(*)::int FROM notice) AS notices';
