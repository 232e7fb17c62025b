import { z } from 'zod';
import { InstantOut } from '../http/schema.ts';

const count = z.int().min(0);
const bound = z.number().nullable();

export const TimersOut = z
  .object({
    armed: z
      .object({ withinHour: count, withinDay: count, withinWeek: count, later: count })
      .meta({ description: 'Timers that are not due yet, each counted once and up to 10,000.' }),
    overdue: count.meta({ description: 'Timers that are due and have not fired; counting stops at 10,000.' }),
    oldestOverdue: InstantOut.nullable(),
    lateness: z
      .object({
        fired: count,
        p50: bound.meta({ description: 'Seconds that half of them were late at most; null when none fired, or it was more than a day.' }),
        p99: bound.meta({ description: 'The same of 99 in a hundred.' }),
      })
      .meta({ description: 'How late the timers of the last hour were, of all workers together.' }),
    queue: z.object({
      backend: z.enum(['postgres', 'redis']),
      alarms: count.nullable().meta({ description: 'Wake-ups in the queue, of all tenants; null while it does not answer.' }),
    }),
  })
  .meta({ id: 'Timers' });
