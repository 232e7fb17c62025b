import { createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Channel, ChannelTest, Delivery, PersonalSettings } from '#notice';
import { argumentFields } from '../../config/demo/admission.ts';
import { startApi } from '../support/api.ts';
import { type Client, done, json, type Problem, send } from '../support/client.ts';
import { eventually as eventuallyIn } from '../support/eventually.ts';
import { type ReceivedMail, smtpRefusal, startMailServer } from '../support/mail-server.ts';
import { decided, minutes, submittedAdmission } from '../support/office.ts';
import { type ReceivedPost, startReceiver } from '../support/receiver.ts';
import { expectProblem, withoutChange } from '../support/refusing.ts';

/** The worker comes by once a second; on a machine that has much else to do, later. */
const eventually = <T>(expectation: () => T | Promise<T>) => eventuallyIn(expectation, 30_000);

const mailServer = await startMailServer();
const receiver = await startReceiver();
const environment = {
  SHENPI_SMTP_URL: mailServer.url,
  SHENPI_MAIL_FROM: 'shenpi@office.example',
  SHENPI_PRIVATE_WEBHOOKS: 'true',
  SHENPI_DELIVERY_ATTEMPTS: '4',
};
let present = new Date('2026-03-02T01:00:00Z');
let api = await startApi({ present: present.toISOString(), environment });
const [lead, meeting, admin] = await api.signInAll('jh-xx-fuzeren', 'jh-xx-lianxihui', 'admin');
const department = lead.at('certificate-lead');
const secret = '信息工程系的密钥';

const later = async (minutes: number): Promise<void> => {
  present = new Date(present.getTime() + minutes * 60_000);
  await api.turnTo(present.toISOString());
};
const put = <Body>(who: Client, path: string, body: unknown) => who.send<Body>('PUT', path, json(body));
const settings = (more: Partial<PersonalSettings> = {}) =>
  put<PersonalSettings & Problem>(meeting, 'me/notice-settings', {
    mail: 'lianxihui@school.example',
    language: 'zh-CN',
    preference: 'immediately',
    ...more,
  });
const mailsTo = (address: string) => mailServer.mails.filter(({ to }) => to.includes(address));
const deliveries = async (state: string) =>
  done(await admin.get<{ mail: string; items: Delivery[] }>(`operations/deliveries?state=${state}`)).items;

/** Until these cases' people have been told, and the worker has nothing left to do at this moment. */
const settled = (...instances: readonly string[]) =>
  eventually(async () => {
    const [left] = await api.dataSource.query(
      `SELECT (SELECT count(*) FROM outbox)::int AS messages, (SELECT count(*) FROM notice WHERE is_uncollected)::int AS notices,
         (SELECT count(*) FROM delivery WHERE state IN ('queued', 'failed') AND next_attempt_at <= $1)::int AS deliveries,
         (SELECT count(DISTINCT instance_id) FROM notice WHERE instance_id = ANY ($2))::int AS told`,
      [present, instances],
    );
    expect(left).toEqual({ messages: 0, notices: 0, deliveries: 0, told: instances.length });
  });

beforeEach(async () => {
  await settled();
  mailServer.onMail = async () => undefined;
  mailServer.onRecipient = () => undefined;
});

describe('how somebody is told', () => {
  it('is theirs to say', async () => {
    expect(done(await meeting.get('me/notice-settings'))).toEqual({
      mail: 'jh-xx-lianxihui@shenpi.example',
      language: 'zh-CN',
      preference: 'digest',
    });
    const revision = () => api.dataSource.query('SELECT revision FROM directory_revision');
    const before = await revision();
    expect(done(await settings({ language: 'en' }))).toEqual({
      mail: 'lianxihui@school.example',
      language: 'en',
      preference: 'immediately',
    });
    expect(done(await settings({ mail: null }))).toMatchObject({ mail: null, language: 'zh-CN' });
    // No server has to look up anew who is where.
    expect(await revision()).toEqual(before);
    expect(done(await lead.get('me/notice-settings'))).toMatchObject({ mail: 'jh-xx-fuzeren@shenpi.example' });
  });

  it.each([{ mail: 'nobody' }, { mail: 'a@b.example\r\nBcc: c@d.example' }, { language: 'fr' }, { preference: 'hourly' }, { more: 1 }])(
    'has to be something that can be done: %j',
    async (wrong) => {
      const reply = await withoutChange(api.dataSource, () => settings(wrong as unknown as Partial<PersonalSettings>));
      expectProblem(reply, { status: 400, code: 'request.invalid' });
    },
  );
});

describe('webhooks of organisations', () => {
  const draft = { organisation: department, name: '系工作群', format: 'json', address: `${receiver.url}/hook?key=geheim`, secret };

  it('are looked after by administrators; nobody is shown a secret', async () => {
    const created = done(await admin.post<Channel>('channels', draft));
    expect(created).toEqual({
      id: expect.any(String),
      organisation: { id: department, name: '信息工程系' },
      name: '系工作群',
      format: 'json',
      origin: receiver.url,
      hasSecret: true,
      language: 'zh-CN',
      kinds: ['escalation', 'urge', 'reminder', 'task-opened', 'message'],
      isEnabled: true,
      key: null,
    });
    const change = { organisation: department, name: '系群', format: 'json', kinds: ['urge'], isEnabled: false };
    expect(done(await put(admin, `channels/${created.id}`, change))).toMatchObject({ name: '系群', hasSecret: true, isEnabled: false });
    const list = await admin.get<{ items: Channel[] }>('channels');
    expect(done(list).items).toMatchObject([{ id: created.id, kinds: ['urge'] }]);
    expect(JSON.stringify(list.body)).not.toMatch(/geheim|密钥/);
    const [kept] = await api.dataSource.query('SELECT address, secret FROM channel');
    expect(kept).toEqual({ address: draft.address, secret });
    expect((await admin.send('DELETE', `channels/${created.id}`)).status).toBe(204);
    expectProblem(await admin.send('DELETE', `channels/${created.id}`), { status: 404, code: 'channel.unknown' });
  });

  it('are tested at once, not too often, and signed as anything else', async () => {
    const { id } = done(await admin.post<Channel>('channels', draft));
    expect(done(await admin.post<ChannelTest>(`channels/${id}/test`))).toEqual({ isDelivered: true, code: null });
    expectSigned(receiver.posts.at(-1) as ReceivedPost);
    expectProblem(await withoutChange(api.dataSource, () => admin.post(`channels/${id}/test`)), {
      status: 429,
      code: 'channel.tested-just-now',
    });
    await later(1);
    receiver.answers.push([404]);
    expect(done(await admin.post<ChannelTest>(`channels/${id}/test`))).toEqual({ isDelivered: false, code: 'http-404' });
    done(await admin.send('DELETE', `channels/${id}`));
  });

  it.each([
    ['to the metadata of a cloud', { address: 'http://169.254.169.254/latest' }, 422, 'channel.address-unusable'],
    ['with a password in the address', { address: 'https://a:b@hook.example/' }, 422, 'channel.address-unusable'],
    ['unsigned', { secret: null }, 422, 'channel.secret-missing'],
    ['of nobody', { organisation: '0195a000-0000-7000-8000-000000000001' }, 404, 'organisation.unknown'],
    ['with a key, and robots answer nothing', { format: 'wecom', key: 'credit-bank' }, 422, 'channel.key-not-json'],
    ['with a key that is none', { key: 'Credit Bank' }, 400, 'request.invalid'],
    ['of another format', { format: 'fax' }, 400, 'request.invalid'],
    ['with another protocol', { address: 'ftp://hook.example/' }, 400, 'request.invalid'],
  ])('are refused %s', async (_what, wrong, status, code) => {
    const reply = await withoutChange(api.dataSource, () => admin.post('channels', { ...draft, ...wrong }));
    expectProblem(reply, { status, code });
  });

  it('have a key by which processes call them, once in an organisation', async () => {
    const { id } = done(await admin.post<Channel>('channels', { ...draft, key: 'credit-bank', kinds: [] }));
    const twice = await withoutChange(api.dataSource, () => admin.post('channels', { ...draft, key: 'credit-bank' }));
    expectProblem(twice, { status: 409, code: 'channel.key-taken' });
    const { organisation, name, format } = draft;
    expect(done(await put(admin, `channels/${id}`, { organisation, name, format }))).toMatchObject({ key: 'credit-bank' });
    expect(done(await put(admin, `channels/${id}`, { organisation, name, format, key: null }))).toMatchObject({ key: null });
    done(await admin.send('DELETE', `channels/${id}`));
  });

  it('are no business of others', async () => {
    const { id } = done(await admin.post<Channel>('channels', draft));
    for (const attempt of [
      () => lead.get('channels'),
      () => lead.post('channels', draft),
      () => put(lead, `channels/${id}`, draft),
      () => lead.send('DELETE', `channels/${id}`),
      () => lead.post(`channels/${id}/test`),
      () => lead.get('operations/deliveries'),
      () => lead.post(`operations/deliveries/${id}/retry`),
    ])
      expectProblem(await withoutChange(api.dataSource, attempt), { status: 403, code: 'permission.missing' });
    expectProblem(await send(api.url, 'GET', '/api/channels'), { status: 401, code: 'session.missing' });
    done(await admin.send('DELETE', `channels/${id}`));
  });

  it('have their notices signed, and tried again after 500 and after 429', async () => {
    const { id } = done(await admin.post<Channel>('channels', { ...draft, kinds: ['task-opened'] }));
    receiver.posts.length = 0;
    receiver.answers.push([500], [429, { 'retry-after': '600' }]);
    const instance = await submittedAdmission(lead, 'X002');
    await settled(instance);
    await sleep(1_500);
    expect(receiver.posts).toHaveLength(0);
    for (const [attempt, minutes] of [10, 1, 10].entries()) {
      await later(minutes);
      await eventually(() => expect(receiver.posts).toHaveLength(attempt + 1));
      await eventually(async () => {
        const [row] = await api.dataSource.query('SELECT state, attempts, error FROM delivery WHERE recipient = $1', [id]);
        expect(row).toEqual({
          attempts: attempt + 1,
          ...([
            { state: 'failed', error: 'http-500' },
            { state: 'failed', error: 'http-429' },
          ][attempt] ?? { state: 'sent', error: null }),
        });
      });
    }
    for (const post of receiver.posts) {
      expectSigned(post);
      expect(JSON.parse(post.body)).toMatchObject({ notices: [{ kind: 'task-opened', instance, organisation: '信息工程系' }] });
    }
    expect(new Set(receiver.posts.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    done(await admin.send('DELETE', `channels/${id}`));
    expect(await api.dataSource.query('SELECT FROM delivery WHERE recipient = $1', [id])).toEqual([]);
  });
});

/** As a receiver would check it who knows nothing but the specification. */
function expectSigned({ headers, body }: ReceivedPost): void {
  const content = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`;
  expect(headers['webhook-signature']).toBe(`v1,${createHmac('sha256', secret).update(content).digest('base64')}`);
}

describe('a mail', () => {
  it('tells of several tasks at once, in the language of its reader', async () => {
    await settings({ mail: 'digest@school.example', preference: 'digest', language: 'en' });
    const instances = [await submittedAdmission(lead, 'X004'), await submittedAdmission(lead, 'X008')];
    await settled(...instances);
    await later(10);
    await eventually(() => expect(mailsTo('digest@school.example')).toHaveLength(1));
    const [{ text, messageId }] = mailsTo('digest@school.example') as [ReceivedMail];
    expect(text).toMatch(/^Task \(2\)\r?\nThese tasks wait for you:/);
    const numbers: { number: string }[] = await api.dataSource.query('SELECT case_number AS number FROM instance WHERE id = ANY ($1)', [
      instances,
    ]);
    for (const { number } of numbers) expect(text).toContain(`No. ${number}`);
    expect(messageId).toMatch(/^<[0-9a-f-]{36}@office\.example>$/);
  });

  it('is not sent for a task that was decided before it went', async () => {
    await settings({ mail: 'quick@school.example', preference: 'digest' });
    const instance = await submittedAdmission(lead, 'X005');
    await settled(instance);
    await decided(meeting, instance, { outcome: 'approve', fields: argumentFields(await minutes(meeting, '系党政联席会纪要')) });
    await settled();
    await later(10);
    await eventually(async () => expect((await deliveries('dropped')).map(({ mail }) => mail)).toContain('quick@school.example'));
    expect(mailsTo('quick@school.example')).toEqual([]);
  });

  it('that the server refuses for good is shown to operators, who may have it tried again', async () => {
    mailServer.onRecipient = (address) => {
      if (address === 'gone@school.example') throw smtpRefusal(550);
    };
    await settings({ mail: 'gone@school.example' });
    const instance = await submittedAdmission(lead, 'X006');
    const given = await eventually(async () => {
      const found = (await deliveries('given-up')).find(({ mail }) => mail === 'gone@school.example');
      expect(found).toMatchObject({
        via: 'mail',
        recipient: '信息工程系党政联席会秘书',
        notices: 1,
        attempts: 1,
        error: 'smtp-550',
        nextAttemptAt: null,
      });
      return found as Delivery;
    });
    expect(mailsTo('gone@school.example')).toEqual([]);
    await settings({ mail: 'found@school.example' });
    expect(done(await admin.post<Delivery>(`operations/deliveries/${given.id}/retry`))).toMatchObject({ state: 'queued', attempts: 0 });
    await eventually(() => expect(mailsTo('found@school.example')).toHaveLength(1));
    await eventually(async () => expect((await deliveries('sent')).map(({ id }) => id)).toContain(given.id));
    expectProblem(await withoutChange(api.dataSource, () => admin.post(`operations/deliveries/${given.id}/retry`)), {
      status: 409,
      code: 'delivery.not-given-up',
    });
    expectProblem(await admin.post(`operations/deliveries/${instance}/retry`), { status: 404, code: 'delivery.unknown' });
    expect(done(await admin.get('operations/deliveries'))).toMatchObject({ mail: 'server' });
  });

  it('whose worker is killed before it could note that it was sent comes again under the same id, and nothing else is lost', async () => {
    await settings({ mail: 'twice@school.example' });
    const taken = new Promise<void>((resolve) => {
      mailServer.onMail = async ({ to }) => {
        if (!to.includes('twice@school.example')) return;
        resolve();
        await new Promise(() => undefined);
      };
    });
    await submittedAdmission(lead, 'X007');
    await taken;
    await api.kill();
    mailServer.cut();
    mailServer.onMail = async () => undefined;
    const { databaseUrl } = api;
    present = new Date(present.getTime() + 4 * 60_000);
    api = await startApi({ present: present.toISOString(), environment, databaseUrl });
    await sleep(2_000);
    expect(mailsTo('twice@school.example')).toHaveLength(1);
    await later(1);
    await eventually(() => expect(mailsTo('twice@school.example')).toHaveLength(2));
    const ids = mailsTo('twice@school.example').map(({ messageId }) => messageId);
    expect(ids[1]).toBe(ids[0]);
    await later(60);
    await sleep(2_000);
    expect(mailsTo('twice@school.example')).toHaveLength(2);
  });
});
