import { type Refusal, RefusedError } from '#platform';

/** What a post lets its holder do beyond its own tasks. All of it concerns the post's organisation and what is below it. */
export type Permission =
  /** Read every case there. */
  | 'instance.read'
  /** Work at drafts of definitions; they are the whole installation's, wherever the post is. */
  | 'definition.edit'
  /** Publish definitions, confirm what others would publish, and retire them. */
  | 'definition.publish'
  /** Move cases there that are running onto another version of their process, and back. */
  | 'definition.migrate'
  /** Suspend a case there, and resume it. */
  | 'instance.suspend'
  /** Release tasks there that others have claimed, hand them on, and take back whom others added. */
  | 'task.reassign'
  /** Move a case there to another step by hand. */
  | 'instance.jump'
  /** End a case there by hand. */
  | 'instance.terminate'
  /** See incidents and what could not be delivered, and have them tried again. */
  | 'incident.retry'
  /** See how the installation is doing: its timers, and what wakes them. */
  | 'operations.read'
  /** See the reports and the standing of every school there. */
  | 'report.read'
  /** File its school's reports, and appeal. */
  | 'report.file'
  /** Accept reports or return them. */
  | 'report.review'
  /** Exempt from a report, and decide appeals. */
  | 'report.excuse'
  /** Evaluate progress, and put violations on record. */
  | 'report.monitor'
  /** Say which schools take part in the pilot, and since when. */
  | 'participation.manage'
  /** Correct the official calendar; it is the whole installation's, wherever the post is. */
  | 'calendar.manage'
  /** Enter the application windows of a year, and change what schools report and when. */
  | 'rule.manage'
  /** Turn the clock, where it can be turned. */
  | 'clock.turn'
  /** Found and close organisations there, and look after its people and the posts they hold. */
  | 'directory.manage'
  /** Enter absences and deputies for those who hold posts there. */
  | 'absence.manage'
  /** Hand over what those have to do who hold or held posts there. */
  | 'person.hand-over'
  /** See what administrators did there, and to the whole installation. */
  | 'audit.read'
  /** Look after the organisations' webhooks. */
  | 'channel.manage';

export interface PostDefinition {
  readonly title: { readonly zh: string; readonly en: string };
  /** The level of the organisation tree it exists at. */
  readonly at: string;
  readonly permissions: readonly Permission[];
  /** 上级: the post that stands above it, by its key; it is asked where nobody can answer for this one. */
  readonly superior?: string;
  /** Of a body that decides in meetings: what is not said is more than half of its members present, and no share of votes. */
  readonly meets?: {
    /** The share of its members that has to be present. */
    readonly quorum?: Share;
    /** The share of its members whose votes let a case pass; without it, whoever presides says what the meeting came to. */
    readonly pass?: Share;
  };
}

/** An exact fraction such as `2/3`. */
type Share = { readonly atLeast: string } | { readonly moreThan: string };

/** Every post there is, by its key. The data is in `config/posts.ts`. */
export type PostCatalogue = Readonly<Record<string, PostDefinition>>;
/** Where the post catalogue is asked for by injection. */
export const POSTS = Symbol('PostCatalogue');

/** A post with its title; one that the catalogue has no more is called by its key. */
export const namedPost = (catalogue: PostCatalogue, key: string) => ({ key, title: catalogue[key]?.title ?? { zh: key } });

export interface HeldPost {
  readonly post: string;
  readonly organisation: string;
  /** Path of the organisation: the ids from the root down to it, each followed by a slash. */
  readonly path: string;
}

/** 甲代乙: somebody in whose place another decides today, with the posts they hold. */
export interface Represented {
  readonly person: string;
  readonly posts: readonly HeldPost[];
  /** Keys of the processes it is for; null for all. */
  readonly definitions: readonly string[] | null;
}

/** Somebody who is signed in, with the posts held today. */
export interface Caller {
  readonly tenant: string;
  readonly person: string;
  readonly name: string;
  readonly account: string;
  readonly posts: readonly HeldPost[];
  /** Whom they represent today. It lets them decide tasks, and gives no permission. */
  readonly represents: readonly Represented[];
}

/** Paths of the organisations below which the caller may do this; empty when nowhere. */
export const scopesOf = (catalogue: PostCatalogue, caller: Caller, permission: Permission): string[] =>
  caller.posts.filter(({ post }) => catalogue[post]?.permissions.includes(permission)).map(({ path }) => path);

export const isWithinScopes = (scopes: readonly string[], path: string): boolean => scopes.some((scope) => path.startsWith(scope));

/** The keys by which tasks are addressed to the caller: their person and each of their posts. */
export const assigneeKeys = ({ person, posts }: Pick<Caller, 'person' | 'posts'>): string[] => [
  personKey(person),
  ...posts.map(({ post, organisation }) => postHolderKey(post, organisation)),
];

export const personKey = (person: string): string => `person:${person}`;
export const postHolderKey = (post: string, organisation: string): string => `post:${post}@${organisation}`;

/** @throws RefusedError when none of the caller's posts allows it. */
export function requirePermission(catalogue: PostCatalogue, caller: Caller, permission: Permission): void {
  if (scopesOf(catalogue, caller, permission).length === 0) throw new RefusedError(notPermitted(permission));
}

export const notPermitted = (permission: Permission): Refusal => ({ kind: 'refused', code: 'permission.missing', params: { permission } });
