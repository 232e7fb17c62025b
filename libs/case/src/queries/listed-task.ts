import type { Text } from '#engine';
import type { Workflows } from '../definition/workflows.ts';
import { taskId } from '../task-id.ts';
import { placeColumn } from './place-column.ts';
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
  /** When its case moves on without it. */
  readonly limitAt?: string;
  /** Of an open task that is due: 0 on the day itself, less than 0 when it is overdue. */
  readonly workingDaysLeft?: number;
  /** Of a post's task: its reader has claimed it. */
  readonly isClaimed?: true;
}

export interface TaskRow {
  readonly instance_id: string;
  readonly number: number;
  readonly step: string;
  readonly definition_key: string;
  readonly definition_version: number;
  readonly title_zh: string;
  readonly title_en: string | null;
  readonly opened_at: Date;
  readonly due_at: Date | null;
  readonly limit_at: Date | null;
  readonly claimed_by: string | null;
}

export const taskColumns =
  'instance_id, number, step, definition_key, definition_version, title_zh, title_en, opened_at, due_at, limit_at, claimed_by';

/** What a row shows besides the task: the number of its case, and its place. The task is `page`; `$1` is the tenant. */
export const caseColumns = `(SELECT i.case_number FROM instance i WHERE i.tenant = $1 AND i.id = page.instance_id LIMIT 1) AS case_number,
  ${placeColumn}`;

type Titles = (row: TaskRow) => { readonly definition: Text; readonly step: Text };

/** The titles of the definitions and steps, which stand in the compiled versions and need no query. */
export async function taskTitles(workflows: Workflows, tenant: string, rows: readonly TaskRow[]): Promise<Titles> {
  const versions = new Map(rows.map(({ definition_key: key, definition_version: version }) => [`${key} ${version}`, { key, version }]));
  const found = await Promise.all(
    [...versions].map(
      async ([name, { key, version }]) => [name, (await workflows.get(tenant, key, version))?.workflow.definition] as const,
    ),
  );
  const definitions = new Map(found);
  return ({ definition_key: key, definition_version: version, step }) => {
    const definition = definitions.get(`${key} ${version}`);
    return { definition: definition?.title ?? { zh: key }, step: definition ? stateTitle(definition, step) : { zh: step } };
  };
}

export function listedTask(row: TaskRow, titles: Titles): ListedTask {
  const title = titles(row);
  return {
    id: taskId(row.instance_id, row.number),
    instance: row.instance_id,
    title: textOf(row.title_zh, row.title_en),
    definition: { key: row.definition_key, version: row.definition_version, title: title.definition },
    step: { path: row.step, title: title.step },
    openedAt: row.opened_at.toISOString(),
    ...(row.due_at !== null && { dueAt: row.due_at.toISOString() }),
    ...(row.limit_at !== null && { limitAt: row.limit_at.toISOString() }),
    ...(row.claimed_by !== null && { isClaimed: true }),
  };
}
