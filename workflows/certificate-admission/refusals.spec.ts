import { describe, expect, it } from '@jest/globals';
import type { Fields } from '#engine';
import {
  active,
  admitted,
  agreement,
  audited,
  because,
  begin,
  cast,
  deliberated,
  returned,
  signed,
  submitted,
} from '../../test/support/admission-play.ts';
import { at, decide, type Move, make, PilotPlay, signal, withCancelled, withdraw } from '../../test/support/pilot-play.ts';
import { certificateAdmission } from './definition.ts';
import { application, argument, expert } from './sample.ts';

describe('M1 refuses', () => {
  it.each([
    [
      'a submission with 79 % built and 79 % planned',
      { requiredItems: 100, builtItems: 79, planMatchRatio: 0.79 },
      submitted,
      'rule.broken R-NC21-10',
    ],
    ['a level the certificate has not', { certificate: 'X017', levels: ['junior', 'advanced'] }, submitted, 'rule.broken R-AH21-02'],
    ['a certificate nobody knows', { certificate: 'X999' }, submitted, 'fact.not-found'],
    ['a submission without a team (R-NC21-09)', { team: [] }, submitted, 'form.invalid /team too-few'],
    ['a submission without cooperation (R-NC21-09)', { cooperation: '' }, submitted, 'form.invalid /cooperation required'],
    ['more built than required', {}, [decide('lead', 'submit', { fields: { builtItems: 11 } })], 'form.invalid /builtRatio too-large'],
    [
      'an argument without minutes',
      {},
      [...submitted, decide('meeting', 'approve', { fields: { ...argument, jointMeetingMinutes: null } })],
      'rule.broken R-NC21-12',
    ],
    [
      'an argument that does not agree',
      {},
      [...submitted, decide('meeting', 'approve', { fields: { ...argument, conclusion: 'revise' } })],
      'rule.broken R-AH21-08',
    ],
    [
      'an argument by two experts',
      {},
      [...submitted, decide('meeting', 'approve', { fields: { ...argument, experts: [expert, expert] } })],
      'rule.broken R-AH21-08',
    ],
    [
      'an argument without an opinion',
      {},
      [...submitted, decide('meeting', 'approve', { fields: { ...argument, expertOpinion: null } })],
      'form.invalid /expertOpinion required',
    ],
    ['a return without a reason', {}, [...submitted, decide('meeting', 'return')], 'comment.required'],
    [
      'a deliberation without minutes',
      {},
      [...audited, decide('president', 'approve', { fields: { officeMeetingSession: '第4次' } })],
      'rule.broken R-NC21-12',
    ],
    [
      'a deliberation without its session',
      {},
      [...audited, decide('president', 'approve', { fields: { officeMeetingMinutes: 'file-2' } })],
      'form.invalid /officeMeetingSession required',
    ],
    ['a decision without minutes', {}, [...deliberated, decide('committee', 'approve')], 'rule.broken R-NC21-12'],
    [
      'an agreement without the file',
      {},
      [...admitted, decide('academic', 'sign', { fields: { ...agreement, agreement: null } })],
      'rule.broken R-NC21-14',
    ],
    [
      'an agreement without its days',
      {},
      [...admitted, decide('academic', 'sign', { fields: { agreement: 'file-4' } })],
      'rule.broken R-NC21-14',
    ],
    [
      'an agreement that ends before it begins',
      {},
      [...admitted, decide('academic', 'sign', { fields: { ...agreement, agreementTo: '2024-03-31' } })],
      'rule.broken R-NC21-14',
    ],
    [
      'an agreement that has run out',
      {},
      [...admitted, at('2027-04-01 09:00'), decide('academic', 'sign', { fields: agreement })],
      'rule.broken R-NC21-14',
    ],
    ['a pilot without a site application', {}, [...signed, decide('dean', 'begin')], 'rule.broken R-NC21-17'],
    ['a resubmission below 80 %', {}, [...returned, decide('lead', 'resubmit', { fields: { builtItems: 7 } })], 'rule.broken R-NC21-10'],
    ['a withdrawal under review', {}, [...submitted, withdraw('lead')], 'withdraw.not-now'],
    ['a withdrawal by somebody else', {}, [withdraw('dean')], 'withdraw.not-applicant'],
    ['the applicant at somebody else’s step', {}, [...submitted, decide('lead', 'approve')], 'task.not-yours'],
    ['an exit before the pilot runs', {}, [...signed, signal('exitDecided')], 'signal.not-now'],
  ] satisfies [string, Fields, Move[], string][])('%s', (_, fields, moves, refusal) => {
    expect(make(begin(fields), moves)).toBe(refusal);
  });

  it.each([
    ['when introduced', submitted],
    ['when introduced again after a return', [...returned, decide('lead', 'resubmit')]],
  ])('a certificate the Ministry has cancelled, %s (R-NC21-13)', (_, moves) => {
    const play = begin({}, { registers: withCancelled('X002', '2024-03-25') });
    make(play, moves.slice(0, -1));
    play.turnTo('2024-03-25T01:00:00.000Z');
    expect(make(play, moves.slice(-1))).toBe('rule.broken R-NC21-13');
    expect(play.last).toMatchObject({ rules: [{ message: { zh: '教育部已取消“Web前端开发”证书，不得再引入。' } }] });
  });

  it('anybody but a certificate lead as its applicant', () => {
    const play = new PilotPlay(certificateAdmission, { cast }).start('dean', application);
    expect(play.last).toMatchObject({ code: 'start.not-allowed' });
  });
});

describe('R-NC21-10: 80 % built, or 80 % within the construction plan', () => {
  it.each([
    [10, 8, 0, 'advanced'],
    [15, 12, 0, 'advanced'],
    [1000, 799, 0, 'rule.broken R-NC21-10'],
    [1000, 799, 0.8, 'advanced'],
    [1000, 0, 0.7999, 'rule.broken R-NC21-10'],
    [3, 2, 0.8, 'advanced'],
    [3, 3, 0, 'advanced'],
    // What nothing depends on is not asked for.
    [10, 8, null, 'advanced'],
    [1000, 799, null, 'form.invalid /planMatchRatio required'],
  ])('of %p items %p built, %p planned: %s', (requiredItems, builtItems, planMatchRatio, expected) => {
    expect(make(begin({ requiredItems, builtItems, planMatchRatio }), submitted)).toBe(expected);
  });
});

describe('R-NC21-11: levels', () => {
  it.each([
    ['may be skipped', { levels: ['junior', 'advanced'] }],
    ['are not judged where no source names them', { certificate: 'X079', levels: ['advanced'] }],
  ] satisfies [string, Fields][])('%s', (_, fields) => {
    expect(make(begin(fields), submitted)).toBe('advanced');
  });
});

describe('one admission for a school and a certificate (R-AH21-07)', () => {
  it.each([
    ['a draft holds the key', [], 'school-1|X002'],
    ['a running pilot holds it', active, 'school-1|X002'],
    ['a rejection gives it back', [...submitted, decide('meeting', 'reject', because)], undefined],
    ['a withdrawal gives it back', [withdraw('lead')], undefined],
    ['an exit gives it back', [...active, signal('exitDecided')], undefined],
  ] satisfies [string, Move[], string | undefined][])('%s', (_, moves, key) => {
    const play = begin();
    make(play, moves);
    expect(play.state.uniqueKey).toBe(key);
  });
});
