import { afterAll, describe, expect, it } from '@jest/globals';
import { testDatabase } from '../support/database.ts';
import { eventually } from '../support/eventually.ts';
import { type House, openHouse } from '../support/house.ts';
import { sealing } from '../support/house-processes.ts';
import { bothBackends } from '../support/redis.ts';
import { Program } from '../support/server-program.ts';
import { contradictions } from '../support/tables.ts';

const { redis, half } = await bothBackends('Timers of a worker that is killed');
const many = 300;

const count = async (house: House, of: string): Promise<number> =>
  (await house.rows<{ count: number }>(`SELECT count(*)::int AS count FROM ${of}`))[0]?.count ?? 0;

const told: string[] = [];
afterAll(() => void process.stdout.write(`${told.join('\n')}\n`));

function killed(backend: string, environment: Readonly<Record<string, string>>): void {
  it('between claim and commit has lost no timer, and fired none twice', async () => {
    const { url, database, dataSource } = await testDatabase();
    const house = await openHouse({ database, dataSource }, { definitions: [sealing] });
    for (let begun = 0; begun < many; begun += 50) {
      await Promise.all(Array.from({ length: 50 }, () => house.started('lead', sealing.key)));
    }
    await house.rows(`UPDATE timer SET due_at = now() - interval '1 second'`);
    const worker = () => Program.run('worker', { DATABASE_URL: url, SHENPI_DEMO: 'false', ...environment });

    // Whoever fires waits for the cases; so the claims stand, and nothing of them is committed.
    const runner = dataSource.createQueryRunner();
    await runner.startTransaction();
    // A worker may take longer to start than a transaction may otherwise lie idle.
    await runner.query('SET LOCAL idle_in_transaction_session_timeout = 0');
    await runner.query('SELECT FROM instance FOR UPDATE');
    const first = worker();
    await eventually(async () => expect(await count(house, 'timer WHERE claimed_until > now()')).toBeGreaterThan(0), 60_000);
    await first.kill();
    const claimed = await count(house, 'timer WHERE claimed_until IS NOT NULL');
    expect(await count(house, `history WHERE kind = 'timer-fired'`)).toBe(0);
    await runner.rollbackTransaction();
    await runner.release();

    // And once more in the middle of it.
    const second = worker();
    await eventually(async () => expect(await count(house, `history WHERE kind = 'timer-fired'`)).toBeGreaterThan(0), 60_000);
    await second.kill();
    const before = await count(house, `history WHERE kind = 'timer-fired'`);
    // The first claims were left to lapse; what the second worker held is as good as ten seconds later.
    await house.rows(`UPDATE timer SET claimed_until = claimed_until - interval '10 seconds'`);

    const third = worker();
    await eventually(async () => expect(await count(house, 'timer')).toBe(0), 60_000);
    expect(await count(house, `history WHERE kind = 'timer-fired'`)).toBe(many);
    expect(await count(house, `(SELECT FROM history WHERE kind = 'timer-fired' GROUP BY instance_id HAVING count(*) > 1) AS twice`)).toBe(
      0,
    );
    expect(await count(house, `instance WHERE standing = '{lapsed}'`)).toBe(many);
    expect(await contradictions(dataSource)).toEqual([]);
    third.signal('SIGTERM');
    expect(await third.exitCode()).toBe(0);
    told.push(
      JSON.stringify({
        name: `killed -9 (${backend})`,
        timers: many,
        claimedAtFirstKill: claimed,
        effectsAtSecondKill: before,
        effects: many,
        twice: 0,
      }),
    );
  });
}

describe('a worker that is killed, with alarms on PostgreSQL', () => killed('postgres', {}));

half.redis('a worker that is killed, with alarms on Redis', () => killed('redis', { REDIS_URL: redis?.url ?? '' }));
