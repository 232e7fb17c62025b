import { assigneeKeys, type Caller, namedPost, type PostCatalogue, personKey } from '#directory';
import type { DueTime, Text } from '#engine';
import { type Clock, type Database, statement } from '#platform';
import type { Workflows } from '../definition/workflows.ts';
import { pairsOf, piecesOf } from '../search/words.ts';
import { addressedTo } from './addressed.ts';
import { type Filters, filterConditions, filterValues } from './filters.ts';
import { countLimit, deputyStatements, type InboxOrder, narrowedStatements, statements } from './inbox.statements.ts';
import { type ListedTask, listedTask, type TaskRow, taskColumns, taskTitles } from './listed-task.ts';
import { beginning, end, type Page, type PageRequest, pageOf, readCursor } from './page.ts';
import { workingDaysLeft } from './working-days-left.ts';

export interface InboxRequest extends PageRequest, Filters {
  /** Only what is due by this instant. */
  readonly dueUntil?: Date | undefined;
  /** Only what is due by now. */
  readonly isOverdue?: boolean | undefined;
  /** Only what is addressed to this: `own` for the person, or a post as `<key>@<organisation id>`. */
  readonly through?: string | undefined;
  /** Only cases that fit these pieces of their number, title or organisation, or of how those are read. */
  readonly query?: string | undefined;
  readonly order?: InboxOrder | undefined;
}

/** A task that waits, with what a list of them says of its case. */
export interface WaitingTask extends ListedTask {
  readonly number: string;
  /** The case's school, or where there is none above it, its organisation. */
  readonly place?: { readonly id: string; readonly name: string };
  /** Through which post it came; absent where it is addressed to a person. */
  readonly post?: { readonly key: string; readonly title: Text };
}

export interface Inbox extends Page<WaitingTask> {
  /** Open tasks there are in all under these filters; counting stops at `countLimit`. */
  readonly total: number;
  /** False when counting stopped, so that there are more than `total`. */
  readonly isTotalExact: boolean;
}

export interface DecidedTask extends ListedTask {
  readonly outcome: string;
  readonly decidedAt: string;
}

interface WaitingRow extends TaskRow {
  readonly total: number;
  readonly case_number: string;
  readonly assignee: string;
  readonly place: { readonly id: string; readonly name: string } | null;
  /** Infinity for what never comes. */
  readonly sorted_at: Date | number;
}

interface DecidedRow extends TaskRow {
  readonly outcome: string;
  readonly closed_at: Date;
}

const decided = statement(
  'task.decided',
  `SELECT ${taskColumns}, outcome, closed_at FROM task
   WHERE tenant = $1 AND decided_by = $2 AND (closed_at, instance_id, number) < ($3::timestamptz, $4::uuid, $5::int)
     AND ${filterConditions({ from: 6, inStep: (step) => `step = ${step}` })}
   ORDER BY closed_at DESC, instance_id DESC, number DESC LIMIT $9`,
);

interface TaskListsParts {
  readonly database: Database;
  readonly workflows: Workflows;
  readonly posts: PostCatalogue;
  readonly clock: Clock;
  readonly dueTimeOf: (tenant: string) => DueTime;
}

/** The tasks that wait for a person, and those the person has decided. */
export class TaskLists {
  constructor(private readonly parts: TaskListsParts) {}

  /** The caller's open tasks: their own, those of the posts they hold, and those of whom they represent. */
  async inbox(caller: Caller, request: InboxRequest): Promise<Inbox> {
    const { limit, after, order = 'opened' } = request;
    const { at, instance, number } = readCursor(after, order) ?? beginning;
    const isDeputy = caller.represents.length > 0;
    const filters = [this.dueUntil(request), ...filterValues(request), ...wordsOf(request)];
    const isNarrowed = isDeputy || filters.some((value) => value !== null);
    const [dueUntil, ...others] = filters;
    const rows = await this.parts.database.query<WaitingRow & Record<string, unknown>>(
      isDeputy ? deputyStatements[order] : (isNarrowed ? narrowedStatements : statements)[order],
      [
        caller.tenant,
        isDeputy ? JSON.stringify(addressedTo(caller).filter(({ key }) => isThrough(request, caller, key))) : keysOf(request, caller),
        caller.person,
        at,
        instance,
        number,
        limit + 1,
        ...(isNarrowed ? [dueUntil ?? 'infinity', ...others] : []),
      ],
    );
    const tasks = rows.filter(({ instance_id }) => instance_id !== null);
    const titles = await taskTitles(this.parts.workflows, caller.tenant, tasks);
    const page = pageOf(
      tasks,
      limit,
      (row) => ({ ...listedTask(row, titles), ...this.left(caller.tenant, row), ...this.around(row) }),
      ({ sorted_at, instance_id, number: last }) => ({
        order,
        at: typeof sorted_at === 'number' ? 'infinity' : sorted_at.toISOString(),
        instance: instance_id,
        number: last,
      }),
    );
    const counted = rows[0]?.total ?? 0;
    return { ...page, total: Math.min(counted, countLimit), isTotalExact: counted <= countLimit };
  }

  /** The tasks the caller decided, the latest first. */
  async decided(caller: Caller, request: PageRequest & Filters): Promise<Page<DecidedTask>> {
    const { limit, after } = request;
    const { at, instance, number } = readCursor(after, 'decided') ?? end;
    const values = [caller.tenant, caller.person, at, instance, number, ...filterValues(request), limit + 1];
    const rows = await this.parts.database.query<DecidedRow>(decided, values);
    const titles = await taskTitles(this.parts.workflows, caller.tenant, rows);
    const itemOf = (row: DecidedRow): DecidedTask => ({
      ...listedTask(row, titles),
      outcome: row.outcome,
      decidedAt: row.closed_at.toISOString(),
    });
    return pageOf(rows, limit, itemOf, (row) => ({
      order: 'decided',
      at: row.closed_at.toISOString(),
      instance: row.instance_id,
      number: row.number,
    }));
  }

  private around({ case_number: caseNumber, place, assignee }: WaitingRow): Omit<WaitingTask, keyof ListedTask> {
    const post = /^post:(.+)@/.exec(assignee)?.[1];
    return {
      number: caseNumber,
      ...(place !== null && { place }),
      ...(post !== undefined && { post: namedPost(this.parts.posts, post) }),
    };
  }

  private left(tenant: string, { due_at: due }: TaskRow): Pick<ListedTask, 'workingDaysLeft'> {
    return due === null ? {} : { workingDaysLeft: workingDaysLeft(this.parts.dueTimeOf(tenant), this.parts.clock.now(), due) };
  }

  /** Null when it does not matter. */
  private dueUntil({ dueUntil, isOverdue = false }: InboxRequest): Date | null {
    if (!isOverdue) return dueUntil ?? null;
    const now = this.parts.clock.now();
    return dueUntil !== undefined && dueUntil < now ? dueUntil : now;
  }
}

const isThrough = ({ through }: InboxRequest, { person }: Caller, key: string): boolean =>
  through === undefined || key === (through === 'own' ? personKey(person) : `post:${through}`);

const keysOf = (request: InboxRequest, caller: Caller): string[] =>
  [...new Set(assigneeKeys(caller))].filter((key) => isThrough(request, caller, key));

/** Pieces that have to be found, and their pairs; null for all. */
function wordsOf({ query = '' }: InboxRequest): (readonly string[] | null)[] {
  const pieces = piecesOf(query);
  return pieces.length === 0 ? [null, null] : [pieces, pieces.flatMap(pairsOf)];
}
