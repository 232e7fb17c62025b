import { expect, it } from '@jest/globals';
import type { Inbox } from '#case';
import type { Notice } from '#notice';
import { startEmbeddedPostgres } from '#platform';
import { startApi, temporaryFolder } from '../support/api.ts';
import { Burst } from '../support/burst.ts';
import { done, send } from '../support/client.ts';
import { afterwards } from '../support/copied-database.ts';
import { eventually } from '../support/eventually.ts';
import { contradictions } from '../support/tables.ts';

it('a database that goes away under a burst and comes back is a 503 meanwhile, and no restart of the server', async () => {
  const folder = temporaryFolder();
  let postgres = await startEmbeddedPostgres({ folder, port: 0 });
  afterwards(() => postgres.stop());
  const api = await startApi({ databaseUrl: postgres.url });
  const burst = await Burst.prepare(api.url, 18);
  const running = burst.run(100);
  await burst.until(20);
  await postgres.stop();
  await running;

  expect(burst.unanswered.length).toBeGreaterThan(0);
  for (const { reply } of burst.unanswered) expect(reply?.body).toMatchObject({ status: 503, code: 'service.unavailable' });
  expect(await send(api.url, 'GET', '/health/live')).toMatchObject({ status: 200, body: { status: 'ok' } });
  expect(await send(api.url, 'GET', '/health/ready')).toMatchObject({ status: 503, body: { status: 'unavailable' } });
  const [lost] = burst.unanswered;
  for (const [language, sentence] of [
    ['zh-CN', /数据库暂时无法应答/],
    ['en', /The database is not answering/],
  ] as const) {
    expect(await lost?.by.speaking(language).get('tasks')).toMatchObject({
      status: 503,
      body: { detail: expect.stringMatching(sentence) },
    });
  }

  postgres = await startEmbeddedPostgres({ folder, port: Number(new URL(postgres.url).port) });
  await eventually(async () => expect((await send(api.url, 'GET', '/health/ready')).status).toBe(200));
  for (const { reply } of await burst.again(api.url)) expect(reply.status).toBe(200);
  for (const { isIntact, acknowledged, unanswered, decided } of await burst.account(api.url)) {
    expect({ isIntact, decided }).toEqual({ isIntact: true, decided: acknowledged + unanswered });
  }
  expect(await contradictions(api.dataSource)).toEqual([]);

  // The background work has found its way back as well: whoever has a task hears of it.
  const meeting = await api.signIn('jh-xx-lianxihui');
  const { items } = done(await meeting.get<Inbox>('tasks'));
  expect(items.length).toBeGreaterThan(0);
  await eventually(async () => {
    const { notices } = done(await meeting.get<{ notices: Notice[] }>('notices?limit=100'));
    expect(items.filter(({ instance }) => !notices.some((notice) => notice.instance === instance))).toEqual([]);
  });
});
