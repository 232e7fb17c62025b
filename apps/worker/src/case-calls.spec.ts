import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openCalls } from '#notice';
import { newId } from '#platform';
import { testDatabase } from '../../../test/support/database.ts';
import { done, openHouse, tenant } from '../../../test/support/house.ts';
import { crediting } from '../../../test/support/house-processes.ts';
import { startReceiver } from '../../../test/support/receiver.ts';
import { recordedLogger } from '../../../test/support/recorded-logger.ts';
import { contradictions } from '../../../test/support/tables.ts';
import { listenerOf } from './case-calls.ts';

const { database, dataSource } = await testDatabase();
const house = await openHouse({ database, dataSource }, { definitions: [crediting] });
const { commands, incidents, instances, systemCommands } = house.cases;
const bank = await startReceiver();
const secret = '学分银行的密钥';

const worker = (listener = listenerOf(house.cases)) =>
  openCalls({
    config: { deliveryAttempts: 4, privateWebhooks: true },
    database,
    clock: house.clock,
    logger: recordedLogger().logger,
    listener,
  });
const calls = worker();

async function channel(organisation: string, address: string, key = 'credit-bank'): Promise<void> {
  await house.rows(
    `INSERT INTO channel (tenant, id, organisation_id, name, format, address, secret, language, kinds, is_enabled, key, created_at, created_by)
     VALUES ($1, $2, $3, '学分银行', 'json', $4, $5, 'zh-CN', '{}', true, $6, now(), $2)`,
    [tenant, newId(), await house.organisation(organisation), address, secret, key],
  );
}

async function called(hours = 48): Promise<string> {
  const instance = await house.started('lead', crediting.key, { hours });
  done(await house.decide('lead', instance, 'submit'));
  return instance;
}

const standing = async (instance: string) =>
  (await house.rows<{ standing: string[] }>('SELECT standing FROM instance WHERE id = $1', [instance]))[0]?.standing[0];
const view = async (instance: string) => (await instances.read(await house.caller('lead'), instance))?.calls;
const open = async (instance: string) => (await incidents.open(tenant, [''])).filter(({ instance_id }) => instance_id === instance);
const minutes = (count: number) => house.clock.advance(count * 60_000);
const answer = (status: number, body: unknown = '', headers = {}) =>
  void bank.answers.push([status, headers, typeof body === 'string' ? body : JSON.stringify(body)]);

beforeEach(async () => {
  bank.posts.length = 0;
  bank.answers.length = 0;
  await house.rows('DELETE FROM channel');
  await channel('province', `${bank.url}/province`);
});
afterEach(async () => {
  expect(await contradictions(dataSource)).toEqual([]);
  await house.rows(`UPDATE case_call SET status = 'cancelled' WHERE status IN ('queued', 'failed')`);
});

describe('a call', () => {
  it('is signed, carries its id, and its answer moves the case on', async () => {
    const instance = await called();
    expect(await view(instance)).toMatchObject([
      { number: 1, to: 'credit-bank', status: 'queued', askedBy: { title: { zh: '学分银行认定' } } },
    ]);
    answer(200, { receipt: 'R-1', more: [1] });
    await calls.pass();
    const [post] = bank.posts;
    const id = `${instance}.1`;
    expect(JSON.parse(post?.body ?? '')).toEqual({ id, instance, call: 1, data: { hours: 48 } });
    const signed = `${id}.${String(post?.headers['webhook-timestamp'])}.${post?.body}`;
    expect(post?.headers).toMatchObject({
      'idempotency-key': id,
      'webhook-id': id,
      'webhook-signature': `v1,${createHmac('sha256', secret).update(signed).digest('base64')}`,
    });
    expect(await standing(instance)).toBe('counted');
    expect(await house.rows(`SELECT state->'data' AS data FROM instance WHERE id = $1`, [instance])).toEqual([
      { data: { receipt: 'R-1' } },
    ]);
    expect(await view(instance)).toMatchObject([{ status: 'answered', attempts: 1 }]);
    await calls.pass();
    expect(bank.posts).toHaveLength(1);
  });

  it('is made again under the same id, after longer and longer pauses, until it is answered', async () => {
    const instance = await called();
    answer(503);
    answer(429, '', { 'retry-after': '600' });
    answer(200, { receipt: 'R-2' });
    await calls.pass();
    expect(await view(instance)).toMatchObject([{ status: 'failed', attempts: 1, error: 'http-503' }]);
    await calls.pass();
    expect(bank.posts).toHaveLength(1);
    minutes(1);
    await calls.pass();
    minutes(9);
    await calls.pass();
    expect(bank.posts).toHaveLength(2);
    minutes(1);
    await calls.pass();
    expect(new Set(bank.posts.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(await standing(instance)).toBe('counted');
  });

  it.each([
    ['says that it never will', () => answer(410), 'http-410'],
    ['does not know us', () => answer(401), 'http-401'],
    ['sends us elsewhere', () => answer(302, '', { location: 'http://127.0.0.1:1/' }), 'http-302'],
    ['answers something else', () => answer(200, '好的'), 'answer-malformed'],
    ['answers in another shape', () => answer(200, { receipt: '' }), 'answer-malformed'],
  ])('to somebody who %s is an incident, and made again when an operator says so', async (_what, answers, code) => {
    const instance = await called();
    answers();
    await calls.pass();
    const [incident] = await open(instance);
    expect(incident).toMatchObject({ step: 'bank', code: 'call-failed', detail: code });
    expect(await house.rows(`SELECT kind, detail FROM history WHERE instance_id = $1 ORDER BY sequence DESC LIMIT 1`, [instance])).toEqual([
      { kind: 'call-failed', detail: { call: 1, cause: code } },
    ]);
    minutes(600);
    await calls.pass();
    expect(bank.posts).toHaveLength(1);
    answer(200, { receipt: 'R-3' });
    expect(await commands.retryIncident(await house.caller('lead'), incident?.id ?? '')).toMatchObject({ code: 'permission.missing' });
    done(await commands.retryIncident(await house.caller('administrator'), incident?.id ?? ''));
    await calls.pass();
    expect(bank.posts.map(({ headers }) => headers['webhook-id'])).toEqual([`${instance}.1`, `${instance}.1`]);
    expect(await standing(instance)).toBe('counted');
    expect(await open(instance)).toEqual([]);
  });

  it('is given up when it has failed often enough, or its time is over', async () => {
    const often = await called();
    for (let attempt = 0; attempt < 4; attempt += 1) {
      answer(500);
      await calls.pass();
      minutes(60);
    }
    expect(await open(often)).toMatchObject([{ detail: 'http-500' }]);
    expect(await view(often)).toMatchObject([{ status: 'given-up', attempts: 4, error: 'http-500' }]);
    const long = await called();
    answer(503, '', { 'retry-after': `${3 * 86_400}` });
    minutes(2 * 24 * 60 - 1);
    await calls.pass();
    expect(await open(long)).toMatchObject([{ detail: 'http-503' }]);
  });

  it('goes to nobody but a webhook of an organisation above the case, and to the highest', async () => {
    await house.rows('DELETE FROM channel');
    await channel('wanjiang', `${bank.url}/elsewhere`);
    await channel('province', `${bank.url}/other`, 'other-bank');
    const lost = await called();
    await calls.pass();
    expect(bank.posts).toEqual([]);
    expect(await open(lost)).toMatchObject([{ detail: 'target-unknown' }]);
    await channel('information', `${bank.url}/department`);
    await channel('hefei', `${bank.url}/city`);
    answer(200, { receipt: 'R-4' });
    await called();
    await calls.pass();
    expect(bank.posts.map(({ path }) => path)).toEqual(['/city']);
  });

  it('is cancelled with its state: nothing is sent, and a late answer has no effect', async () => {
    const instance = await called();
    done(await commands.withdraw(await house.caller('lead'), instance, { comment: '不报了' }));
    await calls.pass();
    expect(bank.posts).toEqual([]);
    expect(await view(instance)).toMatchObject([{ status: 'cancelled' }]);
    expect(await systemCommands.callAnswered(tenant, instance, 1, { receipt: 'R' })).toMatchObject({ code: 'case.finished' });
    expect(await standing(instance)).toBe('withdrawn');
  });

  it('has one effect where its worker is killed after the answer, and two workers share what is due', async () => {
    const instance = await called();
    answer(200, { receipt: 'R-5' });
    answer(200, { receipt: 'R-6' });
    const killed = worker({ answered: () => Promise.reject(new Error('killed')), failed: () => Promise.resolve() });
    await expect(killed.pass()).rejects.toThrow('killed');
    await calls.pass();
    expect(bank.posts).toHaveLength(1);
    minutes(2);
    await Promise.all([calls.pass(), worker().pass()]);
    expect(bank.posts).toHaveLength(2);
    expect(await standing(instance)).toBe('counted');
    expect(await house.rows(`SELECT 1 FROM history WHERE instance_id = $1 AND kind = 'call-answered'`, [instance])).toHaveLength(1);
  });
});
