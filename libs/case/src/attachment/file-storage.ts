import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** A file that has been written but is not yet kept. */
export interface ReceivedFile {
  readonly path: string;
  readonly size: number;
  /** SHA-256 of the content, in hexadecimal. */
  readonly sha256: string;
  /** Puts it where it stays, on disk for good. */
  keep(): Promise<void>;
  discard(): Promise<void>;
}

/** More came than may come. */
export class FileTooLargeError extends Error {}

/** Where the content of attachments lies: outside the web root, under names that are ids. */
export abstract class FileStorage {
  /** @param limit bytes at most. @throws FileTooLargeError when more comes; nothing is kept then. */
  abstract receive(id: string, content: Readable, limit: number): Promise<ReceivedFile>;
  abstract read(id: string): Readable;
  /** Removes it for good; one that is not there is as good as removed. */
  abstract remove(id: string): Promise<void>;
}

export class LocalFileStorage extends FileStorage {
  constructor(private readonly folder: string) {
    super();
  }

  async receive(id: string, content: Readable, limit: number): Promise<ReceivedFile> {
    const incoming = join(this.folder, 'incoming', id);
    await mkdir(dirname(incoming), { recursive: true });
    const hash = createHash('sha256');
    let size = 0;
    const measure = async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        hash.update(chunk);
        size += chunk.length;
        if (size > limit) throw new FileTooLargeError();
        yield chunk;
      }
    };
    // Opened before anything can go wrong, so that what is removed then is there and does not come afterwards.
    const file = await open(incoming, 'wx', 0o600);
    try {
      await pipeline(content, measure, file.createWriteStream());
    } catch (error) {
      await rm(incoming, { force: true });
      throw error;
    }
    return {
      path: incoming,
      size,
      sha256: hash.digest('hex'),
      keep: () => this.keep(incoming, id),
      discard: () => rm(incoming, { force: true }),
    };
  }

  read(id: string): Readable {
    return createReadStream(this.place(id));
  }

  async remove(id: string): Promise<void> {
    await rm(this.place(id), { force: true });
  }

  private async keep(incoming: string, id: string): Promise<void> {
    const place = this.place(id);
    await mkdir(dirname(place), { recursive: true });
    await flush(incoming);
    await rename(incoming, place);
    await flush(dirname(place));
  }

  /** By the last two characters of the id, which are random: its beginning is the time. */
  private place(id: string): string {
    return join(this.folder, id.slice(-2), id);
  }
}

/** Without it a crash of the machine could lose a file that was acknowledged. */
async function flush(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
