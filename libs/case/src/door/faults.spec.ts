import { Readable } from 'node:stream';
import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { directoryEntities } from '#directory';
import { createDataSource, Database, TransientError, type Tx } from '#platform';
import { testDatabase } from '../../../../test/support/database.ts';
import { done, expertAccounts, openHouse } from '../../../../test/support/house.ts';
import { admission, countersigning } from '../../../../test/support/house-processes.ts';
import { contradictions, digests } from '../../../../test/support/tables.ts';
import type { Outcome } from '../commands/sender.ts';
import { DefinitionVersionEntity } from '../store/definition.entity.ts';

// They take a second where nothing else runs; a machine that is busy may take its time.
const { database, dataSource, url } = await testDatabase();
await dataSource.query(`ALTER DATABASE ${new URL(url).pathname.slice(1)} SET deadlock_timeout = '20ms'`);
const house = await openHouse({ database, dataSource }, { definitions: [admission, countersigning] });
const lead = await house.caller('lead');

const victims = createDataSource({
  url,
  poolSize: 6,
  applicationName: 'victim',
  entities: [...directoryEntities, DefinitionVersionEntity],
});
await victims.initialize();
afterAll(() => victims.destroy());
const shaken = house.anotherProcess(new Database(victims), 6);

afterEach(async () => expect(await contradictions(dataSource)).toEqual([]));

/** Cuts off whatever the shaken process is in the middle of. */
const kill = () =>
  dataSource.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE application_name = 'victim' AND datname = current_database() AND state IN ('active', 'idle in transaction')`,
  );

/** Cuts again and again until all that was sent has been answered, or not. */
async function underFire(sent: Promise<Outcome>[]): Promise<PromiseSettledResult<Outcome>[]> {
  const ceasefire = new AbortController();
  const results = Promise.allSettled(sent).finally(() => ceasefire.abort());
  while (!ceasefire.signal.aborted) await kill();
  return results;
}

/** Until so many backends of the shaken process wait for a lock. */
async function waitingForLock(count: number): Promise<void> {
  for (;;) {
    const waiting = await dataSource.query(
      `SELECT FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'victim' AND wait_event_type = 'Lock'`,
    );
    if (waiting.length >= count) return;
  }
}

/** Forty experts who sign one step, each under a key of their own, through whichever process. */
async function signatures() {
  const instance = await house.started('lead', countersigning.key);
  const experts = await Promise.all(
    expertAccounts.map(async (account) => ({ caller: await house.caller(account), task: await house.task(account, instance) })),
  );
  const send = ({ cases: { commands } } = house): Promise<Outcome>[] =>
    experts.map(({ caller, task }) =>
      commands.decide(caller, task, { outcome: 'approve', formVersion: 0, idempotencyKey: `sign ${task}` }),
    );
  return { instance, send };
}

/** Every acknowledged signature is there once; sent again, each of the forty is, and the acknowledged get the same answer. */
async function expectAllOnceAfterResending(
  { instance, send }: Awaited<ReturnType<typeof signatures>>,
  results: PromiseSettledResult<Outcome>[],
) {
  for (const result of results) if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(TransientError);
  expect(await contradictions(dataSource)).toEqual([]);
  const acknowledged = results.map((result) => (result.status === 'fulfilled' ? done(result.value) : undefined));
  const written = await house.rows<{ sequence: number }>(`SELECT sequence FROM history WHERE instance_id = $1 AND kind = 'decided'`, [
    instance,
  ]);
  expect(written.map(({ sequence }) => sequence)).toEqual(
    expect.arrayContaining(acknowledged.flatMap((record) => (record ? [record.sequence] : []))),
  );
  const records = (await Promise.all(send())).map(done);
  for (const [index, record] of acknowledged.entries()) if (record !== undefined) expect(records[index]).toEqual(record);
  expect(
    await house.rows(
      `SELECT count(*)::int AS rows, count(DISTINCT person_id)::int AS people FROM history WHERE instance_id = $1 AND kind = 'decided'`,
      [instance],
    ),
  ).toEqual([{ rows: 40, people: 40 }]);
  expect(await house.rows('SELECT standing FROM instance WHERE id = $1', [instance])).toEqual([{ standing: ['approved'] }]);
}

describe('when the connections are cut', () => {
  it('while commands wait for the case, none of those is half written, and sent again they are done once', async () => {
    const sent = await signatures();
    const holder = dataSource.createQueryRunner();
    await holder.startTransaction();
    await holder.query('SELECT FROM instance WHERE id = $1 FOR UPDATE', [sent.instance]);
    const sending = Promise.allSettled(sent.send(shaken));
    await waitingForLock(1);
    await kill();
    await holder.commitTransaction();
    await holder.release();
    const results = await sending;
    expect(results.filter(({ status }) => status === 'rejected').length).toBeGreaterThanOrEqual(1);
    await expectAllOnceAfterResending(sent, results);
  });

  it('again and again in a burst, what was acknowledged is there once, and the rest after sending it again', async () => {
    const sent = await signatures();
    await expectAllOnceAfterResending(sent, await underFire(sent.send(shaken)));
  });

  it('while cases are begun, as many are there as were meant to be', async () => {
    const organisation = await house.organisation('information');
    const send = ({ cases: { commands } } = house) =>
      Array.from({ length: 30 }, (_, index) =>
        commands.start(lead, {
          definition: admission.key,
          organisation,
          fields: { certificate: `断线 ${index}` },
          idempotencyKey: `begin ${index}`,
        }),
      );
    for (const result of await underFire(send(shaken)))
      if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(TransientError);
    const instances = (await Promise.all(send())).map((outcome) => done(outcome).instance);
    expect(new Set(instances).size).toBe(30);
    expect(await house.rows(`SELECT count(*)::int AS count FROM instance WHERE unique_key LIKE '断线 %'`)).toEqual([{ count: 30 }]);
  });

  it('after the commit but before the answer, the same request again is told what was done', async () => {
    class Forgetful extends Database {
      override async transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
        await super.transaction(work);
        throw new TransientError('gone after the commit');
      }
    }
    const instance = await house.submitted('提交后断线');
    const meeting = await house.caller('meeting');
    const decision = { outcome: 'approve', formVersion: 1, fields: { minutes: '同意' }, idempotencyKey: 'lost answer' };
    await expect(house.anotherProcess(new Forgetful(dataSource)).cases.commands.decide(meeting, `${instance}.2`, decision)).rejects.toThrow(
      TransientError,
    );
    const before = await digests(dataSource);
    expect(done(await house.cases.commands.decide(meeting, `${instance}.2`, decision))).toMatchObject({
      states: ['academicAffairs'],
      sequence: 3,
    });
    expect(await digests(dataSource)).toEqual(before);
  });
});

it('leaves nothing behind when the commit itself fails, and the same request may be sent again', async () => {
  await dataSource.query(`
    CREATE FUNCTION fail_late() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'the disk is full' USING ERRCODE = 'disk_full'; END $$;
    CREATE CONSTRAINT TRIGGER fails_late AFTER INSERT ON history DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION fail_late()`);
  const before = await digests(dataSource);
  const organisation = await house.organisation('information');
  const request = { definition: admission.key, organisation, fields: { certificate: '提交时失败' }, idempotencyKey: 'fails late' };
  await expect(house.cases.commands.start(lead, request)).rejects.toThrow(TransientError);
  expect(await digests(dataSource)).toEqual(before);
  await dataSource.query('DROP TRIGGER fails_late ON history');
  expect(done(await house.cases.commands.start(lead, request))).toMatchObject({ sequence: 1 });
});

it('does the whole command again when PostgreSQL chose it to resolve a deadlock', async () => {
  const instance = await house.submitted('死锁');
  const meeting = await house.caller('meeting');
  const file = await house.cases.attachments.upload(meeting, '纪要.txt', Readable.from(['同意']));
  if ('code' in file) throw new Error(file.code);
  const holder = dataSource.createQueryRunner();
  await holder.startTransaction();
  await holder.query(`SET LOCAL deadlock_timeout = '1min'`);
  await holder.query('SELECT FROM attachment WHERE id = $1 FOR UPDATE', [file.id]);
  const decision = { outcome: 'approve', formVersion: 1, fields: { minutes: '同意' }, attachments: [file.id] };
  const deciding = shaken.cases.commands.decide(meeting, `${instance}.2`, decision);
  await waitingForLock(1);
  await holder.query('UPDATE instance SET title_zh = title_zh WHERE id = $1', [instance]);
  await holder.commitTransaction();
  await holder.release();
  expect(done(await deciding)).toMatchObject({ states: ['academicAffairs'], sequence: 3 });
  expect(await house.rows('SELECT instance_id FROM attachment WHERE id = $1', [file.id])).toEqual([{ instance_id: instance }]);
});
