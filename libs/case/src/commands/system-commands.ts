import type { Fields } from '#engine';
import type { Door } from '../door/door.ts';
import type { Answer } from '../door/sending.ts';

/** What the system itself does to cases: it has no person behind it, and it may come twice. */
export class SystemCommands {
  constructor(private readonly door: Door) {}

  /** A timer that has been fired or cleared in the meantime is refused as `timer.not-running`, which is as good. */
  fireTimer(tenant: string, instance: string, timer: number): Promise<Answer> {
    return this.door.advance(instance, { kind: 'fire-timer', timer }, { tenant, person: null });
  }

  /** @param id the sender's own id of the signal; delivered again under it, it has no second effect. */
  signal(
    tenant: string,
    instance: string,
    { id, signal, payload }: { readonly id: string; readonly signal: string; readonly payload: Fields },
  ): Promise<Answer> {
    return this.door.advance(instance, { kind: 'signal', signal, payload }, { tenant, person: null, commandId: id });
  }
}
