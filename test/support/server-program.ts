import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterwards } from './copied-database.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const patience = 60_000;

/** A program of ours as an operator runs it: its own process, told what to do by its environment alone. */
export class Program {
  output = '';
  private readonly ended: Promise<number | null>;

  private constructor(private readonly child: ChildProcess) {
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    this.ended = once(child, 'close').then(([code]) => code as number | null);
  }

  static run(app: 'server' | 'worker', environment: Readonly<Record<string, string>>): Program {
    const defaults = { PATH: process.env['PATH'] ?? '', SHENPI_PORT: '0', SHENPI_LOG_LEVEL: 'warn', SHENPI_DEMO: 'true' };
    const main = join(root, 'dist/apps', app, 'src/main.js');
    const child = spawn(process.execPath, [main], { cwd: root, env: { ...defaults, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });
    const program = new Program(child);
    afterwards(() => program.end());
    return program;
  }

  /** Waits until it has said something. @returns what the pattern's first group holds. */
  async says(pattern: RegExp): Promise<string> {
    for (const deadline = performance.now() + patience; performance.now() < deadline; ) {
      const [, found] = pattern.exec(this.output) ?? [];
      if (found !== undefined) return found;
      if (this.child.exitCode !== null) break;
      await Promise.race([this.ended, new Promise((resolve) => setTimeout(resolve, 25))]);
    }
    throw new Error(`the program did not say ${String(pattern)}, but: ${this.output}`);
  }

  /** Where a server can be reached, once it serves. */
  url(): Promise<string> {
    return this.says(/(http:\/\/\S+)\/api\/docs/);
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** @returns its exit code; null when a signal ended it. */
  exitCode(): Promise<number | null> {
    return this.ended;
  }

  async kill(): Promise<void> {
    this.signal('SIGKILL');
    await this.ended;
  }

  private async end(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    this.signal('SIGTERM');
    await this.ended;
  }
}

/** The embedded database in a server's data folder. */
export interface EmbeddedFiles {
  readonly postmaster: number;
  readonly url: string;
}

/** @throws when none is running. */
export async function embeddedIn(dataFolder: string): Promise<EmbeddedFiles> {
  const cluster = join(dataFolder, 'postgres', 'postgres');
  const [pid, , , port] = (await readFile(join(cluster, 'postmaster.pid'), 'utf8')).split('\n');
  const password = (await readFile(join(cluster, 'shenpi.password'), 'utf8')).trim();
  return { postmaster: Number(pid), url: `postgresql://shenpi:${password}@127.0.0.1:${port}/shenpi` };
}
