import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** What is measured, for Prometheus. One registry a process, so that tests can have their own. */
export class Metrics {
  readonly registry = new Registry();

  readonly requests = new Histogram({
    name: 'shenpi_http_request_seconds',
    help: 'Time to answer a request, by route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [this.registry],
  });

  readonly commands = new Counter({
    name: 'shenpi_commands_total',
    help: 'Commands on cases, by kind and by what came of them: accepted, the refusal’s code, failed, or busy.',
    labelNames: ['kind', 'result'],
    registers: [this.registry],
  });

  readonly commandSeconds = new Histogram({
    name: 'shenpi_command_seconds',
    help: 'Time from a command’s arrival at the door to its commit.',
    labelNames: ['kind'],
    buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1],
    registers: [this.registry],
  });

  readonly groupSize = new Histogram({
    name: 'shenpi_command_group_size',
    help: 'Commands that shared a transaction.',
    buckets: [1, 2, 4, 8, 16, 32, 64],
    registers: [this.registry],
  });

  readonly jobs = new Counter({
    name: 'shenpi_jobs_total',
    help: 'Background jobs, by name and whether they were done or failed.',
    labelNames: ['job', 'result'],
    registers: [this.registry],
  });

  readonly outboxWaiting = new Gauge({
    name: 'shenpi_outbox_waiting',
    help: 'Messages committed and not yet handed to the queue; counting stops at 10,000.',
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }
}
