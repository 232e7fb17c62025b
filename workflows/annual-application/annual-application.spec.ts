import { describe, expect, it } from '@jest/globals';
import {
  approved,
  argued,
  because,
  begin,
  type Circumstances,
  cast,
  cityClosed,
  cityReturned,
  firstReviewed,
  moreStudents,
  ofSecondary,
  provinceClosed,
  provinceReturned,
  ready,
  schoolClosed,
  secondary,
  sent,
  submitted,
  untilCityCloses,
  untilProvinceCloses,
} from '../../test/support/annual-play.ts';
import { at, decide, type Move, make, noticesOf, pass, signal, withdraw } from '../../test/support/pilot-play.ts';
import { plainSubject } from '../../test/support/play.ts';

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

it('is called by year, season, certificate and school', () => {
  expect(begin().state.title).toEqual({
    zh: '2024年春季Web前端开发证书申报（江淮职业技术学院）',
    en: 'Application Web前端开发, spring 2024 (江淮职业技术学院)',
  });
});
