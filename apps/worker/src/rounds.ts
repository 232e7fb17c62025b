import { CASES, type Cases } from '#case';
import type { Round } from '#clockwork';
import { Absences, Directory, ImportStore, POSTS, type PostCatalogue } from '#directory';
import { Notices } from '#notice';
import { Calendars } from '#pilot';
import { REPORTING, type Reporting } from '#reporting';
import { absenceRound } from './absence-round.ts';
import { calendarRound } from './calendar-round.ts';
import { staffingRound } from './staffing-round.ts';

/** Where the rounds are asked for by injection. */
export const ROUNDS = Symbol('Rounds');

/** Everything that falls due by the calendar and not by a case: the whole list. */
const roundsOf = (...[reporting, calendars, tenants, directory, posts, notices, absences, cases]: Parts): readonly Round[] => [
  reporting.round,
  calendarRound({ calendars, tenants, directory, posts, notices }),
  absenceRound({ absences, done: cases.doneOnBehalf, notices }),
  staffingRound({ staffing: cases.nightlyStaffing, tenants }),
];

type Parts = [Reporting, Calendars, ImportStore, Directory, PostCatalogue, Notices, Absences, Cases];

export const roundsProvider = {
  provide: ROUNDS,
  inject: [REPORTING, Calendars, ImportStore, Directory, POSTS, Notices, Absences, CASES],
  useFactory: roundsOf,
};
