import { expect, it, jest } from '@jest/globals';
import type { InstanceView } from '#case';
import { startApi } from '../support/api.ts';
import type { Client, Problem } from '../support/client.ts';
import { submittedAdmission, viewOf } from '../support/office.ts';
import { expectProblem, withoutChange } from '../support/refusing.ts';

jest.setTimeout(30_000);

const api = await startApi({ present: '2026-03-02T01:00:00Z', environment: { SHENPI_WORKER: 'false' } });
const [lead, meeting, wuhu, admin] = (await Promise.all(['jh-xx-fuzeren', 'jh-xx-lianxihui', 'wuhu', 'admin'].map(api.signIn))) as [
  Client,
  Client,
  Client,
  Client,
];

/** Asks for what is refused, and sees that no row of any table has changed. */
async function refused(person: Client, path: string, body: object, expected: { status: number; code: string }): Promise<Problem> {
  return expectProblem(await withoutChange(api.dataSource, () => person.post<Problem>(path, body)), expected);
}

it('a post’s task is claimed and released', async () => {
  const instance = await submittedAdmission(lead, 'X001');
  const task = (await viewOf(meeting, instance)).myTasks[0]?.id ?? '';
  await refused(lead, `tasks/${task}/claim`, {}, { status: 403, code: 'task.not-yours' });
  await refused(wuhu, `tasks/${task}/claim`, {}, { status: 404, code: 'task.unknown' });
  expect((await meeting.post(`tasks/${task}/claim`, {})).status).toBe(200);
  const twice = await refused(meeting, `tasks/${task}/claim`, {}, { status: 409, code: 'claim.already-yours' });
  expect((twice.current as InstanceView).steps[0]?.tasks[0]?.claimedBy?.name).toBe(meeting.session.person.name);
  await refused(admin, `tasks/${task}/release`, {}, { status: 422, code: 'comment.required' });
  expect((await admin.post(`tasks/${task}/release`, { comment: '外出培训' })).status).toBe(200);
  await refused(meeting, `tasks/${task}/release`, {}, { status: 409, code: 'release.not-claimed' });
});
