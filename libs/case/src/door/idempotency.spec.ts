import { Readable } from 'node:stream';
import { afterEach, describe, expect, it } from '@jest/globals';
import { testDatabase } from '../../../../test/support/database.ts';
import { done, openHouse } from '../../../../test/support/house.ts';
import { admission } from '../../../../test/support/house-processes.ts';
import { contradictions, digests } from '../../../../test/support/tables.ts';
import type { Outcome } from '../commands/sender.ts';

const { database, dataSource } = await testDatabase();
const house = await openHouse({ database, dataSource }, { definitions: [admission] });
const { commands, attachments } = house.cases;
const [lead, meeting] = [await house.caller('lead'), await house.caller('meeting')];
const department = await house.organisation('information');
const reused = { kind: 'refused', code: 'idempotency.key-reused' };

afterEach(async () => expect(await contradictions(dataSource)).toEqual([]));

let number = 0;
/** A name that no other test uses, for a certificate or a key. */
const fresh = (name: string): string => `${name} ${(number += 1)}`;
const beginning = (certificate: string, ratio = 0.9) => ({
  definition: admission.key,
  organisation: department,
  fields: { certificate, ratio },
});

/** Each verb, ready to be sent: the same way every time, or with another content under the same key. */
const verbs: Record<string, () => Promise<{ send: () => Promise<Outcome>; sendOther: () => Promise<Outcome> }>> = {
  start: async () => {
    const [idempotencyKey, certificate] = [fresh('key'), fresh('证书')];
    return {
      send: () => commands.start(lead, { ...beginning(certificate), idempotencyKey }),
      sendOther: () => commands.start(lead, { ...beginning(certificate, 0.95), idempotencyKey }),
    };
  },
  decide: async () => {
    const task = `${await house.submitted(fresh('证书'))}.2`;
    const decision = { outcome: 'approve', formVersion: 1, fields: { minutes: '同意' }, idempotencyKey: fresh('key') };
    return {
      send: () => commands.decide(meeting, task, decision),
      sendOther: () => commands.decide(meeting, task, { ...decision, outcome: 'reject', comment: '不同意' }),
    };
  },
  save: async () => {
    const task = `${await house.submitted(fresh('证书'))}.2`;
    const change = { formVersion: 1, fields: { minutes: '初稿' }, idempotencyKey: fresh('key') };
    return {
      send: () => commands.save(meeting, task, change),
      sendOther: () => commands.save(meeting, task, { ...change, fields: { minutes: '二稿' } }),
    };
  },
  comment: async () => {
    const instance = await house.submitted(fresh('证书'));
    const idempotencyKey = fresh('key');
    return {
      send: () => commands.comment(meeting, instance, { comment: '请补材料', idempotencyKey }),
      sendOther: () => commands.comment(meeting, instance, { comment: '请补图', idempotencyKey }),
    };
  },
  withdraw: async () => {
    const instance = await house.submitted(fresh('证书'));
    const idempotencyKey = fresh('key');
    return {
      send: () => commands.withdraw(lead, instance, { comment: '有误', idempotencyKey }),
      sendOther: () => commands.withdraw(lead, instance, { comment: '另有原因', idempotencyKey }),
    };
  },
};

describe.each(Object.keys(verbs))('%s, sent again under its key,', (verb) => {
  const prepared = () => verbs[verb]?.() ?? Promise.reject(new Error(verb));

  it('is answered as the first time and changes nothing more', async () => {
    const { send } = await prepared();
    const first = done(await send());
    const before = await digests(dataSource);
    house.clock.advance(1000);
    expect(done(await send())).toEqual(first);
    expect(await digests(dataSource)).toEqual(before);
  });

  it('has one effect when twenty come at once, and all get the same answer', async () => {
    const { send } = await prepared();
    const rowsBefore = await house.rows<{ count: number }>('SELECT count(*)::int AS count FROM history');
    const records = (await Promise.all(Array.from({ length: 20 }, send))).map(done);
    expect(new Set(records.map((record) => JSON.stringify(record))).size).toBe(1);
    expect(await house.rows('SELECT count(*)::int - $1 AS more FROM history', [rowsBefore[0]?.count])).toEqual([{ more: 1 }]);
  });

  it('is refused when it says something else, also when both are sent at once', async () => {
    const { send, sendOther } = await prepared();
    const outcomes = await Promise.all([send(), sendOther(), send(), sendOther()]);
    const [one, other] = [outcomes.filter((_, index) => index % 2 === 0), outcomes.filter((_, index) => index % 2 === 1)];
    const winners = one[0]?.kind === 'done' ? one : other;
    expect(winners.map(({ kind }) => kind)).toEqual(['done', 'done']);
    expect(winners === one ? other : one).toEqual([reused, reused]);
    const before = await digests(dataSource);
    expect(await (winners === one ? sendOther : send)()).toEqual(reused);
    expect(await digests(dataSource)).toEqual(before);
  });
});

describe('a key', () => {
  it('belongs to one person: another may use the same', async () => {
    const idempotencyKey = fresh('key');
    const instance = await house.submitted(fresh('证书'));
    const records = [lead, meeting].map(async (caller) =>
      done(await commands.comment(caller, instance, { comment: '已阅', idempotencyKey })),
    );
    expect(new Set((await Promise.all(records)).map(({ sequence }) => sequence)).size).toBe(2);
  });

  it('belongs to one verb', async () => {
    const idempotencyKey = fresh('key');
    const { instance } = done(await commands.start(lead, { ...beginning(fresh('证书')), idempotencyKey }));
    expect(await commands.comment(lead, instance, { comment: '已阅', idempotencyKey })).toEqual(reused);
    expect(await commands.decide(lead, `${instance}.1`, { outcome: 'submit', formVersion: 1, idempotencyKey })).toEqual(reused);
  });

  it('is still free after a refusal', async () => {
    const idempotencyKey = fresh('key');
    const task = `${await house.submitted(fresh('证书'))}.2`;
    expect(await commands.decide(meeting, task, { outcome: 'approve', formVersion: 1, idempotencyKey })).toMatchObject({
      code: 'form.invalid',
    });
    done(await commands.decide(meeting, task, { outcome: 'approve', formVersion: 1, fields: { minutes: '同意' }, idempotencyKey }));
  });

  it('gives the first answer after the case has moved on and ended, in another process too', async () => {
    const instance = await house.submitted(fresh('证书'));
    const decision = { outcome: 'approve', formVersion: 1, fields: { minutes: '同意' }, idempotencyKey: fresh('key') };
    const first = done(await commands.decide(meeting, `${instance}.2`, decision));
    for (const account of ['affairs', 'president', 'party']) done(await house.decide(account, instance, 'approve'));
    expect(done(await commands.decide(meeting, `${instance}.2`, decision))).toEqual(first);
    expect(done(await house.anotherProcess().cases.commands.decide(meeting, `${instance}.2`, decision))).toEqual(first);
  });

  it('gives the first answer to a draft that changed nothing', async () => {
    const instance = await house.started('lead', admission.key, { certificate: fresh('证书'), ratio: 0.9 });
    const change = { formVersion: 1, fields: { ratio: 0.9 }, idempotencyKey: fresh('key') };
    const first = done(await commands.save(lead, `${instance}.1`, change));
    done(await house.decide('lead', instance, 'submit'));
    expect(done(await commands.save(lead, `${instance}.1`, change))).toEqual(first);
  });
});

describe('with files', () => {
  async function uploaded(): Promise<string> {
    const file = await attachments.upload(lead, '报告.txt', Readable.from(['论证报告']));
    if ('code' in file) throw new Error(file.code);
    return file.id;
  }

  it('a beginning is replayed although they belong to the case by then, alone and twenty at once', async () => {
    const fields = { certificate: fresh('证书'), report: await uploaded(), annexes: [{ name: '扫描件', scan: await uploaded() }] };
    const request = { ...beginning(''), fields, idempotencyKey: fresh('key') };
    const records = (await Promise.all(Array.from({ length: 20 }, () => commands.start(lead, request)))).map(done);
    expect(new Set(records.map((record) => JSON.stringify(record))).size).toBe(1);
    expect(done(await commands.start(lead, request))).toEqual(records[0]);
    expect(
      await house.rows('SELECT DISTINCT instance_id FROM attachment WHERE id = ANY($1)', [[fields.report, fields.annexes[0]?.scan]]),
    ).toEqual([{ instance_id: records[0]?.instance }]);
  });

  it('a decision is replayed', async () => {
    const instance = await house.started('lead', admission.key, { certificate: fresh('证书'), ratio: 0.9 });
    const report = await uploaded();
    const decision = { outcome: 'submit', formVersion: 1, fields: { report }, attachments: [report], idempotencyKey: fresh('key') };
    const first = done(await commands.decide(lead, `${instance}.1`, decision));
    expect(done(await commands.decide(lead, `${instance}.1`, decision))).toEqual(first);
  });
});
