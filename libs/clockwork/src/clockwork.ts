import type { Clock, Database, Logger, Metrics } from '#platform';
import { ClockworkMetrics } from './clockwork-metrics.ts';
import { type Chore, Housekeeping } from './housekeeping/housekeeping.ts';
import { Loop } from './loop.ts';
import { AlarmQueue, alarmQueueName } from './queue/alarm-queue.ts';
import { AlarmWorker } from './queue/alarm-worker.ts';
import { connectTo } from './queue/connection.ts';
import type { Handlers } from './queue/job-catalogue.ts';
import { JobQueue } from './queue/queue.ts';
import { JobWorker } from './queue/worker.ts';
import { Relay, type RelayOptions } from './relay/relay.ts';
import type { Round } from './round/round.ts';
import { Rounds } from './round/rounds.ts';
import { LatenessStore } from './store/lateness.store.ts';
import { OutboxStore } from './store/outbox.store.ts';
import { TimerStore } from './store/timer.store.ts';
import { Alarms } from './timer/alarms.ts';
import { type FireTimer, Firing } from './timer/firing.ts';
import { Lateness } from './timer/lateness.ts';

const latenessEvery = 5_000;

export interface ClockworkOptions {
  readonly clock: Clock;
  readonly database: Database;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** Of the database that `database` is connected to. */
  readonly databaseUrl: string;
  readonly redisUrl: string | undefined;
  readonly handlers: Handlers;
  readonly fire: FireTimer;
  readonly tell: RelayOptions['tell'];
  readonly chores: readonly Chore[];
  readonly rounds: readonly Round[];
}

/** Everything a process does by itself: hands messages on, works on jobs, fires timers, makes rounds, tidies up. One a process. */
export class Clockwork {
  private readonly queue: JobQueue;
  private readonly worker: JobWorker;
  private readonly relay: Relay;
  private readonly alarmQueue: AlarmQueue;
  private readonly alarmWorker: AlarmWorker;
  private readonly alarms: Alarms;
  private readonly lateness: Lateness;
  private readonly latenessLoop: Loop;
  private readonly rounds: Rounds;
  private readonly housekeeping: Housekeeping;

  constructor({ clock, database, logger, metrics, databaseUrl, redisUrl, handlers, fire, tell, chores, rounds }: ClockworkOptions) {
    const connection = connectTo({ databaseUrl, redisUrl });
    const alarmConnection = connectTo({ databaseUrl, redisUrl, queueName: alarmQueueName, workerConnections: 2 });
    const own = new ClockworkMetrics(metrics);
    const timers = new TimerStore(database);
    this.lateness = new Lateness(new LatenessStore(database), clock);
    this.latenessLoop = new Loop({ name: 'lateness', idleMilliseconds: latenessEvery, logger, pass: () => this.putDownLateness() });
    this.queue = new JobQueue({ connection, logger });
    this.worker = new JobWorker({ connection, handlers, logger, metrics });
    this.alarmQueue = new AlarmQueue({ connection: alarmConnection, logger });
    const firing = new Firing({ timers, fire, clock, logger, metrics: own, lateness: this.lateness });
    this.alarms = new Alarms({ queue: this.alarmQueue, timers, firing, clock, logger, metrics: own });
    this.alarmWorker = new AlarmWorker({ connection: alarmConnection, handle: (name, data) => this.alarms.handle(name, data), logger });
    this.relay = new Relay({
      outbox: new OutboxStore(database),
      queue: this.queue,
      alarms: this.alarms,
      tell,
      clock,
      logger,
      metrics: own,
      isBusy: () => firing.isBehind,
    });
    this.rounds = new Rounds({ rounds, clock, logger, metrics: own });
    this.housekeeping = new Housekeeping({ chores, clock, logger, metrics: own });
  }

  /** @throws when the queue cannot be reached: a worker that is started without one has been configured wrongly. */
  async start(): Promise<void> {
    await Promise.all([this.queue.ready(), this.alarmQueue.ready()]);
    this.worker.start();
    this.relay.start();
    this.alarmWorker.start();
    this.alarms.start();
    this.latenessLoop.start();
    this.rounds.start();
    this.housekeeping.start();
  }

  /** Lets what is under way be finished, and leaves the rest to others or to the next start. */
  async stop(): Promise<void> {
    const { alarms, alarmWorker, housekeeping, latenessLoop, relay, rounds, worker } = this;
    await Promise.all([alarms, alarmWorker, housekeeping, relay, rounds, worker].map((part) => part.stop()));
    await latenessLoop.stop();
    await this.lateness.putDown().catch(() => undefined);
    await Promise.all([this.queue.close(), this.alarmQueue.close()]);
  }

  private async putDownLateness(): Promise<false> {
    await this.lateness.putDown();
    return false;
  }
}
