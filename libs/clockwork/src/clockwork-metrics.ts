import { Counter, Gauge, Histogram } from 'prom-client';
import type { Metrics } from '#platform';
import { latenessBounds } from './timer/lateness.ts';

/** What is measured of relay and timers. Made once a registry. */
export class ClockworkMetrics {
  readonly relayed: Counter;
  readonly outboxAge: Gauge;
  readonly chores: Counter<'what'>;
  readonly rounds: Histogram<'round' | 'result'>;
  readonly wakeUps: Counter<'by'>;
  readonly timersFired: Counter<'result'>;
  readonly timerLateness: Histogram;

  constructor(readonly platform: Metrics) {
    const registers = [platform.registry];
    this.relayed = new Counter({
      name: 'shenpi_outbox_relayed_total',
      help: 'Messages handed from the outbox to the queue.',
      registers,
    });
    this.outboxAge = new Gauge({
      name: 'shenpi_outbox_age_seconds',
      help: 'Age of the oldest message that waits in the outbox; 0 when none does.',
      registers,
    });
    this.chores = new Counter({
      name: 'shenpi_housekeeping_total',
      help: 'Rows and files removed because policy says they need not be kept, and notices written that a queue had lost.',
      labelNames: ['what'],
      registers,
    });
    this.rounds = new Histogram({
      name: 'shenpi_round_seconds',
      help: 'Time it took to do what had fallen due by the calendar, by round and by what came of it: done or failed.',
      labelNames: ['round', 'result'],
      buckets: [0.01, 0.05, 0.25, 1, 5, 15, 60, 300],
      registers,
    });
    this.wakeUps = new Counter({
      name: 'shenpi_timer_wake_ups_total',
      help: 'What had timers looked for: an alarm, a call for help, the sweep, or the process by itself; and refills.',
      labelNames: ['by'],
      registers,
    });
    this.timersFired = new Counter({
      name: 'shenpi_timers_fired_total',
      help: 'Timers that fell due, by what came of them: fired or failed.',
      labelNames: ['result'],
      registers,
    });
    this.timerLateness = new Histogram({
      name: 'shenpi_timer_lateness_seconds',
      help: 'Time from the instant a timer was due to its having fired.',
      buckets: [...latenessBounds],
      registers,
    });
  }
}
