import { z } from 'zod';
import { Due, Name, OrganisationKind, RuleNumber, StatePath, Text } from './basics.ts';

/** Who gets a task: the case's applicant, or a post at a level of the organisation tree above the case. */
export const AssigneeRule = z
  .union([
    z.strictObject({ applicant: z.literal(true) }),
    z.strictObject({
      post: z.string().min(1).max(60),
      at: OrganisationKind,
      /** One task for each holder of the post, in place of one candidate task that any of them may decide. */
      each: z.literal(true).exactOptional(),
      /** How much this vote counts where votes are counted by weight. Without it, 1. */
      weight: z.int().min(1).max(1000).exactOptional(),
    }),
  ])
  .meta({ id: 'AssigneeRule', description: 'Who gets a task: the applicant, or a post at a level of the organisation tree.' });
export type AssigneeRule = z.infer<typeof AssigneeRule>;
export type PostRule = Extract<AssigneeRule, { post: string }>;

/** What a step does when its assignee rules find nobody. There is no default: silence loses cases. */
const WhenNobody = z
  .union([
    z.strictObject({ assign: z.array(AssigneeRule).min(1).max(20) }),
    z.strictObject({ skip: Name }),
    z.strictObject({ hold: z.literal(true) }),
  ])
  .meta({
    id: 'WhenNobody',
    description: 'Assign to others, skip with an outcome recorded as the system’s, or hold and open an incident.',
  });

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
const Fraction = z
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

/** A state in which people act. */
export const Step = z
  .strictObject({
    title: Text,
    basis: z.array(RuleNumber).max(20).exactOptional(),
    assignees: z.array(AssigneeRule).min(1).max(50),
    whenNobody: WhenNobody,
    decide: Policy,
    /** Access by field; `*` gives the access of the fields that are not named. Without it, `read`. */
    fields: z.record(z.union([z.literal('*'), Name]), FieldAccess).exactOptional(),
    due: Due.exactOptional(),
    return: z
      .strictObject({
        /** Earlier steps the decider may return to, besides where the `return` transition leads. */
        to: z.array(StatePath).max(50).exactOptional(),
        reentry: Reentry,
      })
      .exactOptional(),
    /** Lets the applicant decide here although the case is their own. */
    applicantMayDecide: z.literal(true).exactOptional(),
  })
  .meta({ id: 'Step', description: 'What a state needs from people.' });
export type Step = z.infer<typeof Step>;
