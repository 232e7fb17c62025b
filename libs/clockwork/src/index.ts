export { Clockwork, type ClockworkOptions } from './clockwork.ts';
export { agedRows, daysBefore, type Keeping } from './housekeeping/aged-rows.ts';
export type { Chore } from './housekeeping/housekeeping.ts';
export { Loop, type LoopSettings } from './loop.ts';
export { type Handlers, type Job, type JobName, type JobPayload, jobCatalogue } from './queue/job-catalogue.ts';
export type { Round } from './round/round.ts';
export type { DueTimer } from './store/timer.store.ts';
export { type AlarmCall, AlarmCalls, alarmMessage } from './timer/alarm-calls.ts';
export type { FireTimer } from './timer/firing.ts';
