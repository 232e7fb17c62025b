import { beforeEach, describe, expect, it } from '@jest/globals';
import { createLogger, Metrics, newId, TurnedClock } from '#platform';
import { testDatabase } from '../../../../test/support/database.ts';
import { eventually } from '../../../../test/support/eventually.ts';
import { recordedLogger } from '../../../../test/support/recorded-logger.ts';
import { ClockworkMetrics } from '../clockwork-metrics.ts';
import { connectTo } from '../queue/connection.ts';
import type { Message } from '../queue/gather.ts';
import { JobQueue } from '../queue/queue.ts';
import { JobWorker } from '../queue/worker.ts';
import { OutboxStore } from '../store/outbox.store.ts';
import { Relay, type RelayOptions } from './relay.ts';

const { url: databaseUrl, database, dataSource } = await testDatabase();
const silent = createLogger({ logLevel: 'silent', logPretty: false });
const clock = new TurnedClock(new Date('2024-03-22T01:01:30Z'));
const writtenAt = '2024-03-22T01:00:00Z';

/** Keeps what it is given, and is away when told so. */
class RecordingQueue {
  readonly given: Message[] = [];
  isAway = false;

  async add(messages: readonly Message[]): Promise<void> {
    if (this.isAway) throw new Error('the queue is away');
    this.given.push(...messages);
  }
}

/** News that was told. */
let told: unknown[] = [];
const tell: RelayOptions['tell'] = (_tx, messages) => void told.push(...messages.map(({ payload }) => payload));

/** Buckets that were armed. */
let armed: number[] = [];

function relayTo(queue: Pick<JobQueue, 'add'>, { batchSize = 500, logger = silent } = {}) {
  const metrics = new Metrics();
  const own = new ClockworkMetrics(metrics);
  const alarms = { arm: async (buckets: readonly number[]) => void armed.push(...buckets) };
  return {
    relay: new Relay({ outbox: new OutboxStore(database), queue, alarms, tell, clock, logger, metrics: own, batchSize }),
    metrics,
    own,
  };
}

/** Writes messages whose payload counts from 1. */
const write = (count: number) =>
  dataSource.query(
    `INSERT INTO outbox (tenant, job, payload, created_at)
     SELECT 'anhui', 'notice.tasks-opened', jsonb_build_object('instance', $1::text, 'tasks', jsonb_build_array(n)), $2
     FROM generate_series(1, $3::integer) n ORDER BY n`,
    [newId(), writtenAt, count],
  );

async function waiting(): Promise<number> {
  const [row] = await dataSource.query<{ count: number }[]>('SELECT count(*)::integer FROM outbox');
  return row?.count ?? 0;
}

const numbersOf = (messages: readonly Message[]) => messages.map(({ payload }) => (payload as { tasks: number[] }).tasks[0]);
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

beforeEach(async () => {
  armed = [];
  told = [];
  await dataSource.query('TRUNCATE outbox');
});

describe('Relay', () => {
  it('hands over the messages in order, exactly those, and removes them', async () => {
    const queue = new RecordingQueue();
    const { relay, own } = relayTo(queue, { batchSize: 4 });
    await write(10);
    expect(await relay.pass()).toBe(true);
    expect(await relay.pass()).toBe(true);
    expect(await relay.pass()).toBe(false);
    expect(numbersOf(queue.given)).toEqual(upTo(10));
    expect(queue.given[0]).toMatchObject({ tenant: 'anhui', job: 'notice.tasks-opened', createdAt: new Date(writtenAt) });
    expect(await waiting()).toBe(0);
    expect((await own.relayed.get()).values[0]?.value).toBe(10);
  });

  it('hands over what was withheld when it is due, and not before', async () => {
    const queue = new RecordingQueue();
    const { relay } = relayTo(queue);
    const withhold = (number: number, dueAt: string) =>
      dataSource.query(
        `INSERT INTO withheld_message (tenant, batch_id, place, job, payload, due_at)
         VALUES ('anhui', $1::uuid, 0, 'notice.tasks-opened', jsonb_build_object('instance', $1::uuid, 'tasks', jsonb_build_array($2::integer)), $3)`,
        [newId(), number, dueAt],
      );
    const now = clock.now().getTime();
    await withhold(1, new Date(now + 1).toISOString());
    await withhold(2, new Date(now).toISOString());
    await relay.pass();
    expect(numbersOf(queue.given)).toEqual([2]);
    clock.turnTo(new Date(now + 1).toISOString());
    await relay.pass();
    await relay.pass();
    expect(numbersOf(queue.given)).toEqual([2, 1]);
    clock.turnTo(new Date(now).toISOString());
  });

  it('arms the alarms that are called for, each once, and makes no jobs of the calls', async () => {
    const queue = new RecordingQueue();
    const { relay } = relayTo(queue);
    for (const payload of [{ buckets: [10_000, 20_000] }, { buckets: [20_000] }, { of: 'another version' }]) {
      await dataSource.query(`INSERT INTO outbox (tenant, job, payload, created_at) VALUES ('anhui', 'timer.alarm', $1, $2)`, [
        payload,
        writtenAt,
      ]);
    }
    await write(1);
    await relay.pass();
    expect(armed).toEqual([10_000, 20_000]);
    expect(numbersOf(queue.given)).toEqual([1]);
    expect(await waiting()).toBe(0);
  });

  it('has screens told in the same transaction, and makes no jobs of news', async () => {
    const queue = new RecordingQueue();
    const { relay } = relayTo(queue);
    await dataSource.query(`INSERT INTO outbox (tenant, job, payload, created_at) VALUES ('anhui', 'news', '{"cases": []}', $1)`, [
      writtenAt,
    ]);
    await write(1);
    queue.isAway = true;
    await expect(relay.pass()).rejects.toThrow('away');
    expect([told, await waiting()]).toEqual([[], 2]);
    queue.isAway = false;
    await relay.pass();
    expect(told).toEqual([{ cases: [] }]);
    expect(queue.given.map(({ job }) => job)).toEqual(['notice.tasks-opened']);
    expect(await waiting()).toBe(0);
  });

  it('holds messages back while timers are behind, but not for long', async () => {
    const queue = new RecordingQueue();
    let isBehind = true;
    const held = (patience: number) => {
      const own = new ClockworkMetrics(new Metrics());
      const alarms = { arm: async () => undefined };
      return new Relay({
        outbox: new OutboxStore(database),
        queue,
        alarms,
        tell,
        clock,
        logger: silent,
        metrics: own,
        isBusy: () => isBehind,
        patience,
      });
    };
    const [patient, impatient] = [held(60_000), held(0)];
    await write(1);
    expect(await patient.pass()).toBe(false);
    expect(await waiting()).toBe(1);
    await impatient.pass();
    expect(await waiting()).toBe(0);
    await write(1);
    isBehind = false;
    await patient.pass();
    expect(await waiting()).toBe(0);
  });

  it('measures how many wait and for how long', async () => {
    const { relay, metrics, own } = relayTo(new RecordingQueue());
    await write(3);
    await relay.pass();
    expect((await metrics.outboxWaiting.get()).values[0]?.value).toBe(3);
    expect((await own.outboxAge.get()).values[0]?.value).toBe(90);
  });

  it('goes on by itself until it is stopped', async () => {
    const queue = new RecordingQueue();
    const { relay } = relayTo(queue, { batchSize: 10 });
    relay.start();
    await write(25);
    await eventually(() => expect(numbersOf(queue.given)).toEqual(upTo(25)));
    await relay.stop();
    await write(1);
    expect(await waiting()).toBe(1);
  });

  it('shares the work with a second relay: each message is handed over once', async () => {
    const queue = new RecordingQueue();
    const relays = [relayTo(queue, { batchSize: 7 }), relayTo(queue, { batchSize: 7 })];
    await write(300);
    for (const { relay } of relays) relay.start();
    await eventually(async () => expect(await waiting()).toBe(0));
    await Promise.all(relays.map(({ relay }) => relay.stop()));
    expect(numbersOf(queue.given).sort((a = 0, b = 0) => a - b)).toEqual(upTo(300));
  });

  it('keeps the rows while the queue is away, says so once, and brings them through later', async () => {
    const queue = new RecordingQueue();
    queue.isAway = true;
    const { logger, lines } = recordedLogger();
    const { relay } = relayTo(queue, { logger });
    await write(5);
    relay.start();
    await eventually(() => expect(lines).toHaveLength(1));
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(await waiting()).toBe(5);
    queue.isAway = false;
    await eventually(async () => expect(await waiting()).toBe(0));
    await relay.stop();
    expect(numbersOf(queue.given)).toEqual(upTo(5));
    expect(lines.map(({ msg }) => msg)).toEqual(['relay: interrupted, will be tried again', 'relay: goes on']);
  });

  it('leaves messages that are still being written to their writer', async () => {
    const queue = new RecordingQueue();
    const { relay } = relayTo(queue);
    const runner = dataSource.createQueryRunner();
    await runner.startTransaction();
    await runner.query(`INSERT INTO outbox (tenant, job, payload, created_at) VALUES ('anhui', 'early', '{}', $1)`, [writtenAt]);
    await dataSource.query(`INSERT INTO outbox (tenant, job, payload, created_at) VALUES ('anhui', 'late', '{}', $1)`, [writtenAt]);
    await relay.pass();
    await runner.commitTransaction();
    await runner.release();
    await relay.pass();
    expect(queue.given.map(({ job }) => job)).toEqual(['late', 'early']);
  });

  it('brings a committed message to its handler, through the real queue', async () => {
    const seen: unknown[] = [];
    const nothing = async () => undefined;
    const connection = connectTo({ databaseUrl, redisUrl: undefined });
    const queue = new JobQueue({ connection, logger: silent });
    await queue.ready();
    const { relay, metrics } = relayTo(queue);
    const worker = new JobWorker({
      connection,
      logger: silent,
      metrics,
      handlers: {
        'notice.tasks-opened': async ({ tenant, payload }) => void seen.push(...payload.map(({ tasks }) => [tenant, tasks])),
        'notice.send': nothing,
        'instance.signal': nothing,
        'child.tend': nothing,
      },
    });
    worker.start();
    relay.start();
    await write(2);
    await eventually(() =>
      expect(seen).toEqual(
        expect.arrayContaining([
          ['anhui', [1]],
          ['anhui', [2]],
        ]),
      ),
    );
    await relay.stop();
    await worker.stop();
    await queue.close();
  });
});
