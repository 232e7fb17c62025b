import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** What the database keeps of a session's token. */
export const hashOfToken = (token: string): Buffer => createHash('sha256').update(token).digest();

/**
 * The token a page has to send back with every change. It follows from the session's secret, which only the cookie
 * holds, so another site cannot know it and nothing has to be stored.
 */
export const csrfTokenOf = (token: string): string => createHmac('sha256', token).update('csrf').digest('base64url');

export function isCsrfToken(token: string, given: string): boolean {
  const expected = Buffer.from(csrfTokenOf(token));
  const actual = Buffer.from(given);
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}
