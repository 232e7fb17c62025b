import { z } from 'zod';
import type { Clock } from '#platform';
import { bucketOf, horizon } from './buckets.ts';

/** The message by which a process that sets timers has their alarms armed; the relay takes it out of the outbox. */
export const alarmMessage = 'timer.alarm';

const AlarmCall = z.object({ buckets: z.array(z.int()) });

/** Its payload: when buckets begin, in milliseconds since 1970. */
export type AlarmCall = z.infer<typeof AlarmCall>;

/** None of a payload that does not fit: the refill knows them as well, and no message behind it has to wait. */
export const bucketsOf = (payload: unknown): number[] => AlarmCall.safeParse(payload).data?.buckets ?? [];

/**
 * Which alarms a process has called for. One call a bucket is enough, and what is due beyond the horizon needs none: so
 * of all the decisions that set timers, next to none has a message of its own for them. A call that was lost, with the
 * queue or with the process, is made up for by refill and sweep.
 */
export class AlarmCalls {
  private readonly called = new Set<number>();

  constructor(private readonly clock: Clock) {}

  /** What is still to be called for; nothing, almost always. To be `noted` once the call is on disk. */
  for(dues: readonly (string | Date)[]): AlarmCall | undefined {
    if (dues.length === 0) return undefined;
    const limit = this.clock.now().getTime() + horizon;
    const buckets = new Set(dues.map(bucketOf).filter((bucket) => bucket < limit && !this.called.has(bucket)));
    return buckets.size === 0 ? undefined : { buckets: [...buckets] };
  }

  noted({ buckets }: AlarmCall): void {
    for (const bucket of buckets) this.called.add(bucket);
    this.forgetPast();
  }

  /** Also those far ahead of a clock that was turned back: they may be far ahead for long. */
  private forgetPast(): void {
    const now = this.clock.now().getTime();
    for (const bucket of this.called) if (Math.abs(bucket - now) > 2 * horizon) this.called.delete(bucket);
  }
}
