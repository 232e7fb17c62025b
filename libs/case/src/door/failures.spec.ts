import { afterAll, describe, expect, it } from '@jest/globals';
import type { Pool } from 'pg';
import { type Caller, directoryEntities } from '#directory';
import { createDataSource, TransientError } from '#platform';
import { testDatabase } from '../../../../test/support/database.ts';
import { eventually } from '../../../../test/support/eventually.ts';
import { type Fault, Faults, faultyDatabase } from '../../../../test/support/faulty-database.ts';
import { done, openHouse } from '../../../../test/support/house.ts';
import { admission, candidates } from '../../../../test/support/house-processes.ts';
import { contradictions } from '../../../../test/support/tables.ts';
import type { Outcome } from '../commands/sender.ts';
import { DefinitionVersionEntity } from '../store/definition.entity.ts';

// They take seconds where nothing else runs; a machine that is busy may take its time.
const { database, dataSource, url } = await testDatabase();
const house = await openHouse({ database, dataSource }, { definitions: [admission, candidates] });
const department = await house.organisation('information');
const [lead, stranger, ...experts] = await Promise.all(
  ['lead', 'other-meeting', 'expert-1', 'expert-2', 'expert-3', 'expert-4'].map((account) => house.caller(account)),
);

const own = createDataSource({
  url,
  poolSize: 4,
  applicationName: 'faulty',
  entities: [...directoryEntities, DefinitionVersionEntity],
});
await own.initialize();
afterAll(() => own.destroy());
const { master: pool } = own.driver as unknown as { readonly master: Pool };
const faults = new Faults();
// With a pool of two there is one transaction at a time: what comes while the first command is committed is one group.
const { cases: faulty } = house.anotherProcess(faultyDatabase(own, faults), 2);

// Cases in this table cannot be written to, for the reason that is given.
await dataSource.query(`
  CREATE TABLE poisoned (instance_id uuid PRIMARY KEY, sql_state text NOT NULL);
  CREATE FUNCTION refuse_poisoned() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE reason text := (SELECT sql_state FROM poisoned p WHERE p.instance_id = NEW.instance_id);
  BEGIN
    IF reason IS NOT NULL THEN RAISE EXCEPTION 'poisoned' USING ERRCODE = reason; END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER poisoned BEFORE INSERT ON history FOR EACH ROW EXECUTE FUNCTION refuse_poisoned()`);

let bursts = 0;

/** Commands of several people on three cases and the beginning of a fourth, ready to be sent at once, again and again. */
async function burst() {
  const instances = await Promise.all([1, 2, 3].map(() => house.started('lead', candidates.key)));
  const [one = '', two = '', three = ''] = instances;
  const number = (bursts += 1);
  const key = (name: string): string => `${name} ${number}`;
  const certificate = `证书 ${number}`;
  const { commands } = faulty;
  const decide = (caller: Caller | undefined, instance: string) =>
    commands.decide(someone(caller), `${instance}.1`, { outcome: 'approve', formVersion: 0, idempotencyKey: key(`decide ${instance}`) });
  const send = {
    first: () => decide(experts[0], one),
    remark: () => commands.comment(someone(lead), one, { comment: '已阅', idempotencyKey: key('remark') }),
    // Without a key: it must not be done twice, and is not sent again.
    keyless: () => commands.comment(someone(lead), two, { comment: '收到' }),
    second: () => decide(experts[1], two),
    begin: () =>
      commands.start(someone(lead), {
        definition: admission.key,
        organisation: department,
        fields: { certificate, ratio: 0.9 },
        idempotencyKey: key('begin'),
      }),
    foreign: () => commands.decide(someone(stranger), `${three}.1`, { outcome: 'approve', formVersion: 0, idempotencyKey: key('foreign') }),
    third: () => decide(experts[2], three),
  };
  return { number, instances, three, certificate, send };
}

const someone = <T>(caller: T | undefined): T => {
  if (caller === undefined) throw new Error('nobody');
  return caller;
};

type Burst = Awaited<ReturnType<typeof burst>>;
type Verb = keyof Burst['send'];
type Results = Record<Verb, PromiseSettledResult<Outcome>>;
const verbs: readonly Verb[] = ['first', 'remark', 'keyless', 'second', 'begin', 'foreign', 'third'];
const keyed = verbs.filter((verb) => verb !== 'foreign' && verb !== 'keyless');

async function sendAll({ send }: Burst, chosen = verbs): Promise<Results> {
  const results = await Promise.allSettled(chosen.map((verb) => send[verb]()));
  return Object.fromEntries(chosen.map((verb, index) => [verb, results[index]])) as Results;
}

const isDone = (result: PromiseSettledResult<Outcome>): boolean => result.status === 'fulfilled' && result.value.kind === 'done';

/** How often each command is found in the histories of the burst's cases. */
async function found({ instances: [one, two, three], certificate }: Burst): Promise<Record<Verb, number>> {
  const [row] = await house.rows<Record<Verb, number>>(
    `SELECT count(*) FILTER (WHERE h.instance_id = $1 AND kind = 'decided')::int AS first,
       count(*) FILTER (WHERE h.instance_id = $1 AND kind = 'commented')::int AS remark,
       count(*) FILTER (WHERE h.instance_id = $2 AND kind = 'commented')::int AS keyless,
       count(*) FILTER (WHERE h.instance_id = $2 AND kind = 'decided')::int AS second,
       count(*) FILTER (WHERE i.unique_key = $4 AND kind = 'started')::int AS begin,
       count(*) FILTER (WHERE h.person_id = $5)::int AS foreign,
       count(*) FILTER (WHERE h.instance_id = $3 AND kind = 'decided')::int AS third
     FROM history h JOIN instance i ON i.id = h.instance_id`,
    [one, two, three, certificate, someone(stranger).person],
  );
  return someone(row);
}

/** Of what was answered, all is there once; of what was not, each whole or not at all. */
async function expectKept(sent: Burst, results: Results): Promise<void> {
  const rows = await found(sent);
  for (const verb of verbs) {
    if (isDone(results[verb])) expect({ verb, times: rows[verb] }).toEqual({ verb, times: 1 });
    else expect(rows[verb]).toBeLessThanOrEqual(verb === 'foreign' ? 0 : 1);
  }
  const written = keyed.reduce((sum, verb) => sum + rows[verb], 0);
  expect(await house.rows('SELECT FROM receipt WHERE key LIKE $1', [`% ${sent.number}`])).toHaveLength(written);
  expect(await contradictions(dataSource)).toEqual([]);
}

/** Sent again under the same keys everything is done once, and what had been answered is answered the same. */
async function expectDoneOnceAfterResending(sent: Burst, results: Results): Promise<void> {
  const { keyless } = await found(sent);
  const again = await sendAll(sent, [...keyed, 'foreign']);
  const all = Object.fromEntries(keyed.map((verb) => [verb, 1]));
  expect(await found(sent)).toEqual({ ...all, keyless, foreign: 0 });
  for (const verb of keyed) {
    expect({ verb, isDone: isDone(again[verb]) }).toEqual({ verb, isDone: true });
    if (isDone(results[verb])) expect(again[verb]).toEqual(results[verb]);
  }
  expect(again.foreign).toMatchObject({ status: 'fulfilled', value: { kind: 'refused' } });
}

/** No connection is kept, and on none of them a transaction is open. */
async function expectNothingLeftOpen(): Promise<void> {
  expect({ waiting: pool.waitingCount, kept: pool.totalCount - pool.idleCount }).toEqual({ waiting: 0, kept: 0 });
  await eventually(async () =>
    expect(
      await dataSource.query(
        `SELECT state FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'faulty' AND state <> 'idle'`,
      ),
    ).toEqual([]),
  );
}

/**
 * Lays the fault at the first statement, the second and so on, until a burst needs no more statements than that.
 * @returns how many statements it needed.
 */
async function atEveryStatement(
  fault: Fault,
  check: (sent: Burst, results: Results) => Promise<void>,
  before: (sent: Burst) => Promise<unknown> = nothing,
): Promise<number> {
  for (let number = 1; ; number += 1) {
    const sent = await burst();
    await before(sent);
    faults.lay(fault, number);
    const results = await sendAll(sent);
    const isOver = faults.clear();
    // A commit whose answer never came may still be under way.
    await expectNothingLeftOpen();
    await expectKept(sent, results);
    await check(sent, results);
    await expectDoneOnceAfterResending(sent, results);
    if (isOver) return number - 1;
  }
}

const nothing = async (): Promise<void> => undefined;

const failuresIn = (results: Results): unknown[] =>
  verbs.flatMap((verb) => {
    const result = results[verb];
    return result.status === 'rejected' ? [result.reason] : [];
  });

describe.each<Fault>(['unsent', 'unanswered'])('with a statement that is %s', (fault) => {
  it('whichever it is, what was answered is there and what was not is there whole or not at all', async () => {
    let lost = 0;
    const count = await atEveryStatement(fault, async (_, results) => {
      for (const reason of failuresIn(results)) expect(reason).toBeInstanceOf(TransientError);
      lost += failuresIn(results).length;
    });
    // Two transactions of four statements at least.
    expect(count).toBeGreaterThanOrEqual(8);
    expect(lost).toBeGreaterThanOrEqual(8);
  });
});

describe.each(['40001', '23505'])('with a statement that PostgreSQL refuses as %s', (sqlState) => {
  it('whichever it is, everything is done once all the same', async () => {
    await atEveryStatement({ sqlState }, async (_, results) => {
      // Only who looks something up outside the transaction may fail by it, and nobody with them.
      expect(['first', 'second', 'begin', 'third'].filter((verb) => !isDone(results[verb as Verb]))).toEqual([]);
      expect(failuresIn(results).length).toBeLessThanOrEqual(1);
    });
  });
});

describe('one case that cannot be written to', () => {
  const poison = ({ three }: Burst, sqlState = '23514') => dataSource.query('INSERT INTO poisoned VALUES ($1, $2)', [three, sqlState]);
  const heal = () => dataSource.query('DELETE FROM poisoned');

  it.each(['23514', '23505', '40001'])('for %s hurts nobody else in its group, and the line goes on', async (sqlState) => {
    const sent = await burst();
    await poison(sent, sqlState);
    const results = await sendAll(sent);
    expect(verbs.filter((verb) => !isDone(results[verb]))).toEqual(['foreign', 'third']);
    expect(results.third).toMatchObject({ status: 'rejected', reason: { code: sqlState } });
    await expectKept(sent, results);
    await heal();
    done(await faulty.commands.comment(someone(lead), sent.three, { comment: '已恢复' }));
    await expectDoneOnceAfterResending(sent, results);
    await expectNothingLeftOpen();
  });

  it('and a connection that is lost beside it do no more than each of them', async () => {
    const check = async (_: Burst, results: Results) => {
      expect(isDone(results.third)).toBe(false);
      await heal();
    };
    await atEveryStatement('unanswered', check, poison);
  });
});

it('tells those who waited too long for a case that others hold to come again', async () => {
  const { three } = await burst();
  const holder = dataSource.createQueryRunner();
  await holder.startTransaction();
  await holder.query('SELECT FROM instance WHERE id = $1 FOR UPDATE', [three]);
  // A transaction of three statements that finds the case held; the second statement of the next is the one that waits.
  faults.lay({ sqlState: '57014' }, 5);
  const decision = { outcome: 'approve', formVersion: 0 };
  await expect(faulty.commands.decide(someone(experts[0]), `${three}.1`, decision)).rejects.toBeInstanceOf(TransientError);
  expect(faults.clear()).toBe(false);
  await holder.rollbackTransaction();
  await holder.release();
  done(await faulty.commands.decide(someone(experts[0]), `${three}.1`, decision));
});
