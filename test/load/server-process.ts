import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { freePort, untilReady } from '../../apps/demo/src/readiness.ts';

export interface ServerProcess {
  readonly port: number;
  /** From the start of the process to its first answer that it is ready. */
  readonly seconds: number;
  stop(): Promise<void>;
}

const mainOf = (app: 'server' | 'worker'): string => fileURLToPath(new URL(`../../apps/${app}/src/main.js`, import.meta.url));

type Settings = Readonly<Record<string, string>>;

interface Program {
  hasEnded(): boolean;
  stop(): Promise<void>;
}

/** As it is run from the command line. Settings that are not given are the defaults. */
function run(app: 'server' | 'worker', settings: Settings): Program {
  const others = Object.entries(process.env).filter(([name]) => !/^(SHENPI_|DATABASE_URL$|REDIS_URL$)/.test(name));
  const child = spawn(process.execPath, [mainOf(app)], {
    env: { ...Object.fromEntries(others), ...settings },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const exited = once(child, 'exit');
  const stop = async (): Promise<void> => {
    if (child.exitCode === null && child.kill('SIGTERM')) await exited;
  };
  return { hasEnded: () => child.exitCode !== null, stop };
}

/** The server as `npm start` runs it, with the worker in the same process unless the settings say otherwise. */
export async function startServerProcess(settings: Settings): Promise<ServerProcess> {
  const port = await freePort();
  const began = performance.now();
  const { hasEnded, stop } = run('server', { SHENPI_PORT: String(port), ...settings });
  try {
    await untilReady(`http://127.0.0.1:${port}`, hasEnded);
  } catch (error) {
    await stop();
    throw error;
  }
  return { port, seconds: (performance.now() - began) / 1000, stop };
}

/** A worker of its own. It does not say when it is ready: what it has done shows that it was. */
export const startWorkerProcess = (settings: Settings): Pick<ServerProcess, 'stop'> => run('worker', settings);
