import type { Actor, Issued } from './actor.ts';
import type { Assignee, Fields } from './state.ts';
import type { AttachmentReference } from './task-command.ts';

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

/** What is done to a case as a whole by hand, by those whom the host lets. */
export type Intervention = Jump | Terminate | Suspend | Resume;

/** What may happen to a case as a whole. */
export type CaseCommand = Intervention | Copy | Supplement | Withdraw | Comment | Urge;
