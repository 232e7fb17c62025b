import { createHash } from 'node:crypto';
import { isGathered } from './job-catalogue.ts';

/** A message on its way from the outbox to its handler. */
export interface Message {
  readonly id: string;
  readonly tenant: string;
  readonly job: string;
  readonly payload: unknown;
  readonly createdAt: Date;
}

/** What is put into the queue for one message, or for several that were gathered. */
export interface QueuedJob {
  readonly jobId: string;
  readonly name: string;
  readonly data: { readonly tenant: string; readonly id: string; readonly payload: unknown };
}

/** Few enough that trying a job again does little twice. */
const mostInOne = 100;

/**
 * Messages as jobs, in their order. A job costs the queue about as much as a decision costs the database, so messages of
 * a kind that says so share one, as many as happen to wait together; a lone one is a job of its own at once.
 */
export function jobsOf(messages: readonly Message[]): QueuedJob[] {
  const groups: Message[][] = [];
  const open = new Map<string, Message[]>();
  for (const message of messages) {
    const key = `${message.tenant} ${message.job}`;
    const group = isGathered(message.job) ? open.get(key) : undefined;
    if (group !== undefined && group.length < mostInOne) {
      group.push(message);
      continue;
    }
    const begun = [message];
    groups.push(begun);
    open.set(key, begun);
  }
  return groups.flatMap(jobOf);
}

function jobOf(messages: readonly Message[]): QueuedJob[] {
  const [first] = messages;
  if (first === undefined) return [];
  const { id, tenant, job, payload } = first;
  const data = { tenant, id, payload: isGathered(job) ? messages.map((message) => message.payload) : payload };
  return [{ jobId: idOf(first, messages), name: job, data }];
}

/**
 * The time of writing is in the job's id because a database that was restored numbers its outbox anew, while Redis still
 * remembers the old numbers and would ignore the new messages. For the same reason several messages make an id of all
 * of theirs: gathered anew with others after a failure, they are another job, and none is lost as known.
 */
function idOf({ id, createdAt }: Message, messages: readonly Message[]): string {
  const own = `outbox-${id}-${createdAt.getTime()}`;
  if (messages.length === 1) return own;
  const ids = messages.map((message) => message.id).join(',');
  return `${own}-${createHash('sha256').update(ids).digest('base64url')}`;
}
