import type { Caller } from '#directory';
import { type Clock, isId } from '#platform';
import type { Commands } from '../commands/commands.ts';
import type { Outcome } from '../commands/sender.ts';
import type { CaseRefusal } from '../door/sending.ts';
import type { BatchRow, BatchStore, UndoneRow } from '../store/batch.store.ts';
import { type BatchReport, reportOf } from './batch-report.ts';
import { inTurns } from './in-turns.ts';
import { carriedOnUntil, givenUpAt } from './undo-window.ts';

export interface BatchUndoParts {
  readonly commands: Pick<Commands, 'takeBack'>;
  readonly store: BatchStore;
  readonly clock: Clock;
  /** Cases that are worked on at once. */
  readonly atOnce: number;
}

/**
 * Takes back what a batch has decided, each decision in a transaction of its own and as far as nobody has acted upon it.
 * With a decision goes what nobody has been told of it yet.
 */
export class BatchUndo {
  constructor(private readonly parts: BatchUndoParts) {}

  /**
   * Undoes a batch of the caller's own. What was interrupted is carried on by asking again; twice has one effect.
   * @returns a refusal: `batch.unknown`, `batch.nothing-decided`, `batch.undo-too-late`
   * @throws TransientError when the database went away in the middle: some may have been taken back
   */
  async undo(caller: Caller, id: string): Promise<BatchReport | CaseRefusal> {
    const { store, clock } = this.parts;
    const { tenant, person } = caller;
    const found = isId(id) ? await store.find(tenant, person, id) : undefined;
    if (found === undefined) return { kind: 'refused', code: 'batch.unknown' };
    if (found.head.undone_at !== null) return reportOf(id, found);
    if (found.head.undo_until === null) return { kind: 'refused', code: 'batch.nothing-decided' };
    const at = clock.now();
    const carriedOn = found.head.undo_begun_at !== null && at <= carriedOnUntil(found.head.undo_begun_at);
    if (at > found.head.undo_until && !carriedOn) return { kind: 'refused', code: 'batch.undo-too-late' };
    await store.beginUndo(tenant, id, { at, withheldUntil: givenUpAt(at) });
    const rows = await this.takeBackEach(caller, id, found.rows);
    await store.finishUndo(tenant, id, { at: clock.now(), rows });
    const undone = await store.find(tenant, person, id);
    return undone === undefined ? { kind: 'refused', code: 'batch.unknown' } : reportOf(id, undone);
  }

  /** Case by case, and in each the last decision first: what it followed from stays, like everything that was acted upon. */
  private async takeBackEach(caller: Caller, batch: string, rows: readonly BatchRow[]): Promise<UndoneRow[]> {
    const cases = new Map<string | null, BatchRow[]>();
    for (const row of rows) if (row.sequence !== null) cases.set(row.instance_id, [row, ...(cases.get(row.instance_id) ?? [])]);
    const undone: UndoneRow[] = [];
    let interruption: unknown;
    await inTurns([...cases.values()], this.parts.atOnce, async (decided) => {
      for (const { place, task } of decided.toSorted((one, other) => (other.sequence ?? 0) - (one.sequence ?? 0))) {
        if (interruption !== undefined) return;
        try {
          const terms = { idempotencyKey: `undo ${batch} ${place}`, drops: { batch, place } };
          undone.push(rowOf(place, await this.parts.commands.takeBack(caller, task, terms)));
        } catch (error) {
          interruption = error;
        }
      }
    });
    if (interruption !== undefined) throw interruption;
    return undone;
  }
}

function rowOf(place: number, outcome: Outcome): UndoneRow {
  if (outcome.kind === 'refused') return { place, undo_sequence: null, undo_refusal: outcome };
  if (outcome.kind === 'shown') throw new Error('a decision was only shown to be taken back');
  return { place, undo_sequence: outcome.record.sequence, undo_refusal: null };
}
