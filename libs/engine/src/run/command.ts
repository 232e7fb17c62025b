import type { Actor, Issued } from './actor.ts';
import type { CaseCommand } from './case-command.ts';
import type { ErrandCommand } from './errand-command.ts';
import type { Fields, ParentCase, PersonId, Subject } from './state.ts';
import type { Recuse, RemoveSigners, TaskCommand } from './task-command.ts';

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
