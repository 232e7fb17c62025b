/** Days of the business zone, both included; without an end, until further notice. */
export interface Span {
  readonly from: string;
  readonly to?: string | undefined;
}

export interface Suspension extends Span {
  readonly reason: string;
}

/** A school's part in the pilot, from which its obligations follow. */
export interface Participation extends Span {
  /** Key of the scheme it reports by. */
  readonly scheme: string;
  /** While it is suspended, the school owes no report. */
  readonly suspensions: readonly Suspension[];
}

export const isWithin = (day: string, { from, to }: Span): boolean => day >= from && (to === undefined || day <= to);
