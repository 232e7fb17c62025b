import type { Actor, Issued } from './actor.ts';
import type { Fields, Instant, PersonId, SignerPolicy } from './state.ts';

/** An attachment as the decision carries it: its id and the SHA-256 of its content in hexadecimal. */
export interface AttachmentReference {
  readonly id: string;
  readonly sha256: string;
}

export interface Decide extends Issued {
  readonly kind: 'decide';
  readonly by: Actor;
  readonly task: number;
  readonly outcome: string;
  /** The version of the form that was on the screen. */
  readonly formVersion: number;
  readonly comment?: string;
  /** Changed fields; null empties a field. */
  readonly fields?: Fields;
  readonly attachments?: readonly AttachmentReference[];
  /** Under the outcome `return`: the earlier step to return to. */
  readonly returnTo?: string;
  /** The meeting that has decided so. */
  readonly meeting?: MeetingReference;
  /** 补正清单: with a return, what is to be mended. */
  readonly items?: readonly Deficiency[];
  /** What is said to the items that are open in the task's step. */
  readonly answers?: readonly Answer[];
}

/** One thing to be mended. */
export interface Deficiency {
  /** The fields it is about; without them, the case as a whole. */
  readonly fields?: readonly string[];
  readonly text: string;
  readonly dueAt?: Instant;
}

/** What somebody says to an item, by its number. */
export interface Answer {
  readonly item: number;
  readonly note: string;
}

/** 会议纪要: where it stands that a body has decided. It is kept with the decision, in the case's own chain. */
export interface MeetingReference {
  readonly id: string;
  /** What the body calls it, such as 2021年第4次. */
  readonly number: string;
  /** Of its minutes, from 1. */
  readonly paragraph: number;
  /** SHA-256 of the minutes' text, hexadecimal. */
  readonly minutes: string;
  /** Under which conditions it let the case pass. */
  readonly conditions?: string;
}

/** 暂缓: a meeting has put the case off; the task stays. */
export interface Defer extends Issued {
  readonly kind: 'defer';
  readonly by: Actor;
  readonly task: number;
  readonly comment: string;
  readonly meeting: MeetingReference;
}

export interface Save extends Issued {
  readonly kind: 'save';
  readonly by: Actor;
  readonly task: number;
  readonly formVersion: number;
  readonly fields: Fields;
}

/** 签收: a holder of a post takes its task. */
export interface Claim extends Issued {
  readonly kind: 'claim';
  readonly by: Actor;
  readonly task: number;
}

/** What is done to a task by somebody whose task it is not: the host has found that they may. */
interface Reassigning {
  readonly isReassigning?: boolean;
}

/** 取消签收: a claimed task is the post's again. */
export interface Release extends Issued, Reassigning {
  readonly kind: 'release';
  readonly by: Actor;
  readonly task: number;
  /** Needed where another has claimed it. */
  readonly comment?: string;
}

/** 转办: another does the task, for good. */
export interface Transfer extends Issued, Reassigning {
  readonly kind: 'transfer';
  readonly by: Actor;
  readonly task: number;
  readonly to: PersonId;
  readonly comment: string;
}

/** 委派: another answers a question; then the task comes back. */
export interface Delegate extends Issued {
  readonly kind: 'delegate';
  readonly by: Actor;
  readonly task: number;
  readonly to: PersonId;
  readonly comment: string;
}

/** The answer to a question that was delegated. */
export interface Resolve extends Issued {
  readonly kind: 'resolve';
  readonly by: Actor;
  readonly task: number;
  readonly comment: string;
}

/** 加签: others are to sign too, before somebody decides, after, or beside them. */
export interface AddSigners extends Issued {
  readonly kind: 'add-signers';
  readonly by: Actor;
  readonly task: number;
  readonly place: 'before' | 'after' | 'beside';
  readonly people: readonly PersonId[];
  /** How they sign, `all` without it. Beside somebody it is the step's own policy. */
  readonly policy?: SignerPolicy;
  readonly comment: string;
}

/** 减签: those who were asked to sign, and have not yet, are not asked any more. */
export interface RemoveSigners extends Issued, Reassigning {
  readonly kind: 'remove-signers';
  readonly by: Actor;
  readonly step: string;
  readonly people: readonly PersonId[];
  readonly comment: string;
}

/** 回避: somebody says that they may not decide this case. */
export interface Recuse extends Issued {
  readonly kind: 'recuse';
  readonly by: Actor;
  readonly comment: string;
}

/** 拿回: somebody undoes their own decision while nobody has acted upon it. */
export interface TakeBack extends Issued {
  readonly kind: 'take-back';
  readonly by: Actor;
  readonly task: number;
  readonly comment?: string;
}

/** What may happen to one task. */
export type TaskCommand = Decide | Defer | Save | TakeBack | Claim | Release | Transfer | Delegate | Resolve | AddSigners;
