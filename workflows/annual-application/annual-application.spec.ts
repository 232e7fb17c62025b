import { describe, expect, it } from '@jest/globals';
import type { Fields, Subject } from '#engine';
import {
  at,
  decide,
  type Move,
  make,
  noticesOf,
  PilotPlay,
  type PilotSetting,
  pass,
  registerData,
  signal,
  terminate,
  withCancelled,
  withdraw,
} from '../../test/support/pilot-play.ts';
import { plainSubject } from '../../test/support/play.ts';
import { annualApplication } from './definition.ts';
import { application, line } from './sample.ts';

const cast = {
  'academic-affairs@school': ['academic', 'colleague'],
  'expert-group@school': ['experts'],
  'president-meeting@school': ['president'],
  'school-leader@school': ['leader'],
  'city-reviewer@city': ['city'],
  'province-reviewer@province': ['province'],
};

const because = { comment: '请核实人数' };

const submitted: Move[] = [decide('academic', 'submit')];
const argued: Move[] = [...submitted, decide('experts', 'approve', { fields: { conclusion: 'agree' } })];
const meeting: Fields = { meetingSession: '第3次', meetingDate: '2024-03-22', minutes: 'file-1', isBudgetIncluded: true };
const ready: Move[] = [...argued, decide('president', 'approve', { fields: meeting })];
const sent: Move[] = [...ready, decide('academic', 'submit', { fields: { sealedScan: 'file-2' } })];
const approved: Move[] = [...sent, at('2024-03-26 09:00'), decide('province', 'approve')];

const firstReviewed: Move[] = [...sent, decide('city', 'approve', { fields: { isSummaryReceived: true } })];
const cityReturned: Move[] = [...sent, decide('city', 'return', because)];
const provinceReturned: Move[] = [...firstReviewed, at('2024-03-26 09:00'), decide('province', 'return', because)];
const moreStudents = { fields: { lines: [{ ...line, students: 45 }] } };
const tooFew = { fields: { lines: [{ ...line, students: 3 }] } };

const secondary: Subject = { ...plainSubject, school: { id: 'school-2', name: '江淮工业学校', type: 'secondary_local' } };

interface Circumstances extends Partial<PilotSetting> {
  readonly fields?: Fields;
}
const begin = ({ fields = {}, ...setting }: Circumstances = {}) =>
  new PilotPlay(annualApplication, { cast, at: '2024-03-22T01:00:00.000Z', ...setting }).start('academic', {
    ...application,
    ...fields,
  });
const ofSecondary: Circumstances = { subject: secondary };

/** Half past eight in the morning. */
const reminders = (...days: string[]) => days.map((day, index) => `remind-${index + 1} ${day}T00:30:00.000Z`);

// Three days before is a Saturday: on the Friday before.
const schoolClosed = ['schoolWindowClosed 2024-04-02T15:59:59.999Z', ...reminders('2024-03-29', '2024-04-01', '2024-04-02')];
// The day before and the last day are 清明: on the last working day before them, and once.
const untilCityCloses = reminders('2024-04-02', '2024-04-03');
const cityClosed = ['cityWindowClosed 2024-04-05T15:59:59.999Z', ...untilCityCloses];
// Three days before is a Sunday that is worked.
const untilProvinceCloses = reminders('2024-04-07', '2024-04-09', '2024-04-10');
const provinceClosed = ['provinceWindowClosed 2024-04-10T15:59:59.999Z', ...untilProvinceCloses];

describe('M3 within the school', () => {
  it.each([
    ['a draft', [], 'draft', ['draft: academic'], schoolClosed],
    ['submitted: the experts argue (R-AH24-03)', submitted, 'schoolArgument', ['schoolArgument: expert-group@school'], schoolClosed],
    ['argued: the office meeting (R-AH24-17)', argued, 'principalMeeting', ['principalMeeting: president-meeting@school'], schoolClosed],
    ['approved by the meeting: to be sent', ready, 'ready', ['ready: academic-affairs@school'], schoolClosed],
    ['returned by the experts', [...submitted, decide('experts', 'return', because)], 'draft', ['draft: academic'], schoolClosed],
    ['returned by the meeting', [...argued, decide('president', 'return', because)], 'draft', ['draft: academic'], schoolClosed],
    ['withdrawn as a draft', [withdraw('academic')], 'withdrawn', [], []],
    ['withdrawn before it was sent', [...ready, withdraw('academic')], 'withdrawn', [], []],
    ['the window closed over a draft', [pass('schoolWindowClosed')], 'expired', [], []],
    ['over the argument', [...submitted, pass('schoolWindowClosed')], 'expired', [], []],
    ['over the meeting', [...argued, pass('schoolWindowClosed')], 'expired', [], []],
    ['before it was sent', [...ready, pass('schoolWindowClosed')], 'expired', [], []],
    ['the certificate cancelled', [...argued, signal('certificateCancelled')], 'rejected', [], []],
  ] satisfies [string, Move[], string, string[], string[]][])('%s', (_, moves, state, tasks, timers) => {
    const play = begin();
    make(play, moves);
    expect(play.view()).toEqual({ states: [state], tasks, timers });
  });

  it('may be sent by a colleague of the same office', () => {
    const play = begin();
    make(play, [...ready, decide('colleague', 'submit', { fields: { sealedScan: 'file-2' } })]);
    expect(play.view().states).toEqual(['provinceReview']);
  });

  it('is brought before the leader in charge where no meeting is named', () => {
    const play = begin({ cast: { ...cast, 'president-meeting@school': [] } });
    make(play, argued);
    expect(play.view().tasks).toEqual(['principalMeeting: school-leader@school']);
  });
});

describe('M3 of a higher school goes straight to the province', () => {
  it.each([
    ['sent', sent, 'provinceReview', ['provinceReview: province-reviewer@province'], provinceClosed],
    ['approved: the plan is locked', approved, 'approved', [], []],
    ['rejected', [...sent, decide('province', 'reject', because)], 'rejected', [], []],
    [
      'returned',
      [...sent, decide('province', 'return', because)],
      'returned',
      ['returned: academic-affairs@school'],
      ['reviewWindowClosed 2024-04-10T15:59:59.999Z', ...untilProvinceCloses],
    ],
    [
      'sent again with other lines: to the province all the same',
      [...sent, decide('province', 'return', because), at('2024-03-27 09:00'), decide('academic', 'resubmit', moreStudents)],
      'provinceReview',
      ['provinceReview: province-reviewer@province'],
      provinceClosed,
    ],
    ['not sent again in time', [...sent, decide('province', 'return', because), pass('reviewWindowClosed')], 'expired', [], []],
    ['the season closed', [...approved, signal('seasonClosed')], 'closed', [], []],
    ['the certificate cancelled under review', [...sent, signal('certificateCancelled')], 'rejected', [], []],
    ['the certificate cancelled after approval', [...approved, signal('certificateCancelled')], 'closed', [], []],
  ] satisfies [string, Move[], string, string[], string[]][])('%s', (_, moves, state, tasks, timers) => {
    const play = begin();
    make(play, moves);
    expect(play.view()).toEqual({ states: [state], tasks, timers });
  });

  it('and so does an applied university', () => {
    const play = begin({ subject: { ...plainSubject, school: { id: 'school-3', name: '江淮应用大学', type: 'applied_undergraduate' } } });
    make(play, sent);
    expect(play.view().states).toEqual(['provinceReview']);
  });
});

describe('M3 of a secondary school goes by its city (R-AH24-08)', () => {
  it.each([
    ['sent', sent, 'cityReview', ['cityReview: city-reviewer@city'], cityClosed],
    ['reviewed: on to the province', firstReviewed, 'provinceReview', ['provinceReview: province-reviewer@province'], provinceClosed],
    ['rejected by the city', [...sent, decide('city', 'reject', because)], 'rejected', [], []],
    [
      'returned by the city',
      cityReturned,
      'returned',
      ['returned: academic-affairs@school'],
      ['reviewWindowClosed 2024-04-05T15:59:59.999Z', ...untilCityCloses],
    ],
    [
      'sent again: to the city',
      [...cityReturned, decide('academic', 'resubmit')],
      'cityReview',
      ['cityReview: city-reviewer@city'],
      cityClosed,
    ],
    ['not sent again in the city’s window', [...cityReturned, pass('reviewWindowClosed')], 'expired', [], []],
    [
      'returned by the province',
      provinceReturned,
      'returned',
      ['returned: academic-affairs@school'],
      ['reviewWindowClosed 2024-04-10T15:59:59.999Z', ...untilProvinceCloses],
    ],
    [
      'sent again unchanged: to the province',
      [...provinceReturned, decide('academic', 'resubmit', { fields: { facilities: '机房6间。' } })],
      'provinceReview',
      ['provinceReview: province-reviewer@province'],
      provinceClosed,
    ],
    [
      'sent again with other lines: to the city',
      [...provinceReturned, decide('academic', 'resubmit', moreStudents)],
      'cityReview',
      ['cityReview: city-reviewer@city'],
      cityClosed,
    ],
    [
      'the city’s window closed: the province may take over',
      [...sent, pass('cityWindowClosed')],
      'cityOverdue',
      ['cityOverdue: province-reviewer@province'],
      untilProvinceCloses,
    ],
    [
      'taken over',
      [...sent, pass('cityWindowClosed'), decide('province', 'takeOver', { comment: '市级逾期' })],
      'provinceReview',
      ['provinceReview: province-reviewer@province'],
      provinceClosed,
    ],
  ] satisfies [string, Move[], string, string[], string[]][])('%s', (_, moves, state, tasks, timers) => {
    const play = begin(ofSecondary);
    make(play, moves);
    expect(play.view()).toEqual({ states: [state], tasks, timers });
  });

  it('a provincial one too (A-17)', () => {
    const play = begin({ subject: { ...secondary, school: { id: 'school-4', name: '省属江淮学校', type: 'secondary_provincial' } } });
    make(play, sent);
    expect(play.view().states).toEqual(['cityReview']);
  });
});

describe('M3 refuses', () => {
  const seal = { fields: { sealedScan: 'file-2' } };
  const resend = decide('academic', 'resubmit', moreStudents);
  it.each([
    [
      'a technician school',
      { subject: { ...plainSubject, school: { id: 's', name: '江淮技工学校', type: 'technician' } } },
      submitted,
      'rule.broken R-AH21-01',
    ],
    ['a season that is over', { at: '2024-04-02T16:00:00.000Z' }, submitted, 'rule.broken R-AH24-07'],
    ['a level the certificate has not', { fields: { certificate: 'X017' } }, submitted, 'rule.broken R-AH24-01'],
    ['a cancelled certificate', { registers: withCancelled('X002', '2024-03-01') }, submitted, 'rule.broken R-AH24-01'],
    ['a certificate nobody knows', { fields: { certificate: 'X999' } }, submitted, 'fact.not-found'],
    ['no lines', { fields: { lines: [] } }, submitted, 'form.invalid /lines too-few'],
    ['a budget of nothing (R-AH24-17)', {}, [decide('academic', 'submit', { fields: { budget: 0 } })], 'form.invalid /budget too-small'],
    [
      'an argument that does not agree',
      {},
      [...submitted, decide('experts', 'approve', { fields: { conclusion: 'disagree' } })],
      'rule.broken R-AH24-03',
    ],
    [
      'a meeting without minutes',
      {},
      [...argued, decide('president', 'approve', { fields: { ...meeting, minutes: null } })],
      'rule.broken R-AH24-17',
    ],
    [
      'a meeting without the budget',
      {},
      [...argued, decide('president', 'approve', { fields: { ...meeting, isBudgetIncluded: false } })],
      'rule.broken R-AH24-17',
    ],
    [
      'a meeting without its day',
      {},
      [...argued, decide('president', 'approve', { fields: { ...meeting, meetingDate: null } })],
      'form.invalid /meetingDate required',
    ],
    ['a form without the seal', {}, [...ready, decide('academic', 'submit')], 'rule.broken R-AH24-05'],
    [
      'a school that is not registered',
      {},
      [...ready, decide('academic', 'submit', { fields: { ...seal.fields, isPlatformRegistered: false } })],
      'rule.broken R-AH24-10',
    ],
    ['fewer than the minimum', { fields: { lines: [{ ...line, students: 29 }] } }, sent, 'rule.broken R-AH24-06'],
    ['a form sent before the window', { at: '2024-03-21T15:59:59.999Z' }, sent, 'rule.broken R-AH24-07'],
    [
      'a form sent before the window, by a secondary school',
      { ...ofSecondary, at: '2024-03-21T15:59:59.999Z' },
      sent,
      'rule.broken R-AH24-07',
    ],
    ['a form sent after the window', {}, [...ready, at('2024-04-03 00:00'), decide('academic', 'submit', seal)], 'rule.broken R-AH24-07'],
    ['a city that has no summary table', ofSecondary, [...sent, decide('city', 'approve')], 'rule.broken R-AH24-12'],
    [
      'a city after its window',
      ofSecondary,
      [...sent, at('2024-04-06 00:00'), decide('city', 'approve', { fields: { isSummaryReceived: true } })],
      'rule.broken R-AH24-08',
    ],
    ['a province before its window', {}, [...sent, decide('province', 'approve')], 'rule.broken R-AH24-09'],
    ['a province after its window', {}, [...sent, at('2024-04-11 00:00'), decide('province', 'approve')], 'rule.broken R-AH24-09'],
    ['taking over without a reason', ofSecondary, [...sent, pass('cityWindowClosed'), decide('province', 'takeOver')], 'comment.required'],
    ['a reviewer of the province while the city reviews', ofSecondary, [...sent, decide('province', 'approve')], 'task.not-yours'],
    ['coming back after the city’s window', ofSecondary, [...cityReturned, at('2024-04-06 00:00'), resend], 'rule.broken R-AH24-08'],
    ['coming back before the province’s window', {}, [...sent, decide('province', 'return', because), resend], 'rule.broken R-AH24-09'],
    [
      'coming back after the province’s window',
      ofSecondary,
      [...provinceReturned, at('2024-04-11 00:00'), resend],
      'rule.broken R-AH24-09',
    ],
    [
      'coming back unchanged after it',
      ofSecondary,
      [...provinceReturned, at('2024-04-11 00:00'), decide('academic', 'resubmit')],
      'rule.broken R-AH24-09',
    ],
    [
      'coming back below the minimum',
      ofSecondary,
      [...provinceReturned, decide('academic', 'resubmit', { fields: { lines: [{ ...line, students: 3 }] } })],
      'rule.broken R-AH24-06',
    ],
    [
      'coming back to the city below the minimum',
      ofSecondary,
      [...cityReturned, decide('academic', 'resubmit', tooFew)],
      'rule.broken R-AH24-06',
    ],
    [
      'coming straight back below the minimum',
      {},
      [...sent, decide('province', 'return', because), at('2024-03-27 09:00'), decide('academic', 'resubmit', tooFew)],
      'rule.broken R-AH24-06',
    ],
    [
      'fewer than the minimum, of a secondary school',
      { ...ofSecondary, fields: { lines: [{ ...line, students: 29 }] } },
      sent,
      'rule.broken R-AH24-06',
    ],
    [
      'coming back for another certificate',
      ofSecondary,
      [...cityReturned, decide('academic', 'resubmit', { fields: { certificate: 'X003' } })],
      'form.field-not-writable',
    ],
    ['a withdrawal under review', {}, [...sent, withdraw('academic')], 'withdraw.not-now'],
    ['a withdrawal after approval (R-AH24-14)', {}, [...approved, withdraw('academic')], 'withdraw.not-now'],
    [
      'an increase before approval',
      {},
      [...sent, signal('quotaIncreased', { level: 'intermediate', major: '510203', increase: 5 })],
      'signal.not-now',
    ],
    [
      'an increase by nothing (R-AH24-14)',
      {},
      [...approved, signal('quotaIncreased', { level: 'intermediate', major: '510203', increase: 0 })],
      'signal.payload-invalid /increase too-small',
    ],
  ] satisfies [string, Circumstances, Move[], string][])('%s', (_, circumstances, moves, refusal) => {
    expect(make(begin(circumstances), moves)).toBe(refusal);
  });

  it('in words that say when', () => {
    const play = begin({ at: '2024-03-21T15:00:00.000Z' });
    make(play, sent);
    expect(play.last).toMatchObject({ rules: [{ message: { zh: '院校申报时间为2024-03-22 – 2024-04-02。' } }] });
  });
});

describe('R-AH21-35: a school that may not take part that year', () => {
  const participation: Fields = { isDisqualified: true, rule: 'R-AH21-35', until: '2024-12-31', hasFiledSince: false };

  it('is refused when it submits, with the day until which it holds', () => {
    const play = begin({ participation });
    expect(make(play, submitted)).toBe('rule.broken R-AH21-35');
    expect(play.last).toMatchObject({ rules: [{ message: { zh: expect.stringContaining('2024-12-31') } }] });
  });

  it('is refused also when it was decided while the school prepared', () => {
    const play = begin();
    make(play, ready);
    expect(make(play.withParticipation(participation), [decide('academic', 'submit', { fields: { sealedScan: 'file-2' } })])).toBe(
      'rule.broken R-AH21-35',
    );
  });
});

describe('R-AH24-06: the headcount and the minimum opening number', () => {
  it.each([
    ['students alone', 'X002', [{ ...line, students: 30 }], 'advanced'],
    ['one too few', 'X002', [{ ...line, students: 29 }], 'rule.broken R-AH24-06'],
    ['social learners count', 'X002', [{ ...line, students: 25, socialLearners: 5 }], 'advanced'],
    [
      'lines add up',
      'X002',
      [
        { ...line, students: 15 },
        { ...line, level: 'junior', students: 15 },
      ],
      'advanced',
    ],
    ['nothing is held against a certificate without a known number', 'X003', [{ ...line, students: 1 }], 'advanced'],
  ])('%s', (_, certificate, lines, expected) => {
    expect(make(begin({ fields: { certificate, lines } }), sent)).toBe(expected);
  });
});

describe('R-AH24-04: low rates want a reason', () => {
  it.each([
    ['a first application', {}, 'advanced'],
    ['the threshold itself', { lastCompletionRate: 0.6, lastIssueRate: 0.6 }, 'advanced'],
    ['a low completion rate', { lastCompletionRate: 0.59 }, 'rule.broken R-AH24-04'],
    ['a low issue rate', { lastCompletionRate: 0.9, lastIssueRate: 0.5 }, 'rule.broken R-AH24-04'],
    ['a low rate with a reason', { lastCompletionRate: 0.1, lowRateReason: '上年考核因停课推迟。' }, 'advanced'],
  ] satisfies [string, Fields, string][])('%s', (_, fields, expected) => {
    expect(make(begin({ fields }), argued)).toBe(expected);
  });
});

describe('windows open and close to the millisecond (R-AH24-07 to -09)', () => {
  it.each([
    ['school, first', '2024-03-21T16:00:00.000Z', 'spring', 'advanced'],
    ['school, last', '2024-04-02T15:59:59.999Z', 'spring', 'advanced'],
    ['school, autumn', '2024-09-14T16:00:00.000Z', 'autumn', 'advanced'],
    ['school, autumn before', '2024-09-14T15:59:59.999Z', 'autumn', 'rule.broken R-AH24-07'],
    ['school, the autumn’s application in spring', '2024-03-25T01:00:00.000Z', 'autumn', 'rule.broken R-AH24-07'],
  ])('%s', (_, moment, season, expected) => {
    expect(make(begin({ at: moment, fields: { season } }), sent)).toBe(expected);
  });

  it.each([
    ['province, first', '2024-03-26 00:00', 'advanced'],
    ['province, before', '2024-03-25 23:59', 'rule.broken R-AH24-09'],
    ['province, last', '2024-04-10 23:59', 'advanced'],
  ])('%s', (_, moment, expected) => {
    expect(make(begin(), [...sent, at(moment), decide('province', 'approve')])).toBe(expected);
  });
});

describe('a draft keeps to the season it is for', () => {
  it('without one, to the season whose window closes next', () => {
    const play = begin({ fields: { season: null, year: null }, at: '2024-05-01T01:00:00.000Z' });
    expect(play.view().timers).toContain('schoolWindowClosed 2024-09-25T15:59:59.999Z');
    expect(make(play, [pass('schoolWindowClosed')])).toBe('advanced');
    expect(play.view()).toMatchObject({
      states: ['draft'],
      timers: ['schoolWindowClosed 2025-04-02T15:59:59.999Z', ...reminders('2025-03-28', '2025-04-01', '2025-04-02')],
    });
  });

  it('set for spring and changed to autumn, it outlives the spring', () => {
    const play = begin({ fields: { season: null } });
    play.save('academic', { season: 'autumn' });
    const autumn = reminders('2024-09-20', '2024-09-24', '2024-09-25');
    expect(play.view().timers).toEqual(['schoolWindowClosed 2024-04-02T15:59:59.999Z', ...autumn]);
    make(play, [pass('schoolWindowClosed')]);
    expect(play.view()).toMatchObject({
      states: ['draft'],
      tasks: ['draft: academic'],
      timers: ['schoolWindowClosed 2024-09-25T15:59:59.999Z', ...autumn],
    });
    make(play, [pass('schoolWindowClosed')]);
    expect(play.view().states).toEqual(['expired']);
  });
});

describe('one application for a school, a certificate and a season (R-AH24-05)', () => {
  it.each([
    ['the same', {}, [], 'school-1|X002|2024|spring'],
    ['another season', { season: 'autumn' }, [], 'school-1|X002|2024|autumn'],
    ['another year', { year: 2025 }, [], 'school-1|X002|2025|spring'],
    ['another certificate', { certificate: 'X003' }, [], 'school-1|X003|2024|spring'],
    ['an approved plan holds the key', {}, approved, 'school-1|X002|2024|spring'],
    [
      'a rejection holds it: the season has had its application',
      {},
      [...sent, decide('province', 'reject', because)],
      'school-1|X002|2024|spring',
    ],
    ['a withdrawal gives it back', {}, [withdraw('academic')], undefined],
    ['an expiry gives it back', {}, [pass('schoolWindowClosed')], undefined],
  ] satisfies [string, Fields, Move[], string | undefined][])('%s', (_, fields, moves, key) => {
    const play = begin({ fields });
    make(play, moves);
    expect(play.state.uniqueKey).toBe(key);
  });
});

describe('the approved plan', () => {
  const lines = [
    { ...line, students: 40, socialLearners: 5 },
    { ...line, level: 'junior', students: 20 },
  ];
  const plan = [
    { level: 'intermediate', major: '510203', headcount: 45 },
    { level: 'junior', major: '510203', headcount: 20 },
  ];

  it('holds level, major and headcount of every line', () => {
    const play = begin({ fields: { lines } });
    make(play, approved);
    expect(play.state.data).toMatchObject({ plan });
  });

  it('only grows (R-AH24-14, -15)', () => {
    const play = begin({ fields: { lines } });
    const increase = { level: 'junior', major: '510203', increase: 7 };
    make(play, [...approved, signal('quotaIncreased', increase), signal('quotaIncreased', increase)]);
    const added = { level: 'junior', major: '510203', headcount: 7 };
    expect(play.view()).toEqual({ states: ['approved'], tasks: [], timers: [] });
    expect(play.state.data).toMatchObject({ plan: [...plan, added, added] });
  });
});

describe('M3 tells', () => {
  it.each([
    [
      'whoever is to act, three days before the window closes',
      {},
      [...argued, pass('remind-1')],
      'president-meeting, academic: 提醒：“2024年春季Web前端开发证书申报（江淮职业技术学院）”的“校长办公会研究批准”环节待办理。办理期限为2024年4月2日（星期二），还剩2个工作日。',
    ],
    [
      'the applicant that it expired',
      {},
      [pass('schoolWindowClosed')],
      'academic: 申报窗口已关闭（2024-03-22 – 2024-04-02），本次申报逾期未报。',
    ],
    [
      'the city of what waits',
      ofSecondary,
      [...sent, pass('remind-2')],
      'city-reviewer: 提醒：“2024年春季Web前端开发证书申报（江淮工业学校）”的“市教育局初审”环节待办理。办理期限为2024年4月5日（星期五），请今日办理。',
    ],
    ['the city that it is overdue', ofSecondary, [...sent, pass('cityWindowClosed')], 'city-reviewer: 市级初审逾期，转省级处理。'],
    [
      'the province of what waits',
      {},
      [...sent, pass('remind-3')],
      'province-reviewer: 提醒：“2024年春季Web前端开发证书申报（江淮职业技术学院）”的“省1+X协调推进办公室审核”环节待办理。办理期限为2024年4月10日（星期三），请今日办理。',
    ],
    ['the province that it is overdue', {}, [...sent, pass('provinceWindowClosed')], 'province-reviewer, academic: 省级审核逾期未办。'],
    ['the school that it was approved', {}, approved, 'academic: 申报已审批通过，计划锁定：等级、专业不得调整，人数只增不减。'],
    ['the school that the city rejected it', ofSecondary, [...sent, decide('city', 'reject', because)], 'academic: 市教育局审核未通过。'],
    [
      'the school that a return ran out',
      {},
      [...sent, decide('province', 'return', because), pass('reviewWindowClosed')],
      'academic: 审核窗口已关闭，退回的申报未再提交。',
    ],
    [
      'the school to stop when the certificate is cancelled',
      {},
      [...approved, signal('certificateCancelled')],
      'academic: 教育部已取消该证书，请停止组织考核。',
    ],
  ] satisfies [string, Circumstances, Move[], string][])('%s', (_, circumstances, moves, notice) => {
    const play = begin(circumstances);
    make(play, moves);
    expect(noticesOf(play).at(-1)).toBe(notice);
  });
});

it('waits for an operator where the city has no reviewer', () => {
  const play = begin({ ...ofSecondary, cast: { ...cast, 'city-reviewer@city': [] } });
  make(play, sent);
  expect([...play.incidents]).toEqual(['cityReview']);
});

it('cannot begin before any notice of the province is known', () => {
  const registers = { ...registerData, policy: { ...registerData.policy, notices: [] } };
  expect(begin({ registers }).last).toMatchObject({ code: 'fact.not-found', params: { fact: 'window' } });
});

it('is called by year, season, certificate and school', () => {
  expect(begin().state.title).toEqual({
    zh: '2024年春季Web前端开发证书申报（江淮职业技术学院）',
    en: 'Application Web前端开发, spring 2024 (江淮职业技术学院)',
  });
});

describe('the key of the application (R-AH24-05)', () => {
  it.each<[string, Move[], boolean]>([
    ['ended by hand, undecided, is given back', [...submitted, terminate], true],
    ['ended by hand with its plan is given back: the plan is not to be found any more', [...approved, terminate], true],
    [
      'rejected is kept: the season’s application has been decided',
      [...sent, at('2024-03-26 09:00'), decide('province', 'reject', because)],
      false,
    ],
  ])('of one that is %s', (_what, moves, isGivenBack) => {
    const play = begin();
    make(play, moves);
    expect(play.state.uniqueKey === undefined).toBe(isGivenBack);
  });
});

describe('补正 after a return by the city (R-AH24-08)', () => {
  const items = [{ fields: ['lines'], text: '请核实人数', dueAt: '2024-03-28T09:30:00.000Z' }, { text: '请说明培训安排' }];
  const returnedWith: Move[] = [...sent, decide('city', 'return', { ...because, items })];

  it('is due on the day the city names, and by the end of its window at the latest', () => {
    const play = begin(ofSecondary);
    make(play, returnedWith);
    expect(play.state.steps['returned']?.dueAt).toBe('2024-03-28T09:30:00.000Z');
    const late = begin(ofSecondary);
    make(late, [...sent, decide('city', 'return', { ...because, items: [{ text: '请补正', dueAt: '2024-05-01T00:00:00.000Z' }] })]);
    expect(late.state.steps['returned']?.dueAt).toBe('2024-04-05T15:59:59.999Z');
  });

  it.each<[string, Move, string]>([
    ['without a word', decide('academic', 'resubmit'), 'deficiency.unanswered'],
    ['with the lines changed alone', decide('academic', 'resubmit', moreStudents), 'deficiency.unanswered'],
    ['with everything answered', decide('academic', 'resubmit', { ...moreStudents, answers: [{ item: 2, note: '每周两次' }] }), 'advanced'],
  ])('comes back %s', (_how, move, outcome) => {
    const play = begin(ofSecondary);
    expect(make(play, [...returnedWith, move])).toBe(outcome);
  });
});

describe('结转 of the argument within the school (R-AH24-05)', () => {
  const returned: Move[] = [...argued, decide('president', 'return', because)];

  it('is not argued again where nothing has changed', () => {
    const play = begin();
    make(play, [...returned, decide('academic', 'submit')]);
    expect(play.view().states).toEqual(['principalMeeting']);
  });

  it('is argued again where something has', () => {
    const play = begin();
    make(play, [...returned, decide('academic', 'submit', moreStudents)]);
    expect(play.view().states).toEqual(['schoolArgument']);
  });
});
