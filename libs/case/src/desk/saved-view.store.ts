import { type Database, statement } from '#platform';

export interface SavedViewRow {
  readonly id: string;
  readonly owner_id: string;
  readonly owner_name: string;
  readonly list: string;
  readonly name: string;
  readonly settings: unknown;
  readonly post: string | null;
  readonly organisation_id: string | null;
  readonly organisation_name: string | null;
  readonly version: number;
}

const columns = `v.id, v.owner_id, p.name AS owner_name, v.list, v.name, v.settings, v.post, v.organisation_id, o.name AS organisation_name, v.version`;
const named = `JOIN person p ON p.tenant = v.tenant AND p.id = v.owner_id
  LEFT JOIN organisation o ON o.tenant = v.tenant AND o.id = v.organisation_id`;

/** Views of a post that a list shows at most. */
const listedLimit = 200;

const list = statement(
  'view.list',
  `SELECT ${columns} FROM (
     SELECT own.* FROM saved_view own WHERE own.tenant = $1 AND own.owner_id = $2
     UNION
     SELECT shared.* FROM unnest($3::text[], $4::uuid[]) AS held (post, organisation_id) CROSS JOIN LATERAL (
       SELECT s.* FROM saved_view s WHERE s.tenant = $1 AND s.post = held.post AND s.organisation_id = held.organisation_id LIMIT ${listedLimit}
     ) AS shared
   ) AS v ${named}
   WHERE $5::text IS NULL OR v.list = $5
   ORDER BY v.list, v.name, v.id`,
);

const find = statement('view.find', `SELECT ${columns} FROM saved_view v ${named} WHERE v.tenant = $1 AND v.id = $2`);

const count = statement('view.count', 'SELECT count(*)::int AS count FROM saved_view WHERE tenant = $1 AND owner_id = $2');

// Nothing is written where somebody else has the id, or the version is not the one that was seen.
const put = statement(
  'view.put',
  `INSERT INTO saved_view AS v (tenant, id, owner_id, list, name, settings, post, organisation_id, version, changed_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1, $9)
   ON CONFLICT (tenant, id) DO UPDATE SET list = excluded.list, name = excluded.name, settings = excluded.settings, post = excluded.post,
     organisation_id = excluded.organisation_id, version = v.version + 1, changed_at = excluded.changed_at
   WHERE v.owner_id = excluded.owner_id AND ($10::int IS NULL OR v.version = $10)
   RETURNING v.version`,
);

const remove = statement('view.remove', 'DELETE FROM saved_view WHERE tenant = $1 AND id = $2 AND owner_id = $3 RETURNING 1');

export interface SavedViewWrite {
  readonly list: string;
  readonly name: string;
  readonly settings: unknown;
  readonly post: string | null;
  readonly organisation: string | null;
}

interface Owner {
  readonly tenant: string;
  readonly person: string;
}

type Row = SavedViewRow & Record<string, unknown>;

export class SavedViewStore {
  constructor(private readonly database: Database) {}

  /** The person's own, and those shared with one of the posts. */
  list(
    { tenant, person }: Owner,
    posts: readonly { readonly post: string; readonly organisation: string }[],
    of: string | null,
  ): Promise<SavedViewRow[]> {
    const held = [posts.map(({ post }) => post), posts.map(({ organisation }) => organisation)];
    return this.database.query<Row>(list, [tenant, person, ...held, of]);
  }

  async find(tenant: string, id: string): Promise<SavedViewRow | undefined> {
    return (await this.database.query<Row>(find, [tenant, id]))[0];
  }

  async count({ tenant, person }: Owner): Promise<number> {
    return (await this.database.query<{ count: number }>(count, [tenant, person]))[0]?.count ?? 0;
  }

  /** @param seen the version that was seen; null for any. @returns whether it was written. */
  async put(
    { tenant, person }: Owner,
    id: string,
    view: SavedViewWrite,
    { at, seen }: { readonly at: Date; readonly seen: number | null },
  ): Promise<boolean> {
    const values = [view.list, view.name, JSON.stringify(view.settings), view.post, view.organisation];
    return (await this.database.query(put, [tenant, id, person, ...values, at, seen])).length > 0;
  }

  /** @returns whether there was one. */
  async remove({ tenant, person }: Owner, id: string): Promise<boolean> {
    return (await this.database.query(remove, [tenant, id, person])).length > 0;
  }
}
