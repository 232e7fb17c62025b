import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort, untilReady } from './readiness.ts';

export interface ServerProcess {
  readonly url: string;
  stop(): Promise<void>;
}

/** A server in a folder of its own that is gone afterwards, so that the demo leaves nothing behind. */
export async function startServerProcess(settings: Readonly<Record<string, string>>): Promise<ServerProcess> {
  const folder = await mkdtemp(join(tmpdir(), 'shenpi-demo-'));
  const port = await freePort();
  const main = fileURLToPath(new URL('../../server/src/main.js', import.meta.url));
  const child = spawn(process.execPath, [main], {
    env: {
      ...process.env,
      SHENPI_DATA: folder,
      SHENPI_PORT: String(port),
      SHENPI_LOG_LEVEL: 'warn',
      SHENPI_DEMO: 'true',
      DATABASE_URL: '',
      REDIS_URL: '',
      ...settings,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}`;
  const stop = async (): Promise<void> => {
    if (child.exitCode === null && child.kill('SIGTERM')) await once(child, 'exit');
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await untilReady(url, () => child.exitCode !== null);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, stop };
}
