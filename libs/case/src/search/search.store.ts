import { type Database, type Statement, statement } from '#platform';
import type { InstanceRow } from '../queries/started.query.ts';
import { mayRead } from '../queries/visibility.ts';
import { fitting } from './fitting.ts';
import { pairsOf, plainTextOf, withinWord } from './words.ts';

/** Cases that fit, of which the latest are shown; of more, any so many are looked at. */
const consideredLimit = 500;
/** Of each kind of somebody's own cases, the latest that are looked through. */
const ownLimit = 2_000;

const unread = statement(
  'search.unread',
  `SELECT s.tenant, s.instance_id FROM search_case s WHERE s.plain IS NULL ORDER BY s.tenant, s.instance_id LIMIT $1 FOR UPDATE SKIP LOCKED`,
);

const sources = statement(
  'search.sources',
  `SELECT i.tenant, i.id, i.case_number::text AS number, i.title_zh, i.title_en, i.organisation_path,
     ARRAY(SELECT o.name FROM organisation o WHERE o.tenant = i.tenant
       AND o.id = ANY (string_to_array(trim(trailing '/' from i.organisation_path), '/')::uuid[])) AS organisations
   FROM unnest($1::text[], $2::uuid[]) AS x (tenant, id)
   CROSS JOIN LATERAL (SELECT * FROM instance i WHERE i.tenant = x.tenant AND i.id = x.id LIMIT 1) AS i`,
);

const write = statement(
  'search.write',
  `UPDATE search_case s SET title = x.title, plain = x.plain, words = x.words
   FROM jsonb_to_recordset($1::jsonb) AS x (tenant text, instance_id uuid, title text, plain text, words text[])
   WHERE s.tenant = x.tenant AND s.instance_id = x.instance_id
     AND x.instance_id BETWEEN '00000000-0000-0000-0000-000000000000' AND 'ffffffff-ffff-ffff-ffff-ffffffffffff'`,
);

const fits = (row: string): string => fitting(row, { pairs: '$5', pieces: '$6' });

/** The latest of the caller's own: begun, decided, waiting for them, copied to them. $1 to $4 as in `mayRead`. */
const own = `
  SELECT id AS instance_id FROM (SELECT id FROM instance WHERE tenant = $1 AND applicant = $2::uuid ORDER BY started_at DESC, id DESC LIMIT ${ownLimit}) AS begun
  UNION SELECT instance_id FROM (
    SELECT instance_id FROM task WHERE tenant = $1 AND decided_by = $2::uuid ORDER BY closed_at DESC, instance_id DESC, number DESC LIMIT ${ownLimit}
  ) AS decided
  UNION SELECT waiting.instance_id FROM unnest($3::text[]) AS addressed (key) CROSS JOIN LATERAL (
    SELECT instance_id FROM task WHERE tenant = $1 AND assignee = split_part(addressed.key, ' ', 1) AND status = 'open'
    ORDER BY opened_at, instance_id, number LIMIT ${ownLimit}
  ) AS waiting
  UNION SELECT copied.instance_id FROM unnest($3::text[]) AS addressed (key) CROSS JOIN LATERAL (
    SELECT instance_id FROM copied_case WHERE tenant = $1 AND assignee = addressed.key ORDER BY copied_at DESC, instance_id DESC LIMIT ${ownLimit}
  ) AS copied`;

const searchBy = (name: string, everything: string): Statement =>
  statement(
    name,
    `WITH found AS (
       SELECT instance_id FROM (
         SELECT mine.instance_id FROM (${own}) AS mine CROSS JOIN LATERAL (
           SELECT FROM search_case s WHERE s.tenant = $1 AND s.instance_id = mine.instance_id AND ${fits('s')} LIMIT 1
         ) AS fitting LIMIT ${consideredLimit}
       ) AS theirs ${everything}
     )
     SELECT i.id, i.case_number, i.definition_key, i.definition_version, i.title_zh, i.title_en, i.standing, i.is_finished, i.started_at, i.changed_at,
       (SELECT count(*) FROM found)::int AS considered
     FROM found CROSS JOIN LATERAL (SELECT * FROM instance c WHERE c.tenant = $1 AND c.id = found.instance_id LIMIT 1) AS i
     WHERE ${mayRead}
     ORDER BY i.changed_at DESC, i.id DESC LIMIT $7`,
  );

const statements = {
  own: searchBy('search.own', ''),
  everything: searchBy(
    'search.everything',
    `UNION SELECT instance_id FROM (
       SELECT s.instance_id FROM search_case s WHERE s.tenant = $1 AND s.words && $8::text[] AND ${fits('s')} LIMIT ${consideredLimit}
     ) AS within`,
  ),
};

interface SourceRow {
  readonly tenant: string;
  readonly id: string;
  readonly number: string;
  readonly title_zh: string;
  readonly title_en: string | null;
  readonly organisation_path: string;
  readonly organisations: readonly string[];
}

interface CaseKey {
  readonly tenant: string;
  readonly instance_id: string;
}

type Row<T> = T & Record<string, unknown>;

export interface Found {
  readonly rows: readonly InstanceRow[];
  /** More fitted than were looked at. */
  readonly isMore: boolean;
}

export class SearchStore {
  constructor(private readonly database: Database) {}

  /** Reads cases that are new or have another title. @returns how many; those that another worker reads are left to it. */
  read(limit: number): Promise<number> {
    return this.database.transaction(async (tx) => {
      const keys = await tx.query<Row<CaseKey>>(unread, [limit]);
      if (keys.length === 0) return 0;
      const rows = await tx.query<Row<SourceRow>>(sources, [keys.map(({ tenant }) => tenant), keys.map(({ instance_id }) => instance_id)]);
      tx.finishWith(write, [JSON.stringify(rows.map(wordsOf))]);
      return keys.length;
    });
  }

  /** @param reader as in `readerOf`; the ids of the organisations of which they may read every case */
  async search(
    { tenant, reader, within }: { readonly tenant: string; readonly reader: readonly unknown[]; readonly within: readonly string[] },
    pieces: readonly string[],
    limit: number,
  ): Promise<Found> {
    const values = [tenant, ...reader, pieces.flatMap(pairsOf), pieces, limit + 1];
    const rows = await (within.length === 0
      ? this.database.query<Row<InstanceRow & { readonly considered: number }>>(statements.own, values)
      : this.database.query<Row<InstanceRow & { readonly considered: number }>>(statements.everything, [
          ...values,
          within.map(withinWord),
        ]));
    return { rows: rows.slice(0, limit), isMore: rows.length > limit || (rows[0]?.considered ?? 0) >= consideredLimit };
  }
}

function wordsOf({ tenant, id, number, title_zh, title_en, organisation_path: path, organisations }: SourceRow) {
  const plain = plainTextOf({ number, titles: [title_zh, ...(title_en === null ? [] : [title_en])], organisations });
  const within = path.split('/').filter((organisation) => organisation !== '');
  return { tenant, instance_id: id, title: title_zh, plain, words: [...pairsOf(plain), ...within.map(withinWord)] };
}
