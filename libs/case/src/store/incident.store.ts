import { type Database, isId, statement } from '#platform';

/** Something the system could not do by itself, shown to an operator until it is done. */
export interface IncidentRow {
  readonly id: string;
  readonly instance_id: string;
  readonly step: string;
  readonly code: string;
  /** What was in the way, as a code. */
  readonly detail: string | null;
  readonly opened_at: Date;
  readonly title_zh: string;
  readonly title_en: string | null;
  readonly organisation_path: string;
}

const columns = `n.id, n.instance_id, n.step, n.code, n.detail, n.opened_at, i.title_zh, i.title_en, i.organisation_path
  FROM incident n JOIN instance i ON i.tenant = n.tenant AND i.id = n.instance_id`;

const findOne = statement('incident.find', `SELECT ${columns} WHERE n.tenant = $1 AND n.id = $2`);

const listOpen = statement(
  'incident.open',
  `SELECT ${columns}
   WHERE n.tenant = $1 AND n.closed_at IS NULL AND EXISTS (SELECT FROM unnest($2::text[]) AS scope WHERE starts_with(i.organisation_path, scope))
   ORDER BY n.opened_at LIMIT 200`,
);

export class IncidentStore {
  constructor(private readonly database: Database) {}

  async find(tenant: string, id: string): Promise<IncidentRow | undefined> {
    if (!isId(id)) return undefined;
    const [row] = await this.database.query<IncidentRow>(findOne, [tenant, id]);
    return row;
  }

  /** The oldest 200 that are open below any of the organisations whose paths are given. */
  open(tenant: string, scopes: readonly string[]): Promise<IncidentRow[]> {
    return this.database.query<IncidentRow>(listOpen, [tenant, [...scopes]]);
  }
}
