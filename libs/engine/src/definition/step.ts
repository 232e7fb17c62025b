import { z } from 'zod';
import { AssigneeRule, Superior } from './assignee.ts';
import { Due, Name, RuleNumber, StatePath, Text } from './basics.ts';
import { Reminder, Rung } from './reminder.ts';

/** What a step does when its assignee rules find nobody. There is no default: silence loses cases. */
const WhenNobody = z
  .union([
    z.strictObject({ assign: z.array(AssigneeRule).min(1).max(20) }),
    Superior,
    z.strictObject({ skip: Name }),
    z.strictObject({ hold: z.literal(true) }),
  ])
  .meta({
    id: 'WhenNobody',
    description:
      'Assign to others, ask the superior of its posts, skip with an outcome recorded as the system’s, or hold and open an incident.',
  });

/** 同一人: what a step does with people who have to do with the case otherwise. Each has a safe default. */
export const SamePerson = z
  .strictObject({
    /**
     * Where nobody but the applicant could decide: `another`, the default, has somebody else found as `whenNobody` says;
     * under `superior` the superior of the applicant's post is asked before that.
     */
    applicant: z.enum(['another', 'superior']).exactOptional(),
    /**
     * Of whoever has approved the case in an earlier step of the same round and would be shown nothing new: `ask`, the
     * default, asks them again; under `pass` the system counts what they said. Nobody who has not spoken is passed over,
     * so a post's task passes only when all who could answer it have approved. Never in a vote or a meeting.
     */
    alreadyApproved: z.enum(['ask', 'pass']).exactOptional(),
  })
  .meta({ id: 'SamePerson', description: 'What becomes of a step whose approver is the applicant, or has approved the case already.' });
export type SamePerson = z.infer<typeof SamePerson>;

/**
 * What choosing an outcome means for the form: `pass` wants it complete, `return` and `refuse` take it as it is.
 * Under the policies all and sequence, `pass` is also what every assignee has to say.
 */
export const OutcomeKind = z.enum(['pass', 'return', 'refuse']);
export type OutcomeKind = z.infer<typeof OutcomeKind>;

const wellKnownOutcomes = ['approve', 'submit', 'resubmit', 'reject', 'return'] as const;

export const Outcome = z
  .union([
    z.enum(wellKnownOutcomes),
    z.strictObject({
      name: Name,
      title: Text,
      kind: OutcomeKind,
      comment: z.enum(['required', 'optional']).exactOptional(),
    }),
  ])
  .meta({ id: 'Outcome', description: 'A well-known outcome by its name, or one the step declares for itself.' });
export type Outcome = z.infer<typeof Outcome>;

const outcomes = z.array(Outcome).min(1).max(20);

/** An exact fraction such as `2/3`, so that no threshold depends on how a decimal was rounded. */
export const Fraction = z
  .string()
  .regex(/^[1-9]\d{0,3}\/[1-9]\d{0,3}$/)
  .meta({ id: 'Fraction', description: 'A fraction of whole numbers, at most 1, such as 2/3.' });

export const Policy = z
  .discriminatedUnion('by', [
    z.strictObject({ by: z.literal('one'), outcomes }),
    z.strictObject({ by: z.literal('all'), outcomes }),
    z.strictObject({ by: z.literal('sequence'), outcomes }),
    z.strictObject({
      by: z.literal('vote'),
      /** Whether each person counts once, or by the weight of the rule that named them. */
      count: z.enum(['head', 'weight']),
      /** What the threshold is a share of: everyone who may vote, or the votes for and against. */
      of: z.enum(['eligible', 'cast']),
      pass: z.union([z.strictObject({ atLeast: Fraction }), z.strictObject({ moreThan: Fraction })]),
      /** The share of those eligible that must have voted, abstentions included, before anything is settled. */
      quorum: Fraction.exactOptional(),
    }),
  ])
  .meta({ id: 'Policy', description: 'How decisions make a step’s outcome: 或签 one, 会签 all, 依次 sequence, 票签 vote.' });
export type Policy = z.infer<typeof Policy>;
export type VotePolicy = Extract<Policy, { by: 'vote' }>;

export const FieldAccess = z.enum(['hidden', 'read', 'write', 'required']);
export type FieldAccess = z.infer<typeof FieldAccess>;

/** How a return may be answered: everything after it anew, or straight back to the step that returned. */
export const Reentry = z.enum(['restart', 'resume']);
export type Reentry = z.infer<typeof Reentry>;

/** 会议: a body that meets, and decides what waits for it at the end of a meeting, all of the agenda at once. */
const MeetingRule = z
  .strictObject({
    /** The post its tasks are addressed to; whoever holds it is the body's secretary. */
    body: z.string().min(1).max(60),
    /** A text field of the form that takes the meeting's number. */
    number: Name.exactOptional(),
    /** Lets the post's holders also decide a task by itself, outside any meeting. */
    singly: z.literal(true).exactOptional(),
  })
  .meta({ id: 'Meeting', description: 'The body whose meetings decide the step. Its policy is `one`, with approve and reject.' });

/** A state in which people act. */
export const Step = z
  .strictObject({
    title: Text,
    basis: z.array(RuleNumber).max(20).exactOptional(),
    assignees: z.array(AssigneeRule).min(1).max(50),
    whenNobody: WhenNobody,
    decide: Policy,
    meeting: MeetingRule.exactOptional(),
    /** Access by field; `*` gives the access of the fields that are not named. Without it, `read`. */
    fields: z.record(z.union([z.literal('*'), Name]), FieldAccess).exactOptional(),
    due: Due.exactOptional(),
    remind: z.array(Reminder).min(1).max(10).exactOptional(),
    /** Counted from the due time, one rung after another, for as long as the step is open. */
    escalate: z.array(Rung).min(1).max(10).exactOptional(),
    return: z
      .strictObject({
        /** Earlier steps the decider may return to, besides where the `return` transition leads. */
        to: z.array(StatePath).max(50).exactOptional(),
        reentry: Reentry,
      })
      .exactOptional(),
    /** Fields that may be supplemented while the step is open: by the applicant, or by those who are named. */
    supplement: z
      .strictObject({ fields: z.array(Name).min(1).max(200), by: z.array(AssigneeRule).min(1).max(20).exactOptional() })
      .exactOptional(),
    /**
     * 结转: when the case comes here again after a return, what was approved stands if nothing that the step shows is
     * different, and the step passes by itself. Without it, people are asked again.
     */
    carry: z.literal(true).exactOptional(),
    /** In place of what the definition says for all its steps. */
    samePerson: SamePerson.exactOptional(),
    /** Lets the applicant decide here although the case is their own. */
    applicantMayDecide: z.literal(true).exactOptional(),
  })
  .meta({ id: 'Step', description: 'What a state needs from people.' });
export type Step = z.infer<typeof Step>;
