/** The message in the outbox by which people's screens hear of something: the relay makes rows of `news` of it. */
export const newsMessage = 'news';

/** Where PostgreSQL says that there is news. */
export const newsChannel = 'shenpi_news';

/** Where PostgreSQL says which session has ended, by the hash of its token in hexadecimal. */
export const sessionChannel = 'shenpi_session';
