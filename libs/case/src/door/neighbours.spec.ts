import { Readable } from 'node:stream';
import { afterEach, describe, expect, it } from '@jest/globals';
import { testDatabase } from '../../../../test/support/database.ts';
import { done, openHouse } from '../../../../test/support/house.ts';
import { admission } from '../../../../test/support/house-processes.ts';
import { contradictions } from '../../../../test/support/tables.ts';
import type { Outcome } from '../commands/sender.ts';

const { database, dataSource } = await testDatabase();
const house = await openHouse({ database, dataSource }, { definitions: [admission] });
const [lead, meeting] = [await house.caller('lead'), await house.caller('meeting')];
const organisation = await house.organisation('information');
// With a pool of two there is one transaction at a time: what comes while a first command is committed is one group.
const { commands, attachments } = house.anotherProcess(database, 2).cases;

afterEach(async () => expect(await contradictions(dataSource)).toEqual([]));

let number = 0;
const fresh = (name: string): string => `${name} ${(number += 1)}`;

/** Sends commands behind another, so that they share a transaction. */
async function inOneGroup(...send: (() => Promise<Outcome>)[]): Promise<Outcome[]> {
  const first = begin(fresh('先行'));
  const outcomes = await Promise.all(send.map((each) => each()));
  done(await first);
  return outcomes;
}

const begin = (certificate: string, more: object = {}, idempotencyKey?: string): Promise<Outcome> =>
  commands.start(lead, { definition: admission.key, organisation, fields: { certificate, ratio: 0.9, ...more }, idempotencyKey });

async function uploaded(): Promise<string> {
  const file = await attachments.upload(lead, '报告.txt', Readable.from(['论证报告']));
  if ('code' in file) throw new Error(file.code);
  return file.id;
}

const ownerOf = async (file: string) =>
  (await house.rows<{ instance_id: string }>('SELECT instance_id FROM attachment WHERE id = $1', [file]))[0]?.instance_id;

describe('two commands of one group', () => {
  it('that name one file for two cases: the first has it, for the second there is no such file', async () => {
    const report = await uploaded();
    const [one, other] = await inOneGroup(
      () => begin(fresh('证书'), { report }),
      () => begin(fresh('证书'), { report }),
    );
    expect(other).toEqual({ kind: 'refused', code: 'attachment.unknown', params: { attachment: report } });
    expect(await ownerOf(report)).toBe(done(one as Outcome).instance);
  });

  it('that name one file for one case both may', async () => {
    const [report, instance] = [await uploaded(), await house.started('lead', admission.key, { certificate: fresh('证书') })];
    const outcomes = await inOneGroup(
      () => commands.save(lead, `${instance}.1`, { formVersion: 1, fields: { report } }),
      () => commands.decide(lead, `${instance}.1`, { outcome: 'submit', formVersion: 2, fields: { ratio: 0.9 }, attachments: [report] }),
    );
    expect(outcomes.map(({ kind }) => kind)).toEqual(['done', 'done']);
    expect(await ownerOf(report)).toBe(instance);
  });

  it('of which one is of another tenant, and there is no such case for it: the other is carried out all the same', async () => {
    const instance = await house.started('lead', admission.key, { certificate: fresh('证书'), ratio: 0.9 });
    const submission = { outcome: 'submit', formVersion: 1 };
    const [foreign, own] = await inOneGroup(
      () => commands.decide({ ...lead, tenant: 'hubei' }, `${instance}.1`, submission),
      () => commands.decide(lead, `${instance}.1`, submission),
    );
    expect(foreign).toMatchObject({ code: 'task.unknown' });
    expect(done(own as Outcome).sequence).toBe(2);
  });

  it('that begin a case under one key: one case, and one receipt for both', async () => {
    const [certificate, key] = [fresh('证书'), fresh('key')];
    const [one, same, otherwise] = await inOneGroup(
      () => begin(certificate, {}, key),
      () => begin(certificate, {}, key),
      () => begin(fresh('证书'), {}, key),
    );
    expect(same).toEqual(one);
    expect(otherwise).toMatchObject({ code: 'idempotency.key-reused' });
    expect(await house.rows('SELECT FROM instance WHERE unique_key = $1', [certificate])).toHaveLength(1);
  });

  it('of which one gives up what the other takes', async () => {
    const certificate = fresh('证书');
    const instance = await house.submitted(certificate);
    const [rejected, begun] = await inOneGroup(
      () =>
        commands.decide(meeting, `${instance}.2`, { outcome: 'reject', formVersion: 1, comment: '条件不足', fields: { minutes: '否' } }),
      () => begin(certificate),
    );
    expect([rejected?.kind, begun?.kind]).toEqual(['done', 'done']);
  });

  it('that take the same: the first has it, and the second is refused by its rule', async () => {
    const certificate = fresh('证书');
    const outcomes = await inOneGroup(
      () => begin(certificate),
      () => begin(certificate),
    );
    expect(outcomes).toMatchObject([{ kind: 'done' }, { code: 'case.duplicate', rules: [{ rule: 'R-AH24-05' }] }]);
  });
});

it('finds a file taken by another process between the look-up and the write', async () => {
  const [report, instance] = [await uploaded(), await house.started('lead', admission.key, { certificate: fresh('证书') })];
  const holder = dataSource.createQueryRunner();
  await holder.startTransaction();
  await holder.query('UPDATE attachment SET instance_id = gen_random_uuid() WHERE id = $1', [report]);
  const saving = commands.save(lead, `${instance}.1`, { formVersion: 1, fields: { report } });
  await waitingForLock();
  await holder.commitTransaction();
  await holder.release();
  expect(await saving).toMatchObject({ code: 'attachment.unknown' });
  expect(await house.rows('SELECT sequence FROM instance WHERE id = $1', [instance])).toEqual([{ sequence: 1 }]);
});

/** Until some backend of this database waits for a lock. */
async function waitingForLock(): Promise<void> {
  for (;;) {
    const waiting = await dataSource.query(`SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`);
    if (waiting.length > 0) return;
  }
}
