import { z } from 'zod';
import { TextOut, Titled } from '../http/schema.ts';

/** How many closed cases are told again for one answer. */
const most = 50;

export const WhatIfBody = z
  .strictObject({
    by: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('version'), version: z.int().min(1).max(2_147_483_647) }),
      z.strictObject({ kind: z.literal('draft'), draft: z.string().max(60) }),
      z.strictObject({ kind: z.literal('document'), document: z.record(z.string(), z.unknown()) }),
    ]),
    before: z.string().max(60).optional().meta({ description: 'Only cases begun before the one with this id.' }),
    limit: z.int().min(1).max(most).default(20),
  })
  .meta({ id: 'WhatIfQuestion' });

const CourseOut = z
  .object({
    route: z.array(Titled).readonly().meta({ description: 'Where it came, in order.' }),
    asked: z.array(z.object({ step: Titled, who: TextOut })).readonly(),
    days: z.int().nullable().meta({ description: 'From its beginning to its end; null where it does not end.' }),
  })
  .meta({ id: 'ComparedCourse' });

const UnknownOut = z
  .object({
    kind: z.enum(['decision', 'stays', 'unasked', 'refused', 'fact']).meta({
      description:
        '`decision`: a step nobody was asked in is supposed to pass; `stays`: it cannot be supposed; `unasked`: what was said is not asked for any more; `refused`: what was done would be refused; `fact`: a register was never asked.',
    }),
    step: Titled.optional(),
    outcome: z.string().optional(),
    code: z.string().optional(),
    rules: z.array(z.string()).readonly().optional(),
    fact: z.string().optional(),
  })
  .meta({ id: 'UnknownOfCase' });

export const WhatIfOut = z
  .object({
    items: z
      .array(
        z
          .object({
            id: z.string(),
            number: z.string(),
            title: TextOut,
            version: z.int().meta({ description: 'By which it went.' }),
            compared: z
              .object({
                was: CourseOut,
                would: CourseOut,
                differs: z.object({ route: z.boolean(), days: z.boolean(), asked: z.boolean() }),
                unknown: z.array(UnknownOut).readonly(),
              })
              .optional()
              .meta({ description: 'Absent where the history does not suffice to tell the case again.' }),
          })
          .meta({ id: 'ComparedCase' }),
      )
      .readonly(),
    next: z.string().optional().meta({ description: 'As `before`, the next of them.' }),
  })
  .meta({ id: 'WhatIf' });
