import { describe, expect, it } from '@jest/globals';
import type { CommandRecord, InstanceView } from '#case';
import type { Definition } from '#engine';
import { demoPassword } from '../../config/demo/organisations.ts';
import { certificateAdmission } from '../../workflows/certificate-admission/definition.ts';
import { startApi } from '../support/api.ts';
import { done, json, type Problem, send } from '../support/client.ts';
import { draft, one, plainForm, post, processOf, step } from '../support/definitions.ts';
import { arguedAdmission, decide, decided, minutes, pdf, startAdmission, submittedAdmission, viewOf } from '../support/office.ts';
import { expectProblem, withoutChange } from '../support/refusing.ts';

const present = '2026-03-02T01:00:00Z';
// Without background jobs nothing but a request changes a row.
const api = await startApi({ present, environment: { SHENPI_WORKER: 'false' } });
const [lead, meeting, affairs, hefei, wuhu, province, admin] = await api.signInAll(
  'jh-xx-fuzeren',
  'jh-xx-lianxihui',
  'jh-jiaowu',
  'hefei',
  'wuhu',
  'sheng',
  'admin',
);

const signIn = (account: string, password: string) => send<Problem>(api.url, 'POST', '/api/session', json({ account, password }));

describe('two approvers at once', () => {
  it('one decides, the other is shown the case as it is now, in a plain sentence of their language', async () => {
    const instance = await arguedAdmission(lead, meeting, 'X002');
    const view = await viewOf(affairs, instance);
    const [task] = view.myTasks;
    const colleague = (await api.signIn('jh-jiaowu')).speaking('en-GB,en;q=0.9');
    const decision = { outcome: 'approve', formVersion: view.form.version };
    const replies = await Promise.all(
      [affairs, colleague].map((who) => who.post<CommandRecord & Problem>(`tasks/${task?.id}/decisions`, decision)),
    );
    expect(replies.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 409]);

    for (const [who, sentence] of [
      [affairs, /^.*已.*。$/],
      [colleague, /^[A-Z][^{}]+\.$/],
    ] as const) {
      const late = await withoutChange(api.dataSource, () => who.post<Problem>(`tasks/${task?.id}/decisions`, decision));
      const problem = expectProblem(late, { status: 409, code: 'task.closed' });
      expect(problem.detail).toMatch(sentence);
      expect(problem.current as InstanceView).toMatchObject({ id: instance, states: [{ path: 'officeMeeting' }], myTasks: [] });
    }
  });
});

describe('a session', () => {
  it('is opened by signing in, says who one is, and ends by signing out', async () => {
    const reply = await send<{ csrfToken: string }>(
      api.url,
      'POST',
      '/api/session',
      json({ account: 'JH-XX-zhuren', password: demoPassword }),
    );
    expect(reply).toMatchObject({
      status: 201,
      body: { person: { name: '信息工程系主任' }, posts: [{ key: 'dean' }], permissions: ['instance.read'] },
    });
    const [cookie = ''] = reply.headers.getSetCookie();
    expect(cookie).toMatch(/^shenpi=[\w-]{43}; /);
    for (const flag of ['HttpOnly', 'SameSite=Lax', 'Path=/', 'Expires=']) expect(cookie).toContain(flag);
    expect(cookie).not.toContain('Secure');
    const headers = { cookie: cookie.split(';')[0] ?? '', 'x-csrf-token': reply.body.csrfToken };
    expect((await send(api.url, 'GET', '/api/session', { headers })).status).toBe(200);
    expect((await send(api.url, 'DELETE', '/api/session', { headers })).status).toBe(204);
    expectProblem(await send(api.url, 'GET', '/api/session', { headers }), { status: 401, code: 'session.missing' });
  });

  it('expires by the clock, and its request changes nothing', async () => {
    const person = await api.signIn('lz-jx-fuzeren');
    await api.turnTo('2026-03-02T12:59:59Z');
    expect((await person.get('session')).status).toBe(200);
    await api.turnTo('2026-03-02T13:00:00Z');
    const reply = await withoutChange(api.dataSource, () => person.post('notices/read', { notices: 'all' }));
    expectProblem(reply, { status: 401, code: 'session.missing' });
    await api.turnTo(present);
  });

  it('is refused for a while after five wrong passwords, even for the right one', async () => {
    for (let attempt = 1; attempt <= 4; attempt += 1)
      expectProblem(await signIn('jj-dangwei', 'x'), { status: 401, code: 'sign-in.failed' });
    expect(expectProblem(await signIn('jj-dangwei', 'x'), { status: 429, code: 'sign-in.locked' }).detail).toContain('15');
    expectProblem(await signIn('jj-dangwei', demoPassword), { status: 429, code: 'sign-in.locked' });
    await api.turnTo('2026-03-02T01:15:00Z');
    expect((await signIn('jj-dangwei', demoPassword)).status).toBe(201);
    await api.turnTo(present);
  });

  it('over https has a cookie that browsers keep to this host and to https', async () => {
    const environment = { SHENPI_PUBLIC_URL: 'https://shenpi.example.cn', SHENPI_WORKER: 'false' };
    const secure = await startApi({ databaseUrl: api.databaseUrl, environment });
    const reply = await send(secure.url, 'POST', '/api/session', json({ account: 'admin', password: demoPassword }));
    expect(reply.headers.getSetCookie()[0]).toMatch(/^__Host-shenpi=.*; Secure/);
    expect(reply.headers.get('strict-transport-security')).toContain('max-age');
    const withOrigin = (origin: string) =>
      send(secure.url, 'POST', '/api/session', {
        ...json({ account: 'admin', password: demoPassword }),
        headers: { 'content-type': 'application/json', origin },
      });
    expect((await withOrigin('https://shenpi.example.cn')).status).toBe(201);
    expectProblem(await withOrigin('http://shenpi.example.cn'), { status: 403, code: 'session.cross-site' });
    await secure.stop();
  });

  it('accepts what its own pages send', async () => {
    const own = { origin: api.url, 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' };
    expect((await lead.send('POST', 'notices/read', { headers: own, body: '{"notices":"all"}' })).status).toBe(200);
  });
});

it('who may see a case follows the tree: its school, its city and the province, and nobody beside them', async () => {
  const instance = await submittedAdmission(lead, 'X004');
  for (const reader of [lead, meeting, affairs, hefei, province, admin])
    expect((await reader.get(`instances/${instance}`)).status).toBe(200);
  const strangers = [wuhu, await api.signIn('jh-jj-fuzeren'), await api.signIn('jh-dangwei'), await api.signIn('lz-jiaowu')];
  for (const stranger of strangers) {
    expectProblem(await stranger.get(`instances/${instance}`), { status: 404, code: 'instance.unknown' });
    expectProblem(await stranger.get(`instances/${instance}/history`), { status: 404, code: 'instance.unknown' });
  }
});

describe('languages', () => {
  it.each([
    ['en', /sign in/i],
    ['en-US,en;q=0.9,zh;q=0.8', /sign in/i],
    ['zh-CN,zh;q=0.9,en;q=0.8', /请先登录/],
    ['zh;q=0.1, en;q=0.2', /sign in/i],
    ['fr', /请先登录/],
    [';;q=x,,', /请先登录/],
  ])('%s is answered accordingly', async (language, sentence) => {
    const reply = await send<Problem>(api.url, 'GET', '/api/tasks', { headers: { 'accept-language': language } });
    expect(reply.body.detail).toMatch(sentence);
  });
});

describe('definitions', () => {
  const changed = { ...certificateAdmission, title: { zh: '证书准入（新）', en: 'Certificate admission (new)' } };

  it('are listed with where one may start them', async () => {
    const { items } = done(await lead.get<{ items: { key: string; startAt: { name: string }[] }[] }>('definitions'));
    expect(items.map(({ key, startAt }) => [key, startAt.map(({ name }) => name)])).toEqual([
      ['annual-application', []],
      ['certificate-admission', ['信息工程系']],
      ['quota-increase', ['信息工程系']],
      ['school-standing', []],
    ]);
  });

  it('are verified and published by who may; running cases stay with their version', async () => {
    const running = await startAdmission(lead, 'X005');
    expect(done(await admin.post('definitions/verification', { document: changed }))).toEqual({ problems: [] });
    const published = await admin.post('definitions', { document: changed, note: '改名' });
    expect(published).toMatchObject({ status: 201, body: { key: 'certificate-admission', version: 2, title: { zh: '证书准入（新）' } } });
    expect(done(await admin.post('definitions', { document: changed }))).toMatchObject({ version: 2 });
    expect(done(await lead.get('definitions/certificate-admission'))).toMatchObject({ version: 2, document: { title: changed.title } });
    expect((await viewOf(lead, running)).definition.version).toBe(1);
    expect((await viewOf(lead, await startAdmission(lead, 'X006'))).definition).toMatchObject({ version: 2, title: changed.title });
    expectProblem(await lead.post('definitions', { document: changed }), { status: 403, code: 'permission.missing' });
  });
});

it('a step that nobody can be found for is held, shown to the operator, and tried again once somebody holds the post', async () => {
  const unstaffed: Definition = processOf(
    {
      initial: 'draft',
      states: {
        draft: draft('review'),
        review: { meta: step(post('site-manager'), one('approve')), on: { approve: 'end' } },
        end: { type: 'final' },
      },
    },
    { key: 'unstaffed', subject: 'department', start: { posts: ['certificate-lead'] }, form: plainForm },
  );
  const manager = await api.signIn('jh-lingdao');
  const appoint = () =>
    api.dataSource.query(
      `INSERT INTO post_holding (tenant, id, person_id, post, organisation_id, valid_from)
       SELECT 'demo', gen_random_uuid(), $1, 'site-manager', id, '2021-01-01' FROM organisation WHERE tenant = 'demo' AND kind = 'school'`,
      [manager.session.person.id],
    );
  // A definition that nobody could be found for is not published: whoever held the post has left since.
  await appoint();
  done(await admin.post('definitions', { document: unstaffed }));
  await api.dataSource.query(`DELETE FROM post_holding WHERE post = 'site-manager'`);
  const request = { definition: 'unstaffed', organisation: lead.at('certificate-lead'), fields: { amount: 1 } };
  const { instance } = done(await lead.post<CommandRecord>('instances', request));
  expect(await decided(lead, instance, { outcome: 'submit' })).toEqual(['review']);
  expect(await viewOf(lead, instance)).toMatchObject({ steps: [{ path: 'review', isHeld: true, tasks: [] }] });

  const incidents = async () => done(await admin.get<{ items: { id: string; instance: string; step: string }[] }>('incidents')).items;
  const [incident] = await incidents();
  expect(incident).toMatchObject({ instance, step: 'review' });
  done(await admin.post(`incidents/${incident?.id}/retry`));
  expect(await viewOf(lead, instance)).toMatchObject({ steps: [{ isHeld: true }] });

  await appoint();
  const [open] = await incidents();
  done(await admin.post(`incidents/${open?.id}/retry`));
  expect(await incidents()).toEqual([]);
  expect(await decided(await api.signIn('jh-lingdao'), instance, { outcome: 'approve' })).toEqual(['end']);
});

it('attachments come back as they were sent, under their Chinese names, to those who may see their case', async () => {
  const name = "系党政联席会纪要（终稿）'1'.pdf";
  const file = done(await meeting.upload<{ id: string; name: string; mediaType: string; size: number; sha256: string }>(name, pdf));
  expect(file).toMatchObject({ name, mediaType: 'application/pdf', size: pdf.length });
  const own = await meeting.get(`attachments/${file.id}`);
  expect(own).toMatchObject({ status: 200, body: pdf });
  expect(decodeURIComponent(own.headers.get('content-disposition') ?? '')).toBe(`attachment; filename*=UTF-8''${name}`);
  expect(own.headers.get('x-content-type-options')).toBe('nosniff');
  expectProblem(await affairs.get(`attachments/${file.id}`), { status: 404, code: 'attachment.unknown' });

  const instance = await submittedAdmission(lead, 'X007');
  done(await meeting.post(`instances/${instance}/comments`, { comment: '见附件', attachments: [file.id] }));
  expect((await affairs.get(`attachments/${file.id}`)).body).toBe(pdf);
  expectProblem(await wuhu.get(`attachments/${file.id}`), { status: 404, code: 'attachment.unknown' });
  const text = done(await lead.upload('说明.txt', '第一行\n第二行'));
  expect((await lead.get(`attachments/${text.id}`)).headers.get('content-type')).toBe('text/plain; charset=utf-8');
  const outside = done(await lead.upload('..\\..\\上级\\纪要.pdf', pdf));
  expect(outside).toMatchObject({ name: '纪要.pdf' });
  expect(await minutes(lead, '纪要')).not.toBe(file.id);
  expect((await decide(meeting, instance, { outcome: 'return', comment: '退回' })).status).toBe(200);
});

describe('what an operator looks at', () => {
  it('says that it lives and is ready', async () => {
    expect(await send(api.url, 'GET', '/health/live')).toMatchObject({ status: 200, body: { status: 'ok' } });
    expect(await send(api.url, 'GET', '/health/ready')).toMatchObject({ status: 200, body: { status: 'ok' } });
  });

  it('has metrics in the format of Prometheus, by route and not by address', async () => {
    const { headers, body } = await send<string>(api.url, 'GET', '/metrics');
    expect(headers.get('content-type')).toMatch(/^text\/plain; version=/);
    const lines = body.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    for (const line of lines) expect(line).toMatch(/^[a-zA-Z_:][\w:]*(\{([\w]+="(?:[^"\\]|\\.)*",?)*\})? (-?[\d.e+-]+|NaN|[+-]Inf)$/);
    expect(body).toMatch(/shenpi_commands_total\{kind="decide",result="accepted"\} [1-9]/);
    expect(body).toMatch(/shenpi_http_request_seconds_count\{method="GET",route="\/api\/instances\/:id",status="200"\} [1-9]/);
    expect(body).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/);
  });

  it('has a page about the API, and the API as a document', async () => {
    const page = await send<string>(api.url, 'GET', '/api/docs');
    expect(page).toMatchObject({ status: 200, body: expect.stringContaining('swagger-ui') });
    const scripts = [...page.body.matchAll(/src="([^"]+)"/g)].map(([, address = '']) => new URL(address, `${api.url}/api/docs/`).pathname);
    expect(scripts.length).toBeGreaterThan(0);
    for (const script of scripts) expect((await send(api.url, 'GET', script)).status).toBe(200);
    expect(await send(api.url, 'GET', '/api/openapi.json')).toMatchObject({ status: 200, body: { openapi: '3.0.3' } });
  });

  it('serves the console at every address a browser may have been left at, and its files for good', async () => {
    const asBrowser = { headers: { accept: 'text/html,*/*;q=0.8' } };
    const { body: page, headers } = await send<string>(api.url, 'GET', '/', asBrowser);
    expect(headers.get('cache-control')).toBe('no-cache');
    expect((await send(api.url, 'GET', '/tasks?list=decided', asBrowser)).body).toBe(page);
    const [script = ''] = /\/assets\/[^"]+\.js/.exec(page) ?? [];
    const served = await send(api.url, 'GET', script, { headers: { 'accept-encoding': 'br' } });
    expect(Object.fromEntries(served.headers)).toMatchObject({
      'content-encoding': 'br',
      'cache-control': expect.stringContaining('immutable'),
    });
    for (const path of ['/api/nothing', '/assets/nothing.js', '/health/nothing']) {
      expect(await send(api.url, 'GET', path, asBrowser)).toMatchObject({ status: 404, body: { code: 'route.unknown' } });
    }
    expect(await send(api.url, 'GET', '/nothing')).toMatchObject({ status: 404, body: { code: 'route.unknown' } });
  });

  it('names the people of the demo to whoever tries it, and their password', async () => {
    const { body } = await send<{ password: string; people: { account: string }[] }>(api.url, 'GET', '/api/session/demo');
    expect(body.people.length).toBeGreaterThan(20);
    const { account = '' } = body.people[0] ?? {};
    expect(await send(api.url, 'POST', '/api/session', json({ account, password: body.password }))).toMatchObject({ status: 201 });
  });

  it('numbers every request, so that its lines in the log can be found', async () => {
    const ids = await Promise.all([1, 2].map(async () => (await send(api.url, 'GET', '/health/live')).headers.get('x-request-id')));
    expect(new Set(ids).size).toBe(2);
  });
});
