import { describe, expect, it } from '@jest/globals';
import type { InstanceView } from '#case';
import { startApi } from '../support/api.ts';
import type { Problem } from '../support/client.ts';
import { submittedAdmission, viewOf } from '../support/office.ts';
import { expectProblem, withoutChange } from '../support/refusing.ts';

const present = '2026-03-02T01:00:00Z';
const api = await startApi({ present, environment: { SHENPI_WORKER: 'false' } });
const [lead, meeting, wuhu, admin] = await api.signInAll('jh-xx-fuzeren', 'jh-xx-lianxihui', 'wuhu', 'admin');
const reason = { comment: '举报核查' };

describe('a case that waits', () => {
  it('may be urged once a day by its applicant', async () => {
    const instance = await submittedAdmission(lead, 'X001');
    expect((await lead.post(`instances/${instance}/urge`, { comment: '请尽快' })).status).toBe(200);
    const again = await withoutChange(api.dataSource, () => lead.post<Problem>(`instances/${instance}/urge`, {}));
    expect(expectProblem(again, { status: 429, code: 'urge.too-soon' }).detail).toContain('2026-03-03 09:00');
    const stranger = await withoutChange(api.dataSource, () => wuhu.post<Problem>(`instances/${instance}/urge`, {}));
    expectProblem(stranger, { status: 404, code: 'instance.unknown' });
    const unfit = await withoutChange(api.dataSource, () => lead.post<Problem>(`instances/${instance}/urge`, { comment: 'x'.repeat(201) }));
    expectProblem(unfit, { status: 400, code: 'request.invalid' });
  });

  it('is suspended and resumed by an administrator, who says why', async () => {
    const instance = await submittedAdmission(lead, 'X002');
    const view = await viewOf(meeting, instance);
    const noPermission = await withoutChange(api.dataSource, () => lead.post<Problem>(`instances/${instance}/suspend`, reason));
    expectProblem(noPermission, { status: 403, code: 'permission.missing' });
    const noReason = await withoutChange(api.dataSource, () => admin.post<Problem>(`instances/${instance}/suspend`, {}));
    expectProblem(noReason, { status: 400, code: 'request.invalid' });

    expect((await admin.post(`instances/${instance}/suspend`, reason)).status).toBe(200);
    const decision = { outcome: 'reject', formVersion: view.form.version, comment: '不符' };
    const late = await withoutChange(api.dataSource, () => meeting.post<Problem>(`tasks/${view.myTasks[0]?.id}/decisions`, decision));
    const problem = expectProblem(late, { status: 409, code: 'case.suspended' });
    expect(problem.current as InstanceView).toMatchObject({ isSuspended: true });
    expect((await lead.post(`instances/${instance}/comments`, { comment: '何时恢复？' })).status).toBe(201);

    const twice = await withoutChange(api.dataSource, () => admin.post<Problem>(`instances/${instance}/suspend`, reason));
    expectProblem(twice, { status: 409, code: 'suspend.already' });
    expect((await admin.post(`instances/${instance}/resume`, reason)).status).toBe(200);
    const going = await withoutChange(api.dataSource, () => admin.post<Problem>(`instances/${instance}/resume`, reason));
    expectProblem(going, { status: 409, code: 'resume.not-suspended' });
    expect((await meeting.post(`tasks/${view.myTasks[0]?.id}/decisions`, decision)).status).toBe(200);
  });
});
