import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const patience = 60_000;
const main = fileURLToPath(new URL('../../apps/server/src/main.js', import.meta.url));

interface EmbeddedDatabase {
  readonly postmaster: number;
  readonly address: string;
}

/** The server as `npm start` runs it, its PostgreSQL and its worker included, started and killed again and again on one data folder. */
export class EndureServer {
  /** Where it can be reached; another place after every start. */
  url = '';
  /** Set before it is killed: from then on a request may fail without anything being wrong. */
  isDoomed = false;
  private child: ChildProcess | undefined;
  private output = '';
  private killedPostmaster: number | undefined;

  constructor(private readonly folder: string) {}

  /** @returns the seconds from the start of the process to its first answer that it is ready. */
  async start(): Promise<number> {
    const began = performance.now();
    const others = Object.entries(process.env).filter(([name]) => !/^(SHENPI_|DATABASE_URL$|REDIS_URL$)/.test(name));
    const settings = { SHENPI_DATA: this.folder, SHENPI_PORT: '0', SHENPI_LOG_LEVEL: 'error' };
    this.child = spawn(process.execPath, [main], {
      env: { ...Object.fromEntries(others), ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    [this.url, this.output, this.isDoomed] = ['', '', false];
    for (const stream of [this.child.stdout, this.child.stderr]) stream?.on('data', (chunk: Buffer) => this.listen(chunk.toString()));
    await this.untilReady();
    return (performance.now() - began) / 1000;
  }

  async database(): Promise<EmbeddedDatabase> {
    const cluster = join(this.folder, 'postgres', 'postgres');
    const [pid, , , port] = (await readFile(join(cluster, 'postmaster.pid'), 'utf8')).split('\n');
    const password = (await readFile(join(cluster, 'shenpi.password'), 'utf8')).trim();
    return { postmaster: Number(pid), address: `postgresql://shenpi:${password}@127.0.0.1:${port}/shenpi` };
  }

  /** kill -9 */
  async kill(isDatabaseToo: boolean): Promise<void> {
    const { postmaster } = await this.database();
    this.isDoomed = true;
    if (isDatabaseToo) {
      process.kill(postmaster, 'SIGKILL');
      this.killedPostmaster = postmaster;
    }
    await this.end('SIGKILL');
  }

  /** In good order. @throws Error when it was not. */
  async stop(): Promise<void> {
    this.isDoomed = true;
    await this.end('SIGTERM');
    if (this.child?.exitCode !== 0) throw new Error(`The server did not stop in good order: ${this.output}`);
  }

  /** Leaves no process behind, whatever is running. */
  async abandon(): Promise<void> {
    this.isDoomed = true;
    await this.end('SIGTERM');
    const { postmaster } = await this.database().catch(() => ({ postmaster: undefined }));
    // The file of one that was killed is still there, and its number may be somebody else's by now.
    if (postmaster === undefined || postmaster === this.killedPostmaster || !isAlive(postmaster)) return;
    process.kill(postmaster, 'SIGQUIT');
    for (const deadline = performance.now() + patience; isAlive(postmaster) && performance.now() < deadline; ) await wait(20);
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const { child } = this;
    if (child === undefined || hasEnded(child)) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }

  private listen(said: string): void {
    this.output = (this.output + said).slice(-4000);
    if (this.url === '') this.url = /(http:\/\/\S+)\/api\/docs/.exec(this.output)?.[1] ?? '';
  }

  private async untilReady(): Promise<void> {
    for (const deadline = performance.now() + patience; performance.now() < deadline; await wait(10)) {
      if (this.child === undefined || hasEnded(this.child)) throw new Error(`The server ended before it was ready: ${this.output}`);
      if (this.url !== '' && (await isReady(this.url))) return;
    }
    throw new Error(`The server was not ready within a minute: ${this.output}`);
  }
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean => exitCode !== null || signalCode !== null;

const isReady = (url: string): Promise<boolean> =>
  fetch(`${url}/health/ready`).then(
    ({ ok }) => ok,
    () => false,
  );

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
