import { z } from 'zod';
import { InstantOut, NamedOut, TextOut, Titled } from '../http/schema.ts';
import { ListedTaskOut, ListQuery } from '../task/task.schema.ts';

export const FollowUpQuery = ListQuery.omit({ limit: true, after: true });
export const StuckQuery = ListQuery;

const instant = z.iso.datetime({ offset: true });
export const OnTimeQuery = FollowUpQuery.extend({
  from: instant.meta({ description: 'ISO 8601, with an offset or Z.' }),
  until: instant.meta({ description: 'The first instant that is not within it.' }),
});

const behind = z.coerce.number().int().min(1).max(1000).default(1000);
export const OpenBehindQuery = FollowUpQuery.extend({
  age: z.enum(['0', '1', '2', '3', '4']).transform(Number).optional().meta({ description: 'Only of this age: a place in `ages`.' }),
  overdue: z.enum(['true', 'false']).default('false'),
  limit: behind,
});
export const DecidedBehindQuery = OnTimeQuery.extend({
  own: z.uuid().optional().meta({ description: 'Only cases of this organisation, without those below it.' }),
  late: z.enum(['true', 'false']).default('false').meta({ description: '`true`: only what was decided after it was due.' }),
  limit: behind,
});

const step = { definition: z.object({ key: z.string(), title: TextOut }), step: Titled };

export const WaitingOut = z
  .object({
    items: z
      .array(
        z.object({
          ...step,
          total: z.int(),
          overdue: z.int(),
          ages: z.array(z.int()).readonly().meta({ description: 'By working days since the task came: up to 2, 5, 10, 20, and more.' }),
          oldestSince: InstantOut,
        }),
      )
      .readonly(),
  })
  .meta({ id: 'Waiting' });

export const StuckOut = z.object({ items: z.array(ListedTaskOut).readonly(), next: z.string().optional() }).meta({ id: 'Stuck' });

export const DecidedBehindOut = z
  .object({ items: z.array(ListedTaskOut.extend({ decidedAt: InstantOut }).meta({ id: 'FollowedUpTask' })).readonly() })
  .meta({ id: 'FollowedUp' });

export const OnTimeOut = z
  .object({
    items: z
      .array(
        z.object({
          ...step,
          organisation: NamedOut.optional().meta({ description: 'Whose cases they were.' }),
          decided: z.int(),
          withDue: z.int().meta({ description: 'Those that had a due time: only they can be in time.' }),
          onTime: z.int(),
        }),
      )
      .readonly(),
  })
  .meta({ id: 'OnTime' });
