import { type Database, newsChannel, statement, type Tx } from '#platform';
import { type NewsOfCase, newsIn } from './news-message.ts';

/** One piece of news as it is kept. */
export interface NewsRow {
  /** Higher than that of everything that could be read before it. */
  readonly id: string;
  readonly kind: 'case' | 'notice';
  readonly instance_id: string | null;
  readonly definition_key: string | null;
  readonly sequence: number | null;
  /** Keys of people and posts. */
  readonly readers: readonly string[];
  readonly organisation_path: string | null;
  readonly tasks: readonly { readonly number: number; readonly assignee: string; readonly change: TaskNews }[];
}

export type TaskNews = 'opened' | 'changed' | 'closed';

/** More of it is not gone through for somebody who was cut off: reading everything anew is cheaper then. */
export const catchUpLimit = 5_000;

/** Any number that only Shenpi uses for an advisory lock. */
const newsLock = 5_375_205;

// A number that is given is seen by others only after the commit. Without the lock a later number could be seen before an
// earlier one, and who had read up to the later would never see the earlier.
const lock = statement('news.lock', `SELECT pg_advisory_xact_lock(${newsLock})`);

// What a case is found by is read anew where its title is new; almost always there is nothing to do.
//
// Each is looked up by its key, however many PostgreSQL takes the rows of a parameter for.
const ofFew = (id: string): string => `${id} BETWEEN '00000000-0000-0000-0000-000000000000' AND 'ffffffff-ffff-ffff-ffff-ffffffffffff'`;

const tell = statement(
  'news.tell',
  `WITH told AS (
     INSERT INTO news (tenant, kind, instance_id, definition_key, sequence, readers, organisation_path, tasks, written_at)
     SELECT i.tenant, 'case', i.id, i.definition_key, i.sequence,
       ARRAY(
         SELECT t.assignee FROM task t WHERE t.tenant = i.tenant AND t.instance_id = i.id
         UNION SELECT 'person:' || t.decided_by FROM task t WHERE t.tenant = i.tenant AND t.instance_id = i.id AND t.decided_by IS NOT NULL
         UNION SELECT 'person:' || i.applicant WHERE i.applicant IS NOT NULL
         UNION SELECT c.assignee FROM copied_case c WHERE c.tenant = i.tenant AND c.instance_id = i.id
       ),
       i.organisation_path,
       COALESCE((
         SELECT jsonb_agg(jsonb_build_object('number', t.number, 'assignee', t.assignee, 'change',
           CASE WHEN t.status <> 'open' THEN 'closed' WHEN t.number = ANY(x.opened) THEN 'opened' ELSE 'changed' END) ORDER BY t.number)
         FROM task t WHERE t.tenant = i.tenant AND t.instance_id = i.id AND t.number = ANY(x.opened || x.changed)
       ), '[]'),
       now()
     FROM jsonb_to_recordset($1::jsonb) AS x (tenant text, instance uuid, opened integer[], changed integer[])
     JOIN instance i ON i.tenant = x.tenant AND i.id = x.instance AND ${ofFew('x.instance')}
     UNION ALL
     SELECT y.tenant, 'notice', NULL, NULL, NULL, y.readers, NULL, '[]', now()
     FROM jsonb_to_recordset($2::jsonb) AS y (tenant text, readers text[])
     RETURNING id
   ), sought AS (
     INSERT INTO search_case (tenant, instance_id, title)
     SELECT i.tenant, i.id, i.title_zh FROM jsonb_to_recordset($1::jsonb) AS x (tenant text, instance uuid)
     JOIN instance i ON i.tenant = x.tenant AND i.id = x.instance AND ${ofFew('x.instance')}
     WHERE NOT EXISTS (SELECT FROM search_case s WHERE s.tenant = i.tenant AND s.instance_id = i.id AND s.title = i.title_zh)
     ON CONFLICT (tenant, instance_id) DO UPDATE SET title = excluded.title, plain = NULL, words = NULL
   )
   SELECT pg_notify('${newsChannel}', '') FROM told LIMIT 1`,
);

const columns = 'n.id::text, n.kind, n.instance_id, n.definition_key, n.sequence, n.readers, n.organisation_path, n.tasks';

const latest = statement('news.latest', 'SELECT max(id)::text AS id FROM news WHERE tenant = $1');

const after = statement('news.after', `SELECT ${columns} FROM news n WHERE n.tenant = $1 AND n.id > $2::bigint ORDER BY n.id LIMIT $3`);

const missed = statement(
  'news.missed',
  `WITH span AS (SELECT * FROM news WHERE tenant = $1 AND id > $2::bigint ORDER BY id LIMIT ${catchUpLimit + 1})
   SELECT (SELECT min(id) FROM news WHERE tenant = $1)::text AS oldest, (SELECT max(id) FROM news WHERE tenant = $1)::text AS newest,
     (SELECT count(*) FROM span) > ${catchUpLimit} AS is_too_much,
     COALESCE((SELECT jsonb_agg(to_jsonb(n) - 'written_at' ORDER BY n.id) FROM span n WHERE
       EXISTS (SELECT FROM unnest(n.readers) AS reader WHERE reader = ANY($3::text[]) OR reader || ' ' || n.definition_key = ANY($3::text[]))
       OR EXISTS (SELECT FROM unnest($4::text[]) AS scope WHERE starts_with(n.organisation_path, scope))), '[]') AS rows`,
);

export interface Missed {
  /** The oldest and the newest that are kept; null when nothing is. */
  readonly oldest: string | null;
  readonly newest: string | null;
  readonly isTooMuch: boolean;
  readonly rows: readonly NewsRow[];
}

interface MissedRow {
  readonly oldest: string | null;
  readonly newest: string | null;
  readonly is_too_much: boolean;
  readonly rows: readonly (Omit<NewsRow, 'id'> & { readonly id: number })[];
}

/** What changed, as the rows that people's screens are told from. */
export class NewsStore {
  constructor(private readonly database: Database) {}

  /** Sent with the end of the transaction: the lock is held for one round trip. */
  tell(tx: Tx, messages: readonly { readonly tenant: string; readonly payload: unknown }[]): void {
    const cases = new Map<string, NewsOfCase & { readonly tenant: string }>();
    const notices: { readonly tenant: string; readonly readers: readonly string[] }[] = [];
    for (const { tenant, payload } of messages) {
      const { cases: told, readers } = newsIn(payload);
      for (const { instance, opened, changed } of told) {
        const known = cases.get(instance);
        cases.set(instance, {
          tenant,
          instance,
          opened: [...(known?.opened ?? []), ...opened],
          changed: [...(known?.changed ?? []), ...changed],
        });
      }
      if (readers.length > 0) notices.push({ tenant, readers });
    }
    if (cases.size + notices.length === 0) return;
    tx.finishWith(lock, []);
    tx.finishWith(tell, [JSON.stringify([...cases.values()]), JSON.stringify(notices)]);
  }

  /** Number of the last, `0` before the first. */
  async latest(tenant: string): Promise<string> {
    return (await this.database.query<{ id: string | null }>(latest, [tenant]))[0]?.id ?? '0';
  }

  /** What came after a number, for everybody, the oldest first. */
  after(tenant: string, id: string, limit: number): Promise<NewsRow[]> {
    return this.database.query<NewsRow & Record<string, unknown>>(after, [tenant, id, limit]);
  }

  /** What came after a number for somebody with these keys, or who may read every case below these paths. */
  async missed(
    tenant: string,
    id: string,
    { keys, scopes }: { readonly keys: readonly string[]; readonly scopes: readonly string[] },
  ): Promise<Missed> {
    const [row] = await this.database.query<MissedRow & Record<string, unknown>>(missed, [tenant, id, keys, scopes]);
    const { oldest = null, newest = null, is_too_much: isTooMuch = false, rows = [] } = row ?? {};
    return { oldest, newest, isTooMuch, rows: rows.map((found) => ({ ...found, id: String(found.id) })) };
  }
}
