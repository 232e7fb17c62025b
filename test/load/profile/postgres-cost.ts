import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { ask } from '../ask.ts';

/** Counters that only grow; the difference of two readings is what was spent between them. */
export interface PostgresCounters {
  /** Processor time of all of PostgreSQL's processes, in microseconds; null where the system does not tell (only Linux does). */
  readonly processor: number | null;
  readonly commits: number;
  readonly flushes: number;
  /** Microseconds that processes waited for the log to be on disk. */
  readonly flushing: number;
}

/** From now on PostgreSQL measures how long its log takes to reach the disk. */
export async function measureFlushes(address: string): Promise<void> {
  await ask(address, 'ALTER SYSTEM SET track_wal_io_timing = on');
  await ask(address, 'SELECT pg_reload_conf()');
}

export async function readCounters(address: string): Promise<PostgresCounters> {
  const [row] = await ask<{ commits: string; flushes: string; flushing: number; checkpointer: number }>(
    address,
    `SELECT (SELECT xact_commit FROM pg_stat_database WHERE datname = current_database()) AS commits,
            sum(fsyncs) AS flushes, sum(fsync_time) AS flushing,
            (SELECT pid FROM pg_stat_activity WHERE backend_type = 'checkpointer') AS checkpointer
     FROM pg_stat_io WHERE object = 'wal'`,
  );
  const { commits = 0, flushes = 0, flushing = 0, checkpointer = 0 } = row ?? {};
  return {
    processor: await processorBeside(checkpointer),
    commits: Number(commits),
    flushes: Number(flushes),
    flushing: flushing * 1000,
  };
}

/** Of what the sessions of this database that were not idle waited, share by share, looked at every few milliseconds. */
export async function sampleWaits(address: string, stopping: AbortSignal): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  while (!stopping.aborted) {
    const rows = await ask<{ event: string; sessions: number }>(
      address,
      `SELECT COALESCE(wait_event_type || ': ' || wait_event, 'on the processor') AS event, count(*)::int AS sessions FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend' AND state <> 'idle' GROUP BY 1`,
    );
    for (const { event, sessions } of rows) counts.set(event, (counts.get(event) ?? 0) + sessions);
    await wait(10);
  }
  return counts;
}

const ticksPerSecond = 100;

/** Of all processes with the same parent: the server's, as long as they live. */
async function processorBeside(process: number): Promise<number | null> {
  const parent = (await timesOf(String(process)))?.parent;
  if (parent === undefined) return null;
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const times = await Promise.all(pids.map((pid) => timesOf(pid)));
  return times.reduce((total, time) => (time?.parent === parent ? total + time.processor : total), 0);
}

/** `proc_pid_stat(5)`: after the name in brackets come state, parent, …, user and system time as the 12th and 13th. */
async function timesOf(pid: string): Promise<{ readonly parent: number; readonly processor: number } | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (fields.length < 13) return undefined;
  return {
    parent: Number(fields[1]),
    processor: ((Number(fields[11]) + Number(fields[12])) / ticksPerSecond) * 1_000_000,
  };
}
