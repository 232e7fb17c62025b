import { setTimeout as wait } from 'node:timers/promises';
import type { Person } from './client.ts';

interface ClockView {
  readonly now: string;
  readonly isAdjustable: boolean;
  readonly version: number;
  readonly waiting: { readonly timers: number; readonly messages: number };
}

const hour = 3_600_000;
const day = 24 * hour;
/** Of Asia/Shanghai, which has known no summer time since 1991. */
const zone = 8 * hour;
export interface ClockHandSettings {
  /** At which hours of Shanghai it stops on its way: when the day begins, and when work does. So what falls due at the end of a day is done before anybody acts on the next. */
  readonly stopsOfDay?: readonly number[];
  /** For how long nothing may have been waiting before it goes on. */
  readonly calmMilliseconds?: number;
}

const patience = 60_000;

function stopsBetween(from: Date, to: Date, hours: readonly number[]): Date[] {
  const stops: Date[] = [];
  const midnight = Math.floor((from.getTime() + zone) / day) * day - zone;
  for (let begin = midnight; begin < to.getTime(); begin += day) {
    for (const at of hours) {
      const stop = begin + at * hour;
      if (stop > from.getTime() && stop < to.getTime()) stops.push(new Date(stop));
    }
  }
  return [...stops, to];
}

/** A day such as `2024-04-05` is nine o'clock of it in Shanghai; anything else is an instant. */
export const momentOf = (text: string): Date => new Date(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T09:00:00+08:00` : text);

/** Turns the clock of a running demonstration as its administrator. */
export class ClockHand {
  constructor(
    private readonly admin: Person,
    private readonly settings: ClockHandSettings = {},
  ) {}

  async now(): Promise<Date> {
    return new Date((await this.read()).now);
  }

  /** Turns it to each stop on the way and lets everything due there be done, so that one thing follows from another as it would. */
  async turnTo(to: Date, arrived: (at: Date, timers: number) => Promise<void> | void = () => undefined): Promise<void> {
    for (const stop of stopsBetween(await this.now(), to, this.settings.stopsOfDay ?? [0, 9])) {
      const { waiting } = await this.turn(stop);
      await this.quiet();
      await arrived(stop, waiting.timers);
    }
  }

  /** @throws RefusedByServer where the clock cannot be turned, or somebody else has just turned it. */
  private async turn(to: Date): Promise<ClockView> {
    const seen = await this.read();
    // Time goes on between two stops as well: a stop may have been passed already.
    if (to.getTime() <= Date.parse(seen.now) && Date.parse(seen.now) - to.getTime() < hour) return seen;
    return this.admin.post<ClockView>('operations/clock', { to: to.toISOString(), version: seen.version });
  }

  /** Waits until nothing has been due and every message has been handed on for a moment. */
  async quiet(): Promise<void> {
    const { calmMilliseconds = 75 } = this.settings;
    let since = performance.now();
    for (const end = performance.now() + patience; performance.now() < end; await wait(50)) {
      const { timers, messages } = (await this.read()).waiting;
      if (timers + messages > 0) since = performance.now();
      else if (performance.now() - since >= calmMilliseconds) return;
    }
    throw new Error('一分钟内仍有到期事项未办完。 Something due was still not done after a minute.');
  }

  private read(): Promise<ClockView> {
    return this.admin.get<ClockView>('operations/clock');
  }
}
