import { assigneeKeys, type Caller } from '#directory';
import type { DueTime } from '#engine';
import { type Clock, type Database, type Statement, statement } from '#platform';
import type { Workflows } from '../definition/workflows.ts';
import { type Filters, filterConditions, filterValues } from './filters.ts';
import { type ListedTask, listedTask, type TaskRow, taskColumns, taskTitles } from './listed-task.ts';
import { beginning, end, type Page, type PageRequest, pageOf, readCursor } from './page.ts';
import { workingDaysLeft } from './working-days-left.ts';

export interface InboxRequest extends PageRequest, Filters {
  /** Only what is due by this instant. */
  readonly dueUntil?: Date | undefined;
  /** Only what is due by now. */
  readonly isOverdue?: boolean | undefined;
  /** `opened`: the oldest first. `due`: what is due first, and at the end what never is. */
  readonly order?: 'opened' | 'due' | undefined;
}

export interface Inbox extends Page<ListedTask> {
  /** Open tasks there are in all under these filters; counting stops at `countLimit`. */
  readonly total: number;
  /** False when counting stopped, so that there are more than `total`. */
  readonly isTotalExact: boolean;
}

export interface DecidedTask extends ListedTask {
  readonly outcome: string;
  readonly decidedAt: string;
}

interface DecidedRow extends TaskRow {
  readonly outcome: string;
  readonly closed_at: Date;
}

/** Where counting open tasks stops: more than that is "1000+" to anybody. */
export const countLimit = 1000;

const dueAt = `COALESCE(due_at, 'infinity'::timestamptz)`;
const mine = `status = 'open' AND excluded IS DISTINCT FROM $3::uuid AND (claimed_by IS NULL OR claimed_by = $3)
  AND (recused IS NULL OR $3 <> ALL (recused))`;
const narrowed = `${mine} AND ${filterConditions({ from: 9, inStep: (step) => `step = ${step}` })}`;

interface InboxParts {
  readonly name: string;
  readonly sortedBy: string;
  readonly counted?: string;
  readonly shown?: string;
}

/**
 * Page and count in one round trip; the join on true keeps the count when the page is empty. Each of the caller's posts
 * is read by itself, because an index gives its rows in order only for one: so a page costs its own length for each
 * post, however much waits there.
 */
const inboxBy = ({ name, sortedBy, counted = mine, shown = mine }: InboxParts): Statement =>
  statement(
    name,
    `SELECT counted.total, page.* FROM (
       SELECT count(*)::int AS total FROM (
         SELECT FROM task WHERE tenant = $1 AND assignee = ANY($2::text[]) AND ${counted} LIMIT ${countLimit + 1}
       ) AS counting
     ) AS counted
     LEFT JOIN LATERAL (
       SELECT found.* FROM unnest($2::text[]) AS addressed (key) CROSS JOIN LATERAL (
         SELECT ${taskColumns}, ${sortedBy} AS sorted_at FROM task
         WHERE tenant = $1 AND assignee = addressed.key AND ${shown}
           AND (${sortedBy}, instance_id, number) > ($4::timestamptz, $5::uuid, $6::int)
         ORDER BY ${sortedBy}, instance_id, number LIMIT $7
       ) AS found
       ORDER BY sorted_at, instance_id, number LIMIT $7
     ) AS page ON true
     ORDER BY page.sorted_at, page.instance_id, page.number`,
  );

// Without a filter they are statements of their own: simple enough to be planned once and for all.
const statements = {
  opened: inboxBy({ name: 'task.inbox', sortedBy: 'opened_at' }),
  due: inboxBy({ name: 'task.inbox-due', sortedBy: dueAt }),
};
const isDue = `${narrowed} AND ${dueAt} <= $8::timestamptz`;
const narrowedStatements = {
  // Written otherwise for the page, so that PostgreSQL does not think of reading it by due time and sorting it.
  opened: inboxBy({
    name: 'task.inbox-narrowed',
    sortedBy: 'opened_at',
    counted: isDue,
    shown: `${narrowed} AND ($8::timestamptz = 'infinity' OR due_at <= $8)`,
  }),
  due: inboxBy({ name: 'task.inbox-due-narrowed', sortedBy: dueAt, counted: isDue, shown: isDue }),
};

/**
 * For deputies: each key with those in whose place a task under it may be decided, and for which process. A task is
 * shown where one of them may decide it; the caller's own cases never are.
 */
const deputyInboxBy = (name: string, sortedBy: string): Statement => {
  const theirs = `status = 'open' AND excluded IS DISTINCT FROM $3::uuid AND (addressed.definition IS NULL OR definition_key = addressed.definition)
     AND (recused IS NULL OR $3 <> ALL (recused))
     AND EXISTS (SELECT FROM unnest(addressed.principals) AS principal WHERE excluded IS DISTINCT FROM principal
       AND (claimed_by IS NULL OR claimed_by = principal) AND (recused IS NULL OR principal <> ALL (recused)))
     AND ${filterConditions({ from: 9, inStep: (step) => `step = ${step}` })}`;
  return statement(
    name,
    `WITH addressed AS (SELECT * FROM jsonb_to_recordset($2::jsonb) AS x (key text, definition text, principals uuid[]))
     SELECT counted.total, page.* FROM (
       SELECT count(*)::int AS total FROM addressed CROSS JOIN LATERAL (
         SELECT FROM task WHERE tenant = $1 AND assignee = addressed.key AND ${theirs} AND ${dueAt} <= $8::timestamptz LIMIT ${countLimit + 1}
       ) AS counting
     ) AS counted
     LEFT JOIN LATERAL (
       SELECT found.* FROM addressed CROSS JOIN LATERAL (
         SELECT ${taskColumns}, ${sortedBy} AS sorted_at FROM task
         WHERE tenant = $1 AND assignee = addressed.key AND ${theirs} AND ($8::timestamptz = 'infinity' OR due_at <= $8)
           AND (${sortedBy}, instance_id, number) > ($4::timestamptz, $5::uuid, $6::int)
         ORDER BY ${sortedBy}, instance_id, number LIMIT $7
       ) AS found
       ORDER BY sorted_at, instance_id, number LIMIT $7
     ) AS page ON true
     ORDER BY page.sorted_at, page.instance_id, page.number`,
  );
};
const deputyStatements = { opened: deputyInboxBy('task.inbox-deputy', 'opened_at'), due: deputyInboxBy('task.inbox-due-deputy', dueAt) };

const decided = statement(
  'task.decided',
  `SELECT ${taskColumns}, outcome, closed_at FROM task
   WHERE tenant = $1 AND decided_by = $2 AND (closed_at, instance_id, number) < ($3::timestamptz, $4::uuid, $5::int)
     AND ${filterConditions({ from: 6, inStep: (step) => `step = ${step}` })}
   ORDER BY closed_at DESC, instance_id DESC, number DESC LIMIT $9`,
);

interface Addressed {
  readonly key: string;
  /** Null for all. */
  readonly definition: string | null;
  readonly principals: readonly string[];
}

/** Every key that reaches a deputy, once, unless it does so in some processes alone. */
function addressedTo({ represents, person, posts }: Caller): Addressed[] {
  const found = new Map<string, Addressed>();
  for (const { definitions, ...principal } of [{ person, posts, definitions: null }, ...represents]) {
    for (const definition of definitions ?? [null]) {
      for (const key of assigneeKeys(principal)) {
        const name = `${key} ${definition ?? ''}`;
        const principals = [...(found.get(name)?.principals ?? []), principal.person];
        found.set(name, { key, definition, principals });
      }
    }
  }
  return [...found.values()].filter(({ key, definition }) => definition === null || !found.has(`${key} `));
}

/** The tasks that wait for a person, and those the person has decided. */
export class TaskLists {
  constructor(
    private readonly database: Database,
    private readonly workflows: Workflows,
    private readonly clock: Clock,
    private readonly dueTimeOf: (tenant: string) => DueTime,
  ) {}

  /** The caller's open tasks: their own, those of the posts they hold, and those of whom they represent. */
  async inbox(caller: Caller, request: InboxRequest): Promise<Inbox> {
    const { limit, after, order = 'opened' } = request;
    const { at, instance, number } = readCursor(after, order) ?? beginning;
    const dueUntil = this.dueUntil(request);
    const filters = filterValues(request);
    const isNarrowed = [dueUntil, ...filters].some((value) => value !== null);
    const rows = await this.database.query<TaskRow & { readonly total: number }>(
      caller.represents.length > 0 ? deputyStatements[order] : (isNarrowed ? narrowedStatements : statements)[order],
      [
        caller.tenant,
        caller.represents.length > 0 ? JSON.stringify(addressedTo(caller)) : [...new Set(assigneeKeys(caller))],
        caller.person,
        at,
        instance,
        number,
        limit + 1,
        ...(isNarrowed || caller.represents.length > 0 ? [dueUntil ?? 'infinity', ...filters] : []),
      ],
    );
    const tasks = rows.filter(({ instance_id }) => instance_id !== null);
    const titles = await taskTitles(this.workflows, caller.tenant, tasks);
    const sortedAt = (row: TaskRow) => (order === 'due' ? (row.due_at?.toISOString() ?? 'infinity') : row.opened_at.toISOString());
    const page = pageOf(
      tasks,
      limit,
      (row) => ({ ...listedTask(row, titles), ...this.left(caller.tenant, row) }),
      (row) => ({ order, at: sortedAt(row), instance: row.instance_id, number: row.number }),
    );
    const counted = rows[0]?.total ?? 0;
    return { ...page, total: Math.min(counted, countLimit), isTotalExact: counted <= countLimit };
  }

  /** The tasks the caller decided, the latest first. */
  async decided(caller: Caller, request: PageRequest & Filters): Promise<Page<DecidedTask>> {
    const { limit, after } = request;
    const { at, instance, number } = readCursor(after, 'decided') ?? end;
    const values = [caller.tenant, caller.person, at, instance, number, ...filterValues(request), limit + 1];
    const rows = await this.database.query<DecidedRow>(decided, values);
    const titles = await taskTitles(this.workflows, caller.tenant, rows);
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

  private left(tenant: string, { due_at: due }: TaskRow): Pick<ListedTask, 'workingDaysLeft'> {
    return due === null ? {} : { workingDaysLeft: workingDaysLeft(this.dueTimeOf(tenant), this.clock.now(), due) };
  }

  /** Null when it does not matter. */
  private dueUntil({ dueUntil, isOverdue = false }: InboxRequest): Date | null {
    if (!isOverdue) return dueUntil ?? null;
    const now = this.clock.now();
    return dueUntil !== undefined && dueUntil < now ? dueUntil : now;
  }
}
