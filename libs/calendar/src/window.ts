import { Temporal } from 'temporal-polyfill';
import { endOfDay, type Instant, startOfDay } from './zone.ts';

/** A period in days of the business zone, both included, such as 2024-03-22 to 2024-04-02. */
export interface DayRange {
  readonly from: string;
  readonly to: string;
}

/** The same period as instants. */
export interface ApplicationWindow {
  readonly opens: Instant;
  /** The last millisecond that is still inside. */
  readonly closes: Instant;
}

/**
 * The instants between which a window is open (R-AH24-07 to -09). Printed dates are kept where they fall on rest days
 * (A-19).
 * @throws RangeError when a date does not exist, or the window would close before it opens.
 */
export function windowOf({ from, to }: DayRange): ApplicationWindow {
  const [first, last] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(to)];
  if (Temporal.PlainDate.compare(first, last) > 0) throw new RangeError(`A window cannot end on ${to}, before it begins on ${from}.`);
  return { opens: startOfDay(first), closes: endOfDay(last) };
}
