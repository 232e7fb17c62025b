import type { RestDayPolicy } from '#calendar';

/** Days of a year, both included, such as 03-22 to 04-02. */
export interface MonthDays {
  readonly from: string;
  readonly to: string;
}

/** When whose turn it is in a season (R-AH24-07 school, R-AH24-08 city, R-AH24-09 province). */
export interface SeasonWindows {
  readonly school: MonthDays;
  readonly city: MonthDays;
  readonly province: MonthDays;
}

export const seasons = ['spring', 'autumn'] as const;
export type Season = (typeof seasons)[number];

/** What the province's yearly notice on the application says. */
export interface ApplicationNotice {
  readonly year: number;
  /** The notice's document number. */
  readonly document: string;
  readonly seasons: Readonly<Record<Season, SeasonWindows>>;
}

/** A province's rules as far as they are figures and days; the data is in `config/policies`. */
export interface ProvincePolicy {
  readonly notices: readonly ApplicationNotice[];
  /** What becomes of a window whose last printed day is a rest day. */
  readonly windowOnRestDay: RestDayPolicy;
  /** The least number of candidates an assessment of a certificate is opened for, by the certificate's code (R-AH24-06). */
  readonly minimumOpening: Readonly<Record<string, number>>;
  /** A completion or issue rate below this wants a reason (R-AH24-04). */
  readonly lowRate: number;
}
