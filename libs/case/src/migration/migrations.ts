import { type Caller, notPermitted, type PostCatalogue, personKey, scopesOf } from '#directory';
import type { Mapping, Text } from '#engine';
import { type AuditAct, type Clock, idOf, isId, newId, type Refusal } from '#platform';
import { inTurns } from '../batch/in-turns.ts';
import type { CommandSender, Keyed, Outcome } from '../commands/sender.ts';
import type { CaseRefusal, Request } from '../door/sending.ts';
import { digestOf } from '../history/chain.ts';
import { textOf } from '../queries/titles.ts';
import { refusalOf } from './case-verdict.ts';
import type { Outlook } from './migrating-cases.ts';
import type { CaseResult, MigrationHead, MigrationRow, MigrationStore, PlannedCase, StoredMigration } from './migration.store.ts';
import type { MigrationPreviews } from './migration-preview.ts';

/** Cases that are migrated before it is said how far it has come. */
const slice = 25;

export interface MigrationRequest extends Keyed {
  readonly from: readonly number[];
  readonly to: number;
  readonly mapping: Mapping;
  readonly comment: string;
  /** Those that were shown, with the `expected` of each. */
  readonly cases: readonly { readonly id: string; readonly expected: string }[];
}

/** Times are ISO 8601. */
export interface MigrationSummary {
  readonly id: string;
  readonly to: number;
  readonly begunBy: { readonly id: string; readonly name: string };
  readonly comment: string;
  readonly begunAt: string;
  readonly stoppedAt?: string;
  readonly finishedAt?: string;
}

export interface MigrationList {
  readonly versions: readonly { readonly version: number; readonly cases: number }[];
  readonly items: readonly MigrationSummary[];
}

/** How far a migration has come, and what became of each case. */
export interface MigrationReport extends MigrationSummary {
  readonly total: number;
  readonly migrated: number;
  readonly leftOut: number;
  readonly waiting: number;
  readonly reversed: number;
  /** Cases in which nothing has happened since: they can be put back. */
  readonly reversible: number;
  readonly cases: readonly MigratedCase[];
}

export interface MigratedCase {
  readonly id: string;
  readonly number: string;
  readonly title: Text;
  readonly from: number;
  readonly state: 'waiting' | 'migrated' | 'left-out' | 'reversed';
  readonly isReversible: boolean;
  readonly refusal?: CaseRefusal;
}

export interface MigrationsParts {
  readonly previews: MigrationPreviews;
  readonly store: MigrationStore;
  readonly sender: CommandSender;
  readonly posts: PostCatalogue;
  readonly clock: Clock;
  /** Cases that are worked on at once. */
  readonly atOnce: number;
}

/**
 * 批量迁移: running cases go onto another version of their process, each by a command of its own in its own history. The
 * plan is put down first, as it was agreed to; it is carried out a slice at a time, so that it can be watched and stopped.
 */
export class Migrations {
  constructor(private readonly parts: MigrationsParts) {}

  /** @returns a refusal: those of the preview, `idempotency.key-reused` */
  async begin(caller: Caller, key: string, { idempotencyKey, ...request }: MigrationRequest): Promise<MigrationReport | Refusal> {
    const { previews, store, clock } = this.parts;
    const { tenant, person } = caller;
    const digest = digestOf({ key, ...request });
    const id = idempotencyKey === undefined ? newId() : idOf(`${tenant} ${personKey(person)} migration ${idempotencyKey}`);
    const known = await store.find(tenant, id);
    if (known !== undefined) return known.head.digest === digest ? reportOf(known) : { kind: 'refused', code: 'idempotency.key-reused' };
    const ids = request.cases.map((each) => each.id);
    const outlooks = await previews.outlooksOf(caller, key, request, ids);
    if ('kind' in outlooks) return outlooks;
    const { to, mapping, comment } = request;
    const planned = request.cases.map((each, place) => plannedCase(each, place, outlooks.get(each.id)));
    const begunAt = clock.now();
    const plan = { id, definition_key: key, to_version: to, mapping, comment, digest, begun_by: person, begun_at: begunAt };
    const left = planned.filter(({ refusal }) => refusal !== null).length;
    const about = { migration: id, to, from: request.from, mapping, cases: planned.length, leftOut: left };
    await store.add(plan, planned, actOf(caller, 'definition.migrate', key, { at: begunAt, after: about, comment }));
    return this.report(tenant, id);
  }

  /**
   * Migrates the next cases of a plan; repeated, it comes to its end. One that was interrupted is carried on with.
   * @returns a refusal: `migration.unknown`, `migration.stopped`
   */
  async carryOn(caller: Caller, key: string, id: string): Promise<MigrationReport | Refusal> {
    const found = await this.find(caller, key, id);
    if ('kind' in found) return found;
    const { head, rows } = found;
    if (head.stopped_at !== null) return { kind: 'refused', code: 'migration.stopped' };
    const waiting = rows.filter(isWaiting);
    const results = await this.inEach(waiting.slice(0, slice), (row) =>
      this.send(
        caller,
        row,
        { comment: head.comment, key: `migration ${id} ${row.place}`, expected: row.expected },
        {
          kind: 'migrate',
          from: row.from_version,
          to: head.to_version,
          mapping: row.mapping,
          comment: head.comment,
        },
      ),
    );
    const { store, clock } = this.parts;
    await store.put(caller.tenant, id, results);
    if (waiting.length <= slice) await store.finish(caller.tenant, id, clock.now());
    return this.report(caller.tenant, id);
  }

  async stop(caller: Caller, key: string, id: string): Promise<MigrationReport | Refusal> {
    const found = await this.find(caller, key, id);
    if ('kind' in found) return found;
    const { store, clock } = this.parts;
    const after = { migration: id, waiting: found.rows.filter(isWaiting).length };
    await store.stop(id, actOf(caller, 'definition.stop-migration', key, { at: clock.now(), after, comment: null }));
    return this.report(caller.tenant, id);
  }

  /** Puts cases of a migration back in which nothing has happened since; with no ids, the next of all of them. */
  async reverse(
    caller: Caller,
    key: string,
    id: string,
    { comment, cases }: { readonly comment: string; readonly cases?: readonly string[] | undefined },
  ) {
    const found = await this.find(caller, key, id);
    if ('kind' in found) return found;
    const wanted = found.rows.filter(
      (row) =>
        row.sequence !== null &&
        row.reversed_sequence === null &&
        (cases === undefined ? row.is_untouched : cases.includes(row.instance_id)),
    );
    const results = await this.inEach(wanted.slice(0, slice), (row) =>
      this.send(caller, row, { comment, key: `migration ${id} ${row.place} back` }, { kind: 'reverse-migration', comment }),
    );
    await this.parts.store.putBack(caller.tenant, id, results);
    return this.report(caller.tenant, id);
  }

  async read(caller: Caller, key: string, id: string): Promise<MigrationReport | Refusal> {
    const found = await this.find(caller, key, id);
    return 'kind' in found ? found : reportOf(found);
  }

  /** Of a process: on which versions its cases run, and its migrations, the latest first. */
  async list(caller: Caller, key: string): Promise<MigrationList | Refusal> {
    if (!this.isPermitted(caller)) return notPermitted('definition.migrate');
    const { previews, store } = this.parts;
    const [versions, heads] = await Promise.all([previews.versions(caller, key), store.latest(caller.tenant, key)]);
    if ('kind' in versions) return versions;
    return { versions, items: heads.map(summaryOf) };
  }

  private isPermitted(caller: Caller): boolean {
    return scopesOf(this.parts.posts, caller, 'definition.migrate').length > 0;
  }

  private async find(caller: Caller, key: string, id: string): Promise<StoredMigration | Refusal> {
    if (!this.isPermitted(caller)) return notPermitted('definition.migrate');
    const found = isId(id) ? await this.parts.store.find(caller.tenant, id) : undefined;
    return found?.head.definition_key === key ? found : { kind: 'refused', code: 'migration.unknown' };
  }

  private async report(tenant: string, id: string): Promise<MigrationReport> {
    const found = await this.parts.store.find(tenant, id);
    if (found === undefined) throw new Error(`migration ${id} is gone`);
    return reportOf(found);
  }

  private async inEach(rows: readonly MigrationRow[], work: (row: MigrationRow) => Promise<Outcome>): Promise<CaseResult[]> {
    const results: CaseResult[] = [];
    await inTurns(rows, this.parts.atOnce, async (row) => {
      const outcome = await work(row);
      if (outcome.kind === 'shown') throw new Error('a case was only shown to be migrated');
      const isDone = outcome.kind === 'done';
      results.push({ place: row.place, sequence: isDone ? outcome.record.sequence : null, refusal: isDone ? null : plain(outcome) });
    });
    return results;
  }

  private send(
    caller: Caller,
    { instance_id }: MigrationRow,
    terms: { readonly comment: string; readonly key: string; readonly expected?: string },
    request: Request,
  ): Promise<Outcome> {
    const { expected, comment, key } = terms;
    const permitted = { instance: instance_id, permission: 'definition.migrate' } as const;
    return this.parts.sender.onPermitted(caller, permitted, { comment, idempotencyKey: key, expected } as Keyed, request);
  }
}

const isWaiting = ({ sequence, refusal }: MigrationRow): boolean => sequence === null && refusal === null;

/** Without what has become different: the case is there to be looked at. */
const plain = ({ kind, code, params }: CaseRefusal): CaseRefusal => ({ kind, code, ...(params !== undefined && { params }) });

function plannedCase({ id, expected }: MigrationRequest['cases'][number], place: number, outlook: Outlook | undefined): PlannedCase {
  const refusal: CaseRefusal | undefined = outlook === undefined ? { kind: 'refused', code: 'instance.unknown' } : refusalOf(outlook);
  return {
    place,
    instance_id: id,
    from_version: outlook?.row.definition_version ?? 0,
    expected,
    refusal: refusal === undefined ? null : plain(refusal),
    mapping: outlook?.mapping ?? {},
  };
}

const actOf = (
  { tenant, person }: Caller,
  act: string,
  key: string,
  { at, after, comment }: { readonly at: Date; readonly after: object; readonly comment: string | null },
): AuditAct => ({ tenant, person, at, act, subject: { kind: 'definition', id: key }, after, comment });

const summaryOf = ({
  id,
  to_version,
  begun_by,
  begun_by_name,
  comment,
  begun_at,
  stopped_at,
  finished_at,
}: MigrationHead): MigrationSummary => ({
  id,
  to: to_version,
  begunBy: { id: begun_by, name: begun_by_name },
  comment,
  begunAt: begun_at.toISOString(),
  ...(stopped_at !== null && { stoppedAt: stopped_at.toISOString() }),
  ...(finished_at !== null && { finishedAt: finished_at.toISOString() }),
});

function stateOf({ sequence, refusal, reversed_sequence }: MigrationRow): MigratedCase['state'] {
  if (reversed_sequence !== null) return 'reversed';
  if (sequence !== null) return 'migrated';
  return refusal === null ? 'waiting' : 'left-out';
}

function reportOf({ head, rows }: StoredMigration): MigrationReport {
  const cases = rows.map((row): MigratedCase => {
    const state = stateOf(row);
    const refusal = row.refusal ?? (state === 'reversed' ? null : row.reversal_refusal);
    return {
      id: row.instance_id,
      number: row.case_number ?? '',
      title: textOf(row.title_zh ?? '—', row.title_en),
      from: row.from_version,
      state,
      isReversible: state === 'migrated' && row.is_untouched,
      ...(refusal !== null && { refusal }),
    };
  });
  const count = (state: MigratedCase['state']) => cases.filter((each) => each.state === state).length;
  return {
    ...summaryOf(head),
    total: cases.length,
    migrated: count('migrated'),
    leftOut: count('left-out'),
    waiting: count('waiting'),
    reversed: count('reversed'),
    reversible: cases.filter(({ isReversible }) => isReversible).length,
    cases,
  };
}
