import type { Caller } from '#directory';
import { type Clock, type Database, isId, newId, type Refusal, statement } from '#platform';

/** What somebody has to say about a place of a draft. Times are ISO 8601. */
export interface DraftComment {
  readonly id: string;
  /** JSON Pointer into the document; empty for all of it. */
  readonly pointer: string;
  readonly text: string;
  readonly author: { readonly id: string; readonly name: string };
  readonly writtenAt: string;
  readonly resolved?: { readonly by: { readonly id: string; readonly name: string }; readonly at: string };
}

interface CommentRow extends Record<string, unknown> {
  readonly id: string;
  readonly pointer: string;
  readonly text: string;
  readonly author_id: string;
  readonly author_name: string;
  readonly written_at: Date;
  readonly resolved_by: string | null;
  readonly resolved_by_name: string | null;
  readonly resolved_at: Date | null;
}

const list = statement(
  'definition-comment.list',
  `SELECT m.id, m.pointer, m.text, m.author_id, a.name AS author_name, m.written_at, m.resolved_by, r.name AS resolved_by_name, m.resolved_at
   FROM definition_comment m JOIN person a ON a.tenant = m.tenant AND a.id = m.author_id
   LEFT JOIN person r ON r.tenant = m.tenant AND r.id = m.resolved_by
   WHERE m.tenant = $1 AND m.draft_id = $2 ORDER BY m.written_at, m.id`,
);

const add = statement(
  'definition-comment.add',
  `INSERT INTO definition_comment (tenant, draft_id, id, pointer, text, author_id, written_at)
   SELECT tenant, id, $3, $4, $5, $6, $7 FROM definition_draft WHERE tenant = $1 AND id = $2 RETURNING id`,
);

// What is settled stays with whoever settled it.
const settle = statement(
  'definition-comment.settle',
  `UPDATE definition_comment SET resolved_by = CASE WHEN $4 THEN COALESCE(resolved_by, $5::uuid) END,
     resolved_at = CASE WHEN $4 THEN COALESCE(resolved_at, $6::timestamptz) END
   WHERE tenant = $1 AND draft_id = $2 AND id = $3 RETURNING id`,
);

/** What people who work at a draft say to each other, at its places. */
export class DraftComments {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The oldest first. */
  async list({ tenant }: Caller, draft: string): Promise<DraftComment[]> {
    if (!isId(draft)) return [];
    return (await this.database.query<CommentRow>(list, [tenant, draft])).map(commentOf);
  }

  /** @returns all of the draft's, or a refusal: `definition-draft.unknown` */
  async add(caller: Caller, draft: string, { pointer, text }: { pointer: string; text: string }): Promise<DraftComment[] | Refusal> {
    const values = [caller.tenant, draft, newId(), pointer, text, caller.person, this.clock.now()];
    const added = isId(draft) ? await this.database.query(add, values) : [];
    return added.length === 0 ? { kind: 'refused', code: 'definition-draft.unknown' } : this.list(caller, draft);
  }

  /** Settles one, or opens it again. @returns all of the draft's, or a refusal: `definition-comment.unknown` */
  async settle(caller: Caller, draft: string, comment: string, isResolved: boolean): Promise<DraftComment[] | Refusal> {
    const values = [caller.tenant, draft, comment, isResolved, caller.person, this.clock.now()];
    const settled = isId(draft) && isId(comment) ? await this.database.query(settle, values) : [];
    return settled.length === 0 ? { kind: 'refused', code: 'definition-comment.unknown' } : this.list(caller, draft);
  }
}

const commentOf = (row: CommentRow): DraftComment => ({
  id: row.id,
  pointer: row.pointer,
  text: row.text,
  author: { id: row.author_id, name: row.author_name },
  writtenAt: row.written_at.toISOString(),
  ...(row.resolved_by !== null &&
    row.resolved_at !== null && {
      resolved: { by: { id: row.resolved_by, name: row.resolved_by_name ?? '' }, at: row.resolved_at.toISOString() },
    }),
});
