import { type Database, type Refusal, statement } from '#platform';
import { type Caller, notPermitted, type PostCatalogue, scopesOf } from '../posts.ts';

/** Something an administrator did, as it was put on record. Times are ISO 8601. */
export interface AuditEntry {
  readonly id: string;
  readonly at: string;
  readonly by: { readonly id: string; readonly name: string };
  /** Such as `instance.jump`. */
  readonly act: string;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly before?: unknown;
  readonly after?: unknown;
  readonly comment?: string;
  /** As in the log and in the reply. */
  readonly requestId?: string;
}

export interface AuditSelection {
  readonly person?: string | undefined;
  readonly act?: string | undefined;
  /** Id of what it was done to. */
  readonly subject?: string | undefined;
  readonly from?: Date | undefined;
  /** Up to it, itself left out. */
  readonly until?: Date | undefined;
  /** Rows at most. */
  readonly limit: number;
  /** Id of the last entry of the page before. */
  readonly after?: string | undefined;
}

export interface AuditPage {
  /** The latest first. */
  readonly items: readonly AuditEntry[];
  readonly next?: string;
}

interface AuditRow extends Record<string, unknown> {
  readonly id: string;
  readonly at: Date;
  readonly person_id: string;
  readonly name: string;
  readonly act: string;
  readonly subject_kind: string;
  readonly subject_id: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly comment: string | null;
  readonly request_id: string | null;
}

const list = statement(
  'audit.list',
  `SELECT a.id::text, a.at, a.person_id, p.name, a.act, a.subject_kind, a.subject_id, a.before, a.after, a.comment, a.request_id
   FROM audit_entry a JOIN person p ON p.tenant = a.tenant AND p.id = a.person_id
   WHERE a.tenant = $1 AND a.id < $2::bigint
     AND (a.organisation_path IS NULL OR EXISTS (SELECT FROM unnest($3::text[]) AS scope WHERE starts_with(a.organisation_path, scope)))
     AND ($4::uuid IS NULL OR a.person_id = $4) AND ($5::text IS NULL OR a.act = $5) AND ($6::text IS NULL OR a.subject_id = $6)
     AND ($7::timestamptz IS NULL OR a.at >= $7) AND ($8::timestamptz IS NULL OR a.at < $8)
   ORDER BY a.id DESC LIMIT $9`,
);

const beyondAll = '9223372036854775807';

/** Reads what administrators did, for those whose post lets them, as far as it was done in their organisations. */
export class AuditReader {
  constructor(
    private readonly database: Database,
    private readonly posts: PostCatalogue,
  ) {}

  /** @returns a refusal: `permission.missing` */
  async list(caller: Caller, { person, act, subject, from, until, limit, after }: AuditSelection): Promise<AuditPage | Refusal> {
    const scopes = scopesOf(this.posts, caller, 'audit.read');
    if (scopes.length === 0) return notPermitted('audit.read');
    const selection = [person ?? null, act ?? null, subject ?? null, from ?? null, until ?? null, limit + 1];
    const rows = await this.database.query<AuditRow>(list, [caller.tenant, after ?? beyondAll, scopes, ...selection]);
    const items = rows.slice(0, limit).map(entryOf);
    const last = rows.length > limit ? items.at(-1) : undefined;
    return { items, ...(last !== undefined && { next: last.id }) };
  }
}

const entryOf = (row: AuditRow): AuditEntry => ({
  id: row.id,
  at: row.at.toISOString(),
  by: { id: row.person_id, name: row.name },
  act: row.act,
  subject: { kind: row.subject_kind, id: row.subject_id },
  ...(row.before !== null && { before: row.before }),
  ...(row.after !== null && { after: row.after }),
  ...(row.comment !== null && { comment: row.comment }),
  ...(row.request_id !== null && { requestId: row.request_id }),
});
