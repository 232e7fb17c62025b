import { randomUUID } from 'node:crypto';
import { expect, it } from '@jest/globals';
import type { HandoverPreview, HandoverReport, Inbox } from '#case';
import type { AuditEntry } from '#directory';
import { certificateAdmission } from '../../workflows/certificate-admission/definition.ts';
import { startApi } from '../support/api.ts';
import { done, json, type Problem, type Reply } from '../support/client.ts';
import { startAdmission } from '../support/office.ts';
import { expectProblem, withoutChange } from '../support/refusing.ts';

const api = await startApi({ present: '2026-03-02T01:00:00Z', environment: { SHENPI_WORKER: 'false' } });
const [lead, meeting, affairs, admin] = await api.signInAll('jh-xx-fuzeren', 'jh-xx-lianxihui', 'jh-jiaowu', 'admin');
const [leaver, successor] = [lead.session.person.id, meeting.session.person.id];

const preview = (body: object, person = leaver, client = admin) => client.post<HandoverPreview>(`people/${person}/handover/preview`, body);
const handOver = (
  body: object,
  { expected, key }: { expected?: string; key?: string } = {},
  client = admin,
): Promise<Reply<HandoverReport>> =>
  client.send('POST', `people/${leaver}/handover`, {
    ...json(body),
    headers: { 'content-type': 'application/json', ...(expected !== undefined && { 'if-match': expected }) },
    key: key ?? randomUUID(),
  });
const refused = async (work: () => Promise<Reply>, expected: { status: number; code: string }): Promise<Problem> =>
  expectProblem(await withoutChange(api.dataSource, work), expected);

it('everything of somebody who leaves goes to others, as it was previewed', async () => {
  const drafts = await Promise.all(['X001', 'X002'].map((certificate) => startAdmission(lead, certificate)));
  const shown = done(await withoutChange(api.dataSource, () => preview({ successor })));
  expect(shown).toMatchObject({ possible: shown.tasks.length, leftOut: 0, elsewhere: 0, posts: [{ post: { key: 'certificate-lead' } }] });
  expect(shown.tasks.map(({ instance }) => instance)).toEqual(expect.arrayContaining(drafts));
  expect(shown.tasks).toContainEqual(expect.objectContaining({ isOwnCase: true, successor: { id: successor, name: expect.any(String) } }));

  const later = await startAdmission(lead, 'X004');
  const body = { successor, comment: '调离本系' };
  const outdated = await refused(() => handOver(body, { expected: shown.expected }), { status: 409, code: 'handover.outdated' });
  const { difference } = outdated as unknown as { difference: { parts: string[]; now: HandoverPreview } };
  expect(difference).toMatchObject({
    parts: ['tasks', 'outcomes'],
    now: { tasks: expect.arrayContaining([expect.objectContaining({ instance: later })]) },
  });

  const report = done(await handOver(body, { expected: difference.now.expected, key: 'leaving' }));
  expect(report).toMatchObject({ handed: difference.now.tasks.length, leftOut: 0, comment: '调离本系' });
  expect(done(await handOver(body, { expected: difference.now.expected, key: 'leaving' }))).toEqual(report);
  expect(done(await admin.get<{ items: object[] }>(`people/${leaver}/handovers`)).items).toMatchObject([{ id: report.id }]);
  expect(done(await admin.get(`people/${leaver}/handovers/${report.id}`))).toEqual(report);
  const queue = done(await meeting.get<Inbox>('tasks?limit=100')).items.map(({ instance }) => instance);
  expect(queue).toEqual(expect.arrayContaining([...drafts, later]));
  expect(done(await preview({ successor })).tasks).toEqual([]);
});

it('is refused with nothing changed', async () => {
  const body = { successor, comment: '调离' };
  await refused(() => preview({ successor }, leaver, affairs), { status: 403, code: 'permission.missing' });
  await refused(() => handOver(body, { expected: '0.0' }, affairs), { status: 403, code: 'permission.missing' });
  await refused(() => preview({ successor }, randomUUID()), { status: 404, code: 'handover.person-unknown' });
  await refused(() => preview({ successor: randomUUID() }), { status: 422, code: 'handover.successor-unknown' });
  await refused(() => preview({ successor: leaver }), { status: 422, code: 'handover.successor-same' });
  await refused(() => preview({ successor: 'nobody' }), { status: 400, code: 'request.invalid' });
  await refused(() => handOver(body), { status: 428, code: 'handover.unconfirmed' });
  await refused(() => handOver({ successor }, { expected: '0.0' }), { status: 400, code: 'request.invalid' });
  await refused(() => admin.get(`people/${leaver}/handovers/${randomUUID()}`), { status: 404, code: 'handover.unknown' });
});

it('what administrators do is on record, for those who may read it', async () => {
  const draft = {
    organisation: admin.at('administrator'),
    name: '厅工作群',
    format: 'json',
    address: 'https://example.com/hook?key=geheim',
  };
  const channel = done(
    await admin.post<{ id: string }>('channels', {
      ...draft,
      secret: 'geheim-geheim-geheim',
      language: 'zh-CN',
      kinds: ['urge'],
      isEnabled: true,
    }),
  );
  expect((await admin.send('DELETE', `channels/${channel.id}`)).status).toBe(204);
  done(await admin.put('calendars/2026/2026-03-04', { name: '防台风停工', isOffDay: true, source: '省防指〔2026〕1号' }));
  const document = { ...certificateAdmission, title: { zh: '证书准入（新）', en: 'Admission' } };
  done(await admin.post('definitions', { document, note: '改名' }));
  const log = done(await withoutChange(api.dataSource, () => admin.get<{ items: AuditEntry[] }>('operations/audit')));
  expect(log.items).toMatchObject([
    { act: 'definition.publish', subject: { id: 'certificate-admission' }, before: { version: 1 }, after: { version: 2 }, comment: '改名' },
    { act: 'calendar.corrected', subject: { id: '2026' }, requestId: expect.any(String) },
    { act: 'channel.remove', subject: { id: channel.id } },
    { act: 'channel.create', by: { id: admin.session.person.id }, after: { origin: 'https://example.com' } },
    { act: 'person.hand-over', subject: { kind: 'person', id: leaver }, comment: '调离本系' },
    { act: 'task.transfer' },
    { act: 'task.transfer' },
    { act: 'task.transfer' },
    ...log.items.slice(8),
  ]);
  expect(JSON.stringify(log)).not.toContain('geheim');
  const page = done(await admin.get<{ items: AuditEntry[]; next: string }>('operations/audit?limit=1&act=task.transfer'));
  expect(page.items).toEqual([log.items[5]]);
  expect(done(await admin.get<{ items: AuditEntry[] }>(`operations/audit?limit=1&act=task.transfer&after=${page.next}`)).items).toEqual([
    log.items[6],
  ]);
  expectProblem(await lead.get('operations/audit'), { status: 403, code: 'permission.missing' });
  for (const query of ['limit=0', 'person=none', 'from=yesterday', 'after=x'])
    expectProblem(await admin.get(`operations/audit?${query}`), { status: 400, code: 'request.invalid' });
});
