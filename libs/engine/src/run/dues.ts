import { type Due, isInstant } from '../definition/basics.ts';
import type { Workflow } from '../workflow.ts';
import type { Instant } from './state.ts';

/** When something is due that begins now, or began then. */
export class Dues {
  constructor(
    private readonly workflow: Workflow,
    private readonly at: Instant,
    private readonly evaluate: (source: string, from: Instant) => unknown,
  ) {}

  of(due: Due, from = this.at): Instant {
    if (!isInstant(due)) return this.workflow.dueTime.after(due, from);
    return (this.evaluate(due.at, from) as Date).toISOString();
  }

  /** Of a delay of the machine, by its event. */
  ofTimer(event: string): Instant {
    const due = this.workflow.delays.get(event);
    if (due === undefined) throw new Error(`no delay for ${event}`);
    return this.of(due);
  }
}
