import type { EndedBecause } from './effect.ts';
import type { Assignee, Fields, Instant, OrganisationId, ParentCase, PersonId, SignerPolicy, Subject } from './state.ts';

/** Who acts, with the posts held at this moment. */
export interface Actor {
  readonly person: PersonId;
  readonly posts: readonly { readonly post: string; readonly organisation: OrganisationId }[];
  /** 甲代乙: those whose tasks they may decide too, in this process and at this moment, with the posts those hold. */
  readonly represents?: readonly Actor[];
}

interface Issued {
  /** Unique for this command; the same id again changes nothing. */
  readonly id: string;
  readonly at: Instant;
}

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

export interface Withdraw extends Issued {
  readonly kind: 'withdraw';
  readonly by: Actor;
  readonly comment: string;
}

export interface Comment extends Issued {
  readonly kind: 'comment';
  readonly by: Actor;
  readonly comment: string;
  readonly attachments?: readonly AttachmentReference[];
}

export interface FireTimer extends Issued {
  readonly kind: 'fire-timer';
  readonly timer: number;
}

export interface Signal extends Issued {
  readonly kind: 'signal';
  readonly signal: string;
  readonly payload?: Fields;
}

/** Looks for assignees again in a step that was held because nobody was found. */
export interface Retry extends Issued {
  readonly kind: 'retry';
  readonly by: Actor;
  readonly step: string;
}

/** 催办: somebody asks those who have open tasks to do them, in one step or in all that are open. */
export interface Urge extends Issued {
  readonly kind: 'urge';
  readonly by: Actor;
  readonly step?: string;
  readonly comment?: string;
}

/** 挂起: until it is resumed nobody decides anything, and no time passes. */
export interface Suspend extends Issued {
  readonly kind: 'suspend';
  readonly by: Actor;
  readonly comment: string;
}

export interface Resume extends Issued {
  readonly kind: 'resume';
  readonly by: Actor;
  readonly comment: string;
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

/** 跳转: the case is moved to a step by hand. */
export interface Jump extends Issued {
  readonly kind: 'jump';
  readonly by: Actor;
  /** Path of the step. */
  readonly to: string;
  readonly comment: string;
}

/** 终止: the case is ended by hand. */
export interface Terminate extends Issued {
  readonly kind: 'terminate';
  readonly by: Actor;
  readonly comment: string;
}

/** 抄送: others hear of the case and may read it. */
export interface Copy extends Issued {
  readonly kind: 'copy';
  readonly by: Actor;
  readonly to: readonly Assignee[];
  readonly comment?: string;
}

/** 补充材料: fields of the form are given or corrected while a step is open. */
export interface Supplement extends Issued {
  readonly kind: 'supplement';
  readonly by: Actor;
  /** Path of the step. */
  readonly step: string;
  readonly formVersion: number;
  readonly fields: Fields;
  readonly comment: string;
  readonly attachments?: readonly AttachmentReference[];
}

/** A child case that this one waits for has ended. */
export interface ChildEnded extends Issued {
  readonly kind: 'child-ended';
  readonly child: number;
  /** The final state it came to; `terminated` where it was ended by hand. */
  readonly state: string;
  readonly output: Fields;
}

/** A child case could not be started, or its end could not be taken. */
export interface ChildRefused extends Issued {
  readonly kind: 'child-refused';
  readonly child: number;
  /** Why, as the refusal's code. */
  readonly code: string;
}

/** The case that started this one does not wait for it any more. */
export interface End extends Issued {
  readonly kind: 'end';
  readonly because: EndedBecause;
}

/** A webhook that was called has answered. */
export interface CallAnswered extends Issued {
  readonly kind: 'call-answered';
  readonly call: number;
  readonly answer: Fields;
}

/** A webhook that was called never will. */
export interface CallFailed extends Issued {
  readonly kind: 'call-failed';
  readonly call: number;
  readonly code: string;
}

/** What others do of whom the case waits, and whom it was begun for. */
export type ErrandCommand = ChildEnded | ChildRefused | End | CallAnswered | CallFailed;

/** What may happen to one task. */
export type TaskCommand = Decide | Defer | Save | TakeBack | Claim | Release | Transfer | Delegate | Resolve | AddSigners;

/** What is done to a case as a whole by hand, by those whom the host lets. */
export type Intervention = Jump | Terminate | Suspend | Resume;

/** What may happen to a case as a whole. */
type CaseCommand = Intervention | Copy | Supplement | Withdraw | Comment | Urge;

/** Everything that may happen to a running case. */
export type Command = TaskCommand | CaseCommand | RemoveSigners | Recuse | FireTimer | Signal | ErrandCommand | Retry;

/** 迁移: the case goes on in another version of its process. */
export interface Migrate extends Issued {
  readonly kind: 'migrate';
  readonly by: Actor;
  /** Numbers of the versions. */
  readonly from: number;
  readonly to: number;
  /** Which state takes the place of which, by their paths; without it the one that is where it was. */
  readonly mapping: Readonly<Record<string, string>>;
  readonly comment: string;
}

/** 撤销迁移: the case is put back as it was, while nothing else has happened. */
export interface ReverseMigration extends Issued {
  readonly kind: 'reverse-migration';
  readonly by: Actor;
  readonly comment: string;
}

export type MigrationCommand = Migrate | ReverseMigration;

/** The beginning of a case. */
export interface Start extends Issued {
  readonly kind: 'start';
  /** Null when the system begins it. */
  readonly by: Actor | null;
  readonly subject: Subject;
  readonly fields: Fields;
  /** The case it is a child of, whose applicant is its own; then the system begins it. */
  readonly parent?: ParentCase & { readonly applicant: PersonId };
}
