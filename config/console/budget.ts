import { stat } from 'node:fs/promises';
import { builtFolder, type Manifest, readManifest } from './built.ts';

/** What the first look at the queue may cost, in kB of JavaScript gzipped. */
const limit = 450;
const queue = 'src/queue/queue-page.tsx';

const manifest = await readManifest();
const entry = 'index.html';
const shared = closure(manifest, [entry]);
const firstLoad = await weigh(closure(manifest, [entry, queue]));

for (const [source, { isDynamicEntry }] of Object.entries(manifest)) {
  if (isDynamicEntry !== true) continue;
  const own = new Set([...closure(manifest, [source])].filter((chunk) => !shared.has(chunk)));
  console.log(`${(await weigh(own)).toFixed(1).padStart(7)} kB  ${source}`);
}
console.log(`${(await weigh(shared)).toFixed(1).padStart(7)} kB  on every page`);
console.log(`${firstLoad.toFixed(1).padStart(7)} kB  the queue’s first load; it may be ${limit}`);
if (firstLoad > limit) {
  console.log('Bring only what the page uses: load the rest with the page, or the dialog, that needs it.');
  process.exitCode = 1;
}

/** These chunks and whatever they load with them. */
function closure(chunks: Manifest, names: readonly string[], found = new Set<string>()): Set<string> {
  for (const name of names) {
    const chunk = chunks[name];
    if (chunk === undefined) throw new Error(`${name} is no part of the built console`);
    if (found.has(name)) continue;
    found.add(name);
    closure(chunks, chunk.imports ?? [], found);
  }
  return found;
}

/** In kB gzipped. */
async function weigh(chunks: ReadonlySet<string>): Promise<number> {
  const sizes = [...chunks].map((name) => manifest[name]?.file ?? '').filter((file) => file.endsWith('.js'));
  const weighed = await Promise.all(sizes.map((file) => stat(`${builtFolder}/${file}.gz`)));
  return weighed.reduce((sum, { size }) => sum + size, 0) / 1000;
}
