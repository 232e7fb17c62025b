import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { startApi } from '../support/api.ts';
import type { Client, Problem, Reply } from '../support/client.ts';
import { onCases } from '../support/refused/on-cases.ts';
import { onMeetings } from '../support/refused/on-meetings.ts';
import { onPeople } from '../support/refused/on-people.ts';
import { onTasks } from '../support/refused/on-tasks.ts';
import type { Attempt, Cell, Row, Rows } from '../support/refused/row.ts';
import { expectProblem } from '../support/refusing.ts';
import { contradictions, digests } from '../support/tables.ts';
import { nobody, present, sceneOf, signedIn } from '../support/verb-scene.ts';

const api = await startApi({ present, environment: { SHENPI_WORKER: 'false', SHENPI_SESSION_HOURS: '8760' } });
const people = await signedIn(api);
const { joint } = people;
const scene = await sceneOf(api, people);
const before = await digests(api.dataSource);

const rows: Rows = {
  ...onTasks(people, scene),
  ...onCases(people, scene),
  ...onMeetings(people, scene),
  ...onPeople(people, scene),
};

/** What changes something and is no verb on a case, a task, a meeting or somebody's place in them. */
const others =
  /^\w+ \/(session|definitions|attachments|uploads|notices|me\/notice-settings|me\/drafts|views|channels|directory|operations|calendars|report-schemes|schools)\b/;

const send = (person: Client, method: string, [, path, body, , expected]: Attempt): Promise<Reply<Problem>> =>
  person.send<Problem>(method, path, {
    key: `${method} ${path}`.slice(0, 190).replaceAll(' ', '-'),
    ...(method !== 'DELETE' && {
      headers: { 'content-type': 'application/json', ...(expected !== undefined && { 'if-match': expected }) },
      body: JSON.stringify(body),
    }),
  });

/** What a route's attempts are answered, each in both languages. */
async function answersOf(method: string, row: Row): Promise<Record<string, string>> {
  const answers: Record<string, string> = {};
  for (const [situation, cell] of Object.entries(row as unknown as Readonly<Record<string, Cell>>)) {
    if (typeof cell === 'string') continue;
    const [person] = cell;
    const chinese = await send(person, method, cell);
    const english = await send(person.speaking('en'), method, cell);
    const { status, code } = chinese.body;
    answers[situation] = `${status} ${code}`;
    for (const reply of [chinese, english]) expectProblem(reply, { status, code });
    expect(chinese.body.detail).toMatch(/^[“\p{Script=Han}]/u);
    expect(english.body.detail).toMatch(/^\S.* [a-z]+.*[.)]$/);
    expect(english.body.detail).not.toBe(chinese.body.detail);
    // A reason is asked for in the office's own word for what is done.
    if (code === 'comment.required') expect(chinese.body.detail).toMatch(/“\p{Script=Han}+”/u);
  }
  return answers;
}

const expectedOf = (row: Row): Record<string, string> =>
  Object.fromEntries(Object.entries(row).flatMap(([situation, cell]) => (typeof cell === 'string' ? [] : [[situation, cell[3]]])));

it('every route that changes something is in the table, or is no verb', () => {
  const { paths } = JSON.parse(readFileSync(new URL('../../apps/server/openapi.json', import.meta.url), 'utf8'));
  const routes = Object.entries<object>(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace('/api', '')}`),
  );
  const changing = routes.filter((route) => !route.startsWith('GET ') && !others.test(route));
  expect(Object.keys(rows).sort()).toEqual(changing.sort());
});

it.each(Object.entries(rows))('%s is refused in each situation, in both languages, and leaves every row as it was', async (route, row) => {
  expect(await answersOf(route.split(' ')[0] ?? '', row)).toEqual(expectedOf(row));
  expect(await digests(api.dataSource)).toEqual(before);
});

it.each(Object.keys(rows))('%s is for nobody who is not signed in', async (route) => {
  const [method = '', path = ''] = route.replaceAll(/\{\w+\}/g, nobody).split(' ');
  const headers = { cookie: '', 'content-type': 'application/json' };
  const reply = await joint.send<Problem>(method, path.slice(1), { headers, body: '{}' });
  expectProblem(reply, { status: 401, code: 'session.missing' });
});

it('nothing has changed, and nothing contradicts itself', async () => {
  expect(await digests(api.dataSource)).toEqual(before);
  expect(await contradictions(api.dataSource)).toEqual([]);
});
