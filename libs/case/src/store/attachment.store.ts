import { type Database, isId, statement, type Tx } from '#platform';

export interface AttachmentRow {
  readonly id: string;
  readonly name: string;
  readonly media_type: string;
  /** Bytes, as PostgreSQL writes a bigint. */
  readonly size: string;
  readonly sha256: string;
  readonly uploaded_by: string;
  /** The case it belongs to, once a case refers to it. */
  readonly instance_id: string | null;
}

export interface NewAttachment {
  readonly tenant: string;
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
  readonly uploadedBy: string;
  readonly uploadedAt: Date;
}

const add = statement(
  'attachment.add',
  `INSERT INTO attachment (tenant, id, name, media_type, size, sha256, uploaded_by, uploaded_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
);

const find = statement(
  'attachment.find',
  `SELECT id, name, media_type, size, sha256, uploaded_by, instance_id FROM attachment
   WHERE tenant = $1 AND id = ANY($2::uuid[]) AND (given_up_at IS NULL OR instance_id IS NOT NULL)`,
);

const giveUp = statement(
  'attachment.give-up',
  `WITH given_up AS (
     UPDATE attachment SET given_up_at = $2 WHERE ctid = ANY (ARRAY(
       SELECT ctid FROM attachment WHERE instance_id IS NULL AND given_up_at IS NULL AND uploaded_at < $1
       ORDER BY uploaded_at LIMIT $3 FOR UPDATE SKIP LOCKED
     )) RETURNING 1
   ) SELECT count(*)::integer AS count FROM given_up`,
);

const removeGivenUp = statement(
  'attachment.remove-given-up',
  `DELETE FROM attachment WHERE ctid = ANY (ARRAY(
     SELECT ctid FROM attachment WHERE instance_id IS NULL AND given_up_at < $1
     ORDER BY uploaded_at LIMIT $2 FOR UPDATE SKIP LOCKED
   )) RETURNING id`,
);

export class AttachmentStore {
  constructor(private readonly database: Database) {}

  async add({ tenant, id, name, mediaType, size, sha256, uploadedBy, uploadedAt }: NewAttachment): Promise<void> {
    await this.database.query(add, [tenant, id, name, mediaType, size, sha256, uploadedBy, uploadedAt]);
  }

  find(tenant: string, ids: readonly string[]): Promise<AttachmentRow[]> {
    return this.database.query<AttachmentRow>(find, [tenant, ids.filter(isId)]);
  }

  /** @returns how many. */
  async giveUp(uploadedBefore: Date, now: Date, limit: number): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(giveUp, [uploadedBefore, now, limit]);
    return row?.count ?? 0;
  }

  /**
   * Removes the rows with what `removeFiles` removes, under their locks and for good only after it: if it fails or the
   * machine does, the rows are still there to do it again. @returns how many.
   */
  removeGivenUp(givenUpBefore: Date, limit: number, removeFiles: (ids: readonly string[]) => Promise<void>): Promise<number> {
    return this.database.transaction(async (tx: Tx) => {
      const rows = await tx.query<{ id: string }>(removeGivenUp, [givenUpBefore, limit]);
      await removeFiles(rows.map(({ id }) => id));
      return rows.length;
    });
  }
}
