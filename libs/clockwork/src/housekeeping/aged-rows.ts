import type { Clock, Database } from '#platform';
import { AgedRowStore } from '../store/aged-row.store.ts';
import type { Chore } from './housekeeping.ts';

/** For how long things are kept, in days. */
export interface Keeping {
  /** What was done under an Idempotency-Key. */
  readonly receiptDays: number;
  /** Notices that have been read, after they were. */
  readonly noticeDays: number;
  /** Notices that nobody read, after they were written. */
  readonly unreadNoticeDays: number;
}

const day = 86_400_000;

export const daysBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * day);

/** The rows that are simply deleted when they are old enough. */
export function agedRows(database: Database, clock: Clock, { receiptDays, noticeDays, unreadNoticeDays }: Keeping): Chore[] {
  const rows = new AgedRowStore(database);
  return [
    { name: 'receipts', run: (now, limit) => rows.removeReceipts(daysBefore(now, receiptDays), limit) },
    { name: 'notices', run: (now, limit) => rows.removeReadNotices(daysBefore(now, noticeDays), limit) },
    { name: 'unread notices', run: (now, limit) => rows.removeUnreadNotices(daysBefore(now, unreadNoticeDays), limit) },
    { name: 'deliveries', run: (now, limit) => rows.removeDeliveries(daysBefore(now, noticeDays), limit) },
    // A session is good for some real time, whatever the installation's clock was turned to.
    { name: 'sessions', run: (_now, limit) => rows.removeSessions(clock.real(), limit) },
    // Whoever was cut off for longer reads everything anew.
    { name: 'news', run: (_now, limit) => rows.removeNews(daysBefore(clock.real(), 1), limit) },
    { name: 'lateness', run: (now, limit) => rows.removeLateness(daysBefore(now, 1), limit) },
  ];
}
