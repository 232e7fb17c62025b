import { type Database, type Statement, statement } from '#platform';

/**
 * Deletes the oldest rows, no more than `$2`. What another worker is deleting is left to it. The rows are addressed by
 * where they lie, which they keep while they are locked: so the index by age is the only one that is read.
 */
const removal = (name: string, table: string, age: string, unless = ''): Statement =>
  statement(
    `clockwork.remove-${name}`,
    `WITH removed AS (
       DELETE FROM ${table} WHERE ctid = ANY (ARRAY(
         SELECT aged.ctid FROM ${table} AS aged WHERE aged.${age} < $1 ${unless}
         ORDER BY aged.${age} LIMIT $2 FOR UPDATE OF aged SKIP LOCKED
       )) RETURNING 1
     ) SELECT count(*)::integer AS count FROM removed`,
  );

const removeReceipts = removal('receipts', 'receipt', 'created_at');
const removeSessions = removal('sessions', 'session', 'expires_at');
const removeNews = removal('news', 'news', 'written_at');
const removeLateness = removal('lateness', 'timer_lateness', 'minute');
// The notice of a task that is still open says that its people have been told; without it they would be told again.
const whileItsTaskIsOpen = `AND NOT EXISTS (
  SELECT FROM task t WHERE t.tenant = aged.tenant AND t.instance_id = aged.instance_id AND t.number = aged.task AND t.status = 'open')`;
const removeReadNotices = removal('read-notices', 'notice', 'read_at', whileItsTaskIsOpen);
const removeUnreadNotices = removal('unread-notices', 'notice', 'created_at', `AND aged.read_at IS NULL ${whileItsTaskIsOpen}`);
const removeDeliveries = removal('deliveries', 'delivery', 'ended_at');

/** Rows that are of no use after some time. All say how many were removed. */
export class AgedRowStore {
  constructor(private readonly database: Database) {}

  removeReceipts(writtenBefore: Date, limit: number): Promise<number> {
    return this.remove(removeReceipts, writtenBefore, limit);
  }

  removeReadNotices(readBefore: Date, limit: number): Promise<number> {
    return this.remove(removeReadNotices, readBefore, limit);
  }

  removeUnreadNotices(writtenBefore: Date, limit: number): Promise<number> {
    return this.remove(removeUnreadNotices, writtenBefore, limit);
  }

  removeDeliveries(endedBefore: Date, limit: number): Promise<number> {
    return this.remove(removeDeliveries, endedBefore, limit);
  }

  removeSessions(expiredBefore: Date, limit: number): Promise<number> {
    return this.remove(removeSessions, expiredBefore, limit);
  }

  removeNews(writtenBefore: Date, limit: number): Promise<number> {
    return this.remove(removeNews, writtenBefore, limit);
  }

  removeLateness(firedBefore: Date, limit: number): Promise<number> {
    return this.remove(removeLateness, firedBefore, limit);
  }

  private async remove(removing: Statement, before: Date, limit: number): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(removing, [before, limit]);
    return row?.count ?? 0;
  }
}
