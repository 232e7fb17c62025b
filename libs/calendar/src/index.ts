export { type Calendar, type CalendarDay, type WorkingCalendar, workingCalendar } from './calendar.ts';
export { type Delay, dueTime } from './due.ts';
export { type ApplicationWindow, type DayRange, openDays, printedRestDays, type RestDayPolicy, windowOf } from './window.ts';
export type { Instant } from './zone.ts';
