import type { AttachmentReference, Workflow } from '#engine';
import type { AttachmentStore } from '../store/attachment.store.ts';
import { filesOf } from './commit-rows.ts';
import type { CaseRefusal, Request, Sending, StartRequest } from './sending.ts';

/** A command that may name uploaded files: as attachments, or in file fields of the form. */
interface Naming {
  readonly workflow: Workflow;
  readonly sending: Sending;
  /** Null while the case is only beginning. */
  readonly instance: string | null;
  readonly request: Request | StartRequest;
}

/** The files a command names, found under the case's lock. */
export class NamedFiles {
  constructor(private readonly attachments: AttachmentStore) {}

  /**
   * The digests of a command's attachments. Every file it names must have been uploaded by the sender and belong to no
   * case yet, or belong to this one. A command that names none costs no look-up.
   */
  async find({ workflow, sending: { tenant, person }, instance, request }: Naming): Promise<readonly AttachmentReference[] | CaseRefusal> {
    const attached = ('attachments' in request ? request.attachments : undefined) ?? [];
    const inForm = 'fields' in request && request.fields !== undefined ? filesOf(workflow, request.fields) : [];
    const ids = [...new Set([...attached, ...inForm])];
    if (ids.length === 0) return [];
    const rows = new Map((await this.attachments.find(tenant, ids)).map((row) => [row.id, row]));
    const unknown = ids.find((id) => {
      const row = rows.get(id);
      return row === undefined || (row.instance_id === null ? row.uploaded_by !== person : row.instance_id !== instance);
    });
    if (unknown !== undefined) return { kind: 'refused', code: 'attachment.unknown', params: { attachment: unknown } };
    return [...new Set(attached)].map((id) => ({ id, sha256: rows.get(id)?.sha256 ?? '' }));
  }
}
