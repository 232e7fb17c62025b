import type { Caller } from '#directory';
import type { Text } from '#engine';
import { type Database, statement } from '#platform';
import type { Workflows } from '../definition/workflows.ts';
import { type CountedPage, counting, totalOf } from './counted.ts';
import { type Filters, filterConditions, filterValues } from './filters.ts';
import { end, type PageRequest, pageOf, readCursor } from './page.ts';
import { type Place, placeColumn } from './place-column.ts';
import { type Searched, searchCondition, wordsOf } from './searched.ts';
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
  readonly place?: Place;
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
  /** Where it was asked for. */
  readonly place?: Place | null;
}

type CountedRow = InstanceRow & { readonly total: number };

const mine = `FROM instance WHERE tenant = $1 AND applicant = $2
  AND ${filterConditions({ from: 5, inStep: (step) => `${step} = ANY(standing)` })} AND ${searchCondition('instance.id', 8)}`;

const started = statement(
  'instance.started',
  `SELECT counted.total, page.*, ${placeColumn} FROM ${counting(mine)}
   LEFT JOIN LATERAL (
     SELECT id, case_number, definition_key, definition_version, title_zh, title_en, standing, is_finished, started_at, changed_at,
       organisation_path ${mine} AND (started_at, id) < ($3::timestamptz, $4::uuid)
     ORDER BY started_at DESC, id DESC LIMIT $10
   ) AS page ON true
   ORDER BY page.started_at DESC, page.id DESC`,
);

/** The cases a person has started. */
export class StartedInstances {
  constructor(
    private readonly database: Database,
    private readonly workflows: Workflows,
  ) {}

  /** The caller's own cases, the latest first; narrowed to a step, those that stand in it now. */
  async list(caller: Caller, request: PageRequest & Filters & Searched): Promise<CountedPage<ListedInstance>> {
    const { limit, after } = request;
    const { at, instance } = readCursor(after, 'started') ?? end;
    const values = [caller.tenant, caller.person, at, instance, ...filterValues(request), ...wordsOf(request), limit + 1];
    const found = await this.database.query<CountedRow>(started, values);
    const rows = found.filter(({ id }) => id !== null);
    const items = await Promise.all(rows.map((row) => listedInstance(this.workflows, caller.tenant, row)));
    const page = pageOf(
      items,
      limit,
      (item) => item,
      ({ startedAt, id }) => ({ order: 'started', at: startedAt, instance: id, number: 0 }),
    );
    return { ...page, ...totalOf(found[0]?.total ?? 0) };
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
    ...(row.place && { place: row.place }),
  };
}
