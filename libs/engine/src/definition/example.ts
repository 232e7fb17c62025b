import { z } from 'zod';
import type { Fields, Json } from '../run/state.ts';
import { Delay, Name, OrganisationKind, StatePath, Text } from './basics.ts';

const Value: z.ZodType<Json> = z
  .lazy(() => z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(Value), z.record(z.string(), Value)]))
  .meta({ id: 'Value', description: 'Any JSON value.' });
const Values: z.ZodType<Fields> = z.record(Name, Value);
const Comment = z.string().max(2000);

/** `post@level`, such as `dean@department`. */
const PostKey = z
  .string()
  .regex(/^[^@\s/]{1,60}@[a-z-]{1,40}$/)
  .max(110);

/** A made-up person: the holder of a post by its key, `dean@department`; of several, the second is `dean@department/2`. */
const Person = z.string().min(1).max(120);
const Answers = z.record(Name, z.union([Values, z.null()]));
const number = z.int().min(1).max(100_000);

/** What people may do with a case besides deciding, as far as a word, a step and another person say all of it. */
export const moveVerbs = [
  'withdraw',
  'take-back',
  'comment',
  'claim',
  'release',
  'transfer',
  'delegate',
  'resolve',
  'recuse',
  'urge',
  'suspend',
  'resume',
  'jump',
  'terminate',
  'retry',
] as const;

/** One thing that happens to a simulated case. A run is the list of them. */
export const Move = z
  .discriminatedUnion('kind', [
    /** The beginning: by whoever holds the first starting post, or by the system where no post may start it. */
    z.strictObject({ kind: z.literal('start'), fields: Values, by: Person.exactOptional() }),
    z.strictObject({
      kind: z.literal('decide'),
      by: Person,
      step: StatePath,
      outcome: Name,
      fields: Values.exactOptional(),
      comment: Comment.exactOptional(),
      returnTo: StatePath.exactOptional(),
      /** 补正清单: what is to be mended, with a return. */
      items: z
        .array(z.strictObject({ fields: z.array(Name).max(200).exactOptional(), text: z.string().min(1).max(2000) }))
        .max(50)
        .exactOptional(),
    }),
    z.strictObject({ kind: z.literal('save'), by: Person, step: StatePath, fields: Values }),
    z.strictObject({
      kind: z.literal('verb'),
      verb: z.enum(moveVerbs),
      by: Person,
      /** The step it is about; of a jump, where to. */
      step: StatePath.exactOptional(),
      /** Another person: whom a task is given to. */
      to: Person.exactOptional(),
      comment: Comment.exactOptional(),
    }),
    /** Time passes; whatever falls due meanwhile has its effect, one thing after another. */
    z.strictObject({ kind: z.literal('turn'), by: Delay }),
    /** Time passes until something falls due. */
    z.strictObject({ kind: z.literal('turn-to-next') }),
    z.strictObject({ kind: z.literal('signal'), signal: Name, payload: Values.exactOptional() }),
    z.strictObject({ kind: z.literal('child-ended'), child: number, state: Name, output: Values.exactOptional() }),
    z.strictObject({ kind: z.literal('child-refused'), child: number }),
    z.strictObject({ kind: z.literal('call-answered'), call: number, answer: Values.exactOptional() }),
    z.strictObject({ kind: z.literal('call-failed'), call: number }),
    /** The registers say something else from now on; null where they do not know it. */
    z.strictObject({ kind: z.literal('facts'), facts: Answers }),
    /** A post is held by others from now on, or by nobody. */
    z.strictObject({ kind: z.literal('appoint'), post: PostKey, holders: z.array(Person).max(50) }),
  ])
  .meta({ id: 'Move', description: 'One thing that happens to a simulated case.' });
export type Move = z.infer<typeof Move>;

/** The world that a simulated case begins in. What is not said has a sensible value. */
const scene = {
  /** When it begins. */
  at: z.iso.datetime({ precision: 3 }),
  /** What the registers say, by the definition's facts. */
  facts: Answers.exactOptional(),
  /** Who holds which post, by `post@level`. */
  holders: z.record(PostKey, z.array(Person).max(50)).exactOptional(),
  /** The types of the organisations it belongs to, by level. */
  types: z.partialRecord(OrganisationKind, z.string().min(1).max(60)).exactOptional(),
};

/** A saved run that belongs to a definition, and what it has to come to. */
export const Example = z
  .strictObject({
    title: Text,
    ...scene,
    moves: z.array(Move).min(1).max(200),
    expected: z.strictObject({
      /** Paths of the innermost states it stands in at last. */
      states: z.array(StatePath).min(1).max(50),
      /** The innermost states it came to, in order, from the first to the last. */
      route: z.array(StatePath).min(1).max(500),
    }),
  })
  .meta({ id: 'Example', description: 'A run of the process that is played before every publication, and has to end as it says.' });
export type Example = z.infer<typeof Example>;
