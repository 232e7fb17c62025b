import type { Caller } from '#directory';
import type { Text } from '#engine';
import { type Database, statement } from '#platform';
import type { Workflows } from '../definition/workflows.ts';
import { taskId } from '../task-id.ts';
import { end, type Page, type PageRequest, pageOf, readCursor } from './page.ts';
import { stateTitle, textOf } from './titles.ts';

/** Something a deputy did in somebody's name. Instants are ISO 8601 in UTC. */
export interface DoneForMe {
  readonly instance: string;
  readonly title: Text;
  readonly definition: { readonly key: string; readonly version: number; readonly title: Text };
  /** Absent for what is about no step. */
  readonly step?: { readonly path: string; readonly title: Text };
  readonly task?: string;
  readonly kind: string;
  readonly outcome?: string;
  readonly comment?: string;
  readonly by: { readonly id: string; readonly name: string };
  readonly at: string;
}

interface Row {
  readonly instance_id: string;
  readonly sequence: number;
  readonly at: Date;
  readonly kind: string;
  readonly step: string | null;
  readonly task: number | null;
  readonly outcome: string | null;
  readonly comment: string | null;
  readonly person_id: string;
  readonly person_name: string | null;
  readonly definition_key: string;
  readonly definition_version: number;
  readonly title_zh: string;
  readonly title_en: string | null;
}

const read = statement(
  'history.on-behalf',
  `SELECT h.instance_id, h.sequence, h.at, h.kind, h.step, h.task, h.outcome, h.comment, h.person_id, p.name AS person_name,
     i.definition_key, i.definition_version, i.title_zh, i.title_en
   FROM history h
   JOIN instance i ON i.tenant = h.tenant AND i.id = h.instance_id
   LEFT JOIN person p ON p.tenant = h.tenant AND p.id = h.person_id
   WHERE h.tenant = $1 AND h.on_behalf_of = $2 AND (h.at, h.instance_id, h.sequence) < ($3::timestamptz, $4::uuid, $5::int)
   ORDER BY h.at DESC, h.instance_id DESC, h.sequence DESC LIMIT $6`,
);

const count = statement(
  'history.count-on-behalf',
  `SELECT count(*)::int AS count FROM (
     SELECT FROM history h WHERE h.tenant = $1 AND h.on_behalf_of = $2 AND h.kind = 'decided' AND h.at >= $3 AND h.at < $4 LIMIT 1000
   ) AS counting`,
);

/** What deputies did in somebody's name. */
export class DoneOnBehalf {
  constructor(
    private readonly database: Database,
    private readonly workflows: Workflows,
  ) {}

  /** The latest first. */
  async list({ tenant, person }: Caller, { limit, after }: PageRequest): Promise<Page<DoneForMe>> {
    const { at, instance, number } = readCursor(after, 'decided') ?? end;
    const rows = await this.database.query<Row & Record<string, unknown>>(read, [tenant, person, at, instance, number, limit + 1]);
    const keys = new Set(rows.map(({ definition_key: key, definition_version: version }) => `${key} ${version}`));
    const found = [...keys].map(async (name) => {
      const [key = '', version] = name.split(' ');
      return [name, (await this.workflows.get(tenant, key, Number(version)))?.workflow.definition] as const;
    });
    const definitions = new Map(await Promise.all(found));
    const itemOf = (row: Row): DoneForMe => {
      const definition = definitions.get(`${row.definition_key} ${row.definition_version}`);
      return {
        instance: row.instance_id,
        title: textOf(row.title_zh, row.title_en),
        definition: { key: row.definition_key, version: row.definition_version, title: definition?.title ?? { zh: row.definition_key } },
        ...(row.step !== null && { step: { path: row.step, title: definition ? stateTitle(definition, row.step) : { zh: row.step } } }),
        ...(row.task !== null && { task: taskId(row.instance_id, row.task) }),
        kind: row.kind,
        ...(row.outcome !== null && { outcome: row.outcome }),
        ...(row.comment !== null && { comment: row.comment }),
        by: { id: row.person_id, name: row.person_name ?? '' },
        at: row.at.toISOString(),
      };
    };
    return pageOf(rows, limit, itemOf, (row) => ({
      order: 'decided',
      at: row.at.toISOString(),
      instance: row.instance_id,
      number: row.sequence,
    }));
  }

  /** How many decisions were made in somebody's name between two instants; counting stops at 1000. */
  async count(tenant: string, person: string, from: Date, until: Date): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(count, [tenant, person, from, until]);
    return row?.count ?? 0;
  }
}
