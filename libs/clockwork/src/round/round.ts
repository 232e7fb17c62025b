/** Something that falls due by the calendar and not by a case, such as the report periods of a province. */
export interface Round {
  /** What it is about, for log and metrics. */
  readonly name: string;
  /** The first instant after `now` at which something falls due; none when nothing is in sight. */
  readonly next: (now: Date) => Promise<Date | undefined>;
  /**
   * Does everything that has fallen due by `now`, however long ago. It comes again and again, also with a `now` before
   * that of the last time when the clock was turned back, and in several workers at once: done twice is done once.
   */
  readonly run: (now: Date) => Promise<void>;
}
