import { setTimeout as wait } from 'node:timers/promises';
import { caseFaults } from './case-check.ts';
import { HttpApprovals } from './http-approvals.ts';
import { type Destination, getText, keptConnections } from './http-user.ts';
import type { Contender, Sample, Timing } from './load.ts';
import { total } from './metrics-text.ts';
import { type ServerProcess, startServerProcess } from './server-process.ts';

/** Milliseconds without a job after which the queue counts as empty. */
const rest = 500;
const patience = 60_000;

/** Decisions through the server in a process of its own, its worker in it; the load comes from this process. */
export class HttpCandidate implements Contender {
  readonly name = 'HTTP';

  private constructor(
    private readonly address: string,
    private readonly server: ServerProcess,
    private readonly destination: Destination,
    private readonly approvals: HttpApprovals,
  ) {}

  /** On an empty database. */
  static async open(address: string, folder: string): Promise<HttpCandidate> {
    const server = await startServerProcess({ DATABASE_URL: address, SHENPI_DATA: folder, SHENPI_DEMO: 'true' });
    try {
      const destination = { port: server.port, agent: keptConnections() };
      return new HttpCandidate(address, server, destination, await HttpApprovals.prepare([destination]));
    } catch (error) {
      await server.stop();
      throw error;
    }
  }

  run(concurrency: number, timing: Timing): Promise<Sample> {
    return this.approvals.run(concurrency, timing);
  }

  /** Until every command's message has been handed to the queue, and the queue has come to rest. */
  async settle(): Promise<void> {
    let [jobs, restingSince] = [-1, performance.now()];
    for (const deadline = performance.now() + patience; performance.now() < deadline; await wait(100)) {
      const metrics = await getText(this.destination, '/metrics');
      const done = total(metrics, 'shenpi_jobs_total');
      if (done !== jobs) [jobs, restingSince] = [done, performance.now()];
      const isRelayed = total(metrics, 'shenpi_outbox_relayed_total') >= this.approvals.acknowledged.commands;
      if (isRelayed && performance.now() - restingSince > rest) return;
    }
    throw new Error('The background jobs were not done within a minute.');
  }

  faults(): Promise<string[]> {
    return caseFaults(this.name, this.address, this.approvals.acknowledged);
  }

  async close(): Promise<void> {
    this.destination.agent.destroy();
    await this.server.stop();
  }
}
