import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Runs a program of apps/demo against a server. @returns what it printed, and its exit code. */
export async function runDemo(name: string, url: string, args: readonly string[] = []): Promise<{ output: string; code: number | null }> {
  const child = spawn(process.execPath, [join(root, 'dist/apps/demo/src', `${name}.js`), ...args], {
    env: { PATH: process.env['PATH'], SHENPI_URL: url, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { output, code };
}
