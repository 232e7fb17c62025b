import { describe, expect, it } from '@jest/globals';
import type { Effect, Fields, Subject } from '#engine';
import {
  at,
  decide,
  type Move,
  make,
  noticesOf,
  PilotPlay,
  type PilotSetting,
  type PlanAnswer,
  pass,
  signal,
  withdraw,
} from '../../test/support/pilot-play.ts';
import { plainSubject } from '../../test/support/play.ts';
import { annualApplication } from '../annual-application/definition.ts';
import { quotaIncrease } from './definition.ts';
import { request } from './sample.ts';

const cast = {
  'certificate-lead@department': ['lead'],
  'academic-affairs@school': ['academic'],
  'school-leader@school': ['leader'],
  'city-reviewer@city': ['city'],
  'province-reviewer@province': ['province'],
};

/** One approved plan: Web front-end development, spring 2024, 40 at the intermediate level. */
const oneApprovedPlan: PlanAnswer = ({ certificate, year, season, level, major }) => {
  const exists = certificate === 'X002' && year === 2024 && season === 'spring';
  const hasLine = exists && level === 'intermediate' && major === '510203';
  return { exists, instance: exists ? 'application-1' : '', hasLine, headcount: hasLine ? 40 : 0 };
};

const because = { comment: '请说明场地' };

const submitted: Move[] = [decide('lead', 'submit')];
const consented: Move[] = [...submitted, decide('academic', 'approve')];
const agreed: Move[] = [...consented, decide('leader', 'approve')];
const sent: Move[] = [...agreed, decide('academic', 'submit', { fields: { sealedScan: 'file-1' } })];
const approved: Move[] = [...sent, decide('province', 'approve')];

const secondary: Subject = { ...plainSubject, school: { id: 'school-2', name: '江淮工业学校', type: 'secondary_local' } };

interface Circumstances extends Partial<PilotSetting> {
  readonly fields?: Fields;
}
const begin = ({ fields = {}, ...setting }: Circumstances = {}) =>
  new PilotPlay(quotaIncrease, { cast, plan: oneApprovedPlan, at: '2024-05-06T01:00:00.000Z', ...setting }).start('lead', {
    ...request,
    ...fields,
  });

/** Due on Saturday the 11th of May, which is worked for 劳动节. */
const consent = ['remind-1 2024-05-10T00:30:00.000Z', 'escalate-1 2024-05-14T15:59:59.999Z', 'escalate-2 2024-05-17T15:59:59.999Z'];
/** The thirtieth day before the assessment. */
const sealing = ['remind-1 2024-05-13T00:30:00.000Z', 'remind-2 2024-05-16T00:30:00.000Z', 'escalate-1 2024-05-16T15:59:59.999Z'];
const review = ['remind-1 2024-05-15T00:30:00.000Z'];

describe('M4 goes by two consents to the province (R-AH24-15)', () => {
  it.each([
    ['a draft', [], 'draft', ['draft: lead'], []],
    ['submitted: first consent', submitted, 'departmentConsent', ['departmentConsent: academic-affairs@school'], consent],
    ['second consent', consented, 'leaderConsent', ['leaderConsent: school-leader@school'], consent],
    ['to be sealed', agreed, 'sealed', ['sealed: academic-affairs@school'], sealing],
    ['sent', sent, 'provinceReview', ['provinceReview: province-reviewer@province'], review],
    ['approved', approved, 'approved', [], []],
    ['not agreed by the office', [...submitted, decide('academic', 'return', because)], 'draft', ['draft: lead'], []],
    ['not agreed by the leader', [...consented, decide('leader', 'return', because)], 'draft', ['draft: lead'], []],
    ['returned by the province', [...sent, decide('province', 'return', because)], 'draft', ['draft: lead'], []],
    ['rejected by the province', [...sent, decide('province', 'reject', because)], 'rejected', [], []],
    ['withdrawn', [withdraw('lead')], 'withdrawn', [], []],
    ['the certificate cancelled', [...consented, signal('certificateCancelled')], 'rejected', [], []],
  ] satisfies [string, Move[], string, string[], string[]][])('%s', (_, moves, state, tasks, timers) => {
    const play = begin();
    make(play, moves);
    expect(play.view()).toEqual({ states: [state], tasks, timers });
  });
});

describe('M4 refuses', () => {
  it.each([
    ['an increase of what was never approved', { fields: { certificate: 'X003' } }, submitted, 'rule.broken R-AH24-15'],
    ['an increase in another season', { fields: { season: 'autumn' } }, submitted, 'rule.broken R-AH24-15'],
    ['another level', { fields: { level: 'advanced' } }, submitted, 'rule.broken R-AH24-14'],
    ['another major', { fields: { major: '510201' } }, submitted, 'rule.broken R-AH24-14'],
    ['a decrease', { fields: { increase: -5 } }, submitted, 'rule.broken R-AH24-14'],
    ['an increase by nothing', { fields: { increase: 0 } }, submitted, 'rule.broken R-AH24-14'],
    ['a request without a reason', { fields: { reason: null } }, submitted, 'form.invalid /reason required'],
    ['a consent withheld without a reason', {}, [...submitted, decide('academic', 'return')], 'comment.required'],
    ['the leader’s consent before the office’s', {}, [...submitted, decide('leader', 'approve')], 'task.not-yours'],
    ['a request without the seal', {}, [...agreed, decide('academic', 'submit')], 'rule.broken R-AH24-15'],
    [
      'a request without the seal, of a secondary school',
      { subject: secondary },
      [...agreed, decide('academic', 'submit')],
      'rule.broken R-AH24-15',
    ],
    [
      'a request on the day of the assessment',
      {},
      [...agreed, at('2024-06-15 00:00'), decide('academic', 'submit', { fields: { sealedScan: 'file-1' } })],
      'rule.broken R-AH24-15',
    ],
    ['a withdrawal after it was submitted', {}, [...submitted, withdraw('lead')], 'withdraw.not-now'],
  ] satisfies [string, Circumstances, Move[], string][])('%s', (_, circumstances, moves, refusal) => {
    expect(make(begin(circumstances), moves)).toBe(refusal);
  });

  it('approval when the plan has gone meanwhile', () => {
    let exists = true;
    const play = begin({ plan: (asked) => (exists ? oneApprovedPlan(asked) : { exists, instance: '', hasLine: false, headcount: 0 }) });
    make(play, sent);
    exists = false;
    expect(make(play, [decide('province', 'approve')])).toBe('rule.broken R-AH24-15');
  });
});

it('shows the approved headcount and what it will be', () => {
  expect(begin().state.form.fields).toMatchObject({ approvedHeadcount: 40, headcountAfter: 52 });
});

const title = '“2024年Web前端开发证书指标调增申请（江淮职业技术学院，增加12人）”';

describe('M4 tells', () => {
  it.each([
    ['the city of a secondary school', { subject: secondary }, sent, ['city-reviewer: 江淮工业学校报送了指标调增申请，抄送知悉。']],
    ['no city of any other school', {}, sent, []],
    [
      'the office that a request waits',
      {},
      [...submitted, pass('remind-1')],
      [`academic-affairs: 提醒：${title}的“证书试点管理部门意见”环节待办理。办理期限为2024年5月11日（星期六），还剩1个工作日。`],
    ],
    [
      'the leader that a request waits',
      {},
      [...consented, pass('remind-1')],
      [`school-leader: 提醒：${title}的“校级分管领导意见”环节待办理。办理期限为2024年5月11日（星期六），还剩1个工作日。`],
    ],
    [
      'the province that a request waits',
      {},
      [...sent, pass('remind-1')],
      [`province-reviewer: 提醒：${title}的“省1+X协调推进办公室审核”环节待办理。办理期限为2024年5月17日（星期五），还剩2个工作日。`],
    ],
    [
      'the leader and the lead that a request was not sent in time',
      {},
      [...agreed, pass('escalate-1')],
      [`school-leader, lead: 逾期升级：${title}的“盖章并报送”环节逾期未办。办理期限为2024年5月16日（星期四），已到期。`],
    ],
    ['the school that it was approved', {}, approved, ['lead, academic-affairs: 指标调增已批准，增加12人。']],
    ['the lead that it was rejected', {}, [...sent, decide('province', 'reject', because)], ['lead: 指标调增未获同意。']],
  ] satisfies [string, Circumstances, Move[], string[]][])('%s', (_, circumstances, moves, notices) => {
    const play = begin(circumstances);
    make(play, moves);
    expect(noticesOf(play)).toEqual(notices);
  });
});

describe('approved, the plan of the annual application grows (R-AH24-14, -15)', () => {
  const signalOf = (play: PilotPlay) => play.sent.find((effect): effect is Extract<Effect, { kind: 'signal' }> => effect.kind === 'signal');

  it('by a signal to the case it came from', () => {
    const play = begin();
    make(play, approved);
    expect(signalOf(play)).toEqual({
      kind: 'signal',
      instance: 'application-1',
      signal: 'quotaIncreased',
      payload: { level: 'intermediate', major: '510203', increase: 12 },
    });
  });

  it('which that case takes', () => {
    const application = new PilotPlay(annualApplication, {
      cast: {
        'academic-affairs@school': ['academic'],
        'expert-group@school': ['experts'],
        'president-meeting@school': ['president'],
        'province-reviewer@province': ['province'],
      },
      at: '2024-03-26T01:00:00.000Z',
    }).start('academic', {
      year: 2024,
      season: 'spring',
      certificate: 'X002',
      lines: [{ level: 'intermediate', major: '510203', students: 40 }],
      argumentMatch: '一致',
      argumentIntegration: '已融入',
      argumentIndustry: '对口',
      argumentHistory: '首次申报',
      trainers: 1,
      assessors: 1,
      facilities: '机房',
      plannedExamMonth: '2024-06',
      budget: 1,
      isPlatformRegistered: true,
    });
    make(application, [
      decide('academic', 'submit'),
      decide('experts', 'approve', { fields: { conclusion: 'agree' } }),
      decide('president', 'approve', {
        fields: { meetingSession: '第3次', meetingDate: '2024-03-22', minutes: 'file-1', isBudgetIncluded: true },
      }),
      decide('academic', 'submit', { fields: { sealedScan: 'file-2' } }),
      decide('province', 'approve'),
    ]);
    const increase = begin();
    make(increase, approved);
    expect(make(application, [signal('quotaIncreased', signalOf(increase)?.payload)])).toBe('advanced');
    expect(application.state.data).toMatchObject({
      plan: [
        { level: 'intermediate', major: '510203', headcount: 40 },
        { level: 'intermediate', major: '510203', headcount: 12 },
      ],
    });
  });
});
