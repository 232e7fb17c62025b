import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Definition, FieldAccess, Fields } from '#engine';
import { all, applicant, cast, draft, final, one, post, processOf, step } from '../../../../test/support/definitions.ts';
import { begin, type Play } from '../../../../test/support/play.ts';
import { previewOf } from './preview.ts';

type Access = Partial<Record<'amount' | 'reason' | 'opinion', FieldAccess>>;

/** Head, deans, finance; finance may return the case to the applicant. Each is asked about some of the fields. */
function inLine(access: { readonly head?: Access; readonly deans?: Access } = {}, submitTo: unknown = 'head'): Definition {
  return processOf({
    initial: 'draft',
    states: {
      draft: { ...draft('head'), on: { submit: submitTo as string } },
      head: {
        meta: step(post('head'), one('approve', 'return'), { carry: true, fields: access.head ?? { reason: 'hidden' } }),
        on: { approve: 'deans', return: 'draft' },
      },
      deans: {
        meta: step({ ...post('dean'), each: true }, all('approve', 'return'), { carry: true, fields: access.deans ?? {} }),
        on: { approve: 'finance', return: 'draft' },
      },
      finance: {
        meta: step(post('finance'), one('approve', 'return'), { return: { to: ['head'], reentry: 'restart' } }),
        on: { approve: 'done', return: 'draft' },
      },
      done: final,
    },
  });
}

const deans = ['dean-1', 'dean-2', 'dean-3'];
const because = { comment: '请补正' };

function returned(document: Definition = inLine(), people: Record<string, string[]> = {}): Play {
  const play = begin(document, { cast: { ...cast, ...people } }).start('clerk', { amount: 1, reason: '初稿' });
  play.decide('clerk', 'submit');
  play.decide('head', 'approve');
  for (const dean of deans) play.decide(dean, 'approve');
  play.decide('finance', 'return', because);
  return play;
}

const resubmit = (play: Play, fields: Fields = {}) => play.decide('clerk', 'submit', { fields });

describe('after a return', () => {
  it('what was approved stands where nothing that was seen is different, and the history says whose decisions they were', () => {
    const play = returned();
    expect(resubmit(play)).toMatchObject({
      entries: [
        { kind: 'decided', step: 'draft', to: ['head'] },
        {
          kind: 'carried',
          author: { kind: 'system' },
          step: 'head',
          settled: 'approve',
          earlier: [{ step: 'head', task: 2, person: 'head' }],
        },
        { kind: 'carried', step: 'deans', earlier: deans.map((person, index) => ({ step: 'deans', task: index + 3, person })) },
      ],
    });
    expect(play.view().tasks).toEqual(['finance: finance@school']);
  });

  it('a step that sees a change is asked again, one that does not is carried over', () => {
    const play = returned();
    resubmit(play, { reason: '已补充' });
    expect(play.view().states).toEqual(['deans']);
    expect(play.state.passed?.find(({ step }) => step === 'head')).toMatchObject({ carried: true, round: 1 });
  });

  it('a step before one that is asked again does not help the one after it, if that sees what was written', () => {
    const play = returned(inLine({ head: { opinion: 'write' } }));
    resubmit(play, { reason: '已补充' });
    play.decide('head', 'approve', { fields: { opinion: '可行' } });
    expect(play.view().states).toEqual(['deans']);
  });

  it('a step that is asked again and passes as before leaves the one after it standing', () => {
    const play = returned(inLine({ deans: { reason: 'hidden' }, head: {} }));
    resubmit(play, { reason: '已补充' });
    expect(play.view().states).toEqual(['head']);
    play.decide('head', 'approve');
    expect(play.view().states).toEqual(['finance']);
  });

  it('what the step was returned to is asked itself', () => {
    const play = returned();
    play.decide('clerk', 'submit');
    play.decide('finance', 'return', { ...because, returnTo: 'head' });
    expect(play.view().tasks).toEqual(['head: head@school']);
  });

  it('and once more after the next return', () => {
    const play = returned();
    resubmit(play);
    play.decide('finance', 'return', because);
    resubmit(play);
    expect(play.view().states).toEqual(['finance']);
  });

  it('take-back of the resubmission undoes what was carried over with it', () => {
    const play = returned();
    const before = play.state;
    resubmit(play);
    expect(play.send('clerk', { kind: 'take-back', task: 7 }).kind).toBe('advanced');
    expect(play.view()).toMatchObject({ states: ['draft'], tasks: ['draft: clerk'] });
    expect(play.state.passed).toEqual(before.passed);
  });

  it('a dry run shows what would be carried over', () => {
    const play = returned();
    const { state } = play;
    const result = resubmit(play);
    if (result.kind !== 'advanced') throw new Error(result.kind);
    expect(previewOf(state, result).passed).toEqual([
      { step: 'head', because: 'carried', people: ['head'] },
      { step: 'deans', because: 'carried', people: deans },
    ]);
  });

  it('a state saved before there was any of this is asked again, and goes on', () => {
    const play = returned();
    const { passed: _passed, round: _round, changedAt: _changedAt, ...old } = play.state;
    play.state = old;
    resubmit(play);
    expect(play.view().states).toEqual(['head']);
    play.decide('head', 'approve');
    expect(play.view().states).toEqual(['deans']);
  });
});

describe('is never carried over', () => {
  const asked = ['head: head@school'];

  it('without a word about it', () => {
    const document = inLine();
    const { head } = document.machine.states as Record<string, { meta: { step: Record<string, unknown> } }>;
    delete head?.meta.step['carry'];
    const play = returned(document);
    resubmit(play);
    expect(play.view().tasks).toEqual(asked);
  });

  it('what somebody approved who has recused themselves since', () => {
    const play = returned(inLine(), { 'head@school': ['head', 'second-head'] });
    play.send('head', { kind: 'recuse', comment: '亲属' });
    resubmit(play);
    expect(play.view().tasks).toEqual(asked);
  });

  it('a countersign that others belong to now', () => {
    const play = returned();
    Object.assign(play, { setting: { cast: { ...cast, 'dean@school': ['dean-1', 'dean-2', 'dean-4'] } } });
    resubmit(play);
    expect(play.view().states).toEqual(['deans']);
  });

  it('across a move by hand', () => {
    const play = returned();
    play.send('officer', { kind: 'jump', to: 'finance', comment: '改正' });
    play.decide('finance', 'return', because);
    resubmit(play);
    expect(play.view().tasks).toEqual(asked);
  });

  it('a step whose approval would lead elsewhere than it did', () => {
    const document = inLine();
    const { head } = document.machine.states as Record<string, { on: Record<string, unknown> }>;
    if (head) {
      head.on['approve'] = [
        { target: 'deans', guard: { type: 'rules', params: { when: 'has(form.reason) && form.reason == "初稿"', all: [] } } },
        { target: 'finance' },
      ];
    }
    const play = returned(document);
    resubmit(play, { reason: '已补充' });
    expect(play.view().tasks).toEqual(asked);
    // And passed otherwise than before, it makes what came after it forgotten.
    play.decide('head', 'approve');
    expect(play.state.passed?.map(({ step }) => step)).toEqual(['draft', 'head']);
  });
});

it('is refused for votes, meetings and the applicant’s own steps', () => {
  const document = (state: Definition['machine']) => processOf({ initial: 'draft', states: { draft: draft('it'), it: state, end: final } });
  const own = document({ meta: step(applicant, one('approve'), { carry: true }), on: { approve: 'end' } });
  const vote = document({
    meta: step(post('dean'), { by: 'vote', count: 'head', of: 'cast', pass: { moreThan: '1/2' } }, { carry: true }),
    on: { approve: 'end', reject: 'end' },
  });
  for (const faulty of [own, vote]) expect(() => begin(faulty, { cast })).toThrow('carry.not-possible /machine/states/it/meta/step/carry');
});

/** Whatever is shown to whom, and whatever is changed when: nobody's approval stands for a form they have not seen. */
it('never passes a step whose visible fields are others than when people last passed it', () => {
  const names = ['amount', 'reason', 'opinion'] as const;
  const access = fc.record({ amount: level(), reason: level(), opinion: level() });
  const changes = fc.record({ amount: fc.integer({ min: 1, max: 3 }), reason: fc.constantFrom('甲', '乙') }, { requiredKeys: [] });
  let [carried, asked] = [0, 0];
  fc.assert(
    fc.property(access, access, fc.array(changes, { minLength: 1, maxLength: 5 }), (head, second, rounds) => {
      const document = inLine({ head, deans: second });
      const play = begin(document, { cast }).start('clerk', { amount: 1, reason: '甲' });
      const seen = new Map<string, string>();
      const shown = (path: string) => {
        const step = play.workflow.steps.get(path);
        return JSON.stringify(
          names.filter((field) => step?.accessOf(field) !== 'hidden').map((field) => play.state.form.fields[field] ?? null),
        );
      };
      for (const fields of rounds) {
        const result = resubmit(play, fields);
        if (result.kind !== 'advanced') throw new Error(JSON.stringify(result));
        for (let last = result; ; ) {
          for (const { kind, step = '' } of last.entries) {
            if (kind !== 'carried') continue;
            carried += 1;
            expect(seen.get(step)).toBe(shown(step));
          }
          const [path] = play.view().states;
          if (path === 'finance' || path === undefined) break;
          asked += 1;
          const person = play.view().tasks[0]?.split(': ')[1]?.split('@')[0] ?? '';
          const next = play.decide(person, 'approve');
          if (next.kind !== 'advanced') throw new Error(JSON.stringify(next));
          seen.set(path, shown(path));
          last = next;
        }
        play.decide('finance', 'return', because);
      }
    }),
    { numRuns: 100 },
  );
  expect(Math.min(carried, asked)).toBeGreaterThan(20);
});

const level = () => fc.constantFrom<FieldAccess>('hidden', 'read', 'write');
