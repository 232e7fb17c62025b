import type { AnyStateMachine } from 'xstate';
import type { Errand } from './compile/tree.ts';
import type { Delay, Due, OrganisationKind } from './definition/basics.ts';
import type { Definition } from './definition/definition.ts';
import type { OutcomeSpecification } from './definition/outcomes.ts';
import type { FieldAccess, Reentry, SamePerson, Step } from './definition/step.ts';
import type { CompiledExpression } from './expression/expression.ts';
import type { FactCatalogue, FactSource } from './expression/variables.ts';
import type { FormCheck } from './form/form-check.ts';
import type { FormPlan } from './form/plan.ts';
import type { Instant } from './run/state.ts';

/**
 * What the engine is told about calendars and clocks, as pure functions. `libs/calendar` has them for the official
 * working days and the business zone.
 */
export interface DueTime {
  /** When something that begins at `from` falls due. */
  readonly after: (delay: Delay, from: Instant) => Instant;
  /** When to remind people of something due at `due`, so long before. */
  readonly tellBefore: (delay: Delay, due: Instant) => Instant;
  /** When to remind people again, so long after. */
  readonly tellAfter: (delay: Delay, from: Instant) => Instant;
  /** What is left at `from` of a delay that ends at `until`, in the unit it was given in: `after` takes it up again. */
  readonly left: (delay: Delay, from: Instant, until: Instant) => Delay;
  /** Working days after the day of `from`, up to the day of `until`. */
  readonly workingDays: (from: Instant, until: Instant) => number;
  /** The clock on the wall, such as `2024-03-22 17:30`. */
  readonly onTheWall: (moment: Instant) => string;
}

/** A post at a level of the organisation tree. */
export interface PostPlace {
  readonly post: string;
  readonly at: OrganisationKind;
}

/** 上级: which post stands directly above another, by its key; the highest have none. */
export type Superiors = Readonly<Record<string, PostPlace>>;

/** What a definition is compiled against. */
export interface Surroundings {
  readonly dueTime: DueTime;
  readonly facts: FactCatalogue;
  /** Without it no post has a superior. */
  readonly superiors?: Superiors;
}

export interface CompiledReturn {
  readonly to: string;
  readonly reentry: Reentry;
  readonly across: boolean;
  /** Whether the decider names the target; otherwise the document's own `return` transition leads there. */
  readonly chosen: boolean;
  /** What stands still in the regions beside the target, while a return across regions is under way. */
  readonly beside: { readonly steps: ReadonlySet<string>; readonly timers: ReadonlySet<string> };
}

export interface CompiledStep {
  readonly path: string;
  readonly step: Step;
  readonly outcomes: ReadonlyMap<string, OutcomeSpecification>;
  readonly accessOf: (field: string) => FieldAccess;
  readonly requiredFields: readonly string[];
  readonly mayWrite: boolean;
  readonly returns: readonly CompiledReturn[];
  readonly samePerson: Required<SamePerson>;
  /** The outcome that the system may count for people who have approved already; undefined where it may not. */
  readonly countable: string | undefined;
  /** The posts above one, the nearest first. */
  readonly above: (post: string) => readonly PostPlace[];
  /** Whether it has reminders or a ladder. */
  readonly hasClocks: boolean;
}

export type CompiledErrand = Errand & {
  /** What of an answer or an output is looked at, and its check. */
  readonly names: readonly string[];
  readonly answer: FormCheck;
};

/** A definition that compiled: immutable, without reference to any case, made once per version and kept. */
export interface Workflow {
  readonly definition: Definition;
  readonly machine: AnyStateMachine;
  readonly steps: ReadonlyMap<string, CompiledStep>;
  /** What others are to do in a state, by its path, with the check of what they come back with. */
  readonly errands: ReadonlyMap<string, CompiledErrand>;
  /** Paths of the states that have none inside them: the places a case can stand at. */
  readonly leaves: ReadonlySet<string>;
  /** The delay behind each `after` event, by the event's type. */
  readonly delays: ReadonlyMap<string, Due>;
  readonly form: FormCheck;
  readonly data: FormCheck;
  readonly payloads: ReadonlyMap<string, FormCheck>;
  /** What follows from what is entered into the form. */
  readonly plan: FormPlan;
  readonly expressions: ReadonlyMap<string, CompiledExpression>;
  /** The types of each declared fact's fields, for those that do not travel as JSON. */
  readonly factTypes: ReadonlyMap<string, FactSource['fields']>;
  /** The posts its steps and notices name; the host says who holds them. */
  readonly posts: readonly { readonly post: string; readonly at: string }[];
  readonly dueTime: DueTime;
  /** Whether any step has reminders or a ladder. */
  readonly hasClocks: boolean;
  /** Whether it matters later who has passed which step. */
  readonly remembers: boolean;
}

/** How a post at a level is named in `World.posts`. */
export const postKey = (rule: { readonly post: string; readonly at: string }): string => `${rule.post}@${rule.at}`;
