import type { Text } from '../definition/basics.ts';
import type { Assignee, Fields, Instant, OrganisationId, PersonId } from './state.ts';

/** Why a task is no longer open. */
export type ClosedBecause =
  /** Its assignee decided. */
  | 'decided'
  /** The step was settled by others. */
  | 'settled'
  /** The case left the step by another way: a return, a withdrawal, a timer, a signal. */
  | 'left'
  /** It was given to another: for good, to be answered, or back with the answer. */
  | 'transferred'
  | 'delegated'
  | 'resolved'
  /** Its assignee asked others to sign first. */
  | 'waiting'
  /** Whoever was asked to sign is not any more. */
  | 'removed'
  /** Its assignee may not decide the case. */
  | 'recused';

/** What a notice is for: what a process says, 提醒, 升级, or 催办 by a person. */
export type NoticeKind = 'message' | 'reminder' | 'escalation' | 'urge';

/** Why a child case is ended: its parent was withdrawn, terminated, or has gone on without it. */
export type EndedBecause = 'withdrawn' | 'terminated' | 'left';

/** What the system could not do by itself. */
export type IncidentCode = 'nobody-to-assign' | 'child-failed' | 'call-failed';

/** What the engine asks of its host. The host carries all of them out in one transaction, or none. */
export type Effect =
  | {
      readonly kind: 'open-task';
      readonly task: number;
      readonly step: string;
      readonly visit: number;
      readonly assignee: Assignee;
      readonly dueAt?: Instant;
    }
  | {
      readonly kind: 'close-task';
      readonly task: number;
      readonly because: ClosedBecause;
      readonly outcome?: string;
      readonly by?: PersonId;
      readonly onBehalfOf?: PersonId;
    }
  /** A post's task is one person's, or with nobody, the post's again. */
  | { readonly kind: 'claim-task'; readonly task: number; readonly by: PersonId | null }
  /** Somebody may not decide the case any more, whatever posts they hold. */
  | { readonly kind: 'recuse'; readonly person: PersonId }
  /** A task is open again, as if it had not been closed. */
  | { readonly kind: 'reopen-task'; readonly task: number }
  /** Null where it is not due at any time any more. */
  | { readonly kind: 'change-due'; readonly task: number; readonly dueAt: Instant | null }
  | { readonly kind: 'set-timer'; readonly timer: number; readonly event: string; readonly dueAt: Instant }
  | { readonly kind: 'clear-timer'; readonly timer: number }
  | {
      readonly kind: 'notify';
      readonly to: readonly Assignee[];
      readonly message: Text;
      readonly notice: NoticeKind;
      /** The tasks it is about: it is of no use any more when they are closed. */
      readonly tasks?: readonly number[];
    }
  /** They may read the case from now on. */
  | { readonly kind: 'copy'; readonly to: readonly Assignee[] }
  | { readonly kind: 'signal'; readonly instance: string; readonly signal: string; readonly payload: Fields }
  | {
      readonly kind: 'start-child';
      readonly child: number;
      /** Path of the state that waits for it. */
      readonly state: string;
      readonly definition: string;
      /** Without it, the organisation of this case at the level that the child's definition names. */
      readonly organisation?: OrganisationId;
      readonly form: Fields;
      /** How many cases there are above it. */
      readonly depth: number;
    }
  /** A child that could not be started is to be started, or its end told again. */
  | { readonly kind: 'retry-child'; readonly child: number }
  /** A child is not waited for any more: it is to end, if it has begun. */
  | { readonly kind: 'end-child'; readonly child: number; readonly because: EndedBecause }
  /** The case is a child and has ended. */
  | { readonly kind: 'tell-parent'; readonly instance: string; readonly child: number }
  | {
      readonly kind: 'call';
      readonly call: number;
      readonly state: string;
      /** The key of the webhook. */
      readonly to: string;
      readonly body: Fields;
      /** It is given up then. */
      readonly until?: Instant;
    }
  /** A call that failed for good is to be made again, as the same call. */
  | { readonly kind: 'retry-call'; readonly call: number; readonly until?: Instant }
  /** Of a case that goes on in another version: the states that asked for child cases and calls have these paths now. */
  | { readonly kind: 'rename-errands'; readonly paths: Readonly<Record<string, string>> }
  | { readonly kind: 'cancel-call'; readonly call: number }
  | { readonly kind: 'open-incident'; readonly step: string; readonly code: IncidentCode; readonly detail?: string }
  | { readonly kind: 'close-incident'; readonly step: string };

/** The effects of one kind, in their order. */
export const ofKind = <Kind extends Effect['kind']>(effects: readonly Effect[], kind: Kind): Extract<Effect, { kind: Kind }>[] =>
  effects.filter((effect): effect is Extract<Effect, { kind: Kind }> => effect.kind === kind);
