/** Something about the folder, the port or the machine keeps the database from running; the message says what to do. */
export class EmbeddedPostgresError extends Error {}
