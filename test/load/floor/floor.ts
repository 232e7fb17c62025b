import pg from 'pg';
import { comment, form } from '../approval.ts';
import { ask } from '../ask.ts';
import { type Approve, type Contender, runApprovals, type Sample, type Timing } from '../load.ts';
import { findPgbench, runPgbench } from './pgbench.ts';
import { floorSchema, floorState } from './schema.ts';

/** One function call a decision, the fastest way there is to do the work one transaction at a time. */
export class Floor implements Contender {
  private starts = 0;
  private commands = 0;

  private constructor(
    readonly name: string,
    private readonly address: string,
    private readonly pgbench: string | undefined,
  ) {}

  /** On an empty database. */
  static async open(address: string): Promise<Floor> {
    const pgbench = await findPgbench();
    const floor = new Floor(`floor, driven by ${pgbench ?? 'the pg driver (pgbench is not installed)'}`, address, pgbench);
    await ask(address, floorSchema);
    return floor;
  }

  async run(concurrency: number, timing: Timing): Promise<Sample> {
    if (this.pgbench === undefined) return this.drive(concurrency, timing);
    const { sample, starts, commands } = await runPgbench(this.pgbench, this.address, concurrency, timing);
    this.starts += starts;
    this.commands += commands;
    return sample;
  }

  async settle(): Promise<void> {}

  /** pgbench stops in the middle of a case, so only what it began and how often it decided can be compared. */
  async faults(): Promise<string[]> {
    const [found] = await ask<{ instances: number; rows: number }>(
      this.address,
      'SELECT (SELECT count(*)::int FROM instance) AS instances, (SELECT count(*)::int FROM history) AS rows',
    );
    const { instances = 0, rows = 0 } = found ?? {};
    if (instances === this.starts && rows === this.commands) return [];
    return [`floor: ${this.starts} cases begun and ${this.commands} commands, but ${instances} instances and ${rows} history rows`];
  }

  async close(): Promise<void> {}

  private async drive(concurrency: number, timing: Timing): Promise<Sample> {
    const clients = Array.from({ length: concurrency }, () => new pg.Client({ connectionString: this.address }));
    await Promise.all(clients.map((client) => client.connect()));
    const free = [...clients];
    const approve: Approve = async (decided) => {
      // There are as many clients as users, so one is free.
      const client = free.pop() as pg.Client;
      const { rows } = await client.query<{ instance: string }>({
        name: 'begin',
        text: 'SELECT begin_case($1, $2) AS instance',
        values: [JSON.stringify(form), JSON.stringify(floorState)],
      });
      this.starts += 1;
      this.commands += 1;
      const decide = {
        name: 'decide',
        text: 'SELECT decide($1, $2, $3)',
        values: [rows[0]?.instance, JSON.stringify(floorState), comment],
      };
      for (let step = 1; step <= 4; step += 1) {
        await decided(() => client.query(decide));
        this.commands += 1;
      }
      free.push(client);
    };
    try {
      return await runApprovals(approve, concurrency, timing);
    } finally {
      await Promise.all(clients.map((client) => client.end()));
    }
  }
}
