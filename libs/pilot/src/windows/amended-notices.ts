import type { Amendment } from '#platform';
import type { ApplicationNotice } from '../policy.ts';

/** What amendments of application windows are kept under; their key is the year. */
export const windowAmendments = 'application-windows';

/** What is kept of a notice that was entered. */
export type EnteredNotice = Omit<ApplicationNotice, 'year'>;

/** The yearly notices: those that came with the configuration, and in their place or beside them those that were entered here. */
export function amendedNotices(shipped: readonly ApplicationNotice[], amendments: readonly Amendment[]): readonly ApplicationNotice[] {
  if (amendments.length === 0) return shipped;
  const notices = new Map(shipped.map((notice) => [notice.year, notice]));
  for (const [key, { content }] of latestByKey(amendments)) {
    if (content === null) continue;
    const year = Number(key);
    notices.set(year, { ...(content as EnteredNotice), year });
  }
  return [...notices.values()];
}

const latestByKey = (amendments: readonly Amendment[]): ReadonlyMap<string, Amendment> =>
  new Map(amendments.map((amendment) => [amendment.key, amendment]));
