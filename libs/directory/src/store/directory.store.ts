import { type Database, statement } from '#platform';

export interface OrganisationRow {
  readonly id: string;
  readonly kind: string;
  readonly type: string;
  readonly name: string;
  readonly path: string;
}

export interface HoldingRow {
  readonly post: string;
  readonly organisation_id: string;
  readonly person_id: string;
  readonly path: string;
  readonly valid_from: string;
  readonly valid_to: string | null;
}

export interface StaffedRow extends Record<string, unknown> {
  readonly place: string;
  /** The place itself or one above it. */
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly posts: Readonly<Record<string, readonly string[]>>;
}

export interface DeputyshipRow extends Record<string, unknown> {
  readonly person: string;
  /** Null for all. */
  readonly definitions: readonly string[] | null;
}

const chainOf = statement(
  'directory.chain',
  `SELECT o.id, o.kind, o.type, o.name, o.path
   FROM organisation below
   JOIN organisation o ON o.tenant = below.tenant
     AND o.id = ANY (string_to_array(trim(trailing '/' from below.path), '/')::uuid[])
   WHERE below.tenant = $1 AND below.id = $2
   ORDER BY length(o.path) DESC`,
);

const holdingColumns = `h.post, h.organisation_id, h.person_id, o.path, h.valid_from::text, h.valid_to::text
   FROM post_holding h
   JOIN person p ON p.tenant = h.tenant AND p.id = h.person_id AND p.disabled_at IS NULL
   JOIN organisation o ON o.tenant = h.tenant AND o.id = h.organisation_id`;

const holdingsAt = statement(
  'directory.holdings-at',
  `SELECT ${holdingColumns} WHERE h.tenant = $1 AND h.organisation_id = ANY ($2::uuid[]) ORDER BY h.id`,
);

const holdingsOf = statement('directory.holdings-of', `SELECT ${holdingColumns} WHERE h.tenant = $1 AND h.person_id = $2 ORDER BY h.id`);

/** Every organisation of a level with those above it, the nearest first, and who holds these posts at each. */
const staffed = statement(
  'directory.staffed',
  `WITH held AS (
     SELECT h.organisation_id, jsonb_object_agg(h.post, h.people) AS posts
     FROM (
       SELECT h.organisation_id, h.post, jsonb_agg(DISTINCT h.person_id) AS people
       FROM post_holding h JOIN person p ON p.tenant = h.tenant AND p.id = h.person_id AND p.disabled_at IS NULL
       WHERE h.tenant = $1 AND h.post = ANY ($3::text[]) AND h.valid_from <= $4::date AND (h.valid_to IS NULL OR h.valid_to >= $4::date)
       GROUP BY h.organisation_id, h.post
     ) h GROUP BY h.organisation_id
   )
   SELECT below.id AS place, o.id, o.name, o.kind, coalesce(held.posts, '{}') AS posts
   FROM organisation below
   JOIN organisation o ON o.tenant = below.tenant
     AND o.id = ANY (string_to_array(trim(trailing '/' from below.path), '/')::uuid[])
   LEFT JOIN held ON held.organisation_id = o.id
   WHERE below.tenant = $1 AND below.kind = $2 AND (below.closed_on IS NULL OR below.closed_on > $4::date)
   ORDER BY below.path, length(o.path) DESC`,
);

const deputyshipsOf = statement(
  'directory.deputyships-of',
  `SELECT a.person_id AS person, a.definitions FROM absence a
   WHERE a.tenant = $1 AND a.deputy_id = $2 AND a.first_day <= $3::date AND a.last_day >= $3::date ORDER BY a.id`,
);

const placesOf = statement(
  'directory.places-of',
  'SELECT DISTINCT post, organisation_id FROM post_holding WHERE tenant = $1 AND post = ANY ($2::text[]) ORDER BY post, organisation_id',
);

const activePeople = statement(
  'directory.active-people',
  'SELECT id FROM person WHERE tenant = $1 AND id = ANY ($2::uuid[]) AND disabled_at IS NULL',
);

/** The directory's reads on the way of every command. */
export class DirectoryStore {
  constructor(private readonly database: Database) {}

  /** The organisation and everything above it, the lowest first; empty when it does not exist. */
  chain(tenant: string, organisation: string): Promise<OrganisationRow[]> {
    return this.database.query<OrganisationRow>(chainOf, [tenant, organisation]);
  }

  holdingsAt(tenant: string, organisations: readonly string[]): Promise<HoldingRow[]> {
    return this.database.query<HoldingRow>(holdingsAt, [tenant, organisations]);
  }

  placesOf(tenant: string, posts: readonly string[]): Promise<Pick<HoldingRow, 'post' | 'organisation_id'>[]> {
    return this.database.query<Pick<HoldingRow, 'post' | 'organisation_id'>>(placesOf, [tenant, posts]);
  }

  staffed(tenant: string, kind: string, posts: readonly string[], day: string): Promise<StaffedRow[]> {
    return this.database.query<StaffedRow>(staffed, [tenant, kind, posts, day]);
  }

  active(tenant: string, people: readonly string[]): Promise<{ readonly id: string }[]> {
    return this.database.query<{ readonly id: string }>(activePeople, [tenant, people]);
  }

  /** Whom somebody stands in for on the day, and in which processes. */
  deputyshipsOf(tenant: string, deputy: string, day: string): Promise<DeputyshipRow[]> {
    return this.database.query<DeputyshipRow>(deputyshipsOf, [tenant, deputy, day]);
  }

  holdingsOf(tenant: string, person: string): Promise<HoldingRow[]> {
    return this.database.query<HoldingRow>(holdingsOf, [tenant, person]);
  }
}
