import { api } from '../api/client.ts';
import { queries } from '../api/query-client.ts';
import type { components } from '../api/schema.d.ts';
import { type Body, queryOf } from './bodies.ts';

type Schemas = components['schemas'];
export type Meeting = Schemas['Meeting'];
export type Item = Meeting['items'][number];
export type Waiting = Schemas['MeetingQueue']['items'][number];

const byCursor = {
  pageParamName: 'after',
  // Left out of the address; undefined would become 0.
  initialPageParam: null,
  getNextPageParam: ({ next }: { readonly next?: string | undefined }) => next,
};

export const useMeetings = (body: Body) =>
  api.useInfiniteQuery('get', '/api/meetings', { params: { query: { ...queryOf(body), limit: 20 } } }, byCursor);

/** As many as an agenda takes are shown at once. */
export const useWaiting = (body: Body) =>
  api.useInfiniteQuery('get', '/api/meetings/queue', { params: { query: { ...queryOf(body), limit: 100 } } }, byCursor);

const meetingQuery = (id: string) => api.queryOptions('get', '/api/meetings/{id}', { params: { path: { id } } });

/** What a verb answered is the meeting as it is now. */
export const show = (meeting: Meeting): void => void queries.setQueryData(meetingQuery(meeting.id).queryKey, meeting);
