import type { Logger } from 'pino';
import { addAudit, auditValues } from './audit.ts';
import { Clock } from './clock.ts';
import type { Database } from './database/database.ts';
import { statement } from './database/statement.ts';
import type { Refusal } from './refusal.ts';
import { Rereading } from './rereading.ts';

/** How the clock stands. */
export interface ClockSetting {
  /** What is added to the real time. */
  readonly milliseconds: number;
  /** Counts the turns: whoever turns the clock names the version that was seen. */
  readonly version: number;
  /** By the real clock. */
  readonly turnedAt: Date;
  /** Null for the setting it began with. */
  readonly turnedBy: string | null;
}

const columns = 'milliseconds::float8, version, turned_at AS "turnedAt", turned_by AS "turnedBy"';
const readClock = statement('clock.read', `SELECT ${columns} FROM clock_offset`);
const beginClock = statement(
  'clock.begin',
  'INSERT INTO clock_offset (milliseconds, version, turned_at) VALUES ($1, 1, $2) ON CONFLICT (id) DO NOTHING',
);
const turnClock = statement(
  'clock.turn',
  `UPDATE clock_offset SET milliseconds = $2, version = version + 1, turned_at = $3, turned_by = $4
   WHERE version = $1 AND milliseconds <= $2 RETURNING ${columns}`,
);

export interface AdjustableClockOptions {
  readonly database: Database;
  readonly logger: Logger;
  readonly realClock: Clock;
  /** Where the clock of a new installation begins; without it, in the present. */
  readonly begins?: Date | undefined;
}

/** As far as the clock can be turned: what is behind it has four digits for the year everywhere. */
const lastYear = 2199;

/**
 * Real time and what it was turned by, which is kept in the database and shared by all processes: one that did not turn
 * it itself follows within about a second. It is only ever turned forward, since nothing that was done can be undone.
 */
export class AdjustableClock extends Clock {
  private readonly rereading: Rereading;

  private constructor(
    private readonly options: AdjustableClockOptions,
    private current: ClockSetting,
  ) {
    super();
    this.rereading = new Rereading({
      name: 'the clock',
      logger: options.logger,
      read: async () => this.take(await read(options.database)),
    });
  }

  /** Begins the clock where there is none yet, and follows it. */
  static async open(options: AdjustableClockOptions): Promise<AdjustableClock> {
    const { database, realClock, begins } = options;
    const now = realClock.now();
    await database.query(beginClock, [(begins ?? now).getTime() - now.getTime(), now]);
    const clock = new AdjustableClock(options, await read(database));
    await clock.rereading.start();
    return clock;
  }

  now(): Date {
    return new Date(this.real().getTime() + this.current.milliseconds);
  }

  override real(): Date {
    return this.options.realClock.now();
  }

  get setting(): ClockSetting {
    return this.current;
  }

  /** Turns the clock forward to an instant, for everybody; refused when somebody else has turned it since `version`. */
  async turnTo(present: Date, version: number, by: { readonly tenant: string; readonly person: string }): Promise<ClockSetting | Refusal> {
    const real = this.real();
    if (present.getTime() < real.getTime() + this.current.milliseconds)
      return { kind: 'refused', code: 'clock.backwards', params: { now: this.now().toISOString() } };
    if (present.getUTCFullYear() > lastYear) return { kind: 'refused', code: 'clock.too-far', params: { year: lastYear } };
    const milliseconds = present.getTime() - real.getTime();
    const [before, after] = [{ now: this.now() }, { now: present }];
    const act = { ...by, at: real, act: 'clock.turn', subject: { kind: 'clock', id: 'clock' }, before, after };
    const turned = await this.options.database.transaction(async (tx) => {
      const [row] = await tx.query<ClockSetting>(turnClock, [version, milliseconds, real, by.person]);
      if (row !== undefined) tx.finishWith(addAudit, auditValues(act));
      return row;
    });
    if (turned === undefined) return { kind: 'refused', code: 'clock.turned-meanwhile' };
    this.take(turned);
    this.options.logger.warn({ from: version, to: present.toISOString(), by: by.person }, 'the clock was turned');
    return turned;
  }

  async close(): Promise<void> {
    await this.rereading.stop();
  }

  /** What is read may be older than what was just written. */
  private take(setting: ClockSetting): void {
    if (setting.version > this.current.version) this.current = setting;
  }
}

async function read(database: Database): Promise<ClockSetting> {
  const [setting] = await database.query<ClockSetting>(readClock, []);
  if (setting === undefined) throw new Error('the clock was begun and is gone');
  return setting;
}
