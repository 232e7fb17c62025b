export { type Calendar, type CalendarDay, type WorkingCalendar, workingCalendar } from './calendar.ts';
export { type Delay, DueTimes } from './due.ts';
export { type Cadence, type Period, type PeriodPolicy, periodsOf, type Reminder, type Rung } from './period.ts';
export { type ApplicationWindow, type DayRange, openDays, printedRestDays, type RestDayPolicy, windowOf } from './window.ts';
export type { WorkingPeriod } from './working-period.ts';
export type { Instant } from './zone.ts';
