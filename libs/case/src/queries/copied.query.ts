import type { Caller } from '#directory';
import { type Database, statement } from '#platform';
import type { Workflows } from '../definition/workflows.ts';
import { type CountedPage, counting, totalOf } from './counted.ts';
import { type Filters, filterConditions, filterValues } from './filters.ts';
import { end, type PageRequest, pageOf, readCursor } from './page.ts';
import { placeColumn } from './place-column.ts';
import { type Searched, searchCondition, wordsOf } from './searched.ts';
import { type InstanceRow, type ListedInstance, listedInstance } from './started.query.ts';
import { keysThrough, type Through } from './through.ts';

/** A case that was copied to somebody. */
export interface CopiedInstance extends ListedInstance {
  /** ISO 8601 in UTC. */
  readonly copiedAt: string;
  readonly copiedBy: { readonly id: string; readonly name: string };
  readonly comment?: string;
}

interface CopiedRow extends InstanceRow {
  readonly total: number;
  readonly copied_at: Date;
  readonly copied_by: string;
  readonly copier_name: string | null;
  readonly comment: string | null;
}

// What reached somebody twice is listed as of the later time.
const mine = `AND NOT EXISTS (
    SELECT FROM copied_case later WHERE later.tenant = c.tenant AND later.instance_id = c.instance_id AND later.assignee = ANY($2::text[])
      AND (later.copied_at, later.assignee) > (c.copied_at, c.assignee)
  )
  AND ${filterConditions({ from: 5, inStep: (step) => `${step} = ANY(standing)` })} AND ${searchCondition('c.instance_id', 8)}`;
const withCase = `CROSS JOIN LATERAL (
    SELECT i.id, i.case_number, i.definition_key, i.definition_version, i.title_zh, i.title_en, i.standing, i.is_finished, i.started_at,
      i.changed_at, i.organisation_path
    FROM instance i WHERE i.tenant = c.tenant AND i.id = c.instance_id LIMIT 1
  ) AS i`;

// Each key by itself, because the index gives its rows in order only for one.
const copied = statement(
  'instance.copied',
  `SELECT counted.total, page.*, ${placeColumn},
     (SELECT p.name FROM person p WHERE p.tenant = $1 AND p.id = page.copied_by) AS copier_name
   FROM ${counting(`FROM copied_case c ${withCase} WHERE c.tenant = $1 AND c.assignee = ANY($2::text[]) ${mine}`)}
   LEFT JOIN LATERAL (
     SELECT found.* FROM unnest($2::text[]) AS addressed (key) CROSS JOIN LATERAL (
       SELECT i.*, c.copied_at, c.copied_by, c.comment FROM copied_case c ${withCase}
       WHERE c.tenant = $1 AND c.assignee = addressed.key AND (c.copied_at, c.instance_id) < ($3::timestamptz, $4::uuid) ${mine}
       ORDER BY c.copied_at DESC, c.instance_id DESC LIMIT $10
     ) AS found
     ORDER BY copied_at DESC, id DESC LIMIT $10
   ) AS page ON true
   ORDER BY page.copied_at DESC, page.id DESC`,
);

/** The cases that were copied to a person or to a post they hold. */
export class CopiedInstances {
  constructor(
    private readonly database: Database,
    private readonly workflows: Workflows,
  ) {}

  /** The latest first. */
  async list(caller: Caller, request: PageRequest & Filters & Searched & Through): Promise<CountedPage<CopiedInstance>> {
    const { limit, after } = request;
    const { at, instance } = readCursor(after, 'copied') ?? end;
    const values = [caller.tenant, keysThrough(request, caller), at, instance, ...filterValues(request), ...wordsOf(request), limit + 1];
    const found = await this.database.query<CopiedRow>(copied, values);
    const rows = found.filter(({ id }) => id !== null);
    const items = await Promise.all(rows.map((row) => this.item(caller.tenant, row)));
    const page = pageOf(
      items,
      limit,
      (item) => item,
      ({ copiedAt, id }) => ({ order: 'copied', at: copiedAt, instance: id, number: 0 }),
    );
    return { ...page, ...totalOf(found[0]?.total ?? 0) };
  }

  private async item(tenant: string, row: CopiedRow): Promise<CopiedInstance> {
    return {
      ...(await listedInstance(this.workflows, tenant, row)),
      copiedAt: row.copied_at.toISOString(),
      copiedBy: { id: row.copied_by, name: row.copier_name ?? '' },
      ...(row.comment !== null && { comment: row.comment }),
    };
  }
}
