import pg from 'pg';
import { knownStatements } from '#platform';
import { CommandCandidate } from '../command.ts';
import { median } from '../statistics.ts';
import type { Measured, TimerSite } from './timers.ts';

const due = 100;
const rounds = 11;

/** What it costs to find a hundred timers that are due among very many that are not. */
export async function measureSweep({ plan, tell, database, folder }: TimerSite): Promise<Measured> {
  const address = await database('timers_armed');
  // Makes the tables.
  await (await CommandCandidate.open(address, folder)).close();
  tell(`the sweep over ${plan.armed.toLocaleString('en')} armed timers`);
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    await client.query(
      `INSERT INTO timer (tenant, instance_id, number, event, due_at)
       SELECT 'anhui', gen_random_uuid(), 1, 'due', now() + interval '1 day' + random() * interval '700 days' FROM generate_series(1, $1::int)`,
      [plan.armed],
    );
    await client.query('VACUUM (ANALYZE) timer');
    const text = knownStatements().get('clockwork.claim-timers') ?? '';
    const times: number[] = [];
    let planned: string[] = [];
    for (let round = 0; round < rounds; round += 1) {
      await client.query(
        `INSERT INTO timer (tenant, instance_id, number, event, due_at) SELECT 'anhui', gen_random_uuid(), 1, 'due', now() FROM generate_series(1, $1::int)`,
        [due],
      );
      if (round === 0) planned = await planOf(client, text);
      const began = performance.now();
      const { rowCount } = await client.query({ name: 'sweep', text, values: [new Date()] });
      if (round > 0) times.push(performance.now() - began);
      if (round > 0 && rowCount !== due) throw new Error(`the sweep found ${rowCount} of ${due} timers`);
      await client.query('DELETE FROM timer WHERE claimed_until IS NOT NULL');
    }
    tell(planned.join('\n'));
    const isByIndex =
      planned.some((line) => line.includes('Index Scan using timer_due')) && !planned.some((line) => /Seq Scan|Sort/.test(line));
    return {
      figures: [
        {
          name: `the sweep claims ${due} due among ${plan.armed.toLocaleString('en')} armed timers`,
          concurrency: null,
          value: median(times),
          unit: 'ms',
          floor: null,
          ratio: null,
          target: null,
          better: 'lower',
        },
      ],
      faults: isByIndex ? [] : [`the sweep does not go by the index of due times:\n${planned.join('\n')}`],
    };
  } finally {
    await client.end();
  }
}

/** Carried out, so that it says what it read. */
async function planOf(client: pg.Client, text: string): Promise<string[]> {
  const { rows } = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN (ANALYZE, BUFFERS, COSTS OFF) ${text}`, [new Date()]);
  return rows.map((row) => row['QUERY PLAN']);
}
