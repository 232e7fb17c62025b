import { describe, expect, it } from '@jest/globals';
import { DueTimes, workingCalendar } from '#calendar';
import type { Definition, Step } from '#engine';
import china from '../../../../config/calendars/china.json' with { type: 'json' };
import { cast, draft, final, one, post, processOf, step } from '../../../../test/support/definitions.ts';
import { compiled, Play } from '../../../../test/support/play.ts';

/** A review begun on Monday, 18 March 2024 at nine, by the official calendar; a letter may leave or enter it. */
const document = (due: Step['due'], more: Partial<Step> = {}): Definition =>
  processOf(
    {
      initial: 'draft',
      on: { cancel: '.rejected' },
      states: {
        draft: draft('review'),
        review: {
          meta: step(post('head'), one('approve'), { title: { zh: '审核' }, ...(due && { due }), ...more }),
          on: { approve: 'approved', letter: 'second' },
          after: { long: 'rejected' },
        },
        second: {
          meta: step(post('finance'), one('approve'), { due: { workingDays: 2 }, remind: [{ before: { workingDays: 1 } }] }),
          on: { approve: 'approved' },
        },
        approved: final,
        rejected: final,
      },
    },
    {
      delays: { long: 'P30D' },
      signals: { letter: { title: { zh: '来函' } }, cancel: { title: { zh: '取消' } } },
    },
  );

const dueTime = new DueTimes(workingCalendar(china));
const at = (wall: string): string => new Date(`${wall.replace(' ', 'T')}+08:00`).toISOString();
const wall = (instant: string | undefined): string =>
  instant === undefined ? 'never' : new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

function submitted(due: Step['due'], more: Partial<Step> = {}): Play {
  const play = new Play(compiled(document(due, more), { dueTime }), { cast, at: at('2024-03-18 09:00') }).start('clerk', { amount: 1 });
  play.decide('clerk', 'submit');
  play.sent.length = 0;
  return play;
}

const suspend = (play: Play, when: string) => {
  play.turnTo(at(when));
  return play.perform({ kind: 'suspend', ...play.issue(), by: play.actor('officer'), comment: '举报核查' });
};
const resume = (play: Play, when: string) => {
  play.turnTo(at(when));
  return play.perform({ kind: 'resume', ...play.issue(), by: play.actor('officer'), comment: '核查完毕' });
};
const timersOf = (play: Play): string[] => play.view().timers.map((timer) => `${timer.split(' ')[0]} ${wall(timer.split(' ')[1])}`);

describe('a suspended case', () => {
  it('has no timers, and takes comments only from people', () => {
    const play = submitted('P3D', { remind: [{ before: 'P1D' }] });
    const timers = [...play.timers.keys()];
    expect(suspend(play, '2024-03-19 09:00')).toMatchObject({
      entries: [{ kind: 'suspended', author: { kind: 'person', person: 'officer' }, comment: '举报核查' }],
    });
    expect([play.timers.size, play.state.timers]).toEqual([0, {}]);
    const suspended = { kind: 'refused', code: 'case.suspended', params: { since: '2024-03-19 09:00' } };
    expect(play.decide('head', 'approve')).toEqual(suspended);
    expect(play.withdraw('clerk', '撤回')).toEqual(suspended);
    expect(play.perform({ kind: 'urge', ...play.issue(), by: play.actor('clerk') })).toEqual(suspended);
    expect(play.perform({ kind: 'retry', ...play.issue(), by: play.actor('officer'), step: 'review' })).toEqual(suspended);
    for (const timer of timers)
      expect(play.perform({ kind: 'fire-timer', ...play.issue(), timer })).toMatchObject({ code: 'timer.not-running' });
    expect(play.perform({ kind: 'comment', ...play.issue(), by: play.actor('clerk'), comment: '何时恢复？' }).kind).toBe('advanced');
    expect(play.state.suspension).toBeDefined();
  });

  it('is suspended once and resumed once, each with a reason', () => {
    const play = submitted('P3D');
    expect(resume(play, '2024-03-19 09:00')).toMatchObject({ code: 'resume.not-suspended' });
    suspend(play, '2024-03-19 09:00');
    expect(suspend(play, '2024-03-19 10:00')).toMatchObject({ code: 'suspend.already' });
    expect(play.perform({ kind: 'resume', ...play.issue(), by: play.actor('officer'), comment: ' ' })).toMatchObject({
      code: 'comment.required',
    });
    expect(resume(play, '2024-03-20 09:00')).toMatchObject({ entries: [{ kind: 'resumed', comment: '核查完毕' }] });
    expect(play.state.suspension).toBeUndefined();
    expect(play.decide('head', 'approve').kind).toBe('advanced');
  });
});

describe('a case that is resumed on Tuesday the 26th at ten, a week after it was suspended on Tuesday the 19th at ten', () => {
  const remind: Step['remind'] = [{ before: { workingDays: 1 } }];
  const escalate: Step['escalate'] = [{ after: { workingDays: 1 }, do: 'remind', to: [post('dean')] }];

  it.each<[string, Step['due'], string, string[]]>([
    ['a duration goes on where it stopped', 'P3D', '2024-03-28 09:00', ['remind-1 2024-03-27 08:30', 'escalate-1 2024-03-29 23:59']],
    [
      'working days stay working days',
      { workingDays: 4 },
      '2024-03-29 23:59',
      ['remind-1 2024-03-28 08:30', 'escalate-1 2024-04-01 23:59'],
    ],
    [
      'a time on the last of them stays',
      { workingDays: 4, at: '17:30' },
      '2024-03-29 17:30',
      ['remind-1 2024-03-28 08:30', 'escalate-1 2024-04-01 23:59'],
    ],
    [
      'working hours stay working hours',
      { workingHours: 14 },
      '2024-03-27 09:00',
      ['remind-1 2024-03-26 08:30', 'escalate-1 2024-03-28 23:59'],
    ],
    [
      'an instant by itself does not wait',
      { at: 'timestamp("2024-03-29T09:30:00Z")' },
      '2024-03-29 17:30',
      ['remind-1 2024-03-28 08:30', 'escalate-1 2024-04-01 23:59'],
    ],
    [
      'one that has passed meanwhile: its ladder counts from now',
      { at: 'timestamp("2024-03-21T09:30:00Z")' },
      '2024-03-21 17:30',
      ['remind-1 2024-03-20 08:30', 'escalate-1 2024-03-27 23:59'],
    ],
  ])('%s', (_, due, expected, timers) => {
    const play = submitted(due, { remind, escalate });
    suspend(play, '2024-03-19 10:00');
    resume(play, '2024-03-26 10:00');
    expect(wall(play.state.steps['review']?.dueAt)).toBe(expected);
    expect(timersOf(play).sort()).toEqual([...timers, 'long 2024-04-24 09:00'].sort());
  });

  it('tells the open tasks when they are due now', () => {
    const play = submitted('P3D');
    suspend(play, '2024-03-19 10:00');
    expect(resume(play, '2024-03-26 10:00')).toMatchObject({
      effects: [{ kind: 'change-due', task: 2, dueAt: at('2024-03-28 09:00') }, { kind: 'set-timer' }],
    });
  });

  it('of a step that was overdue leaves its due time alone, and lets what was to come wait as long as it had to', () => {
    const play = submitted('PT4H', {
      remind: [{ after: 'P1D', every: 'P2D', times: 3 }],
      escalate: [{ after: 'P2D', do: 'remind', to: [post('dean')] }],
    });
    suspend(play, '2024-03-19 10:00');
    resume(play, '2024-03-26 10:00');
    expect(wall(play.state.steps['review']?.dueAt)).toBe('2024-03-18 13:00');
    expect(timersOf(play)).toEqual(['long 2024-04-24 09:00', 'remind-1 2024-03-26 13:00', 'escalate-1 2024-03-27 13:00']);
  });

  it('does not repeat what had its effect before', () => {
    const play = submitted({ workingDays: 4 }, { remind: [{ before: { workingDays: 4 } }, { before: { workingDays: 3 } }, { at: 'due' }] });
    play.fire('remind-2');
    suspend(play, '2024-03-19 10:00');
    resume(play, '2024-03-26 10:00');
    expect(timersOf(play)).toEqual(['long 2024-04-24 09:00', 'remind-3 2024-03-29 08:30']);
  });
});

describe('signals move a suspended case', () => {
  it('whose new step stands still from the start', () => {
    const play = submitted('P3D', { remind: [{ before: 'P1D' }] });
    suspend(play, '2024-03-19 10:00');
    play.turnTo(at('2024-03-21 15:00'));
    expect(play.signal('letter').kind).toBe('advanced');
    expect([play.view().tasks, play.timers.size]).toEqual([['second: finance@school'], 0]);
    expect(play.decide('finance', 'approve')).toMatchObject({ code: 'case.suspended' });
    resume(play, '2024-03-26 10:00');
    expect(timersOf(play)).toEqual(['remind-1 2024-03-27 08:30']);
    expect(wall(play.state.steps['second']?.dueAt)).toBe('2024-03-28 23:59');
  });

  it('and may end it, with its suspension', () => {
    const play = submitted('P3D', { remind: [{ before: 'P1D' }] });
    suspend(play, '2024-03-19 10:00');
    play.signal('cancel');
    expect(play.state).toMatchObject({ machine: { status: 'done' }, timers: {} });
    expect(play.state.suspension).toBeUndefined();
    expect(resume(play, '2024-03-26 10:00')).toMatchObject({ code: 'case.finished' });
  });
});
