import { describe, expect, it } from '@jest/globals';
import { all, applicant, cast, draft, final, one, post, processOf, sequence, step } from '../../../../test/support/definitions.ts';
import { begin, type Play } from '../../../../test/support/play.ts';
import type { Definition } from '../definition/definition.ts';
import type { Result } from './result.ts';

const takeBack = (play: Play, person: string, task: number, comment?: string): Result =>
  play.perform({ kind: 'take-back', ...play.issue(), by: play.actor(person), task, ...(comment !== undefined && { comment }) });

/** Head, then the deans, then finance; the head has three days and is reminded. */
const inLine = processOf(
  {
    initial: 'draft',
    states: {
      draft: draft('head'),
      head: {
        meta: step(post('head'), one('approve', 'return'), { due: 'P3D', remind: [{ before: 'P1D' }], fields: { opinion: 'write' } }),
        on: { approve: { target: 'deans', actions: { type: 'set', params: { rounds: '1' } } }, return: 'draft' },
        after: { P10D: 'late' },
      },
      deans: { meta: step(post('dean'), one('approve'), { due: 'P2D', fields: { opinion: 'write' } }), on: { approve: 'finance' } },
      finance: { meta: step(post('finance'), one('approve')), on: { approve: 'done' } },
      late: final,
      done: final,
    },
  },
  { data: { type: 'object', properties: { rounds: { type: 'integer', title: '轮次' } }, additionalProperties: false } },
);

/** The deans, one after another. */
const nextInLine = processOf({
  initial: 'draft',
  states: {
    draft: draft('deans'),
    deans: { meta: step({ ...post('dean'), each: true }, sequence('approve')), on: { approve: 'done' } },
    done: final,
  },
});

const submitted = (document: Definition = inLine): Play => {
  const play = begin(document, { cast }).start('clerk', { amount: 1 });
  play.decide('clerk', 'submit');
  return play;
};

describe('a decision that moved the case', () => {
  it('is taken back while nobody has acted: the case stands where it stood, with the same task and the same clocks', () => {
    const play = submitted();
    const before = { view: play.view(), state: play.state };
    play.turnTo('2024-03-22T05:00:00.000Z');
    play.decide('head', 'approve', { fields: { opinion: '可行' } });
    expect(play.view().states).toEqual(['deans']);
    expect(takeBack(play, 'head', 2, '看错了')).toMatchObject({
      kind: 'advanced',
      entries: [{ kind: 'taken-back', step: 'head', task: 2, comment: '看错了', from: ['deans'], to: ['head'] }],
    });
    expect(play.view()).toEqual(before.view);
    expect(play.state.data).toEqual({});
    expect(play.state.steps['head']).toEqual(before.state.steps['head']);
    expect(play.state.form.fields).toMatchObject({ opinion: '可行' });
    play.decide('head', 'return', { comment: '补充' });
    expect(play.view().states).toEqual(['draft']);
  });

  it.each([
    ['saved a draft', (play: Play) => play.save('dean-1', { opinion: '再议' })],
    ['decided', (play: Play) => play.decide('dean-1', 'approve')],
  ])('is too late once somebody has %s in the step that it opened', (_what, act) => {
    const play = submitted();
    play.decide('head', 'approve');
    act(play);
    expect(takeBack(play, 'head', 2)).toMatchObject({ kind: 'refused', code: 'take-back.too-late' });
  });

  it('is too late once somebody next in line has asked others to sign beside them', () => {
    const play = submitted(nextInLine);
    play.send('dean-1', { kind: 'add-signers', task: 2, place: 'beside', people: ['finance'], comment: '请会签' });
    expect(takeBack(play, 'clerk', 1)).toMatchObject({ kind: 'refused', code: 'take-back.too-late' });
  });

  it('is not too late for a remark, for urging, or for a draft that changes nothing', () => {
    const play = submitted();
    play.decide('head', 'approve');
    play.save('dean-1', {});
    play.perform({ kind: 'comment', ...play.issue(), by: play.actor('dean-1'), comment: '请附纪要' });
    play.perform({ kind: 'urge', ...play.issue(), by: play.actor('clerk') });
    expect(takeBack(play, 'head', 2).kind).toBe('advanced');
  });

  it('is taken back one after another only by the last', () => {
    const play = submitted();
    play.decide('head', 'approve');
    play.decide('dean-1', 'approve');
    expect(takeBack(play, 'head', 2)).toMatchObject({ code: 'take-back.too-late' });
    expect(takeBack(play, 'dean-1', 3).kind).toBe('advanced');
    expect(takeBack(play, 'head', 2)).toMatchObject({ code: 'take-back.too-late' });
  });

  it('ends with the case', () => {
    const play = submitted();
    play.decide('head', 'approve');
    play.decide('dean-1', 'approve');
    play.decide('finance', 'approve');
    expect(takeBack(play, 'finance', 4)).toMatchObject({ code: 'case.finished' });
  });

  it('is somebody’s own, of a task that has been decided', () => {
    const play = submitted();
    expect(takeBack(play, 'head', 2)).toMatchObject({ code: 'take-back.not-decided' });
    expect(takeBack(play, 'head', 9)).toMatchObject({ code: 'task.unknown' });
    play.decide('head', 'approve');
    expect(takeBack(play, 'dean-1', 2)).toMatchObject({ code: 'take-back.not-yours' });
    expect(play.view().states).toEqual(['deans']);
  });

  it('a return too, and it is answered as it would have been', () => {
    const document = processOf({
      initial: 'draft',
      states: {
        draft: draft('head'),
        head: {
          meta: step(post('head'), one('approve', 'return'), { return: { reentry: 'resume' } }),
          on: { approve: 'deans', return: 'draft' },
        },
        deans: {
          meta: step(post('dean'), one('approve', 'return'), { return: { reentry: 'resume' } }),
          on: { approve: 'done', return: 'draft' },
        },
        done: final,
      },
    });
    const play = submitted(document);
    play.decide('head', 'approve');
    play.decide('dean-1', 'return', { comment: '缺材料' });
    expect(play.state.returns).toEqual([{ from: 'deans', to: 'draft' }]);
    play.decide('clerk', 'submit');
    expect(play.view().states).toEqual(['deans']);
    takeBack(play, 'clerk', 4);
    expect(play.view().states).toEqual(['draft']);
    expect(play.state.returns).toEqual([{ from: 'deans', to: 'draft' }]);
    play.decide('clerk', 'submit');
    expect(play.view().states).toEqual(['deans']);
  });
});

describe('beside other regions', () => {
  const document = processOf({
    initial: 'draft',
    states: {
      draft: draft('both'),
      both: {
        type: 'parallel',
        onDone: 'closing',
        states: {
          technical: {
            initial: 'head',
            states: {
              head: { meta: step(post('head'), one('approve')), on: { approve: 'dean' } },
              dean: { meta: step(post('dean'), one('approve')), on: { approve: 'done' } },
              done: final,
            },
          },
          financial: {
            initial: 'finance',
            states: {
              finance: { meta: step(post('finance'), one('approve')), on: { approve: 'assets' } },
              assets: { meta: step(post('assets'), one('approve')), on: { approve: 'done' } },
              done: final,
            },
          },
        },
      },
      closing: { meta: step(applicant, one('approve')), on: { approve: 'end' } },
      end: final,
    },
  });

  it('only one’s own region goes back, whatever the others have done since', () => {
    const play = submitted(document);
    play.decide('head', 'approve');
    play.decide('finance', 'approve');
    expect(takeBack(play, 'head', 2).kind).toBe('advanced');
    expect(play.view().states).toEqual(['both.technical.head', 'both.financial.assets']);
    expect(takeBack(play, 'finance', 3).kind).toBe('advanced');
    expect(play.view()).toMatchObject({ tasks: expect.arrayContaining(['both.financial.finance: finance@school']) });
  });

  it('the decision that joined them is taken back, those before it are not', () => {
    const play = submitted(document);
    play.decide('head', 'approve');
    play.decide('dean-1', 'approve');
    play.decide('finance', 'approve');
    play.decide('assets', 'approve');
    expect(play.view().states).toEqual(['closing']);
    expect(takeBack(play, 'dean-1', 4)).toMatchObject({ code: 'take-back.too-late' });
    expect(takeBack(play, 'assets', 5).kind).toBe('advanced');
    expect(play.view().states).toEqual(['both.technical.done', 'both.financial.assets']);
  });
});

describe('an answer in a step that waits for others', () => {
  const signing = (policy: Definition['machine']['meta']) =>
    processOf({
      initial: 'draft',
      states: { draft: draft('deans'), deans: { ...(policy && { meta: policy }), on: { approve: 'done', reject: 'done' } }, done: final },
    });
  const each = { ...post('dean'), each: true } as const;

  it('is taken out; the others’ answers stay', () => {
    const play = submitted(signing(step(each, all('approve', 'reject'))));
    play.decide('dean-1', 'approve');
    play.decide('dean-2', 'approve');
    expect(takeBack(play, 'dean-1', 2).kind).toBe('advanced');
    expect(play.view().tasks).toEqual(['deans: dean-3', 'deans: dean-1']);
    expect(takeBack(play, 'dean-1', 3)).toMatchObject({ code: 'take-back.not-yours' });
    play.decide('dean-3', 'approve');
    expect(play.state.machine.status).toBe('active');
    play.decide('dean-1', 'approve');
    expect(play.state.machine.status).toBe('done');
  });

  it('in a sequence the next one is not asked any more, unless they have answered', () => {
    const play = submitted(signing(step(each, sequence('approve', 'reject'))));
    play.decide('dean-1', 'approve');
    expect(takeBack(play, 'dean-1', 2).kind).toBe('advanced');
    expect(play.view().tasks).toEqual(['deans: dean-1']);
    play.decide('dean-1', 'approve');
    play.decide('dean-2', 'approve');
    expect(takeBack(play, 'dean-1', 2)).toMatchObject({ code: 'take-back.too-late' });
    expect(takeBack(play, 'dean-2', 4).kind).toBe('advanced');
    expect(play.view().tasks).toEqual(['deans: dean-2']);
  });

  it('a vote is taken back, and counted once when cast again', () => {
    const play = submitted(signing(step(each, { by: 'vote', count: 'head', of: 'eligible', pass: { atLeast: '2/3' } })));
    play.decide('dean-1', 'approve');
    takeBack(play, 'dean-1', 2);
    play.decide('dean-1', 'reject', { comment: '不同意' });
    play.decide('dean-2', 'approve');
    expect(play.state.machine.status).toBe('active');
    play.decide('dean-3', 'approve');
    expect(play.state.machine.status).toBe('done');
  });

  it('those who were not asked any more because of it are asked again', () => {
    const play = submitted(
      processOf({
        initial: 'draft',
        states: {
          draft: draft('deans'),
          deans: { meta: step(each, one('approve')), on: { approve: 'finance' } },
          finance: { meta: step(post('finance'), one('approve')), on: { approve: 'done' } },
          done: final,
        },
      }),
    );
    play.decide('dean-2', 'approve');
    takeBack(play, 'dean-2', 3);
    expect(new Set(play.tasks.keys())).toEqual(new Set([2, 3, 4]));
  });
});

it('what another case has been told is not taken back', () => {
  const play = begin(
    processOf(
      {
        initial: 'draft',
        states: {
          draft: {
            meta: step(applicant, one('submit'), { fields: { '*': 'write' } }),
            on: {
              submit: { target: 'head', actions: { type: 'signal', params: { instance: '"other"', signal: 'told' } } },
            },
          },
          head: { meta: step(post('head'), one('approve')), on: { approve: 'done', told: 'done' } },
          done: final,
        },
      },
      { signals: { told: { title: { zh: '告知' } } } },
    ),
    { cast },
  ).start('clerk', { amount: 1 });
  play.decide('clerk', 'submit');
  expect(takeBack(play, 'clerk', 1)).toMatchObject({ code: 'take-back.too-late' });
});
