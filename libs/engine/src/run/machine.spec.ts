import { describe, expect, it } from '@jest/globals';
import { rule, rules, when } from '#engine';
import { applicant, cast, draft, final, one, post, processOf, step } from '../../../../test/support/definitions.ts';
import { begin, compiled } from '../../../../test/support/play.ts';

const decided = (name: string, ...outcomes: Parameters<typeof one>) => step(post(name), one(...outcomes));

describe('timers', () => {
  const document = processOf(
    {
      initial: 'draft',
      states: {
        draft: draft('review'),
        review: {
          meta: decided('head', 'approve', 'return'),
          on: { approve: 'approved', return: { target: 'review', reenter: true } },
          after: { P3D: 'expired', patience: { target: 'expired', guard: when('form.amount > 100') } },
        },
        approved: { after: { closing: 'closed' } },
        expired: final,
        closed: final,
      },
    },
    { delays: { patience: { workingDays: 2 }, closing: { at: 'timestamp("2024-04-10T15:59:59Z")' } } },
  );
  const submitted = (amount = 1) => {
    const play = begin(document, { cast }).start('clerk', { amount });
    play.decide('clerk', 'submit');
    return play;
  };

  it('are set when a state is entered and cleared when it is left', () => {
    const play = submitted();
    expect(play.view().timers).toEqual(['P3D 2024-03-25T01:00:00.000Z', 'patience 2024-03-24T01:00:00.000Z']);
    play.decide('head', 'approve');
    expect(play.view().timers).toEqual(['closing 2024-04-10T15:59:59.000Z']);
  });

  it('move the case when they fire, as the system’s doing', () => {
    const play = submitted();
    expect(play.fire('P3D')).toMatchObject({
      entries: [{ kind: 'timer-fired', author: { kind: 'system' }, from: ['review'], to: ['expired'] }],
      effects: expect.arrayContaining([{ kind: 'close-task', task: 2, because: 'left' }]),
    });
    expect(play.view()).toEqual({ states: ['expired'], tasks: [], timers: [] });
  });

  it('whose guard says no are used up and change nothing else', () => {
    const play = submitted();
    play.fire('patience');
    expect(play.view()).toEqual({ states: ['review'], tasks: ['review: head@school'], timers: ['P3D 2024-03-25T01:00:00.000Z'] });
  });

  it('fire once: the second time they are not running', () => {
    const play = submitted();
    const timer = [...play.timers.keys()][0] ?? 0;
    play.fire('P3D');
    expect(play.perform({ kind: 'fire-timer', ...play.issue(), timer })).toMatchObject({ code: 'case.finished' });
    const other = submitted();
    other.fire('patience');
    expect(other.perform({ kind: 'fire-timer', ...other.issue(), timer: 2 })).toMatchObject({ code: 'timer.not-running' });
  });

  it('start anew when their state is entered anew: XState cancels first, then raises with the same id', () => {
    const play = submitted();
    const before = new Set(play.timers.keys());
    play.turnTo('2024-03-23T01:00:00.000Z');
    play.decide('head', 'return', { comment: '再议' });
    expect(play.view().timers).toEqual(['P3D 2024-03-26T01:00:00.000Z', 'patience 2024-03-25T01:00:00.000Z']);
    expect([...play.timers.keys()].some((timer) => before.has(timer))).toBe(false);
  });
});

describe('states without people', () => {
  it('are passed through at once, one after another, and leave nothing behind', () => {
    const document = processOf({
      initial: 'draft',
      states: {
        draft: draft('sorting'),
        sorting: { always: [{ target: 'small', guard: when('form.amount < 10') }, { target: 'large' }], after: { P1D: 'large' } },
        small: { always: 'approved' },
        large: { meta: decided('head', 'approve'), on: { approve: 'approved' } },
        approved: final,
      },
    });
    const play = begin(document, { cast }).start('clerk', { amount: 5 });
    expect(play.decide('clerk', 'submit')).toMatchObject({ effects: [{ kind: 'close-task', task: 1 }], entries: [{ to: ['approved'] }] });
  });

  it('finish a compound state and hand on its output', () => {
    const document = processOf({
      initial: 'phase',
      states: {
        phase: {
          initial: 'draft',
          onDone: 'review',
          states: { draft: draft('ready'), ready: final },
        },
        review: { meta: decided('head', 'approve'), on: { approve: 'approved' } },
        approved: { ...final, output: { amount: 'form.amount', school: 'subject.school.name' } },
      },
    });
    const play = begin(document, { cast }).start('clerk', { amount: 5 });
    play.decide('clerk', 'submit');
    play.decide('head', 'approve');
    expect(play.state.machine).toMatchObject({ status: 'done', output: { amount: 5, school: '江淮职业技术学院' } });
  });
});

describe('history states', () => {
  it('remember across saving and restoring, which XState’s resolveState alone would not survive', () => {
    const document = processOf(
      {
        initial: 'work',
        states: {
          work: {
            initial: 'draft',
            on: { pause: 'paused' },
            states: {
              draft: draft('review'),
              review: { meta: decided('head', 'approve'), on: { approve: '#sample-process.approved' } },
              memory: { type: 'history', history: 'deep' },
            },
          },
          paused: { on: { proceed: 'work.memory' } },
          approved: final,
        },
      },
      { signals: { pause: { title: { zh: '暂停' } }, proceed: { title: { zh: '继续' } } } },
    );
    const play = begin(document, { cast }).start('clerk', { amount: 1 });
    play.decide('clerk', 'submit');
    play.signal('pause');
    expect(play.view()).toMatchObject({ states: ['paused'], tasks: [] });
    play.signal('proceed');
    expect(play.view()).toMatchObject({ states: ['work.review'], tasks: ['work.review: head@school'] });
  });
});

describe('signals', () => {
  const document = processOf(
    {
      initial: 'draft',
      states: {
        draft: draft('approved'),
        approved: {
          entry: { type: 'set', params: { plan: 'form.amount' } },
          on: {
            increase: {
              guard: rules(rule('R-AH24-14', 'signal.by >= 1', { zh: '只增不减' })),
              actions: [
                { type: 'set', params: { plan: 'data.?plan.orValue(0.0) + signal.by' } },
                {
                  type: 'notify',
                  params: { to: [applicant, post('office', 'province')], message: { zh: '计划增至 {data.?plan.orValue(0.0)} 人' } },
                },
              ],
            },
            close: 'closed',
          },
        },
        closed: final,
      },
    },
    {
      data: { type: 'object', properties: { plan: { type: 'number', title: '计划' } }, additionalProperties: false },
      signals: {
        increase: {
          title: { zh: '调增' },
          payload: {
            type: 'object',
            properties: { by: { type: 'integer', title: '人数' } },
            required: ['by'],
            additionalProperties: false,
          },
        },
        close: { title: { zh: '结束' } },
      },
    },
  );

  it('change what the case remembers, keep its rules, and tell people', () => {
    const play = begin(document, { cast }).start('clerk', { amount: 30 });
    play.decide('clerk', 'submit');
    expect(play.state.data).toEqual({ plan: 30 });
    expect(play.signal('increase', { by: 20 })).toMatchObject({
      kind: 'advanced',
      effects: [
        {
          kind: 'notify',
          notice: 'message',
          to: [
            { kind: 'person', person: 'clerk' },
            { kind: 'post', post: 'office', organisation: 'province-1' },
          ],
          message: { zh: '计划增至 50 人' },
        },
      ],
      entries: [{ kind: 'signalled', cause: 'increase', author: { kind: 'system' } }],
    });
    expect(play.state.data).toEqual({ plan: 50 });
    expect(play.signal('increase', { by: -20 })).toMatchObject({ code: 'rule.broken', rules: [{ rule: 'R-AH24-14' }] });
    expect(play.state.data).toEqual({ plan: 50 });
  });

  it.each([
    ['an unknown signal', 'explode', {}, 'signal.unknown'],
    ['a payload of the wrong shape', 'increase', { by: 'many' }, 'signal.payload-invalid'],
    ['no payload where one is needed', 'increase', {}, 'signal.payload-invalid'],
  ])('are refused with %s', (_, signal, payload, code) => {
    const play = begin(document, { cast }).start('clerk', { amount: 30 });
    play.decide('clerk', 'submit');
    expect(play.signal(signal, payload)).toMatchObject({ kind: 'refused', code });
  });

  it('are refused where nothing listens to them', () => {
    expect(begin(document, { cast }).start('clerk').signal('close')).toMatchObject({ code: 'signal.not-now' });
  });

  it('can be sent to another case', () => {
    const sender = processOf({
      initial: 'draft',
      states: {
        draft: {
          ...draft('sent'),
          on: {
            submit: {
              target: 'sent',
              actions: { type: 'signal', params: { instance: '"case-7"', signal: 'increase', payload: { by: 'form.amount' } } },
            },
          },
        },
        sent: final,
      },
    });
    const play = begin(sender, { cast }).start('clerk', { amount: 12 });
    expect(play.decide('clerk', 'submit')).toMatchObject({
      effects: expect.arrayContaining([{ kind: 'signal', instance: 'case-7', signal: 'increase', payload: { by: 12 } }]),
    });
  });
});

describe('restoring', () => {
  const workflow = compiled(processOf({ initial: 'draft', states: { draft: draft('end'), end: final } }));

  it('refuses a state the version does not have', () => {
    const play = begin(workflow, { cast }).start('clerk', { amount: 1 });
    for (const value of ['vanished', { draft: 'inner' }, 7]) {
      play.state = { ...play.state, machine: { value, status: 'active' } };
      expect(play.withdraw('clerk', '撤回')).toMatchObject({ kind: 'refused', code: 'case.state-unknown' });
    }
  });

  it('refuses a remembered state the version does not have', () => {
    const play = begin(workflow, { cast }).start('clerk', { amount: 1 });
    play.state = { ...play.state, machine: { value: 'draft', status: 'active', historyValue: { gone: ['gone.too'] } } };
    expect(play.withdraw('clerk', '撤回')).toMatchObject({ kind: 'refused', code: 'case.state-unknown' });
  });
});

it('is not touched by the initial macrostep that XState runs once more on every transition', () => {
  const document = processOf(
    {
      initial: 'counting',
      states: {
        counting: {
          entry: { type: 'set', params: { count: 'data.?count.orValue(0.0) + 1' } },
          always: { target: 'draft', guard: when('data.?count.orValue(0.0) >= 1') },
          after: { P1D: 'draft' },
        },
        draft: draft('review'),
        review: { meta: decided('head', 'approve'), on: { approve: 'end' } },
        end: final,
      },
    },
    { data: { type: 'object', properties: { count: { type: 'number', title: '次数' } }, additionalProperties: false } },
  );
  const play = begin(document, { cast }).start('clerk', { amount: 1 });
  play.decide('clerk', 'submit');
  play.decide('head', 'approve');
  expect(play.state.data).toEqual({ count: 1 });
});
