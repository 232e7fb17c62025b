import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { generated } from './generated.ts';

/** Writes the generated files; with `--check`, writes none and says which of them would be others. */
const isCheck = process.argv.includes('--check');
const stale: string[] = [];

for (const { file, content } of generated) {
  const wanted = await content();
  const present = await readFile(file, 'utf8').catch(() => undefined);
  if (present === wanted) continue;
  stale.push(file);
  if (isCheck) continue;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, wanted);
}

for (const file of stale) console.log(isCheck ? `${file} is not what the code says.` : `${file} written.`);
if (isCheck && stale.length > 0) {
  console.log('Run `npm run generate` and commit the result.');
  process.exitCode = 1;
}
