import type { Effect } from './effect.ts';
import type {
  Assignee,
  DeficiencyItem,
  EarlierDecision,
  Fields,
  OrganisationId,
  ParentCase,
  PersonId,
  SignerPolicy,
  Subject,
} from './state.ts';
import type { Answer, AttachmentReference, MeetingReference } from './task-command.ts';

export type Author =
  | {
      readonly kind: 'person';
      readonly person: PersonId;
      /** In whose place, where they are a deputy. */
      readonly onBehalfOf?: PersonId;
      readonly post?: string;
      readonly organisation?: OrganisationId;
    }
  | { readonly kind: 'system' };

/** One line of the history: what happened, who did it, and where the case stood before and after. */
export interface Entry {
  readonly kind:
    | 'started'
    | 'saved'
    | 'decided'
    /** A meeting has put it off. */
    | 'deferred'
    | 'withdrawn'
    | 'commented'
    | 'timer-fired'
    | 'signalled'
    | 'retried'
    /** The system passed a step for which nobody was found, as its definition says. */
    | 'skipped'
    /** The system counted what people had approved in an earlier step of the same round. */
    | 'approved-earlier'
    /** 结转: a step passed by itself with what was approved before a return. */
    | 'carried'
    /** A reminder of a step fell due. */
    | 'reminded'
    /** A rung of a step's ladder took effect. */
    | 'escalated'
    | 'urged'
    | 'suspended'
    | 'resumed'
    | 'claimed'
    | 'released'
    | 'transferred'
    | 'delegated'
    | 'resolved'
    | 'signers-added'
    | 'signers-removed'
    | 'recused'
    /** A step came to its outcome because people who were asked in it are not any more. */
    | 'settled'

    /** A decision was undone by whoever made it. */
    | 'taken-back'
    /** It was moved to a step by hand. */
    | 'jumped'
    | 'terminated'
    /** Others may read it from now on. */
    | 'copied'
    /** A child case that was waited for has ended. */
    | 'child-ended'
    /** A child case could not be started, or its end not be taken. */
    | 'child-failed'
    /** There were not enough child cases to wait for. */
    | 'children-settled'
    /** The case that started it does not wait for it any more. */
    | 'ended'
    | 'call-answered'
    | 'call-failed'
    | 'supplemented'
    /** It goes on in another version of its process. */
    | 'migrated'
    /** It was put back to the version it came from, as it stood there. */
    | 'migration-reversed';
  readonly author: Author;
  readonly step?: string;
  readonly task?: number;
  readonly outcome?: string;
  /** The outcome the whole step came to with this decision; absent while it waits for others. */
  readonly settled?: string;
  readonly returnTo?: string;
  readonly comment?: string;
  /** The paragraph of a meeting's minutes it was decided by. */
  readonly meeting?: MeetingReference;
  readonly attachments?: readonly AttachmentReference[];
  /** 补正清单: with a return what is to be mended; with what answers it, what became of it. */
  readonly items?: readonly Omit<DeficiencyItem, 'was'>[];
  /** The decisions of people that the system counted. */
  readonly earlier?: readonly EarlierDecision[];
  /** Others whom it concerns: who is asked now, or is not asked any more, or was asking. */
  readonly people?: readonly PersonId[];
  /** Of signers: when they sign, seen from whoever asked them. */
  readonly place?: 'before' | 'after' | 'beside';
  /** Of signers: how they sign. */
  readonly policy?: SignerPolicy;
  /** The number of the child case, or of the call, that it is about. */
  readonly child?: number;
  readonly call?: number;
  /** What others were asked to do with it: numbers of child cases and of calls. */
  readonly started?: { readonly children?: readonly number[]; readonly calls?: readonly number[] };
  /** The case that it was begun for. */
  readonly parent?: ParentCase;
  /** Whom it was copied to. */
  readonly recipients?: readonly Assignee[];
  /** Which timer or signal it was. */
  readonly cause?: string;
  /** Of a rung: what it did. */
  readonly measure?: 'remind' | 'assign' | 'add' | 'pass';
  /** The clauses that allow the system to decide. */
  readonly basis?: readonly string[];
  /** The rules that kept the system from deciding. */
  readonly brokenRules?: readonly string[];
  /** Between which versions it was migrated, and which state took the place of which where they are not the same. */
  readonly migration?: { readonly from: number; readonly to: number; readonly mapping: Readonly<Record<string, string>> };
  readonly formVersion: number;
  /** What the registers said, where a rule asked them. */
  readonly facts?: Readonly<Record<string, Fields>>;
  /** What was said to such items. */
  readonly answers?: readonly Answer[];
  /** Who held the posts that were asked for, by post. */
  readonly holders?: Readonly<Record<string, readonly PersonId[]>>;
  /** What came with it from others: a signal's payload, a child's output, an answer. */
  readonly given?: Fields;
  /** Of the beginning: whose case it is. */
  readonly subject?: Subject;
  /** Paths of the innermost states before and after. */
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** What others were asked to do by these effects. */
export function startedBy(effects: readonly Effect[]): Pick<Entry, 'started'> {
  const children = effects.flatMap((effect) => (effect.kind === 'start-child' ? [effect.child] : []));
  const calls = effects.flatMap((effect) => (effect.kind === 'call' ? [effect.call] : []));
  if (children.length + calls.length === 0) return {};
  return { started: { ...(children.length > 0 && { children }), ...(calls.length > 0 && { calls }) } };
}
