import type { Readable } from 'node:stream';
import type { Caller } from '#directory';
import { type Clock, newId, type Refusal } from '#platform';
import type { Visibility } from '../queries/visibility.ts';
import type { AttachmentRow, AttachmentStore } from '../store/attachment.store.ts';
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

const nameLimit = 200;

interface AttachmentsParts {
  readonly store: AttachmentStore;
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
      await this.parts.store.add({
        tenant: caller.tenant,
        id,
        name,
        mediaType: type,
        size,
        sha256,
        uploadedBy: caller.person,
        uploadedAt: this.parts.clock.now(),
      });
      return { id, name, mediaType: type, size, sha256 };
    } finally {
      await file.discard();
    }
  }

  /** Undefined when there is no such file, or the caller may not see the case it belongs to. */
  async open(caller: Caller, id: string): Promise<{ readonly attachment: Attachment; readonly content: Readable } | undefined> {
    const [row] = await this.parts.store.find(caller.tenant, [id]);
    if (row === undefined) return undefined;
    const isReadable =
      row.instance_id === null ? row.uploaded_by === caller.person : await this.parts.visibility.mayRead(caller, row.instance_id);
    return isReadable ? { attachment: attachmentOf(row), content: this.parts.storage.read(id) } : undefined;
  }

  private async receive(id: string, content: Readable): Promise<ReceivedFile | Refusal> {
    try {
      return await this.parts.storage.receive(id, content, this.parts.sizeLimit);
    } catch (error) {
      if (!(error instanceof FileTooLargeError)) throw error;
      return { kind: 'refused', code: 'attachment.too-large', params: { megabytes: this.parts.sizeLimit / 1024 / 1024 } };
    }
  }
}

const attachmentOf = ({ id, name, media_type, size, sha256 }: AttachmentRow): Attachment => ({
  id,
  name,
  mediaType: media_type,
  size: Number(size),
  sha256,
});
