import { newsMessage, statement } from '#platform';
import type { House } from './house.ts';

const take = statement('test.take-news', 'DELETE FROM outbox WHERE job = $1 RETURNING tenant, payload');

/** Does with news what a relay does: the messages that wait become rows, in one transaction. @returns how many there were. */
export const relayNews = ({ database, cases }: House): Promise<number> =>
  database.transaction(async (tx) => {
    const messages = await tx.query<{ tenant: string; payload: unknown }>(take, [newsMessage]);
    cases.news.tell(tx, messages);
    return messages.length;
  });
