import { z } from 'zod';
import { Delay, Due, Expression, Key, Name, OrganisationKind, RuleNumber, StatePath, Text } from './basics.ts';
import { Example } from './example.ts';
import { DataSchema, Form } from './form.ts';
import { StateNode } from './machine.ts';
import { SamePerson } from './step.ts';

const Fact = z
  .strictObject({
    /** The register that answers, by the name the host knows it by. */
    source: z.string().min(1).max(60),
    /** What the register is asked with, parameter → expression. */
    with: z.record(Name, Expression),
  })
  .meta({ id: 'Fact', description: 'Something a register knows and the case does not.' });
export type Fact = z.infer<typeof Fact>;

/** A workflow definition: one JSON document whose heart is an XState v5 machine config (design §2). */
export const Definition = z
  .strictObject({
    format: z.literal(1),
    key: Key,
    title: Text,
    description: Text.exactOptional(),
    /** The clauses this process carries out. */
    basis: z.array(RuleNumber).max(100),
    /** The level of the organisation tree a case belongs to; posts are resolved from there upwards. */
    subject: OrganisationKind,
    start: z
      .strictObject({
        /** The posts, held at the subject organisation, whose holders may start a case. */
        posts: z.array(z.string().min(1).max(60)).max(20),
        /** Whether the system may start one by itself; such a case has no applicant. */
        bySystem: z.literal(true).exactOptional(),
        /** Whether another case may start one as its child; its applicant is then that case's. */
        asChild: z.literal(true).exactOptional(),
      })
      .refine(
        ({ posts, bySystem, asChild }) => posts.length > 0 || bySystem === true || asChild === true,
        'Somebody has to be able to start a case.',
      ),
    /** The case's title, with `{expression}` replaced by its value. */
    summary: Text,
    /** Once the case has come to one of these states, its applicant cannot withdraw it any more. */
    withdraw: z.strictObject({ until: z.array(StatePath).min(1).max(20) }).exactOptional(),
    /**
     * At most one case with this key at a time; ending in one of the named final states gives the key back, and so does
     * being terminated, where `terminated` is named.
     */
    unique: z
      .strictObject({
        rule: RuleNumber,
        by: z.array(Expression).min(1).max(10),
        message: Text,
        releasedBy: z.array(Name).max(20),
      })
      .exactOptional(),
    /** 办结时限: how long a case may take at the longest from when it is submitted, and how often it may be sent back meanwhile; without it, never. */
    longest: z
      .strictObject({ within: Delay, returns: z.int().min(0).max(5).exactOptional(), basis: RuleNumber.exactOptional() })
      .exactOptional(),
    /** For every step that does not say otherwise. */
    samePerson: SamePerson.exactOptional(),
    form: Form,
    facts: z.record(Name, Fact).exactOptional(),
    /** What the case remembers besides its form; written by `set` actions only. */
    data: DataSchema.exactOptional(),
    /** Named delays for `after`. */
    delays: z.record(Name, Due).exactOptional(),
    /** The clauses that named delays stand on, by their names. */
    delayBasis: z.record(Name, z.array(RuleNumber).min(1).max(20)).exactOptional(),
    /** Messages from other cases or from registers that the machine listens to, with the shape of their payload. */
    signals: z.record(Name, z.strictObject({ title: Text, payload: DataSchema.exactOptional() })).exactOptional(),
    machine: StateNode,
    /** Runs that are played before every publication. */
    examples: z.array(Example).max(50).exactOptional(),
  })
  .meta({ id: 'Definition', title: 'Shenpi workflow definition', description: 'A workflow definition, format 1.' });
export type Definition = z.infer<typeof Definition>;
