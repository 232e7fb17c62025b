import { beforeAll, describe, expect, it } from '@jest/globals';
import type { DecidedTask, HistoryLine, Inbox, ListedInstance, Page, Verification } from '#case';
import type { Notice } from '#notice';
import { argumentFields } from '../../config/demo/admission.ts';
import { startApi } from '../support/api.ts';
import { type Client, done } from '../support/client.ts';
import { eventually } from '../support/eventually.ts';
import { decided, minutes, startAdmission, viewOf } from '../support/office.ts';
import { bothBackends } from '../support/redis.ts';
import { contradictions } from '../support/tables.ts';

const { redis, half } = await bothBackends('admission of a certificate');

type Office = Readonly<Record<'lead' | 'meeting' | 'affairs' | 'president' | 'committee' | 'dean', Client>>;

/** Everything that the case's people see of it, from the first draft to the running pilot. */
function theWholeAdmission(environment: Readonly<Record<string, string>>): void {
  let office: Office;
  let instance: string;
  let check: () => Promise<unknown[]>;

  const inbox = async (person: Client) => done(await person.get<Inbox>('tasks')).items.filter((task) => task.instance === instance);
  const notices = async (person: Client) => done(await person.get<{ notices: Notice[]; unread: number }>('notices?unreadOnly=true'));
  const isTold = (person: Client, kind: Notice['kind']) =>
    eventually(async () => {
      const mine = (await notices(person)).notices.filter((notice) => notice.instance === instance && notice.kind === kind);
      expect(mine.length).toBeGreaterThan(0);
    });
  const next = async (person: Client, outcome: string) => {
    const [task] = (await viewOf(person, instance)).myTasks;
    return task?.choices.find((choice) => choice.outcome === outcome)?.next;
  };

  beforeAll(async () => {
    const api = await startApi({ environment });
    const as = api.signIn;
    office = {
      lead: await as('jh-xx-fuzeren'),
      meeting: await as('jh-xx-lianxihui'),
      affairs: await as('jh-jiaowu'),
      president: await as('jh-xiaozhang'),
      committee: await as('jh-dangwei'),
      dean: await as('jh-xx-zhuren'),
    };
    check = () => contradictions(api.dataSource);
    instance = await startAdmission(office.lead, 'X002');
  });

  it('begins as a draft that only its lead has to do with', async () => {
    const view = await viewOf(office.lead, instance);
    expect(view).toMatchObject({
      title: { zh: 'Web前端开发证书准入（信息工程系）' },
      applicant: { name: '信息工程系证书负责人' },
      organisation: { name: '信息工程系' },
      states: [{ path: 'draft', title: { zh: '填写准入论证表' } }],
      isFinished: false,
      mayWithdraw: true,
      form: { fields: { certificateName: 'Web前端开发', builtRatio: 0.85 } },
    });
    expect(await inbox(office.lead)).toMatchObject([{ step: { path: 'draft' } }]);
    expect(await inbox(office.meeting)).toEqual([]);
    expect(done(await office.lead.get<Page<ListedInstance>>('instances')).items[0]).toMatchObject({ id: instance, isFinished: false });
  });

  it('says who would be next before it is submitted, and is then in their inbox', async () => {
    expect(await next(office.lead, 'submit')).toMatchObject([
      {
        path: 'expertArgument',
        assignees: [{ post: { key: 'joint-meeting', title: { zh: '系党政联席会' } }, organisation: '信息工程系' }],
      },
    ]);
    expect(await decided(office.lead, instance, { outcome: 'submit' })).toEqual(['expertArgument']);
    expect(await inbox(office.lead)).toEqual([]);
    expect(await inbox(office.meeting)).toMatchObject([{ step: { path: 'expertArgument', title: { zh: '系党政联席会论证' } } }]);
    await isTold(office.meeting, 'task-opened');
  });

  it('comes back to its lead, with the reason, and goes out again', async () => {
    const comment = '请写明校企合作的起止时间。';
    expect(await decided(office.meeting, instance, { outcome: 'return', comment })).toEqual(['returned']);
    expect(await inbox(office.lead)).toMatchObject([{ step: { path: 'returned' } }]);
    await isTold(office.lead, 'task-opened');
    const fields = { cooperation: '2026年3月至2029年2月，共同承担三门课程。' };
    expect(await decided(office.lead, instance, { outcome: 'resubmit', comment: '已补充。', fields })).toEqual(['expertArgument']);
    expect((await viewOf(office.meeting, instance)).form.fields).toMatchObject(fields);
  });

  it('passes the four bodies one after another', async () => {
    const { meeting, affairs, president, committee } = office;
    const argued = argumentFields(await minutes(meeting, '系党政联席会纪要'));
    expect(await decided(meeting, instance, { outcome: 'approve', fields: argued })).toEqual(['academicAudit']);
    await isTold(affairs, 'task-opened');
    expect(await next(affairs, 'approve')).toMatchObject([{ path: 'officeMeeting', assignees: [{ post: { key: 'president-meeting' } }] }]);
    expect(await decided(affairs, instance, { outcome: 'approve', comment: '材料齐全。' })).toEqual(['officeMeeting']);
    const deliberated = { officeMeetingSession: '2026年第18次', officeMeetingMinutes: await minutes(president, '校长办公会纪要') };
    expect(await decided(president, instance, { outcome: 'approve', fields: deliberated })).toEqual(['partyCommittee']);
    const settled = { partyCommitteeMinutes: await minutes(committee, '党委会纪要') };
    expect(await decided(committee, instance, { outcome: 'approve', fields: settled })).toEqual(['approved']);
  });

  it('ends, for now, in the running pilot once the agreement is signed and a site is applied for', async () => {
    const { affairs, dean, lead } = office;
    await isTold(lead, 'message');
    const agreement = { agreement: await minutes(affairs, '合作协议'), agreementFrom: '2026-01-01', agreementTo: '2099-12-31' };
    expect(await decided(affairs, instance, { outcome: 'sign', fields: agreement })).toEqual(['agreementSigned']);
    expect(await decided(dean, instance, { outcome: 'begin', fields: { siteApplication: 'ZD-2026-001' } })).toEqual(['active']);
    expect(await viewOf(lead, instance)).toMatchObject({ states: [{ path: 'active' }], steps: [], myTasks: [], isFinished: false });
  });

  it('keeps in everybody’s list what they decided, the latest first', async () => {
    const own = async (person: Client) => {
      const { items } = done(await person.get<Page<DecidedTask>>('tasks/decided'));
      return items.filter((task) => task.instance === instance).map(({ step, outcome }) => `${step.path} ${outcome}`);
    };
    expect(await own(office.lead)).toEqual(['returned resubmit', 'draft submit']);
    expect(await own(office.meeting)).toEqual(['expertArgument approve', 'expertArgument return']);
    expect(await own(office.affairs)).toEqual(['approved sign', 'academicAudit approve']);
    expect(await own(office.committee)).toEqual(['partyCommittee approve']);
  });

  it('has a history that says who did what as whom, with a chain that holds', async () => {
    const { lines } = done(await office.affairs.get<{ lines: HistoryLine[] }>(`instances/${instance}/history`));
    expect(
      lines.map(({ by, outcome, to }) => `${by?.name ?? ''} ${outcome ?? 'started'} ${to.map(({ title }) => title.zh).join()}`),
    ).toEqual([
      '信息工程系证书负责人 started 填写准入论证表',
      '信息工程系证书负责人 submit 系党政联席会论证',
      '信息工程系党政联席会秘书 return 修改准入论证表',
      '信息工程系证书负责人 resubmit 系党政联席会论证',
      '信息工程系党政联席会秘书 approve 教务处审核',
      '江淮教务处审核员 approve 校长办公会审议',
      '江淮校长办公会秘书 approve 党委会审定',
      '江淮党委会秘书 approve 登记合作协议',
      '江淮教务处审核员 sign 申报站点并启动试点',
      '信息工程系主任 begin 试点运行',
    ]);
    expect(lines.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(lines[2]).toMatchObject({
      comment: '请写明校企合作的起止时间。',
      by: { post: { key: 'joint-meeting' }, organisation: '信息工程系' },
    });
    const verification = done(await office.affairs.get<Verification>(`instances/${instance}/verification`));
    expect(verification).toEqual({ isIntact: true, isRebuilt: true, rows: 10, lastHash: lines.at(-1)?.hash });
    expect(await check()).toEqual([]);
  });

  it('tells each approver once, who can mark it as read', async () => {
    const before = await notices(office.affairs);
    expect(before.notices.filter((notice) => notice.instance === instance && notice.kind === 'task-opened')).toHaveLength(2);
    const [first] = before.notices;
    expect(done(await office.affairs.post<{ read: number }>('notices/read', { notices: [first?.id] }))).toEqual({ read: 1 });
    expect((await notices(office.affairs)).unread).toBe(before.unread - 1);
    expect(done(await office.president.post<{ read: number }>('notices/read', { notices: [first?.id] }))).toEqual({ read: 0 });
    expect(done(await office.affairs.post<{ read: number }>('notices/read', { notices: 'all' }))).toEqual({ read: before.unread - 1 });
    expect(await notices(office.affairs)).toEqual({ notices: [], unread: 0 });
    expect(done(await office.affairs.get<{ notices: Notice[] }>('notices')).notices).toHaveLength(before.unread);
  });
}

describe('the admission of a certificate, with background jobs on PostgreSQL', () => {
  theWholeAdmission({});
});

half.redis('the admission of a certificate, with background jobs on Redis', () => {
  theWholeAdmission({ REDIS_URL: redis?.url ?? '' });
});
