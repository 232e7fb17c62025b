import type { Fields } from '#engine';
import type { Door } from '../door/door.ts';
import type { Answer } from '../door/sending.ts';

/** What the system itself does to cases: it has no person behind it, and it may come twice. */
export class SystemCommands {
  constructor(private readonly door: Door) {}

  /** The id of a case that the system begins, or will, by this command. */
  caseOf(tenant: string, id: string): string {
    return this.door.caseOf(tenant, id);
  }

  /**
   * Begins a case of which nobody is the applicant.
   * @param id the sender's own id of the command; sent again under it, the same case is the answer and nothing is done.
   */
  start(
    tenant: string,
    { id, ...request }: { readonly id: string; readonly definition: string; readonly organisation: string; readonly fields: Fields },
  ): Promise<Answer> {
    return this.door.startBySystem(request, { tenant, person: null, commandId: id });
  }

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

  /**
   * A webhook that a case has called has answered. One that nobody waits for any more is refused as `call.not-running` or
   * `case.finished`; an answer of which the process can make nothing is a failure for good.
   */
  async callAnswered(tenant: string, instance: string, call: number, answer: Fields): Promise<Answer> {
    const taken = await this.door.advance(instance, { kind: 'call-answered', call, answer }, { tenant, person: null });
    if (taken.kind === 'accepted' || nobodyWaits.has(taken.code)) return taken;
    return this.callFailed(tenant, instance, call, taken.code);
  }

  /** A webhook that a case has called never will answer. @param code why, for operators. */
  callFailed(tenant: string, instance: string, call: number, code: string): Promise<Answer> {
    return this.door.advance(instance, { kind: 'call-failed', call, code }, { tenant, person: null });
  }
}

const nobodyWaits: ReadonlySet<string> = new Set(['call.not-running', 'case.finished', 'instance.unknown']);
