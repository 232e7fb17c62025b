import { assigneeKeys, type Caller } from '#directory';
import { type Database, statement } from '#platform';
import type { Workflows } from '../definition/workflows.ts';
import { end, type Page, type PageRequest, pageOf, readCursor } from './page.ts';
import { type InstanceRow, type ListedInstance, listedInstance } from './started.query.ts';

/** A case that was copied to somebody. */
export interface CopiedInstance extends ListedInstance {
  /** ISO 8601 in UTC. */
  readonly copiedAt: string;
  readonly copiedBy: { readonly id: string; readonly name: string };
  readonly comment?: string;
}

interface CopiedRow extends InstanceRow {
  readonly copied_at: Date;
  readonly copied_by: string;
  readonly copier_name: string | null;
  readonly comment: string | null;
}

// Each key by itself, because the index gives its rows in order only for one. What reached somebody twice is listed as of
// the later time.
const copied = statement(
  'instance.copied',
  `SELECT i.id, i.case_number, i.definition_key, i.definition_version, i.title_zh, i.title_en, i.standing, i.is_finished, i.started_at,
     i.changed_at, page.copied_at, page.copied_by, page.comment, p.name AS copier_name
   FROM (
     SELECT found.* FROM unnest($2::text[]) AS addressed (key) CROSS JOIN LATERAL (
       SELECT c.* FROM copied_case c
       WHERE c.tenant = $1 AND c.assignee = addressed.key AND (c.copied_at, c.instance_id) < ($3::timestamptz, $4::uuid)
         AND NOT EXISTS (
           SELECT FROM copied_case later WHERE later.tenant = c.tenant AND later.instance_id = c.instance_id AND later.assignee = ANY($2::text[])
             AND (later.copied_at, later.assignee) > (c.copied_at, c.assignee)
         )
       ORDER BY c.copied_at DESC, c.instance_id DESC LIMIT $5
     ) AS found
     ORDER BY copied_at DESC, instance_id DESC LIMIT $5
   ) AS page
   JOIN instance i ON i.tenant = page.tenant AND i.id = page.instance_id
   LEFT JOIN person p ON p.tenant = page.tenant AND p.id = page.copied_by
   ORDER BY page.copied_at DESC, page.instance_id DESC`,
);

/** The cases that were copied to a person or to a post they hold. */
export class CopiedInstances {
  constructor(
    private readonly database: Database,
    private readonly workflows: Workflows,
  ) {}

  /** The latest first. */
  async list(caller: Caller, { limit, after }: PageRequest): Promise<Page<CopiedInstance>> {
    const { at, instance } = readCursor(after, 'copied') ?? end;
    const keys = [...new Set(assigneeKeys(caller))];
    const rows = await this.database.query<CopiedRow>(copied, [caller.tenant, keys, at, instance, limit + 1]);
    const items = await Promise.all(rows.map((row) => this.item(caller.tenant, row)));
    return pageOf(
      items,
      limit,
      (item) => item,
      ({ copiedAt, id }) => ({ order: 'copied', at: copiedAt, instance: id, number: 0 }),
    );
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
