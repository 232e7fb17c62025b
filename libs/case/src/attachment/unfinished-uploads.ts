import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

const none: string[] = [];

/** Files of which some has come, and may still come. Each lies under its id, beside what is known of it (`<id>.json`). */
export class UnfinishedUploads {
  constructor(readonly folder: string) {}

  /** Removes those of which nothing more has come since then. @returns how many, at most `limit` */
  async remove(before: Date, limit: number): Promise<number> {
    const names = await readdir(this.folder).catch(() => none);
    let removed = 0;
    for (const id of new Set(names.map((name) => name.replace(/\.json$/, '')))) {
      if (removed === limit) break;
      if (!(await this.isOlder(id, before))) continue;
      await Promise.all(this.partsOf(id).map((path) => rm(path, { force: true })));
      removed += 1;
    }
    return removed;
  }

  private async isOlder(id: string, before: Date): Promise<boolean> {
    const changes = await Promise.all(this.partsOf(id).map((path) => stat(path).catch(() => undefined)));
    const known = changes.filter((found) => found !== undefined);
    return known.length > 0 && known.every(({ mtimeMs }) => mtimeMs < before.getTime());
  }

  private partsOf(id: string): readonly string[] {
    return [join(this.folder, id), join(this.folder, `${id}.json`)];
  }
}
