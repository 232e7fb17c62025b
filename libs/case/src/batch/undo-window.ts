/** For so long whoever made a batch may undo it, from the first of its decisions on. */
const undoMilliseconds = 60_000;
/** An undoing that begins in the last moment still finds every message withheld, whatever the clocks of two servers say. */
const marginMilliseconds = 5_000;
/** For so long an undoing that was interrupted may be carried on with; what is left of it then stays decided. */
const carryingOnMilliseconds = 300_000;

const later = (at: Date, milliseconds: number): Date => new Date(at.getTime() + milliseconds);

/** Until when a batch may be undone that was begun then. */
export const undoUntil = (begunAt: Date): Date => later(begunAt, undoMilliseconds);

/** When the messages of a decision go out that was made in a batch then. */
export const toldAt = (decidedAt: string): string => later(new Date(decidedAt), undoMilliseconds + marginMilliseconds).toISOString();

/** Until when an undoing is carried on with that began then, and when what it has left goes out. */
export const carriedOnUntil = (begunAt: Date): Date => later(begunAt, carryingOnMilliseconds);
export const givenUpAt = (begunAt: Date): Date => later(begunAt, carryingOnMilliseconds + marginMilliseconds);
