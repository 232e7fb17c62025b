import { approval } from './approval.ts';
import { ask } from './ask.ts';

/** What a candidate was told it had done. */
export interface Acknowledged {
  starts: number;
  commands: number;
}

type Counts = {
  readonly instances: number;
  readonly unfinished: number;
  readonly rows: number;
  readonly tasks: number;
  readonly timers: number;
};

/** Compares what was acknowledged with what is on disk: every case finished, one history row a command, nothing left open. */
export async function caseFaults(name: string, address: string, { starts, commands }: Acknowledged): Promise<string[]> {
  const [found] = await ask<Counts>(address, counting, [approval.key]);
  const expected: Counts = { instances: starts, unfinished: 0, rows: commands, tasks: 0, timers: 0 };
  const differing = Object.entries(expected).filter(([what, count]) => found?.[what as keyof Counts] !== count);
  return differing.map(([what, count]) => `${name}: ${what} should be ${count}, but ${found?.[what as keyof Counts]} were found`);
}

/** The demo brings cases of other processes along. */
const counting = `
  WITH measured AS MATERIALIZED (SELECT id, is_finished FROM instance WHERE definition_key = $1)
  SELECT count(*)::int AS instances, count(*) FILTER (WHERE NOT is_finished)::int AS unfinished,
    (SELECT count(*)::int FROM history h JOIN measured m ON m.id = h.instance_id) AS rows,
    (SELECT count(*)::int FROM task t JOIN measured m ON m.id = t.instance_id WHERE t.status = 'open') AS tasks,
    (SELECT count(*)::int FROM timer t JOIN measured m ON m.id = t.instance_id) AS timers
  FROM measured`;
