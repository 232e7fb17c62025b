import { describe, expect, it } from '@jest/globals';
import type { InstanceView, PreviewView } from '#case';
import { startApi } from '../support/api.ts';
import { type Client, done, json, type Problem } from '../support/client.ts';
import { submittedAdmission, viewOf } from '../support/office.ts';
import { expectProblem, withoutChange } from '../support/refusing.ts';

const api = await startApi({ present: '2026-03-02T01:00:00Z', environment: { SHENPI_WORKER: 'false' } });
const [lead, meeting, wuhu, admin] = await api.signInAll('jh-xx-fuzeren', 'jh-xx-lianxihui', 'wuhu', 'admin');

const confirmed = (client: Client, path: string, body: object, expected: string) =>
  client.send<Problem>('POST', path, { ...json(body), headers: { 'content-type': 'application/json', 'if-match': `"${expected}"` } });

describe('confirm before commit', () => {
  it('a dry run changes nothing; what was shown is done, or refused with the difference', async () => {
    const instance = await submittedAdmission(lead, 'X001');
    const path = `instances/${instance}/urge`;
    const body = { comment: '请尽快' };
    const shown = await withoutChange(api.dataSource, () => lead.post<PreviewView>(`${path}?dryRun=true`, body));
    expect(shown).toMatchObject({ status: 200, body: { isFinished: false, left: [], notices: [{ kind: 'urge' }] } });
    done(await lead.post(`instances/${instance}/comments`, { comment: '附件已更新' }));
    const late = await withoutChange(api.dataSource, () => confirmed(lead, path, body, shown.body.expected));
    const problem = expectProblem(late, { status: 409, code: 'command.outdated' }) as Problem & {
      readonly difference: { readonly happened: readonly unknown[]; readonly now: PreviewView };
    };
    expect(problem.difference.happened).toMatchObject([{ kind: 'commented', comment: '附件已更新' }]);
    expect((await confirmed(lead, path, body, problem.difference.now.expected)).status).toBe(200);
  });

  it('says what is wrong with its terms', async () => {
    const instance = await submittedAdmission(lead, 'X002');
    const path = `instances/${instance}/withdrawal`;
    const strange = await withoutChange(api.dataSource, () => lead.post<Problem>(`${path}?dryRun=maybe`, { comment: '不办了' }));
    expectProblem(strange, { status: 400, code: 'request.terms-invalid' });
    const unread = await withoutChange(api.dataSource, () => confirmed(lead, path, { comment: '不办了' }, 'nonsense'));
    expectProblem(unread, { status: 400, code: 'request.terms-invalid' });
  });
});

it('a decision is taken back by whoever made it', async () => {
  const instance = await submittedAdmission(lead, 'X007');
  const [task] = (await viewOf(meeting, instance)).myTasks;
  const view = await viewOf(meeting, instance);
  const returned = await meeting.post(`tasks/${task?.id}/decisions`, {
    outcome: 'return',
    comment: '补充',
    formVersion: view.form.version,
  });
  expect(returned.status).toBe(200);
  const others = await withoutChange(api.dataSource, () => lead.post<Problem>(`tasks/${task?.id}/take-back`, {}));
  expectProblem(others, { status: 403, code: 'take-back.not-yours' });
  const stranger = await withoutChange(api.dataSource, () => wuhu.post<Problem>(`tasks/${task?.id}/take-back`, {}));
  expectProblem(stranger, { status: 404, code: 'task.unknown' });
  expect((await meeting.post(`tasks/${task?.id}/take-back`, { comment: '看错了' })).status).toBe(200);
  expect((await viewOf(meeting, instance)).myTasks.map(({ id }) => id)).toEqual([task?.id]);
  const twice = await withoutChange(api.dataSource, () => meeting.post<Problem>(`tasks/${task?.id}/take-back`, {}));
  expectProblem(twice, { status: 409, code: 'take-back.not-decided' });
});

it('the changes of the form are read between two versions', async () => {
  const instance = await submittedAdmission(lead, 'X005');
  const same = done(await meeting.get<{ changes: unknown[] }>(`instances/${instance}/changes?from=1&to=1`));
  expect(same).toMatchObject({ from: { version: 1 }, to: { version: 1 }, changes: [] });
  expectProblem(await meeting.get<Problem>(`instances/${instance}/changes?to=99`), { status: 404, code: 'form.version-unknown' });
  expectProblem(await wuhu.get<Problem>(`instances/${instance}/changes`), { status: 404, code: 'instance.unknown' });
  expectProblem(await meeting.get<Problem>(`instances/${instance}/changes?to=zero`), { status: 400, code: 'request.invalid' });
});

it('a case is copied to somebody, who may then read it', async () => {
  const instance = await submittedAdmission(lead, 'X006');
  const path = `instances/${instance}/copies`;
  expectProblem(await wuhu.get<Problem>(`instances/${instance}`), { status: 404, code: 'instance.unknown' });
  const nobody = await withoutChange(api.dataSource, () => lead.post<Problem>(path, { to: [] }));
  expectProblem(nobody, { status: 400, code: 'request.invalid' });
  const unknown = { to: [{ person: '00000000-0000-7000-8000-000000000000' }] };
  expectProblem(await withoutChange(api.dataSource, () => lead.post<Problem>(path, unknown)), { status: 422, code: 'person.unknown' });
  expect((await lead.post(path, { to: [{ person: wuhu.session.person.id }], comment: '请知悉' })).status).toBe(200);
  expect((await viewOf(wuhu, instance)).myTasks).toEqual([]);
  const page = done(await wuhu.get<{ items: unknown[] }>('instances/copied?limit=5'));
  expect(page.items).toMatchObject([{ id: instance, comment: '请知悉', copiedBy: { id: lead.session.person.id } }]);
  expectProblem(await wuhu.get<Problem>('instances/copied?after=nonsense'), { status: 400, code: 'page.cursor-invalid' });
});

it('an administrator moves a case and ends it, each with a second confirmation', async () => {
  const instance = await submittedAdmission(lead, 'X004');
  const jump = { to: 'academicAudit', comment: '更正' };
  const hasty = await withoutChange(api.dataSource, () => admin.post<Problem>(`instances/${instance}/jump`, jump));
  expectProblem(hasty, { status: 428, code: 'command.unconfirmed' });
  const noPermission = await withoutChange(api.dataSource, () => lead.post<Problem>(`instances/${instance}/jump`, jump));
  expectProblem(noPermission, { status: 403, code: 'permission.missing' });
  const nowhere = await withoutChange(api.dataSource, () =>
    admin.post<Problem>(`instances/${instance}/jump?dryRun=true`, { ...jump, to: 'elsewhere' }),
  );
  expectProblem(nowhere, { status: 422, code: 'jump.target-not-allowed' });
  const shown = done(await admin.post<PreviewView>(`instances/${instance}/jump?dryRun=true`, jump));
  expect((await confirmed(admin, `instances/${instance}/jump`, jump, shown.expected)).status).toBe(200);
  expect((await viewOf(lead, instance)).states).toMatchObject([{ path: 'academicAudit' }]);

  const reason = { comment: '停办' };
  const unconfirmed = await withoutChange(api.dataSource, () => admin.post<Problem>(`instances/${instance}/termination`, reason));
  expectProblem(unconfirmed, { status: 428, code: 'command.unconfirmed' });
  const ending = done(await admin.post<PreviewView>(`instances/${instance}/termination?dryRun=true`, reason));
  expect((await confirmed(admin, `instances/${instance}/termination`, reason, ending.expected)).status).toBe(200);
  const view = await viewOf(lead, instance);
  expect(view satisfies InstanceView).toMatchObject({ isFinished: true, states: [{ path: '$terminated' }] });
  const late = await withoutChange(api.dataSource, () => admin.post<Problem>(`instances/${instance}/termination?dryRun=true`, reason));
  expectProblem(late, { status: 409, code: 'case.finished' });
});
