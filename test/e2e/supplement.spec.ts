import { expect, it } from '@jest/globals';
import type { CommandRecord, FormChanges, HistoryLine, PreviewView } from '#case';
import { startApi } from '../support/api.ts';
import { type Client, done, type Problem } from '../support/client.ts';
import { decide, pdf, taskOf, viewOf } from '../support/office.ts';
import { expectProblem, withoutChange } from '../support/refusing.ts';
import { requested, supplementing } from '../support/supplementing.ts';

const api = await startApi({ present: '2026-03-02T01:00:00Z', environment: { SHENPI_WORKER: 'false' } });
const [lead, affairs, dean, other, admin] = await api.signInAll('jh-xx-fuzeren', 'jh-jiaowu', 'jh-xx-zhuren', 'jh-jj-fuzeren', 'admin');
done(await admin.post('definitions', { document: supplementing }));

const supplement = { step: 'check', formVersion: 1, fields: { reason: '增购设备' }, comment: '补充理由' };
const send = (person: Client, instance: string, body: object, key?: string) =>
  person.post<CommandRecord & Problem>(`instances/${instance}/supplements`, body, key);
const historyOf = async (instance: string) => done(await affairs.get<{ lines: HistoryLine[] }>(`instances/${instance}/history`)).lines;

async function refused(person: Client, instance: string, body: object, expected: { status: number; code: string }): Promise<Problem> {
  return expectProblem(await withoutChange(api.dataSource, () => send(person, instance, body)), expected);
}

it('is a new version of the form, with a difference that whoever decides sees', async () => {
  const instance = await requested(lead);
  const task = taskOf(await viewOf(affairs, instance));
  const shown = await withoutChange(api.dataSource, () =>
    lead.post<PreviewView>(`instances/${instance}/supplements?dryRun=true`, supplement),
  );
  expect(done(shown)).toMatchObject({ left: [], entered: [], notices: [{ kind: 'message' }] });

  expect(done(await send(lead, instance, supplement))).toMatchObject({ formVersion: 2, states: ['check'] });
  const view = await viewOf(affairs, instance);
  expect(view.form).toMatchObject({ version: 2, fields: { amount: 3, reason: '增购设备' } });
  expect(taskOf(view)).toBe(task);
  expect(done(await affairs.get<FormChanges>(`instances/${instance}/changes`))).toMatchObject({
    from: { version: 1 },
    to: { version: 2, writtenBy: { id: lead.session.person.id } },
    changes: [{ field: 'reason', title: { zh: '理由' }, is: '增购设备' }],
  });
  expect((await historyOf(instance)).at(-1)).toMatchObject({
    kind: 'supplemented',
    comment: '补充理由',
    formVersion: 2,
    from: [{ path: 'check' }],
  });

  // What was decided on the form as it was is not taken for a decision on what it is now.
  const stale = await withoutChange(api.dataSource, () => decide(affairs, instance, { outcome: 'approve', formVersion: 1 }));
  expectProblem(stale, { status: 409, code: 'form.stale' });
  expect(done(await decide(affairs, instance, { outcome: 'approve' })).states).toEqual(['filing']);
  expect(done(await affairs.get(`instances/${instance}/verification`))).toMatchObject({ isIntact: true, isRebuilt: true });
});

it('sent twice has one effect', async () => {
  const instance = await requested(lead);
  const first = done(await send(lead, instance, supplement, 'supplement-1'));
  const again = await withoutChange(api.dataSource, () => send(lead, instance, supplement, 'supplement-1'));
  expect(done(again)).toEqual(first);
  const another = await withoutChange(api.dataSource, () => send(lead, instance, { ...supplement, comment: '另一次' }, 'supplement-1'));
  expectProblem(another, { status: 422, code: 'idempotency.key-reused' });
  const anew = await refused(lead, instance, supplement, { status: 409, code: 'form.stale' });
  expect(anew.current).toMatchObject({ form: { version: 2 } });
  expect((await historyOf(instance)).filter(({ kind }) => kind === 'supplemented')).toHaveLength(1);
});

it('a file comes along, and is for those who see the case', async () => {
  const instance = await requested(lead);
  const uploaded = done(await lead.upload('佐证.pdf', pdf));
  const theirs = done(await other.upload('别人的.pdf', pdf));
  await refused(lead, instance, { ...supplement, fields: { evidence: theirs.id } }, { status: 404, code: 'attachment.unknown' });
  await refused(lead, instance, { ...supplement, attachments: [theirs.id] }, { status: 404, code: 'attachment.unknown' });
  expect((await affairs.get(`attachments/${uploaded.id}`)).status).toBe(404);

  const body = { ...supplement, fields: { evidence: uploaded.id }, attachments: [uploaded.id] };
  expect(done(await send(lead, instance, body))).toMatchObject({ formVersion: 2 });
  const attachment = { id: uploaded.id, sha256: uploaded.sha256 };
  expect((await historyOf(instance)).at(-1)).toMatchObject({ kind: 'supplemented', attachments: [attachment] });
  expect(done(await affairs.get(`attachments/${uploaded.id}`))).toBe(pdf);
  expect((await other.get(`attachments/${uploaded.id}`)).status).toBe(404);
});

it('is refused to whoever it is not for, with what the step does not take, and when there is nothing in it', async () => {
  const instance = await requested(lead);
  await refused(affairs, instance, supplement, { status: 403, code: 'supplement.not-yours' });
  await refused(dean, instance, supplement, { status: 403, code: 'supplement.not-yours' });
  await refused(other, instance, supplement, { status: 404, code: 'instance.unknown' });
  await refused(lead, instance, { ...supplement, fields: { amount: 4 } }, { status: 422, code: 'form.field-not-writable' });
  await refused(lead, instance, { ...supplement, fields: { nothing: 4 } }, { status: 422, code: 'form.invalid' });
  await refused(lead, instance, { ...supplement, fields: { reason: 4 } }, { status: 422, code: 'form.invalid' });
  await refused(lead, instance, { ...supplement, fields: {} }, { status: 422, code: 'supplement.empty' });
  await refused(lead, instance, { ...supplement, comment: ' ' }, { status: 422, code: 'comment.required' });
  await refused(lead, instance, { ...supplement, step: 'filing' }, { status: 409, code: 'supplement.not-now' });
  await refused(lead, instance, { ...supplement, comment: undefined }, { status: 400, code: 'request.invalid' });
  done(await decide(affairs, instance, { outcome: 'approve' }));
  await refused(lead, instance, supplement, { status: 409, code: 'supplement.not-now' });
});
