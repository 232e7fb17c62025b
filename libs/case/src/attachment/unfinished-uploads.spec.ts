import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { UnfinishedUploads } from './unfinished-uploads.ts';

const folder = await mkdtemp(join(tmpdir(), 'unfinished-'));
afterAll(() => rm(folder, { recursive: true }));
const uploads = new UnfinishedUploads(folder);
const before = new Date('2026-03-02T01:00:00Z');

/** Begun at one time, with some of it come at another. */
async function begun(id: string, at: string, cameAt: string): Promise<void> {
  for (const [name, changedAt] of [
    [`${id}.json`, at],
    [id, cameAt],
  ] as const) {
    await writeFile(join(folder, name), 'some');
    await utimes(join(folder, name), new Date(changedAt), new Date(changedAt));
  }
}

describe('uploads that nobody went on with', () => {
  it('are removed with all that is known of them, and no others; nothing is where nobody uploaded', async () => {
    expect(await new UnfinishedUploads(join(folder, 'nowhere')).remove(before, 10)).toBe(0);
    await begun('forgotten', '2026-03-01T00:00:00Z', '2026-03-01T00:10:00Z');
    await begun('slow', '2026-03-01T00:00:00Z', '2026-03-02T01:00:00Z');
    await begun('new', '2026-03-02T02:00:00Z', '2026-03-02T02:00:00Z');
    expect(await uploads.remove(before, 10)).toBe(1);
    expect((await readdir(folder)).sort()).toEqual(['new', 'new.json', 'slow', 'slow.json']);
  });

  it('go in batches', async () => {
    for (const id of ['one', 'two', 'three']) await begun(id, '2026-02-01T00:00:00Z', '2026-02-01T00:00:00Z');
    expect(await uploads.remove(before, 2)).toBe(2);
    expect(await uploads.remove(before, 2)).toBe(1);
    expect(await uploads.remove(before, 2)).toBe(0);
  });
});
