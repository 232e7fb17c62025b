import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { builtFolder } from './built.ts';

/** Builds the console if anything it is made from is new: seconds that every run of the tests would cost otherwise. */
const sources = ['apps/console', 'libs/engine/src', 'libs/calendar/src', 'config/console'];
const stamp = join(builtFolder, 'stamp');

const wanted = await fingerprint();
if ((await readFile(stamp, 'utf8').catch(() => '')) !== wanted) {
  const { build } = await import('vite');
  await build({ root: 'apps/console', logLevel: 'warn' });
  await compress(join(builtFolder, 'assets'));
  await writeFile(stamp, wanted);
}

async function fingerprint(): Promise<string> {
  const files = ['package-lock.json', ...(await Promise.all(sources.map(filesBelow))).flat().sort()];
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update(await readFile(file));
  return hash.digest('hex');
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** Once here, not for every reader. Brotli's last levels take ten times as long for a hundredth less. */
async function compress(folder: string): Promise<void> {
  for (const file of await filesBelow(folder)) {
    const content = await readFile(file);
    await writeFile(`${file}.gz`, gzipSync(content, { level: 9 }));
    await writeFile(`${file}.br`, brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
  }
}
