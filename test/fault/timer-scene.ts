import { afterAll, expect } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { Clockwork } from '#clockwork';
import { type Database, Metrics } from '#platform';
import { timersOf } from '../../apps/worker/src/jobs.ts';
import { afterwards } from '../support/copied-database.ts';
import { done, type House, type HouseOptions, openHouse } from '../support/house.ts';
import { admission, sealing } from '../support/house-processes.ts';
import { recordedLogger } from '../support/recorded-logger.ts';
import { contradictions } from '../support/tables.ts';

const day = 86_400_000;

/** What has come of the timers of a scene. */
export interface Totals {
  readonly timers: number;
  readonly effects: number;
  readonly early: number;
  readonly twice: number;
  /** Effects on a step that had been decided before. */
  readonly late: number;
  readonly left: number;
}

/** Cases whose joint meeting is reminded after three days, and what their timers do to them under faults. */
export class TimerScene {
  private readonly expected = new Map<string, Date>();
  private cases = 0;

  private constructor(
    readonly house: House,
    private readonly databaseUrl: string,
  ) {}

  static async open(
    on: { readonly url: string; readonly database: Database; readonly dataSource: DataSource },
    options: Pick<HouseOptions, 'present'> = {},
  ): Promise<TimerScene> {
    return new TimerScene(await openHouse(on, { ...options, definitions: [admission, sealing] }), on.url);
  }

  /** Cases that wait for their joint meeting from now on. @returns their ids. */
  async begin(count: number): Promise<string[]> {
    const begun = Array.from({ length: count }, async () => {
      this.cases += 1;
      return this.house.submitted(`证书 ${this.cases}`);
    });
    const instances = await Promise.all(begun);
    for (const instance of instances) this.expected.set(instance, new Date(this.house.clock.now().getTime() + 3 * day));
    return instances;
  }

  turnBy(days: number, milliseconds = 0): void {
    this.house.clock.advance(days * day + milliseconds);
  }

  async decide(instance: string): Promise<void> {
    done(await this.house.decide('meeting', instance, 'approve', { fields: { minutes: '同意' } }));
  }

  /** A process that does background work on these rows. It is stopped when the suite is done. */
  worker(redisUrl?: string, house: House = this.house): Clockwork {
    const { logger } = recordedLogger();
    const nothing = async (): Promise<void> => undefined;
    const clockwork = new Clockwork({
      clock: house.clock,
      database: house.database,
      logger,
      metrics: new Metrics(),
      databaseUrl: this.databaseUrl,
      redisUrl,
      handlers: { 'notice.tasks-opened': nothing, 'notice.send': nothing, 'instance.signal': nothing, 'child.tend': nothing },
      fire: timersOf(house.cases),
      tell: () => undefined,
      chores: [],
      rounds: [],
    });
    let stopped: Promise<void> | undefined;
    const stop = clockwork.stop.bind(clockwork);
    clockwork.stop = () => (stopped ??= stop());
    afterwards(() => clockwork.stop());
    return clockwork;
  }

  async effects(): Promise<number> {
    const [row] = await this.house.rows<{ count: number }>(`SELECT count(*)::int AS count FROM history WHERE kind = 'timer-fired'`);
    return row?.count ?? 0;
  }

  /** Everything that was to come of the timers, and nothing else, has to have come of them. */
  async totals(name: string): Promise<Totals> {
    const rows = await this.house.rows<{ instance_id: string; at: Date; sequence: number; decided: number | null }>(
      `SELECT h.instance_id, h.at, h.sequence,
         (SELECT min(d.sequence) FROM history d WHERE d.instance_id = h.instance_id AND d.kind = 'decided' AND d.outcome = 'approve') AS decided
       FROM history h WHERE h.kind = 'timer-fired'`,
    );
    const [left] = await this.house.rows<{ count: number }>('SELECT count(*)::int AS count FROM timer WHERE due_at <= $1', [
      this.house.clock.now(),
    ]);
    const totals = {
      timers: this.expected.size,
      effects: rows.length,
      early: rows.filter(({ instance_id, at }) => at < (this.expected.get(instance_id) ?? new Date(0))).length,
      twice: rows.length - new Set(rows.map(({ instance_id }) => instance_id)).size,
      late: rows.filter(({ sequence, decided }) => decided !== null && decided < sequence).length,
      left: left?.count ?? 0,
    };
    told.push({ name, ...totals });
    expect(totals).toMatchObject({ early: 0, twice: 0, late: 0, left: 0 });
    expect(await contradictions(this.house.database.dataSource)).toEqual([]);
    return totals;
  }
}

const told: object[] = [];
afterAll(() => void process.stdout.write(`${told.map((totals) => JSON.stringify(totals)).join('\n')}\n`));
