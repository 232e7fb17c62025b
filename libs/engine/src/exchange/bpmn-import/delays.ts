import type { Delay } from '../../definition/basics.ts';
import type { Definition } from '../../definition/definition.ts';

/** The delays of a draft that need a name: an ISO 8601 duration is one by itself. */
export class Delays {
  private readonly named = new Map<string, Delay>();

  nameOf(delay: Delay): string {
    if (typeof delay === 'string') return delay;
    const name = 'workingDays' in delay ? `workingDays${delay.workingDays}` : `workingHours${delay.workingHours}`;
    this.named.set(name, delay);
    return name;
  }

  get declared(): Definition['delays'] {
    return this.named.size === 0 ? undefined : Object.fromEntries(this.named);
  }
}
