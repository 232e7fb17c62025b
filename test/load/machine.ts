import { availableParallelism, cpus, loadavg, platform, release, totalmem } from 'node:os';

/** What the figures were measured on, line by line. */
export function describeMachine(postgres: string): string[] {
  const gibibytes = Math.round(totalmem() / 2 ** 30);
  return [
    `${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${gibibytes} GiB, ${platform()} ${release()}`,
    `Node ${process.versions.node}, PostgreSQL ${postgres} (embedded, its own defaults but for max_connections = 200)`,
    `${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC, load average of the minute before: ${loadavg()[0]?.toFixed(1)}`,
  ];
}
