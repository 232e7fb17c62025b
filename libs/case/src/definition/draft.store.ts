import { movedPlaces, type Text } from '#engine';
import { type AuditAct, addAudit, auditValues, type Database, statement } from '#platform';
import type { DraftHead } from './draft-head.ts';

export interface DraftSummaryRow extends Record<string, unknown> {
  readonly id: string;
  readonly key: string | null;
  readonly title: Text | null;
  readonly based_key: string | null;
  readonly based_version: number | null;
  readonly revision: number;
  readonly author_id: string;
  readonly author_name: string;
  readonly created_at: Date;
  readonly changed_by: string;
  readonly changed_by_name: string;
  readonly changed_at: Date;
  readonly open_comments: number;
}

export interface DraftRow extends DraftSummaryRow {
  readonly document: Readonly<Record<string, unknown>>;
}

export interface NewDraft extends DraftHead {
  readonly id: string;
  readonly document: unknown;
  readonly basedOn: { readonly key: string; readonly version: number } | null;
}

export interface Hand {
  readonly tenant: string;
  readonly person: string;
  readonly at: Date;
}

const columns = `d.id, d.key, d.title, d.based_key, d.based_version, d.revision, d.author_id, a.name AS author_name, d.created_at,
  d.changed_by, c.name AS changed_by_name, d.changed_at,
  (SELECT count(*)::int FROM definition_comment m WHERE m.tenant = d.tenant AND m.draft_id = d.id AND m.resolved_at IS NULL) AS open_comments`;
const people = `JOIN person a ON a.tenant = d.tenant AND a.id = d.author_id JOIN person c ON c.tenant = d.tenant AND c.id = d.changed_by`;

const list = statement(
  'definition-draft.list',
  `SELECT ${columns} FROM definition_draft d ${people}
   WHERE d.tenant = $1 AND ($2::text IS NULL OR d.key = $2 OR d.based_key = $2) ORDER BY d.changed_at DESC, d.id LIMIT 500`,
);

const find = statement(
  'definition-draft.find',
  `SELECT ${columns}, d.document FROM definition_draft d ${people} WHERE d.tenant = $1 AND d.id = $2`,
);

const add = statement(
  'definition-draft.add',
  `INSERT INTO definition_draft
     (tenant, id, key, title, document, based_key, based_version, revision, author_id, created_at, changed_by, changed_at)
   VALUES ($1, $2, $3, $4::jsonb, $5::jsonb, $6, $7, 1, $8, $9, $8, $9)`,
);

const save = statement(
  'definition-draft.save',
  `UPDATE definition_draft SET key = $3, title = $4::jsonb, document = $5::jsonb, revision = revision + 1, changed_by = $6, changed_at = $7
   WHERE tenant = $1 AND id = $2 AND revision = $8 RETURNING revision`,
);

// Only where something is said about a place of it: otherwise nobody has to know what moved.
const findCommented = statement(
  'definition-draft.commented',
  `SELECT d.document FROM definition_draft d WHERE d.tenant = $1 AND d.id = $2 AND d.revision = $3
     AND EXISTS (SELECT FROM definition_comment m WHERE m.tenant = d.tenant AND m.draft_id = d.id AND m.pointer <> '')`,
);

const moveComments = statement(
  'definition-comment.move',
  `UPDATE definition_comment m SET pointer = x.target || substr(m.pointer, length(x.source) + 1)
   FROM unnest($3::text[], $4::text[]) AS x (source, target)
   WHERE m.tenant = $1 AND m.draft_id = $2 AND (m.pointer = x.source OR starts_with(m.pointer, x.source || '/'))`,
);

const remove = statement(
  'definition-draft.remove',
  `DELETE FROM definition_draft WHERE tenant = $1 AND id = $2 AND revision = $3 RETURNING key`,
);

const visit = statement(
  'definition-draft.visit',
  `INSERT INTO definition_visit (tenant, draft_id, person_id, seen_at)
   SELECT tenant, id, $3, $4 FROM definition_draft WHERE tenant = $1 AND id = $2
   ON CONFLICT (tenant, draft_id, person_id) DO UPDATE SET seen_at = excluded.seen_at`,
);

const visitors = statement(
  'definition-draft.visitors',
  `SELECT v.person_id AS id, p.name, v.seen_at FROM definition_visit v JOIN person p ON p.tenant = v.tenant AND p.id = v.person_id
   WHERE v.tenant = $1 AND v.draft_id = $2 AND v.person_id <> $3 AND v.seen_at > $4 ORDER BY v.seen_at DESC`,
);

const json = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));

/** What somebody does to a draft is recorded with it; the many savings while they type are not. */
const actOf = ({ tenant, person, at }: Hand, act: string, id: string, more: Partial<AuditAct>): unknown[] =>
  auditValues({ tenant, person, at, act, subject: { kind: 'definition-draft', id }, ...more });

export class DraftStore {
  constructor(private readonly database: Database) {}

  /** The latest changed first; of one process, where its key is given. */
  list(tenant: string, key: string | null): Promise<DraftSummaryRow[]> {
    return this.database.query<DraftSummaryRow>(list, [tenant, key]);
  }

  async find(tenant: string, id: string): Promise<DraftRow | undefined> {
    const [row] = await this.database.query<DraftRow>(find, [tenant, id]);
    return row;
  }

  add(by: Hand, { id, key, title, document, basedOn }: NewDraft): Promise<void> {
    return this.database.transaction(async (tx) => {
      const based = [basedOn?.key ?? null, basedOn?.version ?? null];
      await tx.query(add, [by.tenant, id, key, json(title), json(document), ...based, by.person, by.at]);
      tx.finishWith(addAudit, actOf(by, 'definition.draft', id, { after: { key, ...(basedOn && { basedOn }) } }));
    });
  }

  /** What is said about a place goes with it. @returns the new revision, or undefined where it is not the one it was based on. */
  async save(by: Hand, id: string, seen: number, { key, title, document }: DraftHead & { document: unknown }): Promise<number | undefined> {
    const { tenant, person, at } = by;
    const values = [tenant, id, key, json(title), json(document), person, at, seen];
    const [commented] = await this.database.query<{ document: unknown }>(findCommented, [tenant, id, seen]);
    const moved = commented === undefined ? [] : movedPlaces(commented.document, document);
    return this.database.transaction(async (tx) => {
      const [row] = await tx.query<{ revision: number }>(save, values);
      if (row !== undefined && moved.length > 0)
        tx.finishWith(moveComments, [tenant, id, moved.map(({ from }) => from), moved.map(({ to }) => to)]);
      return row?.revision;
    });
  }

  /** @returns whether it was that revision and is gone. */
  remove(by: Hand, id: string, seen: number): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const [removed] = await tx.query<{ key: string | null }>(remove, [by.tenant, id, seen]);
      if (removed === undefined) return false;
      tx.finishWith(addAudit, actOf(by, 'definition.discard', id, { before: { key: removed.key, revision: seen } }));
      return true;
    });
  }

  /** Notes that somebody has it open, and says who else has. */
  async visit(by: Hand, id: string, since: Date): Promise<readonly { id: string; name: string; seen_at: Date }[]> {
    await this.database.query(visit, [by.tenant, id, by.person, by.at]);
    return this.database.query(visitors, [by.tenant, id, by.person, since]);
  }
}
