import { type Caller, namedPost, type PostCatalogue } from '#directory';
import type { DueTime, Text } from '#engine';
import { type Clock, type Database, statement } from '#platform';
import type { Workflows } from '../definition/workflows.ts';
import { addressedTo } from './addressed.ts';
import { type CountedPage, counting, totalOf } from './counted.ts';
import { type Filters, filterConditions, filterValues } from './filters.ts';
import { deputyStatements, type InboxOrder, narrowedStatements, statements } from './inbox.statements.ts';
import { caseColumns, type ListedTask, listedTask, type TaskRow, taskColumns, taskTitles } from './listed-task.ts';
import { beginning, end, type PageRequest, pageOf, readCursor } from './page.ts';
import type { Place } from './place-column.ts';
import { type Searched, searchCondition, wordsOf } from './searched.ts';
import { isThrough, keysThrough, type Through, throughKey } from './through.ts';
import { workingDaysLeft } from './working-days-left.ts';

export interface InboxRequest extends PageRequest, Filters, Searched, Through {
  /** Only what is due by this instant. */
  readonly dueUntil?: Date | undefined;
  /** Only what is due by now. */
  readonly isOverdue?: boolean | undefined;
  readonly order?: InboxOrder | undefined;
}

/** A task with what a list of them says of its case. */
export interface WaitingTask extends ListedTask {
  readonly number: string;
  readonly place?: Place;
  /** Through which post it came; absent where it is addressed to a person. */
  readonly post?: { readonly key: string; readonly title: Text };
}

export type Inbox = CountedPage<WaitingTask>;

export type DecidedRequest = PageRequest & Filters & Searched & Through;

export interface DecidedTask extends WaitingTask {
  readonly outcome: string;
  readonly decidedAt: string;
}

interface CaseRow extends TaskRow {
  readonly total: number;
  readonly case_number: string;
  readonly assignee: string;
  readonly place: Place | null;
}

interface WaitingRow extends CaseRow {
  /** Infinity for what never comes. */
  readonly sorted_at: Date | number;
}

interface DecidedRow extends CaseRow {
  readonly outcome: string;
  readonly closed_at: Date;
}

const mine = `FROM task WHERE tenant = $1 AND decided_by = $2 AND ${filterConditions({ from: 6, inStep: (step) => `step = ${step}` })}
  AND ${searchCondition('task.instance_id', 9)} AND ($11::text IS NULL OR assignee = $11)`;

const decided = statement(
  'task.decided',
  `SELECT counted.total, page.*, ${caseColumns} FROM ${counting(mine)}
   LEFT JOIN LATERAL (
     SELECT ${taskColumns}, outcome, closed_at, assignee, organisation_path ${mine}
       AND (closed_at, instance_id, number) < ($3::timestamptz, $4::uuid, $5::int)
     ORDER BY closed_at DESC, instance_id DESC, number DESC LIMIT $12
   ) AS page ON true
   ORDER BY page.closed_at DESC, page.instance_id DESC, page.number DESC`,
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
        isDeputy ? JSON.stringify(addressedTo(caller).filter(({ key }) => isThrough(request, caller, key))) : keysThrough(request, caller),
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
    return { ...page, ...totalOf(rows[0]?.total ?? 0) };
  }

  /** The tasks the caller decided, the latest first. */
  async decided(caller: Caller, request: DecidedRequest): Promise<CountedPage<DecidedTask>> {
    const { limit, after } = request;
    const { at, instance, number } = readCursor(after, 'decided') ?? end;
    const place = [caller.tenant, caller.person, at, instance, number];
    const narrowing = [...filterValues(request), ...wordsOf(request), throughKey(request, caller)];
    const found = await this.parts.database.query<DecidedRow>(decided, [...place, ...narrowing, limit + 1]);
    const rows = found.filter(({ instance_id }) => instance_id !== null);
    const titles = await taskTitles(this.parts.workflows, caller.tenant, rows);
    const itemOf = (row: DecidedRow): DecidedTask => ({
      ...listedTask(row, titles),
      ...this.around(row),
      outcome: row.outcome,
      decidedAt: row.closed_at.toISOString(),
    });
    const page = pageOf(rows, limit, itemOf, (row) => ({
      order: 'decided',
      at: row.closed_at.toISOString(),
      instance: row.instance_id,
      number: row.number,
    }));
    return { ...page, ...totalOf(found[0]?.total ?? 0) };
  }

  private around({ case_number: caseNumber, place, assignee }: CaseRow): Omit<WaitingTask, keyof ListedTask> {
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
