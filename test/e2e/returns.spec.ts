import { expect, it } from '@jest/globals';
import type { CommandRecord, InstanceView } from '#case';
import { startApi } from '../support/api.ts';
import { type Client, done, type Problem } from '../support/client.ts';
import { submittedAdmission, viewOf } from '../support/office.ts';
import { expectProblem, withoutChange } from '../support/refusing.ts';

const api = await startApi({ present: '2026-03-02T01:00:00Z', environment: { SHENPI_WORKER: 'false' } });
const [lead, meeting] = await api.signInAll('jh-xx-fuzeren', 'jh-xx-lianxihui');

type Refused = Problem & { readonly deficiencies?: readonly { readonly number: number; readonly text: string }[] };

const dueAt = '2026-03-04T17:30:00+08:00';
const items = [{ fields: ['facilities'], text: '请写明工位数', dueAt }, { text: '请附培训安排' }];

async function decision(client: Client, view: InstanceView, body: object) {
  const [task] = view.myTasks;
  return client.post<CommandRecord & Refused>(`tasks/${task?.id}/decisions`, { formVersion: view.form.version, ...body });
}

it('补正: a return with a list is answered item by item, and comes back with what was changed', async () => {
  const instance = await submittedAdmission(lead, 'X001');
  const back = { outcome: 'return', comment: '请补正' };
  const wrong = await withoutChange(api.dataSource, async () =>
    decision(meeting, await viewOf(meeting, instance), { ...back, items: [{ fields: ['ghost'], text: '补' }] }),
  );
  expectProblem(wrong, { status: 422, code: 'deficiency.field-unknown' });
  const malformed = await withoutChange(api.dataSource, async () =>
    decision(meeting, await viewOf(meeting, instance), { ...back, items: [{ text: '补', dueAt: '下周三' }] }),
  );
  expectProblem(malformed, { status: 400, code: 'request.invalid' });
  done(await decision(meeting, await viewOf(meeting, instance), { ...back, items }));

  const returned = await viewOf(lead, instance);
  expect(returned.myTasks).toMatchObject([
    { dueAt: '2026-03-04T09:30:00.000Z', toMend: [{ number: 1, fields: [{ field: 'facilities' }] }, { number: 2 }] },
  ]);
  const silent = await withoutChange(api.dataSource, () => decision(lead, returned, { outcome: 'resubmit' }));
  expect(expectProblem(silent, { status: 422, code: 'deficiency.unanswered' })).toMatchObject({
    detail: expect.stringContaining('第 1、2 项'),
    deficiencies: [
      { number: 1, text: '请写明工位数' },
      { number: 2, text: '请附培训安排' },
    ],
  });
  const strange = await withoutChange(api.dataSource, () =>
    decision(lead, returned, { outcome: 'resubmit', answers: [{ item: 3, note: '好' }] }),
  );
  expectProblem(strange, { status: 409, code: 'deficiency.item-unknown' });

  const fields = { facilities: '机房4间，工位200个。' };
  const answers = [{ item: 2, note: '每周两次' }];
  done(await decision(lead, returned, { outcome: 'resubmit', fields, answers }));
  const again = await viewOf(meeting, instance);
  expect(again.myTasks[0]?.sinceReturn).toMatchObject({
    changed: [{ field: 'facilities' }],
    items: [{ changed: [{ field: 'facilities' }] }, { note: '每周两次', changed: [] }],
  });
  const version = again.myTasks[0]?.sinceReturn?.formVersion;
  const { changes } = done(await meeting.get<{ changes: unknown[] }>(`instances/${instance}/changes?from=${version}`));
  expect(changes).toMatchObject([{ field: 'facilities', is: fields.facilities }]);
});
