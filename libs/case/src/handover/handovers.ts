import { type Caller, personKey } from '#directory';
import type { Text } from '#engine';
import { type Clock, idOf, isId, isRefused, type Refusal } from '#platform';
import { inTurns } from '../batch/in-turns.ts';
import type { Keyed, Outcome } from '../commands/sender.ts';
import type { TaskCommands } from '../commands/task-commands.ts';
import type { CaseRefusal } from '../door/sending.ts';
import { digestOf } from '../history/chain.ts';
import { textOf } from '../queries/titles.ts';
import { taskId } from '../task-id.ts';
import type { HandoverHead, HandoverStore, ReadRow, ResultRow, StoredHandover } from './handover.store.ts';
import { differentParts, type HandoverPart, type HandoverPreview, type HandoverPreviews, type Succession } from './handover-preview.ts';

/** Why, and on what terms: `expected` is that of the preview that was agreed to. */
export interface HandoverRequest extends Succession, Keyed {
  readonly comment: string;
  readonly expected?: string | undefined;
}

/** Times are ISO 8601. */
export interface HandoverSummary {
  readonly id: string;
  readonly handedBy: { readonly id: string; readonly name: string };
  readonly comment: string;
  readonly begunAt: string;
  /** Absent while it is being done, or was interrupted: sent again, it is carried on with. */
  readonly finishedAt?: string;
}

/** What became of each task, in the order of the preview. */
export interface HandoverReport extends HandoverSummary {
  readonly handed: number;
  readonly leftOut: number;
  readonly tasks: readonly {
    readonly task: string;
    readonly title?: Text;
    /** Absent where it went back to its post. */
    readonly successor?: { readonly id: string; readonly name: string };
    /** The history row of its case. */
    readonly sequence?: number;
    readonly refusal?: CaseRefusal;
  }[];
}

/** What there is to hand over is not what was agreed to any more; nothing was done. */
export interface OutdatedHandover extends Refusal {
  readonly code: 'handover.outdated';
  readonly difference: { readonly parts: readonly HandoverPart[]; readonly now: HandoverPreview };
}

export interface HandoversParts {
  readonly previews: HandoverPreviews;
  readonly store: HandoverStore;
  readonly taskCommands: Pick<TaskCommands, 'release' | 'transfer'>;
  readonly clock: Clock;
  /** Cases that are worked on at once. */
  readonly atOnce: number;
}

/**
 * 离职交接: everything that is personally somebody's goes to others, each task by a command of its own in its case's own
 * history. The plan is put down first, so that what was interrupted is carried on with as it was agreed to.
 */
export class Handovers {
  constructor(private readonly parts: HandoversParts) {}

  /**
   * @returns a refusal: those of the preview, `handover.unconfirmed`, `handover.outdated`, `idempotency.key-reused`
   * @throws TransientError when the database went away in the middle: some may have been handed over
   */
  async handOver(caller: Caller, person: string, request: HandoverRequest): Promise<HandoverReport | Refusal | OutdatedHandover> {
    const { previews, store } = this.parts;
    const duties = await previews.dutiesFor(caller, person);
    if ('kind' in duties) return duties;
    const { idempotencyKey, ...content } = request;
    const digest = digestOf({ person, ...content });
    const id = idOf(`${caller.tenant} ${personKey(caller.person)} handover ${idempotencyKey ?? `of ${digest}`}`);
    const known = await store.find(caller.tenant, id);
    const planned = known ?? (await this.plan(caller, person, { id, digest, request }));
    if ('kind' in planned) return planned;
    if (planned.head.digest !== digest) return { kind: 'refused', code: 'idempotency.key-reused' };
    if (planned.head.finished_at !== null) return reportOf(planned);
    const results = await this.handEach(caller, planned);
    const handed = results.filter(({ sequence }) => sequence !== null).length;
    await store.finish(id, results, {
      tenant: caller.tenant,
      person: caller.person,
      at: this.parts.clock.now(),
      act: 'person.hand-over',
      subject: { kind: 'person', id: person },
      organisationPath: duties.paths[0] ?? null,
      after: { handover: id, handed, leftOut: results.length - handed },
      comment: planned.head.comment,
    });
    const finished = await store.find(caller.tenant, id);
    if (finished === undefined) throw new Error(`hand-over ${id} is gone`);
    return reportOf(finished);
  }

  /** Of one person, the latest first. */
  async list(caller: Caller, person: string): Promise<HandoverSummary[] | Refusal> {
    const duties = await this.parts.previews.dutiesFor(caller, person);
    return 'kind' in duties ? duties : (await this.parts.store.ofPerson(caller.tenant, person)).map(summaryOf);
  }

  async read(caller: Caller, person: string, id: string): Promise<HandoverReport | Refusal> {
    const duties = await this.parts.previews.dutiesFor(caller, person);
    if ('kind' in duties) return duties;
    const found = isId(id) ? await this.parts.store.find(caller.tenant, id) : undefined;
    return found?.head.person === person ? reportOf(found) : { kind: 'refused', code: 'handover.unknown' };
  }

  private async plan(
    caller: Caller,
    person: string,
    { id, digest, request }: { readonly id: string; readonly digest: string; readonly request: HandoverRequest },
  ): Promise<StoredHandover | Refusal | OutdatedHandover> {
    const { previews, store, clock } = this.parts;
    const { expected, comment } = request;
    if (expected === undefined) return { kind: 'refused', code: 'handover.unconfirmed' };
    if (comment.trim() === '') return { kind: 'refused', code: 'comment.required', params: { outcome: 'transfer' } };
    const now = await previews.read(caller, person, request);
    if (isRefused(now)) return now;
    if (now.expected !== expected) {
      // The same request, sent twice at once, may have begun meanwhile: it put its plan down before anything moved.
      const twin = await store.find(caller.tenant, id);
      return twin ?? { kind: 'refused', code: 'handover.outdated', difference: { parts: differentParts(expected, now.expected), now } };
    }
    const write = { tenant: caller.tenant, id, person, handedBy: caller.person, digest, comment, begunAt: clock.now() };
    const rows = now.tasks.map(({ id: task, instance, successor, refusal = null }, place) => ({
      place,
      instance_id: instance,
      number: Number(task.slice(instance.length + 1)),
      successor_id: successor?.id ?? null,
      refusal,
    }));
    await store.add(write, rows);
    const planned = await store.find(caller.tenant, id);
    if (planned === undefined) throw new Error(`hand-over ${id} was not put down`);
    return planned;
  }

  private async handEach(caller: Caller, { head, rows }: StoredHandover): Promise<ResultRow[]> {
    const cases = new Map<string, ReadRow[]>();
    for (const row of rows) cases.set(row.instance_id, [...(cases.get(row.instance_id) ?? []), row]);
    const results: ResultRow[] = [];
    let interruption: unknown;
    await inTurns([...cases.values()], this.parts.atOnce, async (ofCase) => {
      for (const row of ofCase) {
        if (interruption !== undefined) return;
        try {
          results.push(await this.handOne(caller, head, row));
        } catch (error) {
          interruption = error;
        }
      }
    });
    if (interruption !== undefined) throw interruption;
    return results;
  }

  private async handOne(caller: Caller, { id, comment }: HandoverHead, row: ReadRow): Promise<ResultRow> {
    const { place, instance_id, number, successor_id, refusal } = row;
    if (refusal !== null) return { place, sequence: null, refusal };
    const { taskCommands } = this.parts;
    const task = taskId(instance_id, number);
    const terms = { comment, idempotencyKey: `handover ${id} ${place}` };
    const outcome: Outcome =
      successor_id === null
        ? await taskCommands.release(caller, task, terms)
        : await taskCommands.transfer(caller, task, { ...terms, to: successor_id });
    if (outcome.kind === 'refused') return { place, sequence: null, refusal: outcome };
    if (outcome.kind === 'shown') throw new Error('a task was only shown to be handed over');
    return { place, sequence: outcome.record.sequence, refusal: null };
  }
}

const summaryOf = ({ id, handed_by, handed_by_name, comment, begun_at, finished_at }: HandoverHead): HandoverSummary => ({
  id,
  handedBy: { id: handed_by, name: handed_by_name },
  comment,
  begunAt: begun_at.toISOString(),
  ...(finished_at !== null && { finishedAt: finished_at.toISOString() }),
});

const reportOf = ({ head, rows }: StoredHandover): HandoverReport => ({
  ...summaryOf(head),
  handed: rows.filter(({ sequence }) => sequence !== null).length,
  leftOut: rows.filter(({ refusal }) => refusal !== null).length,
  tasks: rows.map(({ instance_id, number, title_zh, title_en, successor_id, successor, sequence, refusal }) => ({
    task: taskId(instance_id, number),
    ...(title_zh !== null && { title: textOf(title_zh, title_en) }),
    ...(successor_id !== null && { successor: { id: successor_id, name: successor ?? '' } }),
    ...(sequence !== null && { sequence }),
    ...(refusal !== null && { refusal }),
  })),
});
