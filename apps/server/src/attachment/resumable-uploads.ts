import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname } from 'node:path';
import type { Readable } from 'node:stream';
import { FileStore } from '@tus/file-store';
import { Server } from '@tus/server';
import { acceptedExtensions } from '#case';
import type { Caller } from '#directory';
import { type Config, refuse } from '#platform';

const isId = (text: string): boolean => /^[0-9a-f]{32}$/.test(text);

/** A file that has all come, and is no attachment yet. */
interface Arrived {
  readonly name: string;
  readonly content: Readable;
}

/** Uploads that may be interrupted and go on where they were (tus 1.0), each its owner's alone. */
export class ResumableUploads {
  private opened: { readonly store: FileStore; readonly server: Server } | undefined;
  private readonly owners = new WeakMap<IncomingMessage, string>();

  constructor(
    private readonly config: Pick<Config, 'uploadBytes'>,
    /** Where what has come of them lies; a worker removes what nobody goes on with. */
    private readonly folder: string,
  ) {}

  /** @throws RefusedError for what would not be taken in the end. */
  begin(caller: Caller, request: IncomingMessage): void {
    const { 'upload-length': length, 'upload-metadata': metadata = '' } = request.headers;
    if (Number(length) > this.config.uploadBytes)
      throw refuse('attachment.too-large', { megabytes: this.config.uploadBytes / 1024 / 1024 });
    const name = nameIn(String(metadata));
    if (!acceptedExtensions.includes(extname(name).toLowerCase()))
      throw refuse('attachment.unwanted', { accepted: acceptedExtensions.join(' ') });
    this.owners.set(request, keyOf(caller));
  }

  /** @throws RefusedError where there is no such upload of the caller's. */
  async check(caller: Caller, id: string): Promise<void> {
    await this.ownOf(caller, id);
  }

  /** Does what the protocol says, once it is known that the caller may. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    return this.tus.server.handle(request, response);
  }

  /** @throws RefusedError where it is not the caller's, or has not all come. */
  async arrived(caller: Caller, id: string): Promise<Arrived> {
    const { offset, size, metadata } = await this.ownOf(caller, id);
    if (offset !== size) throw refuse('upload.unfinished');
    return { name: metadata?.['filename'] ?? '', content: this.tus.store.read(id) };
  }

  remove(id: string): Promise<void> {
    return this.tus.store.remove(id);
  }

  /** Its folder is made with it: not before anybody uploads. */
  private get tus() {
    if (this.opened !== undefined) return this.opened;
    const store = new FileStore({ directory: this.folder });
    const server = new Server({
      path: '/api/uploads',
      datastore: store,
      relativeLocation: true,
      maxSize: this.config.uploadBytes,
      onUploadCreate: async ({ runtime }, { metadata }) => ({
        metadata: { ...metadata, owner: ownerOf(this.owners, runtime?.node?.req) },
      }),
    });
    this.opened = { store, server };
    return this.opened;
  }

  private async ownOf(caller: Caller, id: string) {
    const upload = isId(id) ? await this.tus.store.getUpload(id).catch(() => undefined) : undefined;
    if (upload?.metadata?.['owner'] !== keyOf(caller)) throw refuse('attachment.unknown', { attachment: id });
    return upload;
  }
}

const keyOf = ({ tenant, person }: Caller): string => `${tenant} ${person}`;

const ownerOf = (owners: WeakMap<IncomingMessage, string>, request: unknown): string => owners.get(request as IncomingMessage) ?? '';

/** From the protocol's list of names and values in Base64. */
function nameIn(metadata: string): string {
  const [, value = ''] =
    metadata
      .split(',')
      .map((pair) => pair.trim().split(' '))
      .find(([key]) => key === 'filename') ?? [];
  return Buffer.from(value, 'base64').toString('utf8');
}
