import { type Fields, terminatedState } from '#engine';
import type { Clock } from '#platform';
import type { Workflows } from '../definition/workflows.ts';
import type { Door } from '../door/door.ts';
import { childCommand } from '../door/errand-rows.ts';
import type { Answer, CaseRefusal, Request } from '../door/sending.ts';
import type { ChildKey, ChildRow, ChildStore } from '../store/child.store.ts';

export interface ChildCasesParts {
  readonly door: Door;
  readonly store: ChildStore;
  readonly workflows: Workflows;
  readonly clock: Clock;
}

/** Longer than a message is on its way: what is still to be done then has been lost. */
const onTheirWay = 10 * 60_000;
const seenAtOnce = 100;

/** Nobody waits for it any more, so that nothing is to be done. */
const asGood: ReadonlySet<string> = new Set(['child.not-running', 'case.finished', 'instance.unknown']);

/**
 * Sees to child cases: begins them, ends those that nobody waits for, tells parents of those that have ended. Each time it
 * looks at how things stand and does what is missing, so that twice is once and nothing depends on the order of messages.
 */
export class ChildCases {
  constructor(private readonly parts: ChildCasesParts) {}

  /** @throws TransientError when it is to be tried again. */
  async tend(child: ChildKey): Promise<void> {
    const { store } = this.parts;
    for (;;) {
      const row = await store.find(child);
      if (row === undefined) return;
      const isDone = await this.see(child, row);
      // While it was being begun its parent may have given it up.
      if (!isDone || (await store.settle(child, row.asked))) return;
    }
  }

  /** Makes up for messages that were lost. @returns how many child cases were seen to. */
  async tendMissed(): Promise<number> {
    const { store, clock } = this.parts;
    const missed = await store.pending(new Date(clock.now().getTime() - onTheirWay), seenAtOnce);
    for (const child of missed) await this.tend(child);
    return missed.length;
  }

  /** @returns whether nothing is left to be done. */
  private async see(child: ChildKey, row: ChildRow): Promise<boolean> {
    if (row.ended_because !== null) return row.is_finished === null ? this.isOver(row) : this.end(child.tenant, row);
    if (row.is_finished === null) return this.begin(child, row);
    return row.is_finished ? this.tellEnd(child, row) : true;
  }

  /** A child that has been given up may be beginning in this moment. */
  private isOver({ asked_at }: ChildRow): boolean {
    return this.parts.clock.now().getTime() - asked_at.getTime() >= onTheirWay;
  }

  private async end(tenant: string, { child_id, ended_because: because, is_finished }: ChildRow): Promise<boolean> {
    if (is_finished === true || because === null) return true;
    const send = (reason: typeof because) => this.send(tenant, child_id, { kind: 'end', because: reason });
    const refusal = refusalOf(await send(because));
    if (refusal === undefined || asGood.has(refusal.code)) return true;
    // Its own way of being withdrawn is barred: then it is ended where it stands.
    const last = refusalOf(await send('terminated'));
    if (last !== undefined && !asGood.has(last.code)) throw new Error(`child ${child_id} does not end: ${last.code}`);
    return true;
  }

  private async begin(child: ChildKey, row: ChildRow): Promise<boolean> {
    const { tenant, parent, number } = child;
    const { definition_key: definition, form: fields, applicant, depth } = row;
    const organisation = row.organisation_id ?? (await this.organisationOf(tenant, row));
    const request = { definition, organisation, fields, parent: { instance: parent, child: number, depth, applicant } };
    const sending = { tenant, person: null, commandId: childCommand(parent, number) };
    const refusal = refusalOf(await this.parts.door.startBySystem(request, sending));
    return refusal === undefined || this.hold(child, refusal);
  }

  private async tellEnd(child: ChildKey, { standing, output }: ChildRow): Promise<boolean> {
    const state = (standing ?? []).map((path) => (path === terminatedState ? 'terminated' : path)).join('+');
    const told = { kind: 'child-ended', child: child.number, state, output: (output ?? {}) as Fields } as const;
    const refusal = refusalOf(await this.send(child.tenant, child.parent, told));
    return refusal === undefined || asGood.has(refusal.code) || this.hold(child, refusal);
  }

  /** What a person has to see to stands in the parent, until somebody has it tried again. */
  private async hold({ tenant, parent, number }: ChildKey, { code }: CaseRefusal): Promise<true> {
    const refusal = refusalOf(await this.send(tenant, parent, { kind: 'child-refused', child: number, code }));
    if (refusal !== undefined && !asGood.has(refusal.code)) throw new Error(`child ${number} of ${parent} is not held: ${refusal.code}`);
    return true;
  }

  /** Where its parent belongs, at the level that its definition names. */
  private async organisationOf(tenant: string, { definition_key, subject }: ChildRow): Promise<string> {
    const published = await this.parts.workflows.latest(tenant, definition_key);
    return subject[published?.workflow.definition.subject ?? '']?.id ?? '';
  }

  private send(tenant: string, instance: string, request: Request): Promise<Answer> {
    return this.parts.door.advance(instance, request, { tenant, person: null });
  }
}

const refusalOf = (answer: Answer): CaseRefusal | undefined => (answer.kind === 'refused' ? answer : undefined);
