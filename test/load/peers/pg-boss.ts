import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { form } from '../approval.ts';
import { ask } from '../ask.ts';
import { appTables, writeDecision, writeStart } from './app-tables.ts';
import { installed, versionOf } from './installed.ts';
import { decided, type SavedState, started, type Turn } from './machine.ts';
import type { Decision, Peer } from './peer.ts';

interface Executor {
  executeSql(text: string, values: unknown[]): Promise<{ rows: unknown[] }>;
}

interface Job {
  readonly id?: string;
  readonly name: 'timer' | 'message';
  readonly data: object;
  readonly startAfter?: Date;
}

/** What is used of pg-boss. */
interface Boss {
  on(event: 'error', listener: (error: Error) => void): void;
  start(): Promise<unknown>;
  stop(options: { graceful: boolean }): Promise<void>;
  createQueue(name: Job['name']): Promise<void>;
  insert(jobs: readonly Job[], options: { db: Executor }): Promise<unknown>;
  cancel(name: Job['name'], ids: readonly string[], options: { db: Executor }): Promise<unknown>;
}
type BossClass = new (options: { connectionString: string; schedule: boolean }) => Boss;

interface Kept {
  readonly snapshot: SavedState;
  /** The jobs that wait for this step's delays. */
  readonly jobs: readonly string[];
}

/**
 * Timers and messages as jobs of pg-boss, added and cancelled in the transaction that writes the application's tables; the
 * state by XState's own pure functions. It does all the work. In its favour: the two timers and the message are added
 * by one statement, the application writes by another where most would send five, and its statements are named. The
 * jobs that were cancelled stay where they are, as with any pg-boss: its maintenance takes them away after hours.
 */
export class PgBossPeer implements Peer {
  readonly counts = {
    finished: `(SELECT count(*)::int FROM instance WHERE state->'snapshot'->>'status' = 'done')`,
    timers: `(SELECT count(*)::int FROM pgboss.job WHERE name = 'timer' AND state = 'created')`,
    messages: `(SELECT count(*)::int FROM pgboss.job WHERE name = 'message')`,
  };

  private constructor(
    readonly name: string,
    readonly address: string,
    private readonly boss: Boss,
    private readonly pool: pg.Pool,
  ) {}

  static async open(address: string): Promise<PgBossPeer> {
    await ask(address, appTables);
    const boss = new (installed('pg-boss') as BossClass)({ connectionString: address, schedule: false });
    // Unheard, the event would end the process; whoever waits for an answer learns of it there.
    boss.on('error', () => {});
    await boss.start();
    await boss.createQueue('timer');
    await boss.createQueue('message');
    const pool = new pg.Pool({ connectionString: address, max: 16 });
    return new PgBossPeer(`pg-boss ${await versionOf('pg-boss')} with app tables`, address, boss, pool);
  }

  async begin(): Promise<string> {
    const instance = randomUUID();
    await this.inTransaction(async (client) => {
      const { turn, jobs, state } = kept(started());
      await writeStart(client, { instance, state, assignee: turn.assignee, hasOutbox: false }, form);
      await this.boss.insert([...jobs, messageTo(instance)], { db: executor(client) });
    });
    return instance;
  }

  async decide(instance: string, decision: Decision): Promise<void> {
    await this.inTransaction(async (client) => {
      const { rows } = await client.query<{ state: Kept; step: number }>({ name: 'read', text: reading, values: [instance] });
      const [read] = rows;
      if (read === undefined) throw new Error(`There is no instance ${instance}.`);
      const { turn, jobs, state } = kept(decided(read.state.snapshot, decision.outcome));
      await writeDecision(client, { instance, state, assignee: turn.assignee, hasOutbox: false }, read.step, decision);
      await this.boss.cancel('timer', read.state.jobs, { db: executor(client) });
      await this.boss.insert([...jobs, messageTo(instance)], { db: executor(client) });
    });
  }

  async settle(): Promise<void> {}

  async close(): Promise<void> {
    await this.boss.stop({ graceful: false });
    await this.pool.end();
  }

  private async inTransaction(work: (client: pg.PoolClient) => Promise<void>): Promise<void> {
    const client = await this.pool.connect();
    try {
      await client.query('BEGIN');
      await work(client);
      await client.query('COMMIT');
    } catch (error) {
      await client.query('ROLLBACK');
      throw error;
    } finally {
      client.release();
    }
  }
}

const reading = 'SELECT state, step FROM instance WHERE id = $1 FOR NO KEY UPDATE';

const executor = (client: pg.PoolClient): Executor => ({ executeSql: (text, values) => client.query(text, values) });

const messageTo = (instance: string): Job => ({ name: 'message', data: { instance } });

/** The application chooses the ids of its timers' jobs, so that it can cancel them. */
function kept(turn: Turn): { turn: Turn; jobs: Job[]; state: Kept } {
  const jobs = turn.timers.map(({ event, dueAt }) => ({ id: randomUUID(), name: 'timer' as const, data: { event }, startAfter: dueAt }));
  return { turn, jobs, state: { snapshot: turn.state, jobs: jobs.map(({ id }) => id) } };
}
