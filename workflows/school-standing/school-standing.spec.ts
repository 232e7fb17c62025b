import { describe, expect, it } from '@jest/globals';
import { type Fields, start } from '#engine';
import { at, compilePilot, decide, make, noticesOf, PilotPlay, pass, signal, terminate } from '../../test/support/pilot-play.ts';
import { schoolStanding } from './definition.ts';

const cast = {
  'reporter@school': ['填报员'],
  'school-leader@school': ['分管校长'],
  'city-reviewer@city': ['市教育局'],
  'province-reviewer@province': ['省办'],
  'province-education@province': ['职成处'],
};

const evidence = (opening: string): Fields => ({
  scheme: '安徽：双周报、月报',
  opening,
  causes: ['2024-04-A', '2024-04-B', '2024-05-A'].map((period) => ({ kind: 'misses', rule: 'R-AH21-35', report: '双周报', period })),
  notices: [{ report: '双周报', period: '2024-05-A', rung: 'due-day', sentAt: '2024-05-11T01:00:00.000Z' }],
  checkedAt: '2024-05-12T16:00:00.000Z',
});

/** A case as the system begins it. */
function flagged(opening = 'circular', hasFiledSince = true): PilotPlay {
  const play = new PilotPlay(schoolStanding, {
    cast,
    at: '2024-05-12T16:00:00.000Z',
    participation: { isDisqualified: false, rule: '', until: '', hasFiledSince },
  });
  return play.startBySystem(evidence(opening));
}

const circular = { fields: { circularNumber: '皖教秘职成〔2024〕31号', circularDate: '2024-05-20' } };
const circulated = [at('2024-05-20 10:00'), decide('职成处', 'circulate', circular)];
const decision = { fields: { decisionNumber: '皖教秘职成〔2024〕52号', decisionDate: '2024-06-28' } };
const reply = decide('填报员', 'submit', { fields: { rectification: '已补报并落实专人' } });
const spoken = decide('填报员', 'submit', { fields: { statement: '人员调整，已整改' } });

describe('begun by the system', () => {
  it('a case is nobody’s application and waits for the province: a circular in Anhui, a review in Hubei', () => {
    const play = flagged();
    expect(play.state.applicant).toBe('');
    expect(play.view().tasks).toEqual(['circularPending: province-education@province']);
    expect(flagged('cancelReview').view().states).toEqual(['cancelReview.hearing']);
    expect(noticesOf(flagged('cancelReview'))).toEqual([expect.stringMatching(/^province-education, city-reviewer: .*拟取消资格/)]);
  });

  it('people cannot begin one', () => {
    const play = flagged();
    const by = { person: '职成处', posts: [{ post: 'province-education', organisation: play.subject['province']?.id ?? '' }] };
    const command = { kind: 'start', ...play.issue(), by, subject: play.subject, fields: evidence('circular') } as const;
    expect(start(compilePilot(schoolStanding), command, play.world())).toMatchObject({ kind: 'refused', code: 'start.not-allowed' });
  });
});

describe('what becomes of it', () => {
  it.each([
    ['dismissed with a reason', [decide('职成处', 'dismiss', { comment: '平台故障' })], 'advanced', 'dismissed'],
    ['not dismissed without one', [decide('职成处', 'dismiss')], 'comment.required', 'circularPending'],
    ['no circular without its number (R-AH21-35)', [decide('职成处', 'circulate')], 'rule.broken R-AH21-35', 'circularPending'],
    ['circulated', circulated, 'advanced', 'circulated.rectifying'],
    ['put right and accepted', [...circulated, reply, decide('省办', 'approve')], 'advanced', 'rectified'],
    [
      'sent back to put right',
      [...circulated, reply, decide('省办', 'return', { comment: '措施不具体' })],
      'advanced',
      'circulated.rectifying',
    ],
    ['not put right in time', [...circulated, pass('rectificationOverdue')], 'advanced', 'cancelReview.hearing'],
    [
      'another miss after the circular',
      [...circulated, signal('missedAgain', { report: 'fortnightly', period: '2024-05-B' })],
      'advanced',
      'cancelReview.hearing',
    ],
    [
      'a miss before it adds nothing',
      [signal('missedAgain', { report: 'fortnightly', period: '2024-05-B' })],
      'signal.not-now',
      'circularPending',
    ],
    [
      'slow again after the circular',
      [...circulated, reply, signal('slowAgain', { report: 'monthly', period: '2024-05' })],
      'advanced',
      'cancelReview.hearing',
    ],
    ['the flag lifted', [signal('liftFlag', { reason: '申诉成立' })], 'advanced', 'lifted'],
    ['lifted also after the circular', [...circulated, signal('liftFlag', { reason: '申诉成立' })], 'advanced', 'lifted'],
  ])('%s', (_what, moves, outcome, state) => {
    const play = flagged();
    expect(make(play, moves)).toBe(outcome);
    expect(play.view().states).toEqual([state]);
  });

  it('the rectification is accepted only once the next report was filed in time', () => {
    const play = flagged('circular', false);
    expect(make(play, [...circulated, reply, decide('省办', 'approve')])).toBe('rule.broken R-AH21-35');
  });

  it('the term to put things right is fifteen working days from the circular', () => {
    const play = flagged();
    make(play, circulated);
    // 2024-05-20 is a Monday; 10 June is the Dragon Boat Festival.
    expect(play.view().timers).toContain('rectificationOverdue 2024-06-11T15:59:59.999Z');
  });
});

describe('the loss of next year’s part', () => {
  const review = [...circulated, pass('rectificationOverdue')];

  it('is decided after the school was heard, by a numbered document; it lasts to the end of next year', () => {
    const play = flagged();
    make(play, [...review, spoken]);
    expect(make(play, [decide('职成处', 'cancel')])).toBe('rule.broken R-AH21-35');
    expect(make(play, [decide('职成处', 'cancel', decision)])).toBe('advanced');
    expect(play.view()).toMatchObject({ states: ['disqualified'], timers: ['yearPassed 2025-12-31T15:59:59.999Z'] });
    expect(play.state.data).toMatchObject({ disqualifiedFrom: '2025', rule: 'R-AH21-35' });
  });

  it('can be decided of a school that let its time to speak pass', () => {
    const play = flagged();
    expect(make(play, [...review, pass('timeToSpeak'), decide('职成处', 'cancel', decision)])).toBe('advanced');
  });

  it('in Hubei rests on its own clause, and keeping the school ends the case (R-HB20-20)', () => {
    const play = flagged('cancelReview');
    make(play, [spoken]);
    expect(make(play, [decide('职成处', 'cancel')])).toBe('rule.broken R-HB20-20');
    expect(make(play, [decide('职成处', 'keep', { comment: '已整改' })])).toBe('advanced');
    expect(play.view().states).toEqual(['kept']);
  });

  it('kept in Anhui, the circular stands', () => {
    const play = flagged();
    expect(make(play, [...review, spoken, decide('职成处', 'keep', { comment: '限期整改' })])).toBe('advanced');
    expect(play.view().states).toEqual(['circulated.rectifying']);
  });

  it('ends with the year, by a decision; refused, it goes on to the end of that year', () => {
    const play = flagged();
    make(play, [...review, spoken, decide('职成处', 'cancel', decision), pass('yearPassed')]);
    expect(play.view().states).toEqual(['reinstateReview']);
    make(play, [at('2026-01-15 09:00'), decide('职成处', 'reject', { comment: '整改未落实' })]);
    expect(play.view()).toMatchObject({ states: ['disqualified'], timers: ['yearPassed 2026-12-31T15:59:59.999Z'] });
    expect(make(play, [pass('yearPassed'), decide('职成处', 'approve')])).toBe('advanced');
    expect(play.view().states).toEqual(['reinstated']);
  });

  it('a cause that falls away afterwards is looked at by people', () => {
    const play = flagged();
    make(play, [...review, spoken, decide('职成处', 'cancel', decision), signal('liftFlag', { reason: '申诉成立' })]);
    expect(play.view().states).toEqual(['reinstateReview']);
  });
});

it('ended by hand, it stands in the way of no other case against the school', () => {
  const play = flagged();
  expect(play.state.uniqueKey).toBe('school-1');
  make(play, [terminate]);
  expect(play.state.uniqueKey).toBeUndefined();
});
