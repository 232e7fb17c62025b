import { type FindOptionsWhere, In, IsNull } from 'typeorm';
import { type Database, statement } from '#platform';
import { NoticeEntity, type NoticeKind } from './notice.entity.ts';

export interface NoticeRow {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly title_zh: string;
  readonly title_en: string | null;
  readonly instance_id: string | null;
  readonly task: number | null;
  readonly created_at: Date;
  readonly read_at: Date | null;
}

/** The count comes with the page in one round trip, and also when the page is empty. */
const inbox = statement(
  'notice.inbox',
  `SELECT (SELECT count(*)::integer FROM notice WHERE tenant = $1 AND person_id = $2 AND read_at IS NULL) AS unread, page.*
   FROM (SELECT) AS always
   LEFT JOIN LATERAL (
     SELECT id, kind, title_zh, title_en, instance_id, task, created_at, read_at
     FROM notice
     WHERE tenant = $1 AND person_id = $2
       AND (NOT $3 OR read_at IS NULL)
       AND ($4::uuid IS NULL OR (created_at, id) < (
         SELECT created_at, id FROM notice WHERE tenant = $1 AND person_id = $2 AND id = $4
       ))
     ORDER BY created_at DESC, id DESC
     LIMIT $5
   ) AS page ON true
   ORDER BY created_at DESC, id DESC`,
);

type InboxRow = { readonly unread: number } & (NoticeRow | { readonly id: null });

export interface InboxSelection {
  readonly unreadOnly: boolean;
  readonly limit: number;
  readonly before: string | undefined;
}

/** A person's own notices: nothing here reaches those of another. */
export class NoticeStore {
  constructor(private readonly database: Database) {}

  async inbox(
    tenant: string,
    person: string,
    { unreadOnly, limit, before }: InboxSelection,
  ): Promise<{ unread: number; rows: NoticeRow[] }> {
    const rows = await this.database.query<InboxRow>(inbox, [tenant, person, unreadOnly, before ?? null, limit]);
    return { unread: rows[0]?.unread ?? 0, rows: rows.filter((row): row is NoticeRow & { unread: number } => row.id !== null) };
  }

  /** @returns how many were unread until now. */
  async markRead(reader: { readonly tenant: string; readonly person: string }, ids: readonly string[] | 'all', now: Date): Promise<number> {
    const unread: FindOptionsWhere<NoticeEntity> = { tenant: reader.tenant, personId: reader.person, readAt: IsNull() };
    const which = ids === 'all' ? unread : { ...unread, id: In([...ids]) };
    const { affected } = await this.database.dataSource.getRepository(NoticeEntity).update(which, { readAt: now });
    return affected ?? 0;
  }
}
