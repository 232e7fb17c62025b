import { readFile } from 'node:fs/promises';

/** Where the built console lies, and what Vite says about its files. */
export const builtFolder = 'dist/apps/console';

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
  readonly isDynamicEntry?: boolean;
}

export type Manifest = Readonly<Record<string, Chunk>>;

export const readManifest = async (): Promise<Manifest> =>
  JSON.parse(await readFile(`${builtFolder}/.vite/manifest.json`, 'utf8')) as Manifest;
