import { type Caller, isWithinScopes, type PostCatalogue, scopesOf } from '#directory';
import type { Refusal } from '#platform';
import type { MeetingRow } from './meeting.store.ts';

/** A body of an organisation, by its post. */
export interface Body {
  readonly body: string;
  readonly organisation: string;
}

/** The body's post as the caller holds it, or undefined: whoever holds it is the body's secretary. */
export const secretaryship = ({ posts }: Caller, { body, organisation }: Body) =>
  posts.find((held) => held.post === body && held.organisation === organisation);

const bodyOf = ({ body, organisation_id }: MeetingRow): Body => ({ body, organisation: organisation_id });

/** Its secretaries read a meeting, and whoever reads every case of the organisation. */
export const mayReadMeeting = (posts: PostCatalogue, caller: Caller, meeting: MeetingRow): boolean =>
  secretaryship(caller, bodyOf(meeting)) !== undefined ||
  isWithinScopes(scopesOf(posts, caller, 'instance.read'), meeting.organisation_path);

/** @returns why the caller may not work on it now, if so. What they may not see does not exist for them. */
export function workingFault(posts: PostCatalogue, caller: Caller, meeting: MeetingRow | undefined): Refusal | undefined {
  if (meeting === undefined || !mayReadMeeting(posts, caller, meeting)) return unknownMeeting;
  if (secretaryship(caller, bodyOf(meeting)) === undefined) return { kind: 'refused', code: 'meeting.not-secretary' };
  if (meeting.state !== 'open') return { kind: 'refused', code: 'meeting.not-open', params: { number: meeting.number } };
  return undefined;
}

export const unknownMeeting: Refusal = { kind: 'refused', code: 'meeting.unknown' };
