import { describe, expect, it } from '@jest/globals';
import type { Fields } from '#engine';
import {
  approved,
  argued,
  because,
  begin,
  type Circumstances,
  cityReturned,
  meeting,
  moreStudents,
  ofSecondary,
  provinceReturned,
  ready,
  sent,
  submitted,
  tooFew,
} from '../../test/support/annual-play.ts';
import { at, decide, type Move, make, pass, signal, withCancelled, withdraw } from '../../test/support/pilot-play.ts';
import { plainSubject } from '../../test/support/play.ts';
import { line } from './sample.ts';

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
