import { z } from 'zod';
import { AccessOut, FieldsIn, InstantOut, NamedOut, PageQuery, TextOut, Titled } from '../http/schema.ts';

/** What every list of cases or tasks may be narrowed to. */
export const ListQuery = PageQuery.extend({
  definition: z.string().min(1).max(60).optional().meta({ description: 'Only of this process, by its key.' }),
  step: z.string().min(1).max(300).optional().meta({ description: 'Only in this step, by its path.' }),
  organisation: z.uuid().optional().meta({ description: 'Only of this organisation and those below it.' }),
});

const query = z
  .string()
  .max(100)
  .optional()
  .meta({ description: 'Only cases that fit: by number as `#12#`, title or organisation, also by the first letters of their pinyin.' });

export const SearchedQuery = ListQuery.extend({ query });

/** Of what reaches somebody through their posts. */
export const OwnQuery = SearchedQuery.extend({
  through: z
    .string()
    .regex(/^(own|[a-z][a-z0-9-]{0,59}@[0-9a-f-]{36})$/)
    .optional()
    .meta({ description: '`own`: only what is addressed to me. `<post>@<organisation>`: only what came through this post of mine.' }),
});

export const InboxQuery = OwnQuery.extend({
  dueUntil: z.iso
    .datetime({ offset: true })
    .optional()
    .meta({ description: 'Only what is due by this instant (ISO 8601, with an offset or Z).' }),
  overdue: z.enum(['true', 'false']).default('false').meta({ description: '`true`: only what is due by now.' }),
  order: z.enum(['opened', 'due', 'slack']).default('opened').meta({
    description:
      '`opened`: the oldest first. `due`: what is due first; what never is comes last. `slack`: by whichever comes first, its due time or the moment its case moves on without it.',
  }),
});

export const workingDaysLeft = z.int().optional().meta({
  description:
    '还剩几个工作日 · Working days until it is due: 0 on the day itself, less than 0 when it is overdue. By the calendar as it is now.',
});

/** Which task it is, of which case. */
export const briefTask = {
  id: z.string(),
  instance: z.string(),
  title: TextOut,
  definition: z.object({ key: z.string(), version: z.int(), title: TextOut }),
  step: Titled,
  openedAt: InstantOut,
  dueAt: InstantOut.optional(),
  limitAt: InstantOut.optional().meta({ description: 'When the case moves on without it.' }),
};

/** What every list says of a task. */
export const listedTask = { ...briefTask, workingDaysLeft };

const listed = {
  ...listedTask,
  isClaimed: z.literal(true).optional().meta({ description: 'I have claimed it, so that it waits for nobody else.' }),
};

export const ListedTaskOut = z.object(listed).meta({ id: 'ListedTask' });

export const placeOut = NamedOut.optional().meta({
  description: 'The school of the case; where there is none above it, its organisation.',
});

const around = {
  number: z.string(),
  place: placeOut,
  post: z
    .object({ key: z.string(), title: TextOut })
    .optional()
    .meta({ description: 'Through which post it came; absent where it is addressed to a person.' }),
};
const WaitingTaskOut = z.object({ ...listed, ...around }).meta({ id: 'WaitingTask' });
const DecidedTaskOut = z.object({ ...listed, ...around, outcome: z.string(), decidedAt: InstantOut }).meta({ id: 'DecidedTask' });

/** What stands beside the items of every list of cases or tasks. */
export const paged = {
  next: z.string().optional(),
  total: z.int().meta({ description: 'How many there are in all under these filters; counting stops at 1000.' }),
  isTotalExact: z.boolean().meta({ description: 'False when counting stopped: there are more than `total`.' }),
};

export const InboxOut = z.object({ items: z.array(WaitingTaskOut).readonly(), ...paged }).meta({ id: 'Inbox' });

export const DecidedPageOut = z.object({ items: z.array(DecidedTaskOut).readonly(), ...paged }).meta({ id: 'DecidedPage' });

export const AssigneeOut = z
  .object({
    person: NamedOut.optional(),
    post: z.object({ key: z.string(), title: TextOut }).optional(),
    organisation: z.string().optional(),
  })
  .meta({ id: 'Assignee' });

const ChoiceOut = z
  .object({
    outcome: z.string(),
    title: TextOut,
    kind: z.string(),
    isCommentRequired: z.boolean(),
    returnTo: z.array(Titled).readonly().optional(),
    next: z.array(z.object({ path: z.string(), title: TextOut, assignees: z.array(AssigneeOut).readonly() })).readonly(),
    obstacle: z
      .object({
        code: z.string(),
        rules: z
          .array(z.object({ rule: z.string(), message: TextOut }))
          .readonly()
          .optional(),
        fields: z
          .array(z.object({ path: z.string(), code: z.string(), expected: z.union([z.string(), z.number()]).optional() }))
          .readonly()
          .optional(),
      })
      .optional(),
  })
  .meta({ id: 'Choice', description: 'A decision the task allows, and what would follow from it now.' });

const FieldOut = z.object({ field: z.string(), title: TextOut });

const ItemOut = z
  .object({
    number: z.int(),
    fields: z
      .array(FieldOut)
      .readonly()
      .meta({ description: 'Those of its fields that I may see; none where it is about the case as a whole.' }),
    text: z.string(),
    dueAt: InstantOut.optional(),
    note: z.string().optional().meta({ description: 'What was said to it.' }),
    changed: z
      .array(FieldOut)
      .readonly()
      .optional()
      .meta({ description: 'Which of its fields were changed; absent until it is answered.' }),
  })
  .meta({ id: 'DeficiencyItem', description: '补正: one thing to be mended, and what became of it.' });

const sinceReturn = {
  formVersion: z.int().meta({ description: 'What was on the table then: `from` of the comparison of versions.' }),
  changed: z.array(FieldOut).readonly().meta({ description: 'Fields that have been written since.' }),
  items: z.array(ItemOut).readonly(),
};

export const ReturnedOut = z
  .object({ from: Titled, to: Titled, isAnswered: z.boolean(), ...sinceReturn })
  .meta({ id: 'Returned', description: '退回与补正清单: a step has sent the case back, and has not passed it since.' });

export const OwnTaskOut = z
  .object({
    id: z.string(),
    step: Titled,
    dueAt: InstantOut.optional(),
    workingDaysLeft,
    access: AccessOut,
    choices: z.array(ChoiceOut).readonly(),
    isForAnswer: z.literal(true).optional().meta({ description: 'It was delegated to me: an answer is wanted, and no decision.' }),
    toMend: z
      .array(ItemOut)
      .readonly()
      .optional()
      .meta({ description: '补正清单: what is still to be answered before it can be submitted again.' }),
    sinceReturn: z.object(sinceReturn).optional().meta({ description: 'What is different since this step sent the case back.' }),
  })
  .meta({ id: 'OwnTask' });

const attachments = z.array(z.uuid()).max(20).meta({ description: 'Ids of uploaded files.' });
const comment = z.string().max(5000);

export const DecisionBody = z
  .strictObject({
    outcome: z.string().min(1).max(60),
    formVersion: z.int().min(1).meta({ description: 'The version of the form that was on the screen.' }),
    comment: comment.optional(),
    fields: FieldsIn.optional().meta({ description: 'Changed fields of the form; null empties one.' }),
    attachments: attachments.optional(),
    returnTo: z.string().max(300).optional().meta({ description: 'Under `return`: the earlier step.' }),
    items: z
      .array(
        z.strictObject({
          fields: z
            .array(z.string().max(60))
            .max(20)
            .optional()
            .meta({ description: 'The fields it is about; without them the case as a whole.' }),
          text: z.string().max(1000),
          dueAt: z.iso.datetime({ offset: true }).optional(),
        }),
      )
      .max(50)
      .optional()
      .meta({ description: '补正清单: with a return, what is to be mended.' }),
    answers: z
      .array(z.strictObject({ item: z.int().min(1), note: z.string().max(2000) }))
      .max(100)
      .optional()
      .meta({ description: 'What I say to the items of `toMend`; where a field of an item is changed, nothing has to be said.' }),
  })
  .meta({ id: 'Decision' });

export const FormBody = z.strictObject({ formVersion: z.int().min(1), fields: FieldsIn }).meta({ id: 'FormChange' });

export const RemarkBody = z.strictObject({ comment, attachments: attachments.optional() }).meta({ id: 'Remark' });
export const TakeBackBody = z.strictObject({ comment: comment.optional() }).meta({ id: 'TakeBack' });

export const WithdrawalBody = z.strictObject({ comment }).meta({ id: 'Withdrawal' });

export const RecordOut = z
  .object({
    instance: z.string(),
    sequence: z.int().meta({ description: 'The history row it was written down as.' }),
    at: InstantOut,
    states: z.array(z.string()).readonly(),
    formVersion: z.int(),
    settled: z.string().optional().meta({ description: 'What the step came to; absent while it waits for others.' }),
    hash: z.string(),
  })
  .meta({ id: 'CommandRecord', description: 'What was done, and on disk when this was sent.' });
