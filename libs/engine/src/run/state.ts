import type { Delay, Text } from '../definition/basics.ts';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type Fields = Readonly<Record<string, Json>>;

/** An instant as ISO 8601 in UTC with milliseconds, the form `Date.prototype.toISOString` gives. */
export type Instant = string;
export type PersonId = string;
export type OrganisationId = string;

/** The organisations a case belongs to, by their level in the tree, as they were when it started. */
export type Subject = Readonly<Record<string, { readonly id: OrganisationId; readonly name: string; readonly type: string }>>;

/** What a task is addressed to: one person, or a post that any of its holders may answer for. */
export type Assignee =
  | { readonly kind: 'person'; readonly person: PersonId; readonly post?: string; readonly organisation?: OrganisationId }
  | { readonly kind: 'post'; readonly post: string; readonly organisation: OrganisationId };

export interface Ballot {
  readonly outcome: string;
  readonly by: PersonId;
  /** Whose voice it is, where a deputy gave it. */
  readonly onBehalfOf?: PersonId;
  /** The system gave it, because of what they had said before. */
  readonly earlier?: EarlierDecision;
}

/** What somebody decided in a step before, by the number of their task there. */
export interface EarlierDecision {
  readonly step: string;
  readonly task: number;
  readonly person: PersonId;
}

/** A step that people have passed, so that it is known later who approved what, and having seen what. */
export interface Passed {
  readonly step: string;
  readonly outcome: string;
  /** After how many returns. */
  readonly round: number;
  readonly formVersion: number;
  readonly by: readonly {
    readonly task: number;
    readonly person: PersonId;
    readonly onBehalfOf?: PersonId;
    /** It was counted again for them. */
    readonly isEarlier?: true;
    /** Whose place in the step it was: a person or a post. */
    readonly seat: string;
  }[];
  /** The states it led to. */
  readonly led: readonly string[];
  /** 结转: it was passed before a return, and stands for this round too. */
  readonly carried?: true;
}

/** 补正: one thing to be mended, and what became of it. */
export interface DeficiencyItem {
  readonly number: number;
  /** The fields it is about; none where it is about the case as a whole. */
  readonly fields: readonly string[];
  readonly text: string;
  readonly dueAt?: Instant;
  /** The values of its fields when it was returned. */
  readonly was?: Fields;
  /** What was said to it. */
  readonly note?: string;
  /** Those of its fields that are others since. */
  readonly changed?: readonly string[];
}

/** 退回: a step has sent the case back. */
export interface Returned {
  readonly from: string;
  readonly to: string;
  readonly task: number;
  readonly by: PersonId;
  /** What was on the table. */
  readonly formVersion: number;
  readonly items: readonly DeficiencyItem[];
  /** The form's version it came back with; absent until it does. */
  readonly answeredIn?: number;
}

/** 会签规则 of people whom somebody asked to sign. */
export type SignerPolicy = 'one' | 'all' | 'sequence';

/** 后加签: people who are to sign when somebody has passed the case, before that counts. */
export interface SignerPlan {
  readonly policy: SignerPolicy;
  readonly by: PersonId;
  readonly people: readonly PersonId[];
}

/** A place in a step that somebody answers for, whether a task is open for it or not yet. */
export interface Seat {
  readonly assignee: Assignee;
  readonly weight: number;
  /** 委派: whose place it is; they only asked the assignee, and decide when there is an answer. */
  readonly delegatedBy?: PersonId;
  /** 加签: who added it, how many additions deep, and in which group; without a group it takes part in the step's own policy. */
  readonly added?: { readonly by: PersonId; readonly depth: number; readonly group?: number };
  readonly after?: readonly SignerPlan[];
}

/** The work item of one assignee in a step. Tasks are numbered from 1 within their case. */
export interface Task extends Seat {
  readonly number: number;
  /** Of a post's task: the holder who has claimed it. */
  readonly claimedBy?: PersonId;
  /** Set when the assignee has decided and the step goes on waiting for others. */
  readonly ballot?: Ballot;
}

/**
 * People who are signing before or after somebody. Their tasks are among the step's; whoever they sign for has none
 * meanwhile, and with `after` a ballot that does not count yet.
 */
export interface SignerGroup {
  /** The last task of whoever they sign for, by which the group is named. */
  readonly number: number;
  readonly place: 'before' | 'after';
  readonly policy: SignerPolicy;
  readonly principal: Task;
  /** Under the policy sequence: who is still to be asked, in order. */
  readonly queue: readonly Seat[];
}

/** A step that is open now. */
export interface OpenStep {
  readonly step: string;
  /** Which opening of this step it is, from 1. */
  readonly visit: number;
  readonly openedAt: Instant;
  readonly dueAt?: Instant;
  /** The earliest day that a list of what is to be mended names. */
  readonly itemsDue?: Instant;
  readonly tasks: readonly Task[];
  /** Under the policy sequence: who is still to be asked, in order. */
  readonly queue: readonly Seat[];
  readonly groups?: readonly SignerGroup[];
  /** Where its due time may change: the reminders and rungs that have had their effect, by their timers' names. */
  readonly had?: readonly string[];
  /** When somebody last urged it. */
  readonly urgedAt?: Instant;
  /** Nobody could be found for it: it waits for an operator to retry. */
  readonly held?: true;
  /** It returned the case to this step, in a sibling region, and opens again when that step is left. */
  readonly waitsFor?: string;
}

/** The case that another is a child of. */
export interface ParentCase {
  readonly instance: string;
  /** Which of its children it is, from 1. */
  readonly child: number;
  /** How many cases there are above it. */
  readonly depth: number;
}

export interface ChildResult {
  readonly number: number;
  /** The final state it came to; `terminated` where it was ended by hand. */
  readonly state: string;
  readonly passed: boolean;
  readonly output?: Fields;
}

/** The child cases that a state waits for. */
export interface OpenChildren {
  readonly total: number;
  /** Numbers of those that have not ended. */
  readonly running: readonly number[];
  readonly results: readonly ChildResult[];
  /** Those of them that an operator has to see to. */
  readonly held?: readonly number[];
}

/** A webhook whose answer a state waits for. */
export interface OpenCall {
  readonly number: number;
  /** It has failed for good: it waits for an operator. */
  readonly held?: true;
}

/** A delay that is running, by the id XState gives it. */
export interface RunningTimer {
  readonly number: number;
  readonly dueAt: Instant;
}

/**
 * What becomes of a timer when its case is resumed: it has some time left, in the unit it was given in; it keeps its
 * instant, which time does not move; or it is reckoned anew from its step's due time.
 */
export type Frozen = { readonly left: Delay } | { readonly until: Instant } | { readonly fromDue: true };

/** A case that is suspended: its clocks stand still. */
export interface Suspension {
  readonly since: Instant;
  /** What is left until each open step is due, by its path. */
  readonly steps: Readonly<Record<string, { readonly visit: number; readonly left: Delay }>>;
  readonly timers: Readonly<Record<string, Frozen>>;
}

/** A return that will be answered straight back to the step that returned. */
export interface PendingReturn {
  readonly from: string;
  readonly to: string;
}

/** What a decision did to its case, so that it can be taken back while nobody has acted upon it. */
export interface Undo {
  readonly task: number;
  readonly by: PersonId;
  /** Parts of the machine's position, by the keys that lead there. */
  readonly moves: readonly { readonly path: readonly string[]; readonly was: Json; readonly is: Json }[];
  /** What history states remembered before; null where it was nothing. */
  readonly remembered?: Readonly<Record<string, readonly string[] | null>>;
  /** The steps it left, opened or put aside, as they were before; null where they were not open. */
  readonly steps: Readonly<Record<string, OpenStep | null>>;
  /** When the timers were due that it cleared. */
  readonly cleared: Readonly<Record<string, Instant>>;
  readonly set: readonly string[];
  readonly data?: Fields;
  /** Returns it asked for, and returns it answered. */
  readonly expected: readonly PendingReturn[];
  readonly answered: readonly PendingReturn[];
  readonly reached?: readonly string[];
  /** What was known of the steps it passed, or made forgotten; null where that was nothing. */
  readonly passed?: Readonly<Record<string, Passed | null>>;
  readonly round?: { readonly was: number; readonly is: number };
  readonly returned?: Readonly<Record<string, Returned | null>>;
}

/** Where the machine stands, as JSON. `historyValue` maps a history state's id to the ids of the states it remembers. */
export interface SavedMachine {
  readonly value: Json;
  readonly status: 'active' | 'done';
  readonly historyValue?: Readonly<Record<string, readonly string[]>>;
  readonly output?: Fields;
}

/** Everything the engine needs to know of one case. It is JSON: saved and restored, it behaves the same. */
export interface CaseState {
  readonly machine: SavedMachine;
  /** Empty where the system began the case. */
  readonly applicant: PersonId;
  readonly subject: Subject;
  readonly startedAt: Instant;
  readonly title: Text;
  readonly form: { readonly version: number; readonly fields: Fields };
  readonly data: Fields;
  readonly uniqueKey?: string;
  readonly steps: Readonly<Record<string, OpenStep>>;
  readonly timers: Readonly<Record<string, RunningTimer>>;
  readonly suspension?: Suspension;
  readonly returns: readonly PendingReturn[];
  /** 回避: people who may not decide this case any more. */
  readonly recused?: readonly PersonId[];
  /** The decisions that can still be taken back. */
  readonly undo?: readonly Undo[];
  /** Of the states after which the applicant cannot withdraw any more: those the case has come to. */
  readonly reached?: readonly string[];
  /** Returns so far; without it none. */
  readonly round?: number;
  /** The steps that people have passed, in order, where the definition makes something of it. */
  readonly passed?: readonly Passed[];
  /** The steps that have sent the case back and were not passed since. */
  readonly returned?: readonly Returned[];
  /** The form's version in which each field became what it is, for those that have changed since it matters. */
  readonly changedAt?: Readonly<Record<string, number>>;
  /** How often each step has been opened. */
  readonly visits: Readonly<Record<string, number>>;
  readonly lastTask: number;
  readonly lastTimer: number;
  readonly parent?: ParentCase;
  /** By the state that waits for them. */
  readonly children?: Readonly<Record<string, OpenChildren>>;
  readonly calls?: Readonly<Record<string, OpenCall>>;
  readonly lastChild?: number;
  readonly lastCall?: number;
  /** Nothing has happened since it was migrated from this version: the case as it was there, but for its form. */
  readonly migration?: {
    readonly from: number;
    readonly before: Omit<CaseState, 'form' | 'migration'>;
    /** The states that ask for others and have another path now: what it is, and what it was. */
    readonly errands?: Readonly<Record<string, string>>;
  };
  /** Ids of the commands that use nothing up (signals, comments, retries), so that a second delivery is recognised. */
  readonly applied: readonly string[];
}
