import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { testDatabase } from '../../../../test/support/database.ts';
import { done, openHouse } from '../../../../test/support/house.ts';
import { admission } from '../../../../test/support/house-processes.ts';

const { database, dataSource } = await testDatabase();
const house = await openHouse({ database, dataSource }, { definitions: [admission] });
const { attachments, commands, unattachedFiles } = house.cases;
const lead = await house.caller('lead');
const hour = 3_600_000;

async function uploaded(): Promise<string> {
  const file = await attachments.upload(lead, '纪要.txt', Readable.from([Buffer.from('同意申报。')]));
  if ('code' in file) throw new Error(file.code);
  return file.id;
}
const place = (id: string) => join(house.dataFolder, 'files', id.slice(-2), id);
const isKept = async (id: string) => {
  const rows = await house.rows('SELECT FROM attachment WHERE id = $1', [id]);
  expect(existsSync(place(id))).toBe(rows.length > 0);
  return rows.length > 0;
};
const attach = async (instance: string, id: string) => commands.comment(lead, instance, { comment: '附件', attachments: [id] });

const giveUp = (limit = 100) => {
  const now = house.clock.now();
  return unattachedFiles.giveUp(new Date(now.getTime() - 24 * hour), now, limit);
};
const remove = (limit = 100) => unattachedFiles.remove(house.clock.now(), limit);

describe('a file that no case refers to', () => {
  it('is given up when it is old enough, and removed an hour later', async () => {
    const old = await uploaded();
    house.clock.advance(24 * hour);
    const recent = await uploaded();
    expect(await giveUp()).toBe(0);
    house.clock.advance(1);
    expect(await giveUp()).toBe(1);
    house.clock.advance(hour);
    expect(await remove()).toBe(0);
    expect([await isKept(old), await isKept(recent)]).toEqual([true, true]);
    house.clock.advance(1);
    expect(await remove()).toBe(1);
    expect([await isKept(old), await isKept(recent)]).toEqual([false, true]);
  });

  it('can be named by nobody once it is given up', async () => {
    const instance = await house.submitted('放弃');
    const file = await uploaded();
    house.clock.advance(25 * hour);
    await giveUp();
    expect(await attach(instance, file)).toMatchObject({ kind: 'refused', code: 'attachment.unknown' });
    expect(await attachments.open(lead, file)).toBeUndefined();
  });

  it('stays for good when a case refers to it in time, also if it was being given up at that moment', async () => {
    const instance = await house.submitted('留存');
    const [attached, overtaken] = [await uploaded(), await uploaded()];
    done(await attach(instance, attached));
    house.clock.advance(25 * hour);
    await giveUp();
    // As a command leaves it that had found the file before it was given up.
    await dataSource.query('UPDATE attachment SET instance_id = $1 WHERE id = $2', [instance, overtaken]);
    house.clock.advance(25 * hour);
    await giveUp();
    await remove();
    expect([await isKept(attached), await isKept(overtaken)]).toEqual([true, true]);
    expect((await attachments.open(lead, overtaken))?.attachment.id).toBe(overtaken);
    done(await attach(instance, overtaken));
  });

  it('is left to a case that is just taking it', async () => {
    const instance = await house.submitted('同时');
    const file = await uploaded();
    house.clock.advance(25 * hour);
    await giveUp();
    house.clock.advance(2 * hour);
    const runner = dataSource.createQueryRunner();
    try {
      await runner.startTransaction();
      await runner.query('UPDATE attachment SET instance_id = $1 WHERE id = $2', [instance, file]);
      await remove();
      await runner.commitTransaction();
    } finally {
      await runner.release();
    }
    await remove();
    expect(await isKept(file)).toBe(true);
  });

  it('stays whole until its content is gone, and is tried again', async () => {
    const file = await uploaded();
    house.clock.advance(25 * hour);
    await giveUp();
    house.clock.advance(2 * hour);
    // A folder in the place of the file cannot be removed like one.
    await rm(place(file));
    await mkdir(place(file));
    await expect(remove()).rejects.toThrow();
    expect(await isKept(file)).toBe(true);
    await rm(place(file), { recursive: true });
    await writeFile(place(file), '');
    expect(await remove()).toBe(1);
    expect(await isKept(file)).toBe(false);
  });

  it('is removed once, in batches, by workers that come at once', async () => {
    const files = [];
    for (let number = 0; number < 12; number += 1) files.push(await uploaded());
    house.clock.advance(25 * hour);
    const sum = (counts: readonly number[]) => counts.reduce((one, other) => one + other);
    expect(sum(await Promise.all([giveUp(5), giveUp(5), giveUp(5)]))).toBeLessThanOrEqual(12);
    await giveUp();
    house.clock.advance(2 * hour);
    const removed = await Promise.all([remove(5), remove(5), remove(5)]);
    expect(sum([...removed, await remove()])).toBe(12);
    for (const file of files) expect(await isKept(file)).toBe(false);
  });
});
