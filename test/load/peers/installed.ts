import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/**
 * Where the peers' own package.json is: among the sources and apart from the repository's, so that only those who measure
 * them install them. The compiler therefore knows nothing of their types, and whoever loads one writes down the part of
 * it that is used.
 */
const folder = fileURLToPath(new URL('../../../../test/load/peers/', import.meta.url));
const install = 'npm ci --prefix test/load/peers';

export class NotInstalledError extends Error {}

/** @throws NotInstalledError when they are not there and cannot be fetched. */
export async function installPeers(tell: (text: string) => void): Promise<void> {
  const pinned = Object.entries(await pins());
  const installed = await Promise.all(pinned.map(([name]) => installedVersion(name)));
  if (pinned.every(([, version], index) => version === installed[index])) return;
  tell(`installing the peers: ${install}`);
  try {
    await promisify(execFile)('npm', ['ci', '--prefix', folder, '--no-audit', '--no-fund', '--fetch-retries=1']);
  } catch (error) {
    throw new NotInstalledError(`The peers could not be installed; that needs a network. "${install}" says more.`, { cause: error });
  }
}

/** The package's own exports, not of any type that is known here. */
export function installed(name: string): unknown {
  return createRequire(join(folder, 'package.json'))(name);
}

export async function versionOf(name: string): Promise<string> {
  return (await pins())[name] ?? 'unknown';
}

async function pins(): Promise<Readonly<Record<string, string>>> {
  return (JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { dependencies: Record<string, string> }).dependencies;
}

const installedVersion = (name: string): Promise<string | undefined> =>
  readFile(join(folder, 'node_modules', name, 'package.json'), 'utf8').then(
    (text) => (JSON.parse(text) as { version: string }).version,
    () => undefined,
  );
