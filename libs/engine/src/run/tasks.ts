import type { ClosedBecause, Effect } from './effect.ts';
import type { Ballot, OpenStep, Seat, Task } from './state.ts';

/** Opens and closes the tasks of a case, and numbers them. */
export class Tasks {
  constructor(
    private readonly effects: Effect[],
    private lastNumber: number,
  ) {}

  get last(): number {
    return this.lastNumber;
  }

  /** A task for whoever sits there. */
  open({ step, visit, dueAt }: OpenStep, seat: Seat): Task {
    this.lastNumber += 1;
    const task = this.lastNumber;
    this.effects.push({ kind: 'open-task', task, step, visit, assignee: seat.assignee, ...(dueAt !== undefined && { dueAt }) });
    return { number: task, ...seat };
  }

  close(task: number, because: ClosedBecause, ballot?: Ballot): void {
    this.effects.push({ kind: 'close-task', task, because, ...ballot });
  }

  closeAll(tasks: readonly Task[], because: ClosedBecause): void {
    for (const { number, ballot } of tasks) if (ballot === undefined) this.close(number, because);
  }

  claim(task: number, by: string | null): void {
    this.effects.push({ kind: 'claim-task', task, by });
  }
}
