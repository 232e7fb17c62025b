import { describe, expect, it } from '@jest/globals';
import type { Definition, Step } from '#engine';
import { all, cast, draft, final, one, post, processOf, sequence, step } from '../../../../test/support/definitions.ts';
import { begin, type Play } from '../../../../test/support/play.ts';

type Ladder = NonNullable<Step['escalate']>;
const allowed = { basis: ['R-AH24-08'] };

/** A review by the head that is due on the 25th at one o'clock; approving needs an amount of 10. */
const process = (escalate: Ladder, more: Partial<Step> = {}): Definition =>
  processOf({
    initial: 'draft',
    states: {
      draft: draft('review'),
      review: {
        meta: step(post('head'), one('approve', 'reject'), { title: { zh: '审核', en: 'Review' }, due: 'P3D', escalate, ...more }),
        on: {
          approve: {
            target: 'next',
            guard: { type: 'rules', params: { all: [{ rule: 'R-1', when: 'form.amount >= 10', message: { zh: '数量不足' } }] } },
          },
          reject: 'rejected',
        },
      },
      next: { meta: step(post('finance'), one('approve')), on: { approve: 'approved' } },
      approved: final,
      rejected: final,
    },
  });

function submitted(escalate: Ladder, more: Partial<Step> = {}, amount = 10): Play {
  const play = begin(process(escalate, more), { cast }).start('clerk', { amount });
  play.decide('clerk', 'submit');
  play.sent.length = 0;
  return play;
}

const entriesOf = (play: Play) => (play.last.kind === 'advanced' ? play.last.entries : []);
const closings = (play: Play) => play.sent.flatMap((effect) => (effect.kind === 'close-task' ? [`${effect.task} ${effect.because}`] : []));

describe('the ladder of a step', () => {
  it('is counted from the due time', () => {
    const play = submitted([
      { after: 'P0D', do: 'remind', to: [post('dean')] },
      { after: 'P2D', do: 'assign', to: [post('dean')] },
    ]);
    expect(play.view().timers).toEqual(['escalate-1 2024-03-25T01:00:00.000Z', 'escalate-2 2024-03-27T01:00:00.000Z']);
  });

  it('tells others', () => {
    const play = submitted([{ after: 'P2D', do: 'remind', to: [post('dean'), { applicant: true }] }]);
    play.fire('escalate-1');
    expect(play.sent.filter(({ kind }) => kind === 'notify')).toMatchObject([
      {
        notice: 'escalation',
        to: [{ post: 'dean' }, { person: 'clerk' }],
        tasks: [2],
        message: { zh: '逾期升级：“示例”的“审核”环节逾期未办。办理期限为2024年3月25日（星期一）01:00，已逾期2个工作日。' },
      },
    ]);
    expect(entriesOf(play)).toMatchObject([{ kind: 'escalated', author: { kind: 'system' }, step: 'review', measure: 'remind' }]);
    expect(play.view().tasks).toEqual(['review: head@school']);
  });

  it('hands the open tasks over to others, and keeps the trail', () => {
    const play = submitted([{ after: 'P1D', do: 'assign', to: [{ ...post('dean'), each: true } as never] }]);
    play.fire('escalate-1');
    expect(closings(play)).toEqual(['2 left']);
    expect(play.view().tasks).toEqual(['review: dean-1', 'review: dean-2', 'review: dean-3']);
    expect(play.sent.filter(({ kind }) => kind === 'open-task')).toMatchObject([{ visit: 1, dueAt: '2024-03-25T01:00:00.000Z' }, {}, {}]);
    expect(play.decide('head', 'approve')).toMatchObject({ code: 'task.not-yours' });
    expect(play.decide('dean-2', 'approve').kind).toBe('advanced');
  });

  it('hands over only what is open: whoever has decided is not asked again', () => {
    const play = submitted([{ after: 'P1D', do: 'assign', to: [post('head'), post('finance')] }], {
      assignees: [post('head'), post('assets')],
      decide: all('approve', 'reject'),
    });
    play.decide('head', 'approve');
    play.fire('escalate-1');
    expect(play.view().tasks).toEqual(['review: finance@school']);
    play.decide('finance', 'approve');
    expect(play.view().states).toEqual(['next']);
  });

  it('hands a sequence over as a whole: the first is asked, the others wait', () => {
    const play = submitted([{ after: 'P1D', do: 'assign', to: [post('finance'), post('assets')] }], {
      assignees: [post('head'), post('dean')],
      decide: sequence('approve', 'reject'),
    });
    play.fire('escalate-1');
    expect(play.view().tasks).toEqual(['review: finance@school']);
    play.decide('finance', 'approve');
    expect(play.view().tasks).toEqual(['review: assets@school']);
    play.decide('assets', 'approve');
    expect(play.view().states).toEqual(['next']);
  });

  it('asks others too', () => {
    const play = submitted([{ after: 'P1D', do: 'add', to: [post('head'), post('finance')] }]);
    play.fire('escalate-1');
    expect(closings(play)).toEqual([]);
    expect(play.view().tasks).toEqual(['review: head@school', 'review: finance@school']);
    play.decide('finance', 'approve');
    expect(closings(play)).toEqual(['3 decided', '2 settled']);
  });

  it.each<Ladder[number]['do']>(['assign', 'add'])('finds nobody to %s: everything stays as it was', (measure) => {
    const play = submitted([{ after: 'P1D', do: measure, to: [post('ghost')] } as Ladder[number]]);
    expect(play.fire('escalate-1').kind).toBe('advanced');
    expect(play.view().tasks).toEqual(['review: head@school']);
  });

  it('finds somebody for a step that nobody was found for', () => {
    const play = submitted([{ after: 'P1D', do: 'assign', to: [post('dean')] }], { assignees: [post('ghost')] });
    expect([...play.incidents]).toEqual(['review']);
    play.fire('escalate-1');
    expect([...play.incidents]).toEqual([]);
    expect(play.view().tasks).toEqual(['review: dean@school']);
  });

  it('decides where a clause allows it, as the system and never as a person', () => {
    const play = submitted([{ after: 'P1D', do: 'pass', outcome: 'approve', ...allowed }]);
    play.fire('escalate-1');
    expect(play.sent).toContainEqual({ kind: 'close-task', task: 2, because: 'settled' });
    expect(entriesOf(play)).toEqual([
      expect.objectContaining({
        kind: 'escalated',
        author: { kind: 'system' },
        measure: 'pass',
        outcome: 'approve',
        settled: 'approve',
        basis: ['R-AH24-08'],
        from: ['review'],
        to: ['next'],
      }),
    ]);
    expect(play.view().tasks).toEqual(['next: finance@school']);
    expect(play.timers.size).toBe(0);
  });

  it('does not decide against a rule, and says which', () => {
    const play = submitted([{ after: 'P1D', do: 'pass', outcome: 'approve', ...allowed }], {}, 3);
    play.fire('escalate-1');
    expect(entriesOf(play)).toEqual([
      expect.objectContaining({ kind: 'escalated', outcome: 'approve', brokenRules: ['R-1'], to: ['review'] }),
    ]);
    expect(entriesOf(play)[0]).not.toHaveProperty('settled');
    expect(closings(play)).toEqual([]);
    expect(play.view().tasks).toEqual(['review: head@school']);
  });

  it('after an outage is climbed in order, whichever timer comes first', () => {
    const play = submitted([
      { after: 'P1D', do: 'remind', to: [post('dean')] },
      { after: 'P2D', do: 'add', to: [post('dean')] },
      { after: 'P3D', do: 'pass', outcome: 'reject', ...allowed },
      { after: 'P4D', do: 'remind', to: [post('finance')] },
    ]);
    play.fire('escalate-3', '2024-04-20T01:00:00.000Z');
    expect(entriesOf(play).map(({ measure, to }) => `${measure} ${to.join()}`)).toEqual(['remind review', 'add review', 'pass rejected']);
    expect([play.timers.size, play.tasks.size]).toEqual([0, 0]);
    expect(play.state.machine.status).toBe('done');
  });
});
