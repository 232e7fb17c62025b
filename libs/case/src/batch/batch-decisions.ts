import { type Caller, personKey } from '#directory';
import { type Clock, idOf, isId, newId, TransientError } from '#platform';
import type { Commands } from '../commands/commands.ts';
import type { Keyed, Outcome } from '../commands/sender.ts';
import type { CaseRefusal } from '../door/sending.ts';
import { digestOf } from '../history/chain.ts';
import type { BatchRowWrite, BatchStore } from '../store/batch.store.ts';
import { parseTaskId } from '../task-id.ts';
import { type BatchReport, reportOf } from './batch-report.ts';
import { inTurns } from './in-turns.ts';
import { undoUntil } from './undo-window.ts';

/** Tasks that may be decided together at most. */
export const batchLimit = 200;

/** Many tasks with one outcome and one comment. */
export interface BatchRequest {
  /** Up to `batchLimit`, each once, with the version of its form that was on the screen. */
  readonly tasks: readonly { readonly id: string; readonly formVersion: number }[];
  readonly outcome: string;
  readonly comment?: string | undefined;
}

export interface BatchParts {
  readonly commands: Pick<Commands, 'decide'>;
  readonly store: BatchStore;
  readonly clock: Clock;
  /** How many of a batch stand in line at once: whoever else comes waits behind so many, and not behind all of them. */
  readonly atOnce: number;
}

/** 批量: many tasks decided in one go. Each is a decision like any other; those that are refused are left out. */
export class BatchDecisions {
  constructor(private readonly parts: BatchParts) {}

  /**
   * Decides what can be decided. Under an idempotency key, what was interrupted is carried on by sending it again.
   * @returns a refusal when the key belongs to another request
   * @throws TransientError when the database went away in the middle: some may have been decided
   */
  async decide(caller: Caller, { idempotencyKey, ...request }: BatchRequest & Keyed): Promise<BatchReport | CaseRefusal> {
    const { tenant, person } = caller;
    const digest = digestOf(request);
    const id = idempotencyKey === undefined ? newId() : idOf(`${tenant} ${personKey(person)} batch ${idempotencyKey}`);
    const earlier = await this.parts.store.find(tenant, person, id);
    if (earlier !== undefined) return earlier.head.digest === digest ? reportOf(id, earlier) : keyReused;
    const { rows, defects, begunAt } = await this.decideEach(caller, id, request);
    const { outcome, comment = null } = request;
    const times = { decidedAt: this.parts.clock.now(), undoUntil: begunAt === undefined ? null : undoUntil(begunAt) };
    await this.parts.store.add({ tenant, id, person, digest, outcome, comment, ...times }, rows);
    // The others are decided and reported all the same; thrown here, it is on record.
    if (defects.length > 0) throw defects[0];
    return (await this.read(caller, id)) ?? keyReused;
  }

  /** The report of a batch of the caller's own; undefined when there is none. */
  async read({ tenant, person }: Caller, id: string): Promise<BatchReport | undefined> {
    const found = isId(id) ? await this.parts.store.find(tenant, person, id) : undefined;
    return found && reportOf(id, found);
  }

  private async decideEach(caller: Caller, batch: string, { tasks, outcome, comment }: BatchRequest) {
    const rows: BatchRowWrite[] = [];
    const defects: unknown[] = [];
    let interruption: TransientError | undefined;
    // Of the first that was decided: one that was carried on with is no longer undone by then.
    let begunAt: Date | undefined;
    await inTurns(tasks, this.parts.atOnce, async ({ id, formVersion }, place) => {
      if (interruption !== undefined) return;
      try {
        // A space, which no key of a request may have, keeps these apart from those.
        const idempotencyKey = `batch ${batch} ${place}`;
        const withholds = { batch, place };
        const decided = await this.parts.commands.decide(caller, id, { outcome, comment, formVersion, idempotencyKey, withholds });
        rows[place] = rowOf(id, place, decided);
        if (decided.kind === 'done') begunAt = earlier(begunAt, new Date(decided.record.at));
      } catch (error) {
        if (error instanceof TransientError) interruption = error;
        else defects.push(error);
        rows[place] = rowOf(id, place, failed);
      }
    });
    if (interruption !== undefined) throw interruption;
    return { rows, defects, begunAt };
  }
}

const keyReused: CaseRefusal = { kind: 'refused', code: 'idempotency.key-reused' };

const failed: CaseRefusal = { kind: 'refused', code: 'batch.task-failed' };

const earlier = (one: Date | undefined, other: Date): Date => (one !== undefined && one < other ? one : other);

function rowOf(task: string, place: number, outcome: Outcome): BatchRowWrite {
  const { instance = null, task: number = null } = parseTaskId(task) ?? {};
  const row = { place, task, instance_id: instance, number };
  if (outcome.kind === 'refused') return { ...row, sequence: null, refusal: outcome };
  if (outcome.kind === 'shown') throw new Error('a decision was only shown');
  return { ...row, sequence: outcome.record.sequence, refusal: null };
}
