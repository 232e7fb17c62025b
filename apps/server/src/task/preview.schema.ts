import { z } from 'zod';
import { FieldsIn, InstantOut, TextOut, Titled } from '../http/schema.ts';
import { AssigneeOut, RecordOut } from './task.schema.ts';

const TimerOut = z
  .object({ kind: z.enum(['delay', 'remind', 'escalate']), step: Titled.optional(), name: z.string(), dueAt: InstantOut })
  .meta({ id: 'PreviewedTimer' });

export const PreviewOut = z
  .object({
    expected: z.string().meta({ description: 'To be sent as If-Match with the command itself.' }),
    sequence: z.int().meta({ description: 'The last history row there is; 0 before the beginning.' }),
    states: z.array(Titled).readonly().meta({ description: 'Where the case would stand.' }),
    isFinished: z.boolean(),
    left: z.array(Titled).readonly().meta({ description: 'Steps that would be left.' }),
    entered: z.array(Titled.extend({ dueAt: InstantOut.optional(), isHeld: z.boolean() })).readonly(),
    asked: z.array(z.object({ step: Titled, assignee: AssigneeOut, dueAt: InstantOut.optional() })).readonly(),
    cancelled: z
      .array(z.object({ id: z.string().optional(), step: Titled, assignee: AssigneeOut, because: z.string() }))
      .readonly()
      .meta({ description: 'Open tasks that would be closed undecided, those of sibling branches included.' }),
    timersSet: z.array(TimerOut).readonly(),
    timersCleared: z.array(TimerOut).readonly(),
    dues: z.array(z.object({ id: z.string(), dueAt: InstantOut })).readonly(),
    notices: z.array(z.object({ to: z.array(AssigneeOut).readonly(), kind: z.string(), message: TextOut })).readonly(),
    signals: z.array(z.object({ instance: z.string(), signal: z.string() })).readonly(),
    childrenStarted: z
      .array(z.object({ definition: z.string(), count: z.int() }))
      .readonly()
      .meta({ description: 'Child cases that would begin, by the keys of their definitions.' }),
    childrenEnded: z.int().meta({ description: 'How many child cases would be ended.' }),
    calls: z.array(z.string()).readonly().meta({ description: 'Keys of the webhooks that would be called.' }),
    passed: z
      .array(
        z.object({ step: Titled, because: z.enum(['skipped', 'approved-earlier', 'carried']), people: z.array(AssigneeOut).readonly() }),
      )
      .readonly()
      .meta({ description: 'Steps that would pass by themselves: for want of people, or by what these people had approved before.' }),
    calculated: FieldsIn.readonly().meta({ description: 'Calculated fields of the form as they would be, without what any step hides.' }),
  })
  .meta({ id: 'Preview', description: 'What a command would do. Nothing was done.' });

/** The reply to a command: what was done or, with `dryRun=true`, what would be. */
export const CommandOut = z.union([RecordOut, PreviewOut]);
