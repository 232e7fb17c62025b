import { describe, expect, it } from '@jest/globals';
import type { Definition, Effect, Step } from '#engine';
import { applicant, cast, draft, final, one, post, processOf, step } from '../../../../test/support/definitions.ts';
import { begin, type Play } from '../../../../test/support/play.ts';

/** A review by the head that is due on the 25th, three days after the case begins. */
const process = (more: Partial<Step>, states: Definition['machine']['states'] = {}): Definition =>
  processOf({
    initial: 'draft',
    on: { withdraw: '.withdrawn' },
    states: {
      draft: draft('review'),
      review: {
        meta: step(post('head'), one('approve', 'return'), { title: { zh: '审核', en: 'Review' }, due: 'P3D', ...more }),
        on: { approve: 'approved', return: 'draft' },
      },
      ...states,
      approved: final,
      withdrawn: final,
    },
  });

function submitted(more: Partial<Step>): Play {
  const play = begin(process(more), { cast, at: '2024-03-22T01:00:00.000Z' }).start('clerk', { amount: 1 });
  play.decide('clerk', 'submit');
  play.sent.length = 0;
  return play;
}

const notices = (play: Play) => play.sent.filter((effect) => effect.kind === 'notify');
const told = (play: Play): string[] =>
  notices(play).map(
    ({ notice, to, tasks }) =>
      `${notice} to ${to.map((one) => (one.kind === 'post' ? one.post : one.person)).join(', ')} of ${tasks?.join(', ')}`,
  );
const historyOf = (play: Play) =>
  play.last.kind === 'advanced' ? play.last.entries.map(({ kind, author }) => `${kind} by ${author.kind}`) : play.last.kind;

describe('reminders of a step', () => {
  const remind: Step['remind'] = [{ before: 'P1D' }, { at: 'due' }, { after: 'P1D', every: 'P2D', times: 3, to: [post('dean')] }];

  it('are timers that name the step, its visit, the reminder and the moment', () => {
    const play = submitted({ remind });
    expect([...play.timers.values()]).toEqual([
      { event: 'remind:review:1:0:1:2024-03-24T01:00:00.000Z', dueAt: '2024-03-24T01:00:00.000Z' },
      { event: 'remind:review:1:1:1:2024-03-25T01:00:00.000Z', dueAt: '2024-03-25T01:00:00.000Z' },
      { event: 'remind:review:1:2:1:2024-03-26T01:00:00.000Z', dueAt: '2024-03-26T01:00:00.000Z' },
    ]);
  });

  it('tell whoever has an open task, in words, and leave the case where it is', () => {
    const play = submitted({ remind });
    expect(play.fire('remind-1')).toMatchObject({
      effects: [
        { kind: 'clear-timer' },
        {
          kind: 'notify',
          notice: 'reminder',
          to: [{ kind: 'post', post: 'head', organisation: 'school-1' }],
          tasks: [2],
          message: {
            zh: '提醒：“示例”的“审核”环节待办理。办理期限为2024年3月25日（星期一）01:00，还剩1个工作日。',
            en: 'Reminder: “Review” of “示例” is waiting. It is due on Monday, 25 March 2024 at 01:00: 1 working day(s) left.',
          },
        },
      ],
    });
    expect(historyOf(play)).toEqual(['reminded by system']);
    expect(play.view().states).toEqual(['review']);
  });

  it('say at the due time that it has run out, and afterwards how long ago', () => {
    const play = submitted({ remind });
    play.fire('remind-2');
    play.fire('remind-3');
    expect(notices(play).map(({ message }) => message.zh)).toEqual([
      '提醒：“示例”的“审核”环节待办理。办理期限为2024年3月25日（星期一）01:00，已到期。',
      '提醒：“示例”的“审核”环节待办理。办理期限为2024年3月25日（星期一）01:00，已逾期1个工作日。',
    ]);
    expect(told(play)).toEqual(['reminder to head of 2', 'reminder to dean of 2']);
  });

  it('repeat one at a time, as often as they say', () => {
    const play = submitted({ remind: [{ after: 'P1D', every: 'P2D', times: 3 }] });
    const moments: string[] = [];
    while (play.timers.size > 0) {
      expect(play.timers.size).toBe(1);
      moments.push(...[...play.timers.values()].map(({ dueAt }) => dueAt.slice(0, 10)));
      play.fire('remind-1');
    }
    expect(moments).toEqual(['2024-03-26', '2024-03-28', '2024-03-30']);
    expect(told(play)).toHaveLength(3);
  });

  it('after an outage over several of them tell once, and repeat from then on', () => {
    const play = submitted({ remind: [{ before: 'P1D' }, { at: 'due' }, { after: 'P1D', every: 'P1D', times: 20 }] });
    const missed = [...play.timers.keys()];
    play.fire('remind-2', '2024-04-05T03:00:00.000Z');
    expect(told(play)).toEqual(['reminder to head of 2']);
    expect(play.view().timers).toEqual(['remind-3 2024-04-06T01:00:00.000Z']);
    for (const timer of missed)
      expect(play.perform({ kind: 'fire-timer', ...play.issue(), timer })).toMatchObject({ code: 'timer.not-running' });
    expect(told(play)).toHaveLength(1);
  });

  it('count the times they missed', () => {
    const play = submitted({ remind: [{ after: 'P1D', every: 'P1D', times: 5 }] });
    play.fire('remind-1', '2024-04-05T03:00:00.000Z');
    expect(play.timers.size).toBe(0);
  });

  it('are gone when the step is left, and come anew when it is entered again', () => {
    const play = submitted({ remind });
    play.fire('remind-1');
    play.decide('head', 'return', { comment: '缺材料' });
    expect(play.timers.size).toBe(0);
    play.turnTo('2024-04-01T01:00:00.000Z');
    play.decide('clerk', 'submit');
    expect(play.view().timers).toEqual([
      'remind-1 2024-04-03T01:00:00.000Z',
      'remind-2 2024-04-04T01:00:00.000Z',
      'remind-3 2024-04-05T01:00:00.000Z',
    ]);
    play.decide('head', 'approve');
    expect(play.timers.size).toBe(0);
  });

  it('that would have come before the step was there are left out, and so is the second of two at one moment', () => {
    const play = submitted({ remind: [{ before: 'P3D' }, { before: 'P2D' }, { before: 'PT48H' }, { before: 'P2D', to: [post('dean')] }] });
    expect(play.view().timers).toEqual(['remind-2 2024-03-23T01:00:00.000Z', 'remind-4 2024-03-23T01:00:00.000Z']);
  });

  it('tell nobody of a step that nobody could be found for', () => {
    const play = submitted({ remind, assignees: [post('ghost')] });
    expect(play.fire('remind-1').kind).toBe('advanced');
    expect(notices(play)).toEqual([]);
  });
});

it('a due time that comes back does not bring back what had its effect', () => {
  const play = begin(
    processOf({
      initial: 'review',
      states: {
        review: {
          meta: step(applicant, one('approve'), {
            fields: { '*': 'write' },
            due: { at: 'timestamp("2024-05-01T00:00:00Z") + duration(string(int(form.amount)) + "h")' },
            remind: [{ after: 'PT1H' }],
            escalate: [{ after: 'PT2H', do: 'remind', to: [post('dean')] }],
          }),
          on: { approve: 'approved' },
        },
        approved: final,
      },
    }),
    { cast },
  ).start('clerk', { amount: 0 });
  play.fire('remind-1');
  play.fire('escalate-1');
  expect(play.view().timers).toEqual([]);
  play.save('clerk', { amount: 24 });
  expect(play.view().timers).toEqual(['remind-1 2024-05-02T01:00:00.000Z', 'escalate-1 2024-05-02T02:00:00.000Z']);
  play.save('clerk', { amount: 0 });
  expect(play.view().timers).toEqual([]);
});

it('a due time that was reckoned from the form follows it, with the reminders and for those who are asked', () => {
  const play = begin(
    processOf({
      initial: 'review',
      states: {
        review: {
          meta: step([applicant, post('head')], one('approve'), {
            fields: { '*': 'write' },
            due: { at: 'timestamp("2024-05-01T00:00:00Z") + duration(string(int(form.amount)) + "h")' },
            remind: [{ before: 'PT1H' }],
          }),
          on: { approve: 'approved' },
        },
        approved: final,
      },
    }),
    { cast },
  ).start('clerk', { amount: 24 });
  expect(play.view().timers).toEqual(['remind-1 2024-05-01T23:00:00.000Z']);
  expect(play.save('clerk', { amount: 48 })).toMatchObject({
    effects: [
      { kind: 'change-due', task: 1, dueAt: '2024-05-03T00:00:00.000Z' },
      { kind: 'change-due', task: 2, dueAt: '2024-05-03T00:00:00.000Z' },
      { kind: 'clear-timer', timer: 1 },
      { kind: 'set-timer', timer: 2, dueAt: '2024-05-02T23:00:00.000Z' },
    ] satisfies Partial<Effect>[],
  });
  expect(play.state.steps['review']?.dueAt).toBe('2024-05-03T00:00:00.000Z');
  expect(play.save('clerk', { reason: '改期' })).toMatchObject({ effects: [] });
});
