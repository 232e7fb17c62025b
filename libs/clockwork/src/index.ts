export { Clockwork, type ClockworkOptions } from './clockwork.ts';
export { type Handlers, type Job, type JobName, type JobPayload, jobCatalogue } from './queue/job-catalogue.ts';
export type { DueTimer } from './store/timer.store.ts';
export type { FireTimer } from './timer/timer-sweep.ts';
