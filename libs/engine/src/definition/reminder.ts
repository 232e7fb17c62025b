import { z } from 'zod';
import { AssigneeRule, Superior } from './assignee.ts';
import { Delay, Name, RuleNumber } from './basics.ts';

const others = z.array(AssigneeRule).min(1).max(20);
/** Without it, whoever has an open task in the step. */
const to = others.exactOptional();

/** The clauses that something stands on. */
const basis = z.array(RuleNumber).min(1).max(20).exactOptional();

/** 提醒: when people hear again of a step that is open, reckoned from its due time. */
export const Reminder = z
  .union([
    z.strictObject({ before: Delay, to, basis }),
    z.strictObject({ at: z.literal('due'), to, basis }),
    z.strictObject({
      after: Delay,
      /** Again and again, `times` in all. */
      every: Delay.exactOptional(),
      times: z.int().min(2).max(30).exactOptional(),
      to,
      basis,
    }),
  ])
  .meta({ id: 'Reminder', description: 'A reminder before, at or after the due time of a step; after it, also repeated.' });
export type Reminder = z.infer<typeof Reminder>;

const after = Delay;
const above = z
  .array(z.union([AssigneeRule, Superior]))
  .min(1)
  .max(20);

/** 升级: what the system does when a step is that long overdue. */
export const Rung = z
  .discriminatedUnion('do', [
    z.strictObject({ after, do: z.literal('remind'), to: above, basis }),
    z.strictObject({ after, do: z.literal('assign'), to: above, basis }),
    z.strictObject({ after, do: z.literal('add'), to: above, basis }),
    z.strictObject({
      after,
      do: z.literal('pass'),
      outcome: Name,
      /** Here the clauses that allow the system to decide; `compile` asks for them. */
      basis,
    }),
  ])
  .meta({
    id: 'Rung',
    description: 'A rung of the ladder of escalation: remind others, hand over to others, ask others too, or pass with an outcome.',
  });
export type Rung = z.infer<typeof Rung>;
