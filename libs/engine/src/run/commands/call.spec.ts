import { describe, expect, it } from '@jest/globals';
import { cast, draft, final, processOf } from '../../../../../test/support/definitions.ts';
import { begin, type Play } from '../../../../../test/support/play.ts';
import type { Definition } from '../../definition/definition.ts';

type State = Definition['machine'];

/** The bank of credits is asked whether the hours can be counted. */
const calling = (on: NonNullable<State['on']> = {}): Definition =>
  processOf(
    {
      initial: 'draft',
      on: { withdraw: '.withdrawn' },
      states: {
        draft: draft('bank'),
        bank: {
          meta: {
            call: {
              to: 'credit-bank',
              body: { hours: 'form.amount * 16', school: 'subject.school.name' },
              result: {
                type: 'object',
                properties: { receipt: { type: 'string', title: '回执', minLength: 3 }, credits: { type: 'number', title: '学分' } },
                required: ['receipt'],
                additionalProperties: false,
              },
              within: 'P2D',
            },
          },
          on: {
            callDone: [
              { target: 'refused', guard: { type: 'rules', params: { when: 'has(result.credits) && result.credits == 0', all: [] } } },
              { target: 'counted', actions: { type: 'set', params: { receipt: 'result.receipt' } } },
            ],
            ...on,
          },
        },
        counted: final,
        refused: final,
        withdrawn: final,
      },
    },
    { data: { type: 'object', properties: { receipt: { type: 'string', title: '回执' } }, additionalProperties: false } },
  );

function called(on?: State['on']): Play {
  const play = begin(calling(on), { cast }).start('clerk', { amount: 3 });
  expect(play.decide('clerk', 'submit').kind).toBe('advanced');
  return play;
}
const entry = (play: Play) => (play.last.kind === 'advanced' ? play.last.entries.at(-1) : undefined);

describe('a call', () => {
  it('goes out when its state is entered, with what the expressions say, and is given up when its time is over', () => {
    const play = called();
    expect(play.sent).toContainEqual({
      kind: 'call',
      call: 1,
      state: 'bank',
      to: 'credit-bank',
      body: { hours: 48, school: '江淮职业技术学院' },
      until: '2024-03-24T01:00:00.000Z',
    });
    expect(entry(play)).toMatchObject({ kind: 'decided', started: { calls: [1] }, to: ['bank'] });
  });

  it('comes back as an event with its answer, of which only what was asked for is looked at', () => {
    const play = called();
    play.callAnswered(1, { receipt: 'R-1', more: { deep: [] } });
    expect(play.view().states).toEqual(['counted']);
    expect(play.state.data).toEqual({ receipt: 'R-1' });
    expect(entry(play)).toMatchObject({ kind: 'call-answered', call: 1, settled: 'done' });
    const other = called();
    other.callAnswered(1, { receipt: 'R-1', credits: 0 });
    expect(other.view().states).toEqual(['refused']);
  });

  it.each([[{}], [{ receipt: 'R' }], [{ receipt: 7 }], [{ receipt: 'R-1', credits: 'many' }]])(
    'that is answered with %j has failed for good',
    (answer) => {
      const play = called();
      play.callAnswered(1, answer);
      expect(play.view().states).toEqual(['bank']);
      expect(play.last).toMatchObject({
        effects: [{ kind: 'open-incident', step: 'bank', code: 'call-failed', detail: 'answer-malformed' }],
      });
    },
  );

  it('that fails for good is an incident, made again when an operator says so, and answered then', () => {
    const play = called();
    play.callFailed(1, 'http-410');
    expect(entry(play)).toMatchObject({ kind: 'call-failed', call: 1, cause: 'http-410' });
    expect([...play.incidents]).toEqual(['bank']);
    play.turnTo('2024-03-30T01:00:00.000Z');
    play.send('officer', { kind: 'retry', step: 'bank' });
    expect(play.last).toMatchObject({
      effects: [
        { kind: 'retry-call', call: 1, until: '2024-04-01T01:00:00.000Z' },
        { kind: 'close-incident', step: 'bank' },
      ],
    });
    expect(play.send('officer', { kind: 'retry', step: 'bank' })).toMatchObject({ code: 'retry.not-held' });
    play.callAnswered(1, { receipt: 'R-1' });
    expect(play.view().states).toEqual(['counted']);
  });

  it('that waits for an operator does not fail once more', () => {
    const play = called();
    play.callFailed(1, 'http-410');
    expect(play.callFailed(1, 'http-410')).toMatchObject({ code: 'call.not-running' });
    expect(play.callAnswered(1, {})).toMatchObject({ code: 'call.not-running' });
  });

  it('that fails for good goes where the definition says', () => {
    const play = called({ callFailed: 'draft' });
    play.callFailed(1);
    expect(play.view().states).toEqual(['draft']);
    expect(play.incidents.size).toBe(0);
    play.decide('clerk', 'submit');
    expect(play.state.calls).toEqual({ bank: { number: 2 } });
    expect(play.callAnswered(1, { receipt: 'R-1' })).toMatchObject({ code: 'call.not-running' });
  });

  it('is cancelled when the case goes elsewhere, and a late answer has no effect', () => {
    const play = called();
    play.callFailed(1);
    play.withdraw('clerk', '不报了');
    expect(play.calls.size + play.incidents.size).toBe(0);
    expect(play.callAnswered(1, { receipt: 'R-1' })).toMatchObject({ code: 'case.finished' });
  });

  it('cannot be taken back, and is answered while the case is suspended', () => {
    const play = called();
    expect(play.send('clerk', { kind: 'take-back', task: 1 })).toMatchObject({ code: 'take-back.too-late' });
    play.send('officer', { kind: 'suspend', comment: '核查' });
    play.callAnswered(1, { receipt: 'R-1' });
    expect(play.view().states).toEqual(['counted']);
  });
});
