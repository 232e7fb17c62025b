import { assigneeKeys, type Caller } from '#directory';
import type { Text } from '#engine';
import { type Database, statement } from '#platform';
import type { Workflows } from '../definition/workflows.ts';
import { taskId } from '../task-id.ts';
import { type Page, type PageRequest, pageOf, readCursor } from './page.ts';
import { stateTitle, textOf } from './titles.ts';

/** A task as a list shows it. Instants are ISO 8601 in UTC. */
export interface ListedTask {
  readonly id: string;
  readonly instance: string;
  readonly title: Text;
  readonly definition: { readonly key: string; readonly version: number; readonly title: Text };
  readonly step: { readonly path: string; readonly title: Text };
  readonly openedAt: string;
  readonly dueAt?: string;
}

export interface DecidedTask extends ListedTask {
  readonly outcome: string;
  readonly decidedAt: string;
}

export interface Inbox extends Page<ListedTask> {
  /** Open tasks there are in all; counting stops at `countLimit`. */
  readonly total: number;
}

/** Where counting open tasks stops: more than that is "1000+" to anybody. */
export const countLimit = 1000;

interface TaskRow {
  readonly instance_id: string;
  readonly number: number;
  readonly step: string;
  readonly definition_key: string;
  readonly definition_version: number;
  readonly title_zh: string;
  readonly title_en: string | null;
  readonly opened_at: Date;
  readonly due_at: Date | null;
}

interface DecidedRow extends TaskRow {
  readonly outcome: string;
  readonly closed_at: Date;
}

const columns = 'instance_id, number, step, definition_key, definition_version, title_zh, title_en, opened_at, due_at';
const mine = `tenant = $1 AND assignee = ANY($2::text[]) AND status = 'open' AND excluded IS DISTINCT FROM $3::uuid`;

// Page and count in one round trip; the join on true keeps the count when the page is empty.
const inbox = statement(
  'task.inbox',
  `SELECT counted.total, page.* FROM (
     SELECT count(*)::int AS total FROM (SELECT FROM task WHERE ${mine} LIMIT ${countLimit}) AS counting
   ) AS counted
   LEFT JOIN LATERAL (
     SELECT ${columns} FROM task
     WHERE ${mine} AND ($4::timestamptz IS NULL OR (opened_at, instance_id, number) > ($4::timestamptz, $5::uuid, $6::int))
     ORDER BY opened_at, instance_id, number LIMIT $7
   ) AS page ON true
   ORDER BY page.opened_at, page.instance_id, page.number`,
);

const decided = statement(
  'task.decided',
  `SELECT ${columns}, outcome, closed_at FROM task
   WHERE tenant = $1 AND decided_by = $2
     AND ($3::timestamptz IS NULL OR (closed_at, instance_id, number) < ($3::timestamptz, $4::uuid, $5::int))
   ORDER BY closed_at DESC, instance_id DESC, number DESC LIMIT $6`,
);

/** The tasks that wait for a person, and those the person has decided. */
export class TaskLists {
  constructor(
    private readonly database: Database,
    private readonly workflows: Workflows,
  ) {}

  /** The caller's open tasks, oldest first: their own and those of the posts they hold. */
  async inbox(caller: Caller, { limit, after }: PageRequest): Promise<Inbox> {
    const cursor = readCursor(after);
    const rows = await this.database.query<TaskRow & { readonly total: number }>(inbox, [
      caller.tenant,
      assigneeKeys(caller),
      caller.person,
      ...(cursor === undefined ? [null, null, null] : [cursor.at, cursor.instance, cursor.number]),
      limit + 1,
    ]);
    const tasks = rows.filter(({ instance_id }) => instance_id !== null);
    const titles = await this.titles(caller.tenant, tasks);
    const page = pageOf(
      tasks,
      limit,
      (row) => listed(row, titles),
      (row) => ({ at: row.opened_at.toISOString(), instance: row.instance_id, number: row.number }),
    );
    return { ...page, total: rows[0]?.total ?? 0 };
  }

  /** The tasks the caller decided, the latest first. */
  async decided(caller: Caller, { limit, after }: PageRequest): Promise<Page<DecidedTask>> {
    const cursor = readCursor(after);
    const rows = await this.database.query<DecidedRow>(decided, [
      caller.tenant,
      caller.person,
      ...(cursor === undefined ? [null, null, null] : [cursor.at, cursor.instance, cursor.number]),
      limit + 1,
    ]);
    const titles = await this.titles(caller.tenant, rows);
    const itemOf = (row: DecidedRow): DecidedTask => ({
      ...listed(row, titles),
      outcome: row.outcome,
      decidedAt: row.closed_at.toISOString(),
    });
    return pageOf(rows, limit, itemOf, (row) => ({ at: row.closed_at.toISOString(), instance: row.instance_id, number: row.number }));
  }

  /** The titles of the definitions and steps, which stand in the compiled versions and need no query. */
  private async titles(tenant: string, rows: readonly TaskRow[]): Promise<Titles> {
    const versions = new Map(rows.map(({ definition_key: key, definition_version: version }) => [`${key} ${version}`, { key, version }]));
    const found = await Promise.all(
      [...versions].map(
        async ([name, { key, version }]) => [name, (await this.workflows.get(tenant, key, version))?.workflow.definition] as const,
      ),
    );
    const definitions = new Map(found);
    return ({ definition_key: key, definition_version: version, step }) => {
      const definition = definitions.get(`${key} ${version}`);
      return { definition: definition?.title ?? { zh: key }, step: definition ? stateTitle(definition, step) : { zh: step } };
    };
  }
}

type Titles = (row: TaskRow) => { readonly definition: Text; readonly step: Text };

function listed(row: TaskRow, titles: Titles): ListedTask {
  const title = titles(row);
  return {
    id: taskId(row.instance_id, row.number),
    instance: row.instance_id,
    title: textOf(row.title_zh, row.title_en),
    definition: { key: row.definition_key, version: row.definition_version, title: title.definition },
    step: { path: row.step, title: title.step },
    openedAt: row.opened_at.toISOString(),
    ...(row.due_at !== null && { dueAt: row.due_at.toISOString() }),
  };
}
