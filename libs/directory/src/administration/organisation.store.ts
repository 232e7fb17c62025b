import { type Database, statement, type Tx } from '#platform';

export interface AdministeredOrganisation {
  readonly id: string;
  /** Null at the root. */
  readonly parent: string | null;
  readonly kind: string;
  readonly type: string;
  readonly name: string;
  readonly path: string;
  /** An ISO date; null while it is open. */
  readonly closedOn: string | null;
}

/** What an organisation still has. */
export interface Remaining {
  /** Organisations below it that are open. */
  readonly organisations: number;
  /** Posts that are held there, now or later. */
  readonly posts: number;
  /** Open tasks of its cases; counting stops at 10,000. */
  readonly tasks: number;
}

const columns = 'o.id, o.parent_id AS parent, o.kind, o.type, o.name, o.path, o.closed_on::text AS "closedOn"';

const list = statement(
  'organisation.administered',
  `SELECT ${columns}, (SELECT count(DISTINCT h.person_id)::int FROM post_holding h WHERE h.tenant = o.tenant AND h.organisation_id = o.id
     AND h.valid_from <= $3::date AND (h.valid_to IS NULL OR h.valid_to >= $3::date)) AS people
   FROM organisation o
   WHERE o.tenant = $1 AND EXISTS (SELECT FROM unnest($2::text[]) AS scope WHERE starts_with(o.path, scope))
   ORDER BY length(o.path), o.name, o.id LIMIT 5000`,
);
const find = statement('organisation.find', `SELECT ${columns} FROM organisation o WHERE o.tenant = $1 AND o.id = $2`);
const namesake = statement(
  'organisation.namesake',
  'SELECT 1 FROM organisation o WHERE o.tenant = $1 AND o.parent_id = $2 AND o.name = $3 AND o.id <> $4 AND o.closed_on IS NULL',
);
const add = statement(
  'organisation.add',
  'INSERT INTO organisation (tenant, id, parent_id, kind, type, name, path) VALUES ($1, $2, $3, $4, $5, $6, $7)',
);
const rename = statement('organisation.rename', 'UPDATE organisation SET name = $3 WHERE tenant = $1 AND id = $2');
const close = statement('organisation.close', 'UPDATE organisation SET closed_on = $3::date WHERE tenant = $1 AND id = $2');
// A path ends with a slash, and a zero follows it: between the two lies the subtree.
const remaining = statement(
  'organisation.remaining',
  `SELECT (SELECT count(*)::int FROM organisation o WHERE o.tenant = $1 AND o.parent_id = $2 AND o.closed_on IS NULL) AS organisations,
     (SELECT count(*)::int FROM post_holding h WHERE h.tenant = $1 AND h.organisation_id = $2 AND (h.valid_to IS NULL OR h.valid_to >= $3::date)) AS posts,
     (SELECT count(*)::int FROM (
        SELECT FROM instance i JOIN task t ON t.tenant = i.tenant AND t.instance_id = i.id AND t.status = 'open'
        WHERE i.tenant = $1 AND i.organisation_path ~>=~ $4 AND i.organisation_path ~<~ (rtrim($4, '/') || '0') AND NOT i.is_finished
        LIMIT 10000) AS open) AS tasks`,
);

type Row<T> = T & Record<string, unknown>;

/** Organisations, as administrators look after them. */
export class OrganisationStore {
  constructor(private readonly database: Database) {}

  /** Those above come first. `people` hold a post there on the day. */
  list(tenant: string, scopes: readonly string[], day: string) {
    return this.database.query<Row<AdministeredOrganisation & { readonly people: number }>>(list, [tenant, scopes, day]);
  }

  async find(tx: Tx, tenant: string, id: string): Promise<AdministeredOrganisation | undefined> {
    return (await tx.query<Row<AdministeredOrganisation>>(find, [tenant, id]))[0];
  }

  async read(tenant: string, id: string): Promise<AdministeredOrganisation | undefined> {
    return (await this.database.query<Row<AdministeredOrganisation>>(find, [tenant, id]))[0];
  }

  /** Whether another one that is open has the name in the same place. */
  async hasNamesake(
    tx: Tx,
    tenant: string,
    { id, parent, name }: Pick<AdministeredOrganisation, 'id' | 'parent' | 'name'>,
  ): Promise<boolean> {
    return (await tx.query(namesake, [tenant, parent, name, id])).length > 0;
  }

  async add(tx: Tx, tenant: string, { id, parent, kind, type, name, path }: Omit<AdministeredOrganisation, 'closedOn'>): Promise<void> {
    await tx.query(add, [tenant, id, parent, kind, type, name, path]);
  }

  async rename(tx: Tx, tenant: string, id: string, name: string): Promise<void> {
    await tx.query(rename, [tenant, id, name]);
  }

  async close(tx: Tx, tenant: string, id: string, day: string): Promise<void> {
    await tx.query(close, [tenant, id, day]);
  }

  /** On the day and later. */
  async remaining(tenant: string, { id, path }: AdministeredOrganisation, day: string): Promise<Remaining> {
    const [row] = await this.database.query<Row<Remaining>>(remaining, [tenant, id, day, path]);
    return row ?? { organisations: 0, posts: 0, tasks: 0 };
  }
}
