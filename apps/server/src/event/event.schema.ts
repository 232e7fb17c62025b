import { z } from 'zod';

/** What the `data` of an event `news` says: things that are new or not what they were, by their ids alone. */
export const NewsOut = z
  .object({
    tasks: z.array(z.object({ id: z.string(), instance: z.string(), change: z.enum(['opened', 'changed', 'closed']) })),
    cases: z.array(z.object({ id: z.string(), sequence: z.int() })),
    notices: z.int().meta({ description: 'How many times notices arrived.' }),
    isMore: z.literal(true).optional().meta({ description: 'More changed than is named: read the lists again.' }),
  })
  .meta({ id: 'News' });
