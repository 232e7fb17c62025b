import { randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import type { DoneForMe, Inbox } from '#case';
import type { Absence } from '#directory';
import { startApi } from '../support/api.ts';
import { type Client, done, type Problem } from '../support/client.ts';
import { eventually } from '../support/eventually.ts';
import { arguedAdmission, decided } from '../support/office.ts';
import { expectProblem } from '../support/refusing.ts';

const api = await startApi({ present: '2026-03-02T01:00:00Z', environment: { SHENPI_SESSION_HOURS: '8760' } });
const [lead, meeting, affairs, luzhou, admin] = await api.signInAll('jh-xx-fuzeren', 'jh-xx-lianxihui', 'jh-jiaowu', 'lz-jiaowu', 'admin');

const idOf = async (client: Client) => done(await client.get<{ person: { id: string } }>('session')).person.id;
const rows = () => api.dataSource.query('SELECT * FROM absence ORDER BY id');

async function refused(
  work: () => Promise<{ status: number; headers: Headers; body: unknown }>,
  expected: { status: number; code: string },
) {
  const before = await rows();
  expectProblem(await work(), expected);
  expect(await rows()).toEqual(before);
}

it('a deputy decides meanwhile, and who is back is told and finds it listed', async () => {
  const deputy = await idOf(luzhou);
  const id = randomUUID();
  const absence = { deputy, firstDay: '2026-03-02', lastDay: '2026-03-03', definitions: ['certificate-admission'], reason: '外出培训' };
  expect(done(await affairs.put<Absence>(`me/absences/${id}`, absence))).toMatchObject({ id, ...absence, deputy: { id: deputy } });
  expect(done(await luzhou.get(`me/absences`))).toMatchObject({ items: [], representing: [{ id }] });

  const instance = await arguedAdmission(lead, meeting, 'X002');
  await eventually(async () => {
    const queue = done(await luzhou.get<Inbox>('tasks?limit=100'));
    expect(queue.items.map((task) => task.instance)).toContain(instance);
  });
  expect(await decided(luzhou, instance, { outcome: 'approve', comment: '代为同意' })).toEqual(['officeMeeting']);

  const [forMe] = done(await affairs.get<{ items: DoneForMe[] }>('me/decided-for-me')).items;
  expect(forMe).toMatchObject({ instance, kind: 'decided', outcome: 'approve', comment: '代为同意', by: { id: deputy } });
  const timeline = done(await affairs.get<{ items: { onBehalfOf?: { name: string } }[] }>(`instances/${instance}/history`));
  expect(JSON.stringify(timeline)).toContain('onBehalfOf');

  await api.turnTo('2026-03-03T16:00:00Z');
  await eventually(async () => {
    const told = await api.dataSource.query(`SELECT title_zh FROM notice WHERE cause = $1`, [`absence ${id}`]);
    expect(told).toEqual([{ title_zh: expect.stringContaining('有 1 件由代理人以您的名义办理') }]);
  });
  await eventually(async () => expect(await rows()).toMatchObject([{ told_at: expect.any(Date) }]));
});

it('an administrator enters one for others; what cannot be is refused', async () => {
  await api.turnTo('2026-03-05T01:00:00Z');
  const [person, deputy] = await Promise.all([idOf(affairs), idOf(luzhou)]);
  const week = { deputy, firstDay: '2026-03-05', lastDay: '2026-03-11' };
  const id = randomUUID();
  await refused(() => lead.put<Problem>(`people/${person}/absences/${id}`, week), { status: 404, code: 'absence.person-unknown' });
  await refused(() => affairs.put(`me/absences/${id}`, { ...week, definitions: ['none'] }), { status: 404, code: 'definition.unknown' });
  await refused(() => affairs.put(`me/absences/${id}`, { ...week, firstDay: '2026-02-30' }), { status: 400, code: 'request.invalid' });
  await refused(() => affairs.put('me/absences/none', week), { status: 404, code: 'absence.unknown' });
  await refused(() => affairs.put(`me/absences/${id}`, { ...week, deputy: randomUUID() }), { status: 422, code: 'absence.deputy-unknown' });
  done(await admin.put(`people/${person}/absences/${id}`, week));
  await refused(() => luzhou.put(`me/absences/${randomUUID()}`, { ...week, deputy: person }), { status: 422, code: 'absence.cycle' });
  await refused(() => affairs.put(`me/absences/${randomUUID()}`, week), { status: 409, code: 'absence.overlapping' });
  expect(done(await admin.get<{ items: Absence[] }>(`people/${person}/absences`)).items).toMatchObject([{ id }, {}]);
  await refused(() => luzhou.send('DELETE', `me/absences/${id}`), { status: 404, code: 'absence.unknown' });
  expect((await admin.send('DELETE', `people/${person}/absences/${id}`)).status).toBe(204);
  expect(await rows()).toHaveLength(1);
});
