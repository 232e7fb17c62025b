import { type Database, statement } from '#platform';
import { isId } from '../is-id.ts';

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
  'SELECT id, name, media_type, size, sha256, uploaded_by, instance_id FROM attachment WHERE tenant = $1 AND id = ANY($2::uuid[])',
);

export class AttachmentStore {
  constructor(private readonly database: Database) {}

  async add({ tenant, id, name, mediaType, size, sha256, uploadedBy, uploadedAt }: NewAttachment): Promise<void> {
    await this.database.query(add, [tenant, id, name, mediaType, size, sha256, uploadedBy, uploadedAt]);
  }

  find(tenant: string, ids: readonly string[]): Promise<AttachmentRow[]> {
    return this.database.query<AttachmentRow>(find, [tenant, ids.filter(isId)]);
  }
}
