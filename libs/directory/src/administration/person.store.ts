import { type Database, sessionChannel, statement, type Tx } from '#platform';
import { personKey, postHolderKey } from '../posts.ts';

/** A post somebody holds or held. Days are ISO dates, both within it. */
export interface Holding {
  readonly id: string;
  readonly post: string;
  readonly organisation: { readonly id: string; readonly name: string };
  readonly path: string;
  readonly from: string;
  /** Null while there is no end. */
  readonly until: string | null;
}

export interface AdministeredPerson {
  readonly id: string;
  readonly name: string;
  readonly account: string;
  readonly mail: string | null;
  readonly isLocked: boolean;
  /** The password is one that somebody else knows, and will have to be changed. */
  readonly isNew: boolean;
  /** The latest first. */
  readonly holdings: readonly Holding[];
}

/** Open tasks that would wait in vain once somebody holds a post no more. */
export interface StrandedWork {
  /** Theirs alone, in cases of the post's organisation and below. */
  readonly personal: number;
  /** The post's own, where nobody else holds it. */
  readonly unheld: number;
}

const columns = `p.id, p.name, p.account, p.mail, p.disabled_at IS NOT NULL AS "isLocked", COALESCE(c.is_one_time, false) AS "isNew",
  (SELECT COALESCE(jsonb_agg(jsonb_build_object('id', h.id, 'post', h.post, 'organisation', jsonb_build_object('id', o.id, 'name', o.name),
     'path', o.path, 'from', h.valid_from, 'until', h.valid_to) ORDER BY h.valid_from DESC, h.id), '[]')
   FROM post_holding h JOIN organisation o ON o.tenant = h.tenant AND o.id = h.organisation_id
   WHERE h.tenant = p.tenant AND h.person_id = p.id) AS holdings
  FROM person p LEFT JOIN credential c ON c.tenant = p.tenant AND c.person_id = p.id`;

const list = statement(
  'person.administered',
  `SELECT ${columns}
   WHERE p.tenant = $1 AND EXISTS (
     SELECT FROM post_holding h JOIN organisation o ON o.tenant = h.tenant AND o.id = h.organisation_id
     WHERE h.tenant = p.tenant AND h.person_id = p.id AND ($3::uuid IS NULL OR h.organisation_id = $3)
       AND EXISTS (SELECT FROM unnest($2::text[]) AS scope WHERE starts_with(o.path, scope)))
     AND ($4::text = '' OR strpos(lower(p.name), $4) > 0 OR strpos(lower(p.account), $4) > 0)
   ORDER BY p.disabled_at IS NOT NULL, p.name, p.id LIMIT 200`,
);
const find = statement('person.find', `SELECT ${columns} WHERE p.tenant = $1 AND p.id = $2`);
// Accounts are everybody's, and each tenant is administered under a lock of its own: of two that take the same account at
// once, the second waits here for the first, and adds nobody.
const add = statement(
  'person.add',
  'INSERT INTO person (tenant, id, account, name, mail) VALUES ($1, $2, $3, $4, $5) ON CONFLICT ((lower(account))) DO NOTHING RETURNING id',
);
const setPassword = statement(
  'person.password',
  `INSERT INTO credential (tenant, person_id, password_hash, is_one_time) VALUES ($1, $2, $3, true)
   ON CONFLICT (tenant, person_id) DO UPDATE SET password_hash = excluded.password_hash, is_one_time = true, failed_attempts = 0, locked_until = NULL`,
);
const lockAccount = statement('person.lock', 'UPDATE person SET disabled_at = $3 WHERE tenant = $1 AND id = $2');
// The screens that were opened with them hear of it, on whatever server they hang.
const endSessions = statement(
  'person.end-sessions',
  `WITH ended AS (DELETE FROM session WHERE tenant = $1 AND person_id = $2 RETURNING token_hash)
   SELECT pg_notify('${sessionChannel}', encode(token_hash, 'hex')) FROM ended`,
);
const addHolding = statement(
  'person.add-holding',
  'INSERT INTO post_holding (tenant, id, person_id, post, organisation_id, valid_from, valid_to) VALUES ($1, $2, $3, $4, $5, $6::date, $7::date)',
);
const endHolding = statement('person.end-holding', 'UPDATE post_holding SET valid_to = $3::date WHERE tenant = $1 AND id = $2');
const stranded = statement(
  'person.stranded',
  `WITH kept AS MATERIALIZED (
     SELECT o.path FROM post_holding h JOIN organisation o ON o.tenant = h.tenant AND o.id = h.organisation_id
     WHERE h.tenant = $1 AND h.person_id = $2 AND h.id <> $3 AND h.valid_from <= $4::date + 1 AND (h.valid_to IS NULL OR h.valid_to > $4::date)
   ), personal AS (
     SELECT instance_id, number, organisation_path FROM task WHERE tenant = $1 AND assignee = $5 AND status = 'open'
     UNION SELECT instance_id, number, organisation_path FROM task WHERE tenant = $1 AND claimed_by = $2 AND status = 'open'
   )
   SELECT (SELECT count(*)::int FROM personal t WHERE starts_with(t.organisation_path, $6)
       AND NOT EXISTS (SELECT FROM kept WHERE starts_with(t.organisation_path, kept.path))) AS personal,
     CASE WHEN EXISTS (
       SELECT FROM post_holding h JOIN person p ON p.tenant = h.tenant AND p.id = h.person_id AND p.disabled_at IS NULL
       WHERE h.tenant = $1 AND h.organisation_id = $7 AND h.post = $8 AND h.id <> $3
         AND h.valid_from <= $4::date + 1 AND (h.valid_to IS NULL OR h.valid_to > $4::date)
     ) THEN 0 ELSE (SELECT count(*)::int FROM task WHERE tenant = $1 AND assignee = $9 AND status = 'open' AND claimed_by IS NULL) END AS unheld`,
);

type Row<T> = T & Record<string, unknown>;

export interface PeopleSelection {
  /** Those who hold or held a post at this organisation itself. */
  readonly organisation?: string | undefined;
  /** Part of a name or an account. */
  readonly q: string;
}

/** People and the posts they hold, as administrators look after them. */
export class PersonStore {
  constructor(private readonly database: Database) {}

  /** Two hundred at most. */
  list(tenant: string, scopes: readonly string[], { organisation, q }: PeopleSelection): Promise<AdministeredPerson[]> {
    return this.database.query<Row<AdministeredPerson>>(list, [tenant, scopes, organisation ?? null, q.trim().toLowerCase()]);
  }

  async read(tenant: string, id: string): Promise<AdministeredPerson | undefined> {
    return (await this.database.query<Row<AdministeredPerson>>(find, [tenant, id]))[0];
  }

  async find(tx: Tx, tenant: string, id: string): Promise<AdministeredPerson | undefined> {
    return (await tx.query<Row<AdministeredPerson>>(find, [tenant, id]))[0];
  }

  /** @returns false where somebody has the account, in any tenant: it says who one is before anything says where. */
  async add(tx: Tx, tenant: string, person: Pick<AdministeredPerson, 'id' | 'account' | 'name' | 'mail'>): Promise<boolean> {
    return (await tx.query(add, [tenant, person.id, person.account, person.name, person.mail])).length > 0;
  }

  /** Gives them a password that they have to change. */
  async setPassword(tx: Tx, tenant: string, id: string, hash: string): Promise<void> {
    await tx.query(setPassword, [tenant, id, hash]);
  }

  /** Null opens it again. */
  async lock(tx: Tx, tenant: string, id: string, at: Date | null): Promise<void> {
    await tx.query(lockAccount, [tenant, id, at]);
  }

  /** @returns how many there were */
  async endSessions(tx: Tx, tenant: string, id: string): Promise<number> {
    return (await tx.query(endSessions, [tenant, id])).length;
  }

  async addHolding(tx: Tx, tenant: string, person: string, { id, post, organisation, from, until }: Omit<Holding, 'path'>): Promise<void> {
    await tx.query(addHolding, [tenant, id, person, post, organisation.id, from, until]);
  }

  async endHolding(tx: Tx, tenant: string, id: string, lastDay: string): Promise<void> {
    await tx.query(endHolding, [tenant, id, lastDay]);
  }

  /** What would wait in vain if the post were held up to the day and no longer. */
  async stranded(tenant: string, person: string, holding: Holding, lastDay: string): Promise<StrandedWork> {
    const { id, post, organisation, path } = holding;
    const keys = { own: personKey(person), post: postHolderKey(post, organisation.id) };
    const values = [tenant, person, id, lastDay, keys.own, path, organisation.id, post, keys.post];
    const [row] = await this.database.query<Row<StrandedWork>>(stranded, values);
    return row ?? { personal: 0, unheld: 0 };
  }
}
