import type { Caller } from '#directory';
import type { Text } from '#engine';
import { type Database, statement } from '#platform';
import type { Workflows } from '../definition/workflows.ts';
import { type Filters, filterConditions, filterValues } from './filters.ts';
import { end, type Page, type PageRequest, pageOf, readCursor } from './page.ts';
import { stateTitle, textOf } from './titles.ts';

/** A case as a list shows it. Instants are ISO 8601 in UTC. */
export interface ListedInstance {
  readonly id: string;
  readonly number: string;
  readonly title: Text;
  readonly definition: { readonly key: string; readonly version: number; readonly title: Text };
  readonly states: readonly { readonly path: string; readonly title: Text }[];
  readonly isFinished: boolean;
  readonly startedAt: string;
  readonly changedAt: string;
}

export interface InstanceRow {
  readonly id: string;
  readonly case_number: string;
  readonly definition_key: string;
  readonly definition_version: number;
  readonly title_zh: string;
  readonly title_en: string | null;
  readonly standing: readonly string[];
  readonly is_finished: boolean;
  readonly started_at: Date;
  readonly changed_at: Date;
}

const started = statement(
  'instance.started',
  `SELECT id, case_number, definition_key, definition_version, title_zh, title_en, standing, is_finished, started_at, changed_at
   FROM instance
   WHERE tenant = $1 AND applicant = $2 AND (started_at, id) < ($3::timestamptz, $4::uuid)
     AND ${filterConditions({ from: 5, inStep: (step) => `${step} = ANY(standing)` })}
   ORDER BY started_at DESC, id DESC LIMIT $8`,
);

/** The cases a person has started. */
export class StartedInstances {
  constructor(
    private readonly database: Database,
    private readonly workflows: Workflows,
  ) {}

  /** The caller's own cases, the latest first; narrowed to a step, those that stand in it now. */
  async list(caller: Caller, request: PageRequest & Filters): Promise<Page<ListedInstance>> {
    const { limit, after } = request;
    const { at, instance } = readCursor(after, 'started') ?? end;
    const values = [caller.tenant, caller.person, at, instance, ...filterValues(request), limit + 1];
    const rows = await this.database.query<InstanceRow>(started, values);
    const items = await Promise.all(rows.map((row) => listedInstance(this.workflows, caller.tenant, row)));
    return pageOf(
      items,
      limit,
      (item) => item,
      ({ startedAt, id }) => ({ order: 'started', at: startedAt, instance: id, number: 0 }),
    );
  }
}

export async function listedInstance(workflows: Workflows, tenant: string, row: InstanceRow): Promise<ListedInstance> {
  const { definition_key: key, definition_version: version } = row;
  const definition = (await workflows.get(tenant, key, version))?.workflow.definition;
  return {
    id: row.id,
    number: row.case_number,
    title: textOf(row.title_zh, row.title_en),
    definition: { key, version, title: definition?.title ?? { zh: key } },
    states: row.standing.map((path) => ({ path, title: definition ? stateTitle(definition, path) : { zh: path } })),
    isFinished: row.is_finished,
    startedAt: row.started_at.toISOString(),
    changedAt: row.changed_at.toISOString(),
  };
}
