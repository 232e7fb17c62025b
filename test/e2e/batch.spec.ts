import { describe, expect, it } from '@jest/globals';
import { startApi } from '../support/api.ts';
import { type Client, done, type Problem } from '../support/client.ts';
import { arguedAdmission, submittedAdmission, taskOf, viewOf } from '../support/office.ts';
import { expectProblem, withoutChange } from '../support/refusing.ts';

const api = await startApi({ present: '2026-03-02T01:00:00Z', environment: { SHENPI_WORKER: 'false' } });
const [lead, meeting, affairs, wuhu] = await api.signInAll('jh-xx-fuzeren', 'jh-xx-lianxihui', 'jh-jiaowu', 'wuhu');

interface Row {
  readonly task: string;
  readonly sequence?: number;
  readonly refusal?: Problem;
}

interface Report {
  readonly id: string;
  readonly decided: number;
  readonly leftOut: number;
  readonly undoUntil?: string;
  readonly undo?: { readonly undone: number; readonly kept: number };
  readonly tasks: readonly Row[];
}

const taskFor = async (person: Client, instance: string) => {
  const view = await viewOf(person, instance);
  return { id: taskOf(view), formVersion: view.form.version };
};

describe('many tasks in one go', () => {
  it('are checked, decided, reported row by row, and read again', async () => {
    const ready = await Promise.all(['X001', 'X002'].map((certificate) => arguedAdmission(lead, meeting, certificate)));
    const [one, other] = await Promise.all(ready.map((instance) => taskFor(affairs, instance)));
    const early = await taskFor(meeting, await submittedAdmission(lead, 'X004'));
    const batch = { tasks: [one, early, { ...other, formVersion: 1 }], outcome: 'approve', comment: '同意' };

    const outlook = await withoutChange(api.dataSource, () =>
      affairs.post<Report & { possible: number }>('tasks/decisions/preview', batch),
    );
    expect(done(outlook)).toMatchObject({ possible: 1, leftOut: 2 });
    expect(outlook.body.tasks.map(({ refusal }) => refusal?.code)).toEqual([undefined, 'task.not-yours', 'form.stale']);
    for (const { refusal } of outlook.body.tasks) if (refusal) expect(refusal.detail).toMatch(/^[^{}]+。$/);

    const report = done(await affairs.post<Report>('tasks/decisions', batch, 'batch-1'));
    expect(report).toMatchObject({ decided: 1, leftOut: 2 });
    expect(report.tasks.map(({ refusal }) => refusal?.code)).toEqual([undefined, 'task.not-yours', 'form.stale']);
    expect((await viewOf(affairs, ready[0] ?? '')).states).toMatchObject([{ path: 'officeMeeting' }]);

    const again = await withoutChange(api.dataSource, () => affairs.post<Report>('tasks/decisions', batch, 'batch-1'));
    expect(done(again)).toEqual(report);
    const read = done(await affairs.speaking('en').get<Report>(`tasks/decisions/${report.id}`));
    expect(read.tasks[2]?.refusal?.detail).toMatch(/^[A-Z][^{}]+\.$/);
    expectProblem(await wuhu.get(`tasks/decisions/${report.id}`), { status: 404, code: 'batch.unknown' });
    expectProblem(await wuhu.get('tasks/decisions/none'), { status: 404, code: 'batch.unknown' });
  });

  it('are undone within a minute by whoever decided them, and the report says so', async () => {
    const ready = await Promise.all(['X006', 'X007'].map((certificate) => arguedAdmission(lead, meeting, certificate)));
    const tasks = await Promise.all(ready.map((instance) => taskFor(affairs, instance)));
    const { id, undoUntil } = done(await affairs.post<Report>('tasks/decisions', { tasks, outcome: 'approve' }, 'batch-2'));
    expect(undoUntil).toBe('2026-03-02T01:01:00.000Z');
    const refused = async (person: Client, batch: string, expected: { status: number; code: string }) =>
      expectProblem(await withoutChange(api.dataSource, () => person.post(`tasks/decisions/${batch}/undo`)), expected);
    await refused(wuhu, id, { status: 404, code: 'batch.unknown' });
    await refused(affairs, 'none', { status: 404, code: 'batch.unknown' });
    const undone = done(await affairs.post<Report>(`tasks/decisions/${id}/undo`));
    expect(undone).toMatchObject({ undo: { undone: 2, kept: 0 }, tasks: [{ undo: { sequence: 5 } }, { undo: { sequence: 5 } }] });
    const again = await withoutChange(api.dataSource, () => affairs.post<Report>(`tasks/decisions/${id}/undo`));
    expect(done(again)).toEqual(undone);
    expect((await viewOf(affairs, ready[0] ?? '')).states).toMatchObject([{ path: 'academicAudit' }]);

    const late = done(await affairs.post<Report>('tasks/decisions', { tasks, outcome: 'approve' }, 'batch-3'));
    await api.turnTo('2026-03-02T01:01:00.001Z');
    await refused(affairs, late.id, { status: 409, code: 'batch.undo-too-late' });
  });

  it('are refused with nothing changed: too many, one twice, none, or the key of another request', async () => {
    const task = await taskFor(affairs, await arguedAdmission(lead, meeting, 'X005'));
    const refused = async (body: object, expected: { status: number; code: string }, key?: string) => {
      for (const path of key === undefined ? ['tasks/decisions', 'tasks/decisions/preview'] : ['tasks/decisions'])
        expectProblem(await withoutChange(api.dataSource, () => affairs.post(path, body, key)), expected);
    };
    const many = Array.from({ length: 201 }, (_, place) => ({ ...task, id: task.id.replace(/\d+$/, String(place + 1)) }));
    await refused({ tasks: many, outcome: 'approve' }, { status: 400, code: 'request.invalid' });
    await refused({ tasks: [task, task], outcome: 'approve' }, { status: 400, code: 'request.invalid' });
    await refused({ tasks: [], outcome: 'approve' }, { status: 400, code: 'request.invalid' });
    await refused({ tasks: [task], outcome: 'approve' }, { status: 422, code: 'idempotency.key-reused' }, 'batch-1');
    const body = JSON.stringify({ tasks: [task], outcome: 'approve' });
    const headers = { cookie: '', 'content-type': 'application/json' };
    const unsigned = await withoutChange(api.dataSource, () => affairs.send('POST', 'tasks/decisions', { headers, body }));
    expectProblem(unsigned, { status: 401, code: 'session.missing' });
  });
});
