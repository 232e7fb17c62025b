import { setTimeout as wait } from 'node:timers/promises';
import { approval, comment, deciders, form } from './approval.ts';
import { type Acknowledged, caseFaults } from './case-check.ts';
import { type Destination, getText, HttpUser, keptConnections } from './http-user.ts';
import { type Approve, type Contender, runApprovals, type Sample, type Timing } from './load.ts';
import { type ServerProcess, startServerProcess } from './server-process.ts';

interface Record {
  readonly instance: string;
  readonly formVersion: number;
}

/** Milliseconds without a job after which the queue counts as empty. */
const rest = 500;
const patience = 60_000;

/** Decisions through the server in a process of its own, its worker in it; the load comes from this process. */
export class HttpCandidate implements Contender {
  readonly name = 'HTTP';
  private readonly acknowledged: Acknowledged = { starts: 0, commands: 0 };

  private constructor(
    private readonly address: string,
    private readonly server: ServerProcess,
    private readonly destination: Destination,
    private readonly users: readonly HttpUser[],
  ) {}

  /** On an empty database. */
  static async open(address: string, folder: string): Promise<HttpCandidate> {
    const server = await startServerProcess({ DATABASE_URL: address, SHENPI_DATA: folder, SHENPI_DEMO: 'true' });
    try {
      const destination = { port: server.port, agent: keptConnections() };
      const administrator = await HttpUser.signIn(destination, 'admin');
      await administrator.post('/api/definitions', { document: approval });
      const users = await Promise.all(deciders.map(({ account }) => HttpUser.signIn(destination, account)));
      return new HttpCandidate(address, server, destination, users);
    } catch (error) {
      await server.stop();
      throw error;
    }
  }

  run(concurrency: number, timing: Timing): Promise<Sample> {
    return runApprovals(this.approve, concurrency, timing);
  }

  /** Until every command's message has been handed to the queue, and the queue has come to rest. */
  async settle(): Promise<void> {
    let [jobs, restingSince] = [-1, performance.now()];
    for (const deadline = performance.now() + patience; performance.now() < deadline; await wait(100)) {
      const metrics = await getText(this.destination, '/metrics');
      const done = total(metrics, 'shenpi_jobs_total');
      if (done !== jobs) [jobs, restingSince] = [done, performance.now()];
      const isRelayed = total(metrics, 'shenpi_outbox_relayed_total') >= this.acknowledged.commands;
      if (isRelayed && performance.now() - restingSince > rest) return;
    }
    throw new Error('The background jobs were not done within a minute.');
  }

  faults(): Promise<string[]> {
    return caseFaults(this.name, this.address, this.acknowledged);
  }

  async close(): Promise<void> {
    this.destination.agent.destroy();
    await this.server.stop();
  }

  private readonly approve: Approve = async (decided) => {
    const [applicant] = this.users;
    const organisation = applicant?.session.posts[0]?.organisation.id;
    const started = await applicant?.post('/api/instances', { definition: approval.key, organisation, fields: form });
    const { instance, formVersion } = started as Record;
    this.acknowledged.starts += 1;
    this.acknowledged.commands += 1;
    for (const [index, user] of this.users.entries()) {
      const outcome = deciders[index]?.outcome;
      await decided(() => user.post(`/api/tasks/${instance}.${index + 1}/decisions`, { outcome, formVersion, comment }));
      this.acknowledged.commands += 1;
    }
  };
}

/** The sum of a counter over all its labels, in Prometheus' text format. */
function total(metrics: string, counter: string): number {
  const lines = metrics.split('\n').filter((line) => line.startsWith(`${counter}{`) || line.startsWith(`${counter} `));
  return lines.reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' '))), 0);
}
