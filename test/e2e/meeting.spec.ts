import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { ClosingPreview, HistoryLine, ListedMeeting, MeetingView, Page, QueuedTask } from '#case';
import { startApi } from '../support/api.ts';
import { type Client, done, type Problem } from '../support/client.ts';
import { taskOf, viewOf } from '../support/office.ts';
import { expectProblem, withoutChange } from '../support/refusing.ts';
import { auditedAdmission, finding, heldMeeting, meetingPlan } from '../support/sitting.ts';

const present = '2026-03-02T01:00:00.000Z';
const api = await startApi({ present, environment: { SHENPI_WORKER: 'false' } });

const [lead, joint, affairs, president, committee] = await api.signInAll(
  'jh-xx-fuzeren',
  'jh-xx-lianxihui',
  'jh-jiaowu',
  'jh-xiaozhang',
  'jh-dangwei',
);
const office = { body: 'president-meeting', file: 'officeMeetingMinutes', heldAt: present };
const party = { body: 'party-committee', file: 'partyCommitteeMinutes', heldAt: present };
const queueOf = (secretary: Client, { body }: { readonly body: string }) =>
  secretary.get<Page<QueuedTask>>(`meetings/queue?body=${body}&organisation=${secretary.at(body)}`);

describe('the admission of certificates in meetings', () => {
  it('goes through the principal office meeting and the party committee, each with one signature', async () => {
    const cases = [await auditedAdmission(lead, joint, affairs, 'X001'), await auditedAdmission(lead, joint, affairs, 'X002')];
    const queue = done(await queueOf(president, office)).items;
    expect(queue.map(({ instance }) => instance)).toEqual(cases);

    const meeting = await heldMeeting(president, { ...office, number: '2026年第4次' }, cases);
    const { form } = await viewOf(president, cases[0] ?? '');
    const found = { formVersion: form.version, asks: ['officeMeetingMinutes'], finding: { outcome: 'passed', formVersion: form.version } };
    expect(meeting.items).toMatchObject([
      { ...found, paragraph: 1 },
      { ...found, paragraph: 2 },
    ]);
    const shown = await withoutChange(api.dataSource, () => president.post<ClosingPreview>(`meetings/${meeting.id}/closing?dryRun=true`));
    const foreseen = done(shown);
    expect(foreseen.items.map(({ preview }) => preview.entered.map(({ title }) => title.zh))).toEqual([['党委会审定'], ['党委会审定']]);
    const agreed = { headers: { 'if-match': foreseen.expected } };
    const closed = done(await president.send<MeetingView>('POST', `meetings/${meeting.id}/closing`, agreed));
    expect(closed).toMatchObject({
      state: 'closed',
      minutes: { text: foreseen.minutes, signedBy: { name: '江淮校长办公会秘书' }, signedAt: present },
    });
    const { text, sha256 } = closed.minutes ?? { text: '', sha256: '' };
    expect(sha256).toBe(createHash('sha256').update(text).digest('hex'));
    expect(text).toContain('回避：教务处长\n表决：同意 5 票，不同意 0 票，弃权 0 票\n决定：通过\n会议同意该证书准入。');

    for (const [index, instance] of cases.entries()) {
      const view = await viewOf(committee, instance);
      expect(view.states.map(({ path }) => path)).toEqual(['partyCommittee']);
      expect(view.form.fields['officeMeetingSession']).toBe('2026年第4次');
      const paragraph = { number: '2026年第4次', paragraph: index + 1, text: '会议同意该证书准入。', outcome: 'passed' };
      expect(view.paragraphs).toMatchObject([{ ...paragraph, body: { title: { zh: '校长办公会' } } }]);
      const { lines } = done(await lead.get<{ lines: HistoryLine[] }>(`instances/${instance}/history`));
      expect(lines.at(-1)).toMatchObject({
        comment: '会议同意该证书准入。',
        detail: { meeting: { id: meeting.id, number: '2026年第4次', paragraph: index + 1, minutes: sha256 } },
      });
      expect(done(await affairs.get(`instances/${instance}/verification`))).toMatchObject({ isIntact: true, isRebuilt: true });
    }
    expect(done(await queueOf(president, office)).items).toEqual([]);

    const next = await heldMeeting(committee, { ...party, number: '2026年第2次党委会' }, cases);
    done(await committee.post(`meetings/${next.id}/closing`));
    expect((await viewOf(affairs, cases[1] ?? '')).states.map(({ path }) => path)).toEqual(['approved']);
    const list = await president.get<Page<ListedMeeting>>(`meetings?body=${office.body}&organisation=${president.at(office.body)}`);
    expect(done(list).items).toMatchObject([{ id: meeting.id, number: '2026年第4次', state: 'closed' }]);
  });

  it('closes with none of its items while one stands in the way, and says which and why', async () => {
    const cases = [await auditedAdmission(lead, joint, affairs, 'X006'), await auditedAdmission(lead, joint, affairs, 'X007')];
    const meeting = await heldMeeting(president, { ...office, number: '2026年第5次' }, cases);
    const [, second] = meeting.items.map(({ task }) => task.id);
    const { fields: _fields, ...bare } = await finding(president, cases[1] ?? '', office.file);
    done(await president.put(`meetings/${meeting.id}/items/${second}`, bare));
    const refused = await withoutChange(api.dataSource, () => president.post<Problem>(`meetings/${meeting.id}/closing`));
    const { items } = expectProblem(refused, { status: 409, code: 'meeting.items-refused' }) as Problem & { items: unknown };
    expect(items).toMatchObject([{ task: second, paragraph: 2, code: 'rule.broken', detail: expect.stringContaining('R-NC21-12') }]);

    expect(done(await president.send<MeetingView>('DELETE', `meetings/${meeting.id}/items/${second}`)).items).toHaveLength(1);
    done(await president.post(`meetings/${meeting.id}/closing`));
    const again = await withoutChange(api.dataSource, () => president.post<Problem>(`meetings/${meeting.id}/closing`));
    expectProblem(again, { status: 409, code: 'meeting.not-open' });
  });
});

describe('what is refused', () => {
  it('to whoever is not the body’s secretary, and to any request that does not fit', async () => {
    const instance = await auditedAdmission(lead, joint, affairs, 'X008');
    const task = taskOf(await viewOf(president, instance));
    const plan = meetingPlan(president, 'president-meeting', '2026年第6次', present);
    const { id } = done(await president.post<MeetingView>('meetings', plan));
    const members = done(await president.put<MeetingView>(`meetings/${id}/members`, { members: plan.members })).members;
    expect(members).toEqual(plan.members);
    for (const attempt of [
      () => affairs.post<Problem>('meetings', plan),
      () => affairs.post<Problem>(`meetings/${id}/items`, { tasks: [task] }),
      () => affairs.post<Problem>(`meetings/${id}/closing`),
      () => affairs.post<Problem>(`meetings/${id}/cancellation`, { reason: '改期' }),
      () => affairs.get<Problem>(`meetings/queue?body=${office.body}&organisation=${president.at(office.body)}`),
      () => affairs.get<Problem>(`meetings?body=${office.body}&organisation=${president.at(office.body)}`),
    ]) {
      expectProblem(await withoutChange(api.dataSource, attempt), { status: 403, code: 'meeting.not-secretary' });
    }
    expect(done(await affairs.get<MeetingView>(`meetings/${id}`)).number).toBe('2026年第6次');
    expectProblem(await committee.get(`meetings/${id}`), { status: 404, code: 'meeting.unknown' });
    const nobody = await withoutChange(api.dataSource, () => president.post<Problem>('meetings', { ...plan, members: [] }));
    expectProblem(nobody, { status: 400, code: 'request.invalid' });
    const twice = await withoutChange(api.dataSource, () => president.post<Problem>('meetings', plan));
    expectProblem(twice, { status: 409, code: 'meeting.number-taken' });
    done(await president.post(`meetings/${id}/items`, { tasks: [task] }));
    done(await president.put(`meetings/${id}/order`, { tasks: [task] }));
    const wordless = await withoutChange(api.dataSource, () =>
      president.put<Problem>(`meetings/${id}/items/${task}`, { outcome: 'passed', text: '', formVersion: 1 }),
    );
    expectProblem(wordless, { status: 400, code: 'request.invalid' });
    expect(done(await president.post<MeetingView>(`meetings/${id}/cancellation`, { reason: '改期' })).state).toBe('cancelled');
  });
});
