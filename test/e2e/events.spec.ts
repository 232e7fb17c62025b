import { expect, it } from '@jest/globals';
import type { Inbox } from '#case';
import { startApi } from '../support/api.ts';
import { type Client, done, send } from '../support/client.ts';
import { EventListener } from '../support/event-listener.ts';
import { eventually } from '../support/eventually.ts';
import { arguedAdmission, submittedAdmission } from '../support/office.ts';
import { expectProblem } from '../support/refusing.ts';

const first = await startApi({ environment: { SHENPI_HEARTBEAT_SECONDS: '1' } });
const second = await startApi({ databaseUrl: first.databaseUrl, environment: { SHENPI_WORKER: 'false', SHENPI_HEARTBEAT_SECONDS: '1' } });
const [lead, meeting, affairs, stranger] = (await Promise.all(
  ['jh-xx-fuzeren', 'jh-xx-lianxihui', 'jh-jiaowu', 'lz-jiaowu'].map(first.signIn),
)) as [Client, Client, Client, Client];

const tasksOf = ({ heard }: EventListener) => heard.flatMap(({ data }) => data.tasks ?? []);
const noticesOf = ({ heard }: EventListener) => heard.reduce((sum, { data }) => sum + (data.notices ?? 0), 0);

it('a task that is opened on one server is heard on the other, by those it is for alone', async () => {
  const [page, other] = [await EventListener.open(second.url, affairs), await EventListener.open(second.url, stranger)];
  const instance = await arguedAdmission(lead, meeting, 'X001');
  const task = await eventually(async () => {
    const inbox = done(await affairs.get<Inbox>('tasks?limit=100'));
    const own = inbox.items.find((item) => item.instance === instance);
    expect(tasksOf(page)).toContainEqual({ id: own?.id, instance, change: 'opened' });
    return own;
  });
  await eventually(() => expect(noticesOf(page)).toBeGreaterThan(0));
  expect(JSON.stringify(page.heard)).not.toContain(task?.title.zh);
  // It is alive, and has heard nothing.
  await eventually(() => expect(Number(other.lastId)).toBeGreaterThanOrEqual(Number(page.heard.at(-1)?.id)));
  expect(other.heard.map(({ event }) => event)).toEqual(['ready']);
  for (const listener of [page, other]) listener.cut();
});

it('who was cut off comes back to another server and hears what was missed', async () => {
  const page = await EventListener.open(first.url, meeting);
  await eventually(() => expect(page.heard).toHaveLength(1));
  page.cut();
  const instance = await submittedAdmission(lead, 'X002');
  await eventually(async () => {
    const [row] = await first.dataSource.query(`SELECT count(*)::int AS count FROM news WHERE instance_id = $1`, [instance]);
    expect(row.count).toBeGreaterThan(0);
  });
  const back = await EventListener.open(second.url, meeting, page.lastId);
  await eventually(() => expect(tasksOf(back)).toContainEqual(expect.objectContaining({ instance, change: 'opened' })));
  expect(back.heard[0]?.event).toBe('ready');
  back.cut();
});

it('a stream ends with its session, on whatever server it hangs; the ninth of a person is refused', async () => {
  const session = await first.signIn('jh-jiaowu');
  const pages = await Promise.all(Array.from({ length: 8 }, () => EventListener.open(second.url, session)));
  expect(pages.map(({ status }) => status)).toEqual(Array(8).fill(200));
  expectProblem(await session.on(second.url).get('events'), { status: 429, code: 'events.too-many' });
  expect((await session.send('DELETE', 'session')).status).toBe(204);
  await eventually(() => expect(pages.every(({ isOver }) => isOver)).toBe(true));
  for (const { heard } of pages) expect(heard.at(-1)?.event).toBe('session-ended');
  expectProblem(await send(first.url, 'GET', '/api/events'), { status: 401, code: 'session.missing' });
});

it('a server stops while pages hang on it', async () => {
  const page = await EventListener.open(second.url, lead);
  await second.stop();
  await eventually(() => expect(page.isOver).toBe(true));
});
