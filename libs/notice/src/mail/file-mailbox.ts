import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { callbackify } from 'node:util';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';
import { newId } from '#platform';

const mostFiles = 500;
const mostBytes = 5 * 1024 * 1024;

/**
 * A mail server for trying things out: takes whatever it is given, from this machine alone, and keeps it as files that any
 * mail program opens. The newest 500 stay; their names sort by time.
 */
export class FileMailbox {
  private readonly server: SMTPServer;

  constructor(private readonly folder: string) {
    this.server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      size: mostBytes,
      onData: (stream, _session, callback) => callbackify(() => this.receive(stream))(callback),
    });
    // A client that hangs up is no trouble of ours.
    this.server.on('error', () => undefined);
  }

  /** @returns where it can be reached by SMTP. */
  async open(): Promise<string> {
    await mkdir(this.folder, { recursive: true });
    await new Promise<void>((resolve, reject) => {
      this.server.server.once('error', reject);
      this.server.listen(0, '127.0.0.1', resolve);
    });
    const address = this.server.server.address();
    return `smtp://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private async receive(stream: SMTPServerDataStream): Promise<void> {
    const content = await buffer(stream);
    if (stream.sizeExceeded) throw Object.assign(new Error('The mail is too large.'), { responseCode: 552 });
    await this.keep(content);
  }

  /** Under its name only once it is whole. */
  private async keep(content: Buffer): Promise<void> {
    const name = join(this.folder, newId());
    await writeFile(`${name}.part`, content);
    await rename(`${name}.part`, `${name}.eml`);
    const files = (await readdir(this.folder)).filter((file) => file.endsWith('.eml')).toSorted();
    await Promise.all(files.slice(0, -mostFiles).map((file) => rm(join(this.folder, file), { force: true })));
  }
}
