import { expect, it } from '@jest/globals';
import type { InstanceView } from '#case';
import { startApi } from '../support/api.ts';
import type { Client, Problem } from '../support/client.ts';
import { submittedAdmission, viewOf } from '../support/office.ts';
import { expectProblem, withoutChange } from '../support/refusing.ts';

const api = await startApi({ present: '2026-03-02T01:00:00Z', environment: { SHENPI_WORKER: 'false' } });
const [lead, meeting, wuhu, admin] = await api.signInAll('jh-xx-fuzeren', 'jh-xx-lianxihui', 'wuhu', 'admin');

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

it('a task is transferred, delegated and answered', async () => {
  const instance = await submittedAdmission(lead, 'X002');
  const first = (await viewOf(meeting, instance)).myTasks[0]?.id ?? '';
  const reason = { to: wuhu.session.person.id, comment: '请核对' };
  await refused(lead, `tasks/${first}/transfer`, reason, { status: 403, code: 'task.not-yours' });
  await refused(meeting, `tasks/${first}/transfer`, { ...reason, comment: '' }, { status: 400, code: 'request.invalid' });
  const nobody = { ...reason, to: '00000000-0000-4000-8000-000000000000' };
  await refused(meeting, `tasks/${first}/transfer`, nobody, { status: 422, code: 'person.unknown' });
  await refused(
    meeting,
    `tasks/${first}/delegation`,
    { ...reason, to: lead.session.person.id },
    { status: 422, code: 'assignee.applicant' },
  );
  expect((await meeting.post(`tasks/${first}/delegation`, reason)).status).toBe(200);
  const asked = (await viewOf(wuhu, instance)).myTasks[0];
  expect(asked).toMatchObject({ isForAnswer: true, choices: [] });
  await refused(wuhu, `tasks/${asked?.id}/answer`, { comment: ' ' }, { status: 422, code: 'comment.required' });
  expect((await wuhu.post(`tasks/${asked?.id}/answer`, { comment: '无误' })).status).toBe(200);
  const back = (await viewOf(meeting, instance)).myTasks[0]?.id ?? '';
  expect((await meeting.post(`tasks/${back}/transfer`, reason)).status).toBe(200);
  expect((await viewOf(wuhu, instance)).myTasks).toHaveLength(1);
});

it('signers are added and taken back, and somebody recuses themselves', async () => {
  const instance = await submittedAdmission(lead, 'X007');
  const first = (await viewOf(meeting, instance)).myTasks[0]?.id ?? '';
  const adding = { place: 'before', people: [wuhu.session.person.id], comment: '请会签' };
  await refused(lead, `tasks/${first}/signers`, adding, { status: 403, code: 'task.not-yours' });
  await refused(meeting, `tasks/${first}/signers`, { ...adding, people: [] }, { status: 400, code: 'request.invalid' });
  expect((await meeting.post(`tasks/${first}/signers`, adding)).status).toBe(200);
  expect((await viewOf(wuhu, instance)).myTasks[0]?.choices.map(({ outcome }) => outcome)).toEqual(['approve', 'reject']);
  const removal = { step: 'expertArgument', people: adding.people, comment: '不再需要' };
  await refused(wuhu, `instances/${instance}/signers/removal`, removal, { status: 403, code: 'signers.not-yours' });
  expect((await meeting.post(`instances/${instance}/signers/removal`, removal)).status).toBe(200);
  expect((await viewOf(meeting, instance)).myTasks).toHaveLength(1);
  await refused(lead, `instances/${instance}/recusal`, { comment: '亲属' }, { status: 409, code: 'recuse.applicant' });
  await refused(meeting, `instances/${instance}/recusal`, {}, { status: 400, code: 'request.invalid' });
  expect((await meeting.post(`instances/${instance}/recusal`, { comment: '亲属' })).status).toBe(200);
  expect((await viewOf(meeting, instance)).myTasks).toEqual([]);
});
