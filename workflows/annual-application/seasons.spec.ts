import { describe, expect, it } from '@jest/globals';
import type { Fields } from '#engine';
import { approved, because, begin, reminders, sent, submitted } from '../../test/support/annual-play.ts';
import { at, decide, type Move, make, pass, registerData, signal, terminate, withdraw } from '../../test/support/pilot-play.ts';
import { line } from './sample.ts';

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

it('cannot begin before any notice of the province is known', () => {
  const registers = { ...registerData, policy: { ...registerData.policy, notices: [] } };
  expect(begin({ registers }).last).toMatchObject({ code: 'fact.not-found', params: { fact: 'window' } });
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
