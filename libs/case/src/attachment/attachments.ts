import type { Readable } from 'node:stream';
import type { AttachmentReference } from '#engine';
import type { Caller } from '#directory';
import { type Clock, type Database, newId, type Refusal, statement } from '#platform';
import { isId } from '../is-id.ts';
import type { Visibility } from '../queries/visibility.ts';
import { type FileStorage, FileTooLargeError, type ReceivedFile } from './file-storage.ts';
import { acceptedExtensions, mediaTypeOf } from './media-type.ts';

/** An uploaded file as its uploader and the readers of its case know it. */
export interface Attachment {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  /** SHA-256 of the content, in hexadecimal. */
  readonly sha256: string;
}

interface AttachmentRow {
  readonly id: string;
  readonly name: string;
  readonly media_type: string;
  readonly size: string;
  readonly sha256: string;
  readonly uploaded_by: string;
  readonly instance_id: string | null;
}

const add = statement(
  'attachment.add',
  `INSERT INTO attachment (tenant, id, name, media_type, size, sha256, uploaded_by, uploaded_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
);

const find = statement(
  'attachment.find',
  'SELECT id, name, media_type, size, sha256, uploaded_by, instance_id FROM attachment WHERE tenant = $1 AND id = ANY($2::uuid[])',
);

const nameLimit = 200;

interface AttachmentsParts {
  readonly database: Database;
  readonly storage: FileStorage;
  readonly visibility: Visibility;
  readonly clock: Clock;
  /** Bytes a file may have at most. */
  readonly sizeLimit: number;
}

/** Files that people attach: minutes, argumentation reports, stamped scans. */
export class Attachments {
  constructor(private readonly parts: AttachmentsParts) {}

  /** Takes a file in, if it is what its name says. Until a case refers to it, only its uploader may see it. */
  async upload(caller: Caller, name: string, content: Readable): Promise<Attachment | Refusal> {
    if (name.length === 0 || name.length > nameLimit || /[\p{Cc}/\\]/u.test(name) || !name.isWellFormed()) {
      content.resume();
      return { kind: 'refused', code: 'attachment.name-invalid', params: { limit: nameLimit } };
    }
    const id = newId();
    const file = await this.receive(id, content);
    if ('code' in file) return file;
    try {
      const { size, sha256 } = file;
      if (size === 0) return { kind: 'refused', code: 'attachment.empty' };
      const mediaType = await mediaTypeOf(file.path, name);
      if (mediaType.kind === 'unwanted')
        return { kind: 'refused', code: 'attachment.unwanted', params: { accepted: acceptedExtensions.join(' ') } };
      if (mediaType.kind === 'mismatch')
        return { kind: 'refused', code: 'attachment.mismatch', params: { name, recognised: mediaType.recognised } };
      const { type } = mediaType;
      await file.keep();
      await this.parts.database.query(add, [caller.tenant, id, name, type, size, sha256, caller.person, this.parts.clock.now()]);
      return { id, name, mediaType: type, size, sha256 };
    } finally {
      await file.discard();
    }
  }

  /** Undefined when there is no such file, or the caller may not see the case it belongs to. */
  async open(caller: Caller, id: string): Promise<{ readonly attachment: Attachment; readonly content: Readable } | undefined> {
    const [row] = await this.rows(caller.tenant, [id]);
    if (row === undefined) return undefined;
    const isReadable =
      row.instance_id === null ? row.uploaded_by === caller.person : await this.parts.visibility.mayRead(caller, row.instance_id);
    return isReadable ? { attachment: attachmentOf(row), content: this.parts.storage.read(id) } : undefined;
  }

  /**
   * The digests of files that a command refers to. Each must have been uploaded by the caller and belong to no case
   * yet, or belong to this one.
   */
  async references(caller: Caller, instance: string | null, ids: readonly string[]): Promise<AttachmentReference[] | Refusal> {
    if (ids.length === 0) return [];
    const rows = new Map((await this.rows(caller.tenant, ids)).map((row) => [row.id, row]));
    const unknown = ids.find((id) => {
      const row = rows.get(id);
      return row === undefined || (row.instance_id === null ? row.uploaded_by !== caller.person : row.instance_id !== instance);
    });
    if (unknown !== undefined) return { kind: 'refused', code: 'attachment.unknown', params: { attachment: unknown } };
    return [...new Set(ids)].map((id) => ({ id, sha256: rows.get(id)?.sha256 ?? '' }));
  }

  private async receive(id: string, content: Readable): Promise<ReceivedFile | Refusal> {
    try {
      return await this.parts.storage.receive(id, content, this.parts.sizeLimit);
    } catch (error) {
      if (!(error instanceof FileTooLargeError)) throw error;
      return { kind: 'refused', code: 'attachment.too-large', params: { megabytes: this.parts.sizeLimit / 1024 / 1024 } };
    }
  }

  private rows(tenant: string, ids: readonly string[]): Promise<AttachmentRow[]> {
    return this.parts.database.query<AttachmentRow>(find, [tenant, ids.filter(isId)]);
  }
}

const attachmentOf = ({ id, name, media_type, size, sha256 }: AttachmentRow): Attachment => ({
  id,
  name,
  mediaType: media_type,
  size: Number(size),
  sha256,
});
