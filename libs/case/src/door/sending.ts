import type { Command, Fields, MigrationCommand, Preview, Refused, Start, Subject, Workflow } from '#engine';
import type { Refusal } from '#platform';
import type { HistoryWrite } from '../store/commit.store.ts';
import type { ReceiptRow, Sender } from '../store/instance.store.ts';
import type { Difference } from './confirmation.ts';

type Without<T, Keys extends string> = T extends unknown ? Omit<T, Keys> : never;

/**
 * A command without what the door adds to it: its id, its time, the posts the person holds, and the digests of the files
 * it names by their ids.
 */
export type Request = Without<Command | MigrationCommand, 'id' | 'at' | 'by' | 'attachments'> & {
  readonly attachments?: readonly string[];
};

export interface StartRequest {
  readonly definition: string;
  readonly organisation: string;
  readonly fields: Fields;
  /** The case it is to be a child of; only the system begins such a one. */
  readonly parent?: Start['parent'];
}

/** What a sender wants of the door. */
export type Errand = Advancing | Starting;

export interface Advancing {
  readonly kind: 'advance';
  readonly tenant: string;
  readonly instance: string;
  readonly request: Request;
  readonly sending: Sending;
  readonly isBackground: boolean;
  /** Only to be told what it would come to: nothing is done. */
  readonly isRehearsal?: boolean;
}

export interface Starting {
  readonly kind: 'start';
  readonly tenant: string;
  readonly instance: null;
  /** The id the case is to have. */
  readonly newInstance: string;
  readonly isBackground?: boolean;
  readonly isRehearsal?: boolean;
  readonly request: StartRequest;
  readonly sending: Sending;
}

/** By whom and how a command reaches the door. */
export interface Sending {
  readonly tenant: string;
  /** Null when the system sends it. */
  readonly person: string | null;
  /** The same key again with the same content is answered as the first time; with other content it is refused. */
  readonly key?: string | undefined;
  /** SHA-256 of the content, in hexadecimal; needed with a key. */
  readonly digest?: string;
  /** Fixed by senders that have an id of their own for the command, such as the queue. */
  readonly commandId?: string;
  /** What the sender was told that it would come to; if that is not so any more, it is refused. */
  readonly expected?: string;
  /** The number of the request it came with. */
  readonly requestId?: string;
  /** Of a decision in a batch: its messages wait until the batch cannot be undone any more. */
  readonly withholds?: BatchPlace;
  /** Of a decision that is undone with its batch: its messages are dropped. */
  readonly drops?: BatchPlace;
}

/** A row of a batch. */
export interface BatchPlace {
  readonly batch: string;
  readonly place: number;
}

/** A command is on disk. */
export interface Accepted {
  readonly kind: 'accepted';
  readonly instance: string;
  /** The last history row the command wrote. */
  readonly sequence: number;
  /** That row, unless it has to be read again: the command had been done before, or changed nothing. */
  readonly row: HistoryWrite | undefined;
}

/** What a command would come to; nothing was done. */
export interface Rehearsed {
  readonly kind: 'rehearsed';
  /** Null where it would begin one. */
  readonly instance: string | null;
  readonly workflow: Workflow;
  readonly subject: Subject;
  readonly preview: Preview;
  /** The fields of the form as they would be. */
  readonly fields: Fields;
  /** The last history row there is. */
  readonly sequence: number;
  /** What to send as `expected`. */
  readonly confirmation: string;
}

/** The case has moved on since the sender was told what the command would come to. */
export interface Outdated {
  readonly difference: Difference;
  readonly now: Rehearsed;
}

/** Why a command was not done; `rules` and `fields` say which rules or fields are in the way. */
export type CaseRefusal = Refusal & Pick<Refused, 'rules' | 'fields'> & { readonly outdated?: Outdated };

export type Answer = Accepted | CaseRefusal;
/** The answer to somebody who wanted to know what a command would come to. */
export type Foretold = Rehearsed | CaseRefusal;

export const senderOf = ({ tenant, person, key }: Sending): Sender => ({ tenant, person, key: key ?? null });

/** The answer to a request that was made before under the same key. */
export function replay({ digest, instance_id, sequence }: ReceiptRow, sending: Sending): Answer {
  if (digest.toString('hex') !== sending.digest) return { kind: 'refused', code: 'idempotency.key-reused' };
  return { kind: 'accepted', instance: instance_id, sequence, row: undefined };
}
