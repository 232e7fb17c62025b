import { z } from 'zod';
import { Expression, Key, Name, Text } from './basics.ts';
import { Scalar } from './form.ts';
import { Fraction } from './step.ts';

/** Child cases that a state starts when it is entered, and waits for. */
export const Children = z
  .strictObject({
    title: Text.exactOptional(),
    /** Key of the definition the children follow; the latest version when each is started. */
    definition: Key,
    /** A list, for one child for each of its items; without it, one child. */
    each: Expression.exactOptional(),
    /** Id of the organisation a child belongs to; without it, the parent's own at the level the child's definition names. */
    organisation: Expression.exactOptional(),
    /** What stands in a child's form when it begins, field → expression, which may read `item`. */
    form: z.record(Name, Expression),
    /** The child's final states that count, `terminated` among them; without it, a child counts however it ends. */
    passes: z.array(Name).min(1).max(20).exactOptional(),
    /** How many have to pass: a share is rounded upwards. */
    wait: z.union([z.enum(['all', 'any']), z.strictObject({ atLeast: z.union([z.int().min(1).max(1000), Fraction]) })]),
    /** What is expected of a child's output, for expressions that read it. */
    output: z.record(Name, Scalar).exactOptional(),
  })
  .meta({
    id: 'Children',
    description:
      'Child cases: one, or one for each item of a list. When enough have passed the state gets `childrenDone`; when too many have not, `childrenFailed`.',
  });
export type Children = z.infer<typeof Children>;
