import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { arbitraryProcess } from '../../../../test/support/arbitrary-process.ts';
import { applicant, final, one, post, processOf, step } from '../../../../test/support/definitions.ts';
import { plainDueTime } from '../../../../test/support/plain-due-time.ts';
import { compile } from '../compile/compile.ts';
import type { Definition } from '../definition/definition.ts';
import { renamedReads } from './expressions.ts';
import { addField, fieldNames, moveField, removeField, renameField } from './fields.ts';
import { holdersFor, moveInto } from './moving.ts';
import { changeOutcome, decideBy } from './outcomes.ts';
import { outlineOf } from './outline.ts';
import { valueAt, withValue } from './pointer.ts';
import { addState, moveState, removeState, renameState } from './states.ts';
import { addWay, ledTo, removeWay, stateAround } from './ways.ts';

const chain = (): Definition =>
  processOf(
    {
      initial: 'draft',
      states: {
        done: final,
        refused: final,
        head: { meta: step(post('head'), one('approve', 'return', 'reject')), on: { approve: 'done', return: 'draft', reject: 'refused' } },
        draft: { meta: step(applicant, one('submit'), { fields: { '*': 'write' } }), on: { submit: 'clerk', withdraw: 'refused' } },
        clerk: {
          meta: step(post('clerk'), one('approve', 'return'), { return: { to: ['draft'], reentry: 'resume' } }),
          on: { approve: { target: 'head', guard: { type: 'rules', params: { all: [] } } } },
        },
      },
    },
    {
      withdraw: { until: ['head'] },
      unique: { rule: 'R-1', by: ['subject.school.id'], message: { zh: '已有' }, releasedBy: ['refused', 'terminated'] },
    },
  );

const problemsOf = (definition: Definition) => {
  const compiled = compile(definition, { dueTime: plainDueTime, facts: {} });
  return compiled.kind === 'faulty' ? compiled.problems.map(({ code, pointer }) => `${code} ${pointer}`) : [];
};
const pathsOf = (definition: Definition) => outlineOf(definition).map(({ path }) => path);
/** Where a state leads, by what. */
const waysOf = (definition: Definition, path: string) =>
  Object.fromEntries(
    outlineOf(definition)
      .find((place) => place.path === path)
      ?.ways.map(({ name, trigger, targets }) => [name || trigger, targets]) ?? [],
  );

it('two steps that are added have titles that tell them apart', () => {
  const { definition } = addState(addState(chain(), 'step', 'draft').definition, 'step', 'draft');
  const titles = outlineOf(definition).flatMap(({ path, title }) => (path.startsWith('step') ? [title] : []));
  expect(titles).toEqual(
    expect.arrayContaining([
      { zh: '新环节', en: 'New step' },
      { zh: '新环节 2', en: 'New step 2' },
    ]),
  );
});

describe('the outline', () => {
  it('has every state in the order a case comes to them, whatever order the document has, ends last', () => {
    expect(pathsOf(chain())).toEqual(['', 'draft', 'clerk', 'head', 'done', 'refused']);
  });

  it('shows the ways of a state, and the outcomes that still lead nowhere', () => {
    const broken = removeWay(chain(), '/machine/states/head/on/reject');
    expect(waysOf(broken, 'head')).toEqual({ approve: ['done'], return: ['draft'], reject: [] });
    const missing = outlineOf(broken).flatMap(({ ways }) => ways.filter(({ isWritten }) => !isWritten));
    expect(missing).toMatchObject([{ name: 'reject', pointer: '/machine/states/head/on/reject' }]);
  });

  it('counts a return of the decider’s own choosing as an answer', () => {
    expect(waysOf(chain(), 'clerk')).toEqual({ approve: ['head'] });
  });
});

describe('adding', () => {
  it('puts a step into the way that leads on, and returns from it to where the case began', () => {
    const { definition, path } = addState(chain(), 'step', 'clerk');
    expect(waysOf(definition, 'clerk')['approve']).toEqual([path]);
    expect(waysOf(definition, path)).toEqual({ approve: ['head'], return: ['draft'] });
    expect(valueAt(definition, '/machine/states/clerk/on/approve/guard')).toBeDefined();
    expect(problemsOf(definition)).toEqual([]);
  });

  it('puts regions side by side into it, and a choice', () => {
    const { definition } = addState(addState(chain(), 'branches', 'clerk').definition, 'choice', 'draft');
    expect(problemsOf(definition)).toEqual([]);
    expect(pathsOf(definition)).toEqual(
      [
        '',
        'draft',
        'choice1',
        'clerk',
        'branches1',
        'branches1.branch1',
        'branches1.branch1.step1',
        'branches1.branch1.done',
        'branches1.branch2',
      ].concat(['branches1.branch2.step1', 'branches1.branch2.done', 'head', 'done', 'refused']),
    );
  });

  it('leaves what nothing leads to by itself', () => {
    const { definition, path } = addState(chain(), 'end', 'clerk');
    expect(problemsOf(definition)).toEqual([`state.unreachable /machine/states/${path}`]);
    expect(problemsOf(ledTo(definition, '/machine/states/head/on/reject', 'head', path))).toEqual([]);
  });
});

describe('taking away', () => {
  it('passes cases on to where the step would have passed them, and forgets it everywhere', () => {
    const without = removeState(chain(), 'head');
    expect(waysOf(without, 'clerk')['approve']).toEqual(['done']);
    expect(without.withdraw).toBeUndefined();
    expect(problemsOf(without)).toEqual([]);
  });

  it('takes other ways to it along, which is then found', () => {
    const without = removeState(chain(), 'refused');
    expect(without.unique?.releasedBy).toEqual(['terminated']);
    expect(problemsOf(without)).toEqual(['outcome.without-transition /machine/states/head/meta/step/decide']);
  });

  it('begins with what came after the first', () => {
    const without = removeState(chain(), 'draft');
    expect(without.machine.initial).toBe('clerk');
    expect(valueAt(without, '/machine/states/clerk/meta/step/return/to')).toEqual([]);
  });

  it('takes one of several ways', () => {
    const two = addWay(chain(), '/machine/states/head/on/approve');
    expect(valueAt(two, '/machine/states/head/on/approve')).toEqual(['done', { target: 'done' }]);
    expect(removeWay(two, '/machine/states/head/on/approve/1')).toEqual(chain());
  });
});

describe('renaming a state', () => {
  it('is followed by everything that names it', () => {
    const renamed = [
      ['clerk', 'office'],
      ['draft', 'filling'],
      ['refused', 'ended'],
      ['head', 'chief'],
    ].reduce((definition, [from = '', to = '']) => renameState(definition, from, to).definition, chain());
    expect(problemsOf(renamed)).toEqual([]);
    expect(pathsOf(renamed)).toEqual(['', 'filling', 'office', 'chief', 'done', 'ended']);
    expect(renamed.withdraw).toEqual({ until: ['chief'] });
    expect(renamed.unique?.releasedBy).toEqual(['ended', 'terminated']);
    expect(valueAt(renamed, '/machine/states/office/meta/step/return/to')).toEqual(['filling']);
  });

  it('is followed by examples', () => {
    const example = {
      title: { zh: '一次通过' },
      at: '2026-03-30T01:00:00.000Z',
      moves: [{ kind: 'decide' as const, by: 'head@school', step: 'head', outcome: 'return', returnTo: 'draft' }],
      expected: { states: ['draft'], route: ['draft', 'clerk', 'head', 'draft'] },
    };
    const renamed = renameState({ ...chain(), examples: [example] }, 'head', 'chief').definition;
    expect(renamed.examples).toMatchObject([
      { moves: [{ step: 'chief', returnTo: 'draft' }], expected: { route: ['draft', 'clerk', 'chief', 'draft'] } },
    ]);
  });

  it('back again is the same document', () => {
    const there = renameState(chain(), 'head', 'chief').definition;
    expect(renameState(there, 'chief', 'head').definition).toEqual(chain());
  });

  it('does nothing where the name is taken', () => {
    const definition = chain();
    expect(renameState(definition, 'head', 'clerk').definition).toBe(definition);
  });

  it('follows into what stands inside, and out of it', () => {
    const { definition, path } = addState(chain(), 'branches', 'clerk');
    const out = ledTo(definition, `/machine/states/${path}/states/branch1/states/step1/on/return`, `${path}.branch1.step1`, 'draft');
    const renamed = renameState(renameState(out, path, 'together').definition, 'draft', 'filling').definition;
    expect(waysOf(renamed, 'together.branch1.step1')).toMatchObject({ return: ['filling'] });
  });
});

describe('moving a step', () => {
  it('changes places with its neighbour on the way that leads on, there and back', () => {
    const moved = moveState(chain(), 'head', 'earlier');
    expect(pathsOf(moved)).toEqual(['', 'draft', 'head', 'clerk', 'done', 'refused']);
    expect(problemsOf(moved)).toEqual([]);
    expect(moveState(moved, 'head', 'later')).toEqual(chain());
  });

  it('may come to stand at the beginning, and never behind an end', () => {
    expect(moveState(chain(), 'clerk', 'earlier').machine.initial).toBe('clerk');
    const definition = chain();
    expect(moveState(definition, 'head', 'later')).toBe(definition);
    expect(moveState(definition, 'draft', 'earlier')).toBe(definition);
  });
});

describe('moving a step into another state', () => {
  const together = (): Definition => addState(chain(), 'branches', 'draft').definition;

  it('passes cases on where it was, and puts it before the end of where it goes', () => {
    const { definition, path } = moveInto(together(), 'clerk', 'branches1.branch2');
    expect(path).toBe('branches1.branch2.clerk');
    expect(problemsOf(definition)).toEqual([]);
    expect(waysOf(definition, 'branches1')).toEqual({ onDone: ['head'] });
    expect(waysOf(definition, 'branches1.branch2.step1')).toEqual({ approve: [path] });
    expect(waysOf(definition, path)).toEqual({ approve: ['branches1.branch2.done'] });
    expect(valueAt(definition, '/machine/states/branches1/states/branch2/states/clerk/meta/step/return/to')).toEqual(['draft']);
  });

  it('is followed by whatever names it', () => {
    const { definition } = moveInto(together(), 'head', 'branches1.branch1');
    expect(definition.withdraw).toEqual({ until: ['branches1.branch1.head'] });
    expect(waysOf(definition, 'branches1.branch1.head')).toMatchObject({ return: ['draft'], reject: ['refused'] });
  });

  it('takes another key where its own is taken', () => {
    const { definition } = addState(together(), 'step', 'clerk');
    expect(moveInto(definition, 'step1', 'branches1.branch1').path).toBe('branches1.branch1.step12');
  });

  it('does nothing where it would leave nothing behind, or be put into itself', () => {
    const definition = together();
    expect(holdersFor(definition, 'branches1.branch1.step1')).toEqual([]);
    expect(holdersFor(definition, 'branches1')).toEqual([]);
    expect(holdersFor(definition, 'clerk')).toEqual(['branches1.branch1', 'branches1.branch2']);
    expect(moveInto(definition, 'branches1', 'branches1.branch1').definition).toBe(definition);
    expect(moveInto(definition, 'done', 'branches1.branch1').definition).toBe(definition);
  });

  it('leaves no name that means nothing, and no id twice, whatever the process', () => {
    fc.assert(
      fc.property(arbitraryProcess, fc.nat(), fc.nat(), (definition, one, other) => {
        const movable = pathsOf(definition).filter((path) => holdersFor(definition, path).length > 0);
        const path = movable[one % Math.max(1, movable.length)];
        if (path === undefined) return;
        const holders = holdersFor(definition, path);
        const moved = moveInto(definition, path, holders[other % holders.length] ?? '').definition;
        expect(outlineOf(moved).length).toBe(outlineOf(definition).length);
        expect(outlineOf(moved).flatMap(({ ways }) => ways.filter(({ isBroken }) => isBroken))).toEqual([]);
        const allowed = /^(state\.unreachable|return\.)/;
        expect(problemsOf(moved).filter((problem) => !allowed.test(problem))).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});

it('other cases and other systems are added as what is waited for', () => {
  for (const kind of ['children', 'call'] as const) {
    const { definition, path } = addState(chain(), kind, 'clerk');
    expect(problemsOf(definition)).toEqual([]);
    expect(waysOf(definition, path)).toEqual({ [`${kind}Done`]: ['head'] });
  }
});

describe('outcomes', () => {
  it('take their ways, their ladder and whoever is skipped along under another name', () => {
    const climbing = withValue(
      withValue(chain(), '/machine/states/head/meta/step/whenNobody', { skip: 'approve' }),
      '/machine/states/head/meta/step/escalate',
      [{ after: 'P1D', do: 'pass', outcome: 'approve', basis: ['R-1'] }],
    );
    const changed = changeOutcome(climbing, 'head', 0, { name: 'agree', title: { zh: '批准' }, kind: 'pass' });
    expect(waysOf(changed, 'head')).toEqual({ agree: ['done'], return: ['draft'], reject: ['refused'] });
    expect(valueAt(changed, '/machine/states/head/meta/step')).toMatchObject({
      whenNobody: { skip: 'agree' },
      escalate: [{ outcome: 'agree' }],
    });
  });

  it('are followed by the examples', () => {
    const moves = [
      { kind: 'decide' as const, by: 'head@school', step: 'head', outcome: 'approve' },
      { kind: 'decide' as const, by: 'clerk@school', step: 'clerk', outcome: 'approve' },
    ];
    const example = { title: { zh: '一例' }, at: '2026-03-30T01:00:00.000Z', moves, expected: { states: ['done'], route: ['done'] } };
    const changed = changeOutcome({ ...chain(), examples: [example] }, 'head', 0, { name: 'agree', title: { zh: '批准' }, kind: 'pass' });
    expect(changed.examples?.[0]?.moves).toMatchObject([{ outcome: 'agree' }, { outcome: 'approve' }]);
  });

  it('that a policy does not have lose their ways', () => {
    const voted = decideBy(chain(), 'head', { by: 'vote', count: 'head', of: 'cast', pass: { moreThan: '1/2' } });
    expect(waysOf(voted, 'head')).toEqual({ approve: ['done'], reject: ['refused'] });
    expect(problemsOf(voted)).toEqual([]);
  });
});

describe('fields', () => {
  const read = (): Definition => {
    const guarded = withValue(chain(), '/machine/states/head/on/approve', {
      target: 'done',
      guard: {
        type: 'rules',
        params: {
          all: [
            {
              rule: 'R-1',
              when: 'form.amount > 5 && "form.amount" != "x"',
              message: { zh: '数量 {form.amount}', en: 'It’s form.amount: {form.amount}' },
            },
          ],
        },
      },
    });
    return withValue(guarded, '/machine/states/head/meta/step/fields', { amount: 'required', opinion: 'write' });
  };

  it('are followed by every expression, message and permission under another name', () => {
    const renamed = renameField(read(), 'amount', 'places');
    expect(problemsOf(renamed)).toEqual([]);
    expect(fieldNames(renamed)).toEqual(['places', 'reason', 'opinion']);
    expect(renamed.form.schema.required).toEqual(['places']);
    expect(valueAt(renamed, '/machine/states/head/on/approve/guard/params/all/0')).toEqual({
      rule: 'R-1',
      when: 'form.places > 5 && "form.amount" != "x"',
      message: { zh: '数量 {form.places}', en: 'It’s form.amount: {form.places}' },
    });
    expect(renameField(renamed, 'places', 'amount')).toEqual(read());
  });

  it('are followed by examples, by how they are laid out, and by nothing that is no expression', () => {
    const fields = { amount: 5, opinion: '' };
    const moves = [
      { kind: 'start' as const, fields },
      { kind: 'decide' as const, by: 'head@school', step: 'head', outcome: 'return', fields, items: [{ text: '改', fields: ['amount'] }] },
    ];
    const example = {
      title: { zh: 'form.amount' },
      at: '2026-03-30T01:00:00.000Z',
      moves,
      expected: { states: ['draft'], route: ['draft'] },
    };
    const laidOut = withValue(withValue(read(), '/form/ui/amount', { wide: true }), '/description', { zh: 'form.amount {form.amount}' });
    const renamed = renameField({ ...laidOut, examples: [example] }, 'amount', 'places');
    expect(valueAt(renamed, '/form/ui/places')).toEqual({ wide: true });
    expect(valueAt(renamed, '/form/ui/amount')).toBeUndefined();
    expect(renamed.description).toEqual({ zh: 'form.amount {form.amount}' });
    expect(renamed.examples).toMatchObject([
      {
        title: { zh: 'form.amount' },
        moves: [{ fields: { places: 5, opinion: '' } }, { fields: { places: 5 }, items: [{ fields: ['places'] }] }],
      },
    ]);
  });

  it('keep their meaning inside list functions, and in what is not complete yet', () => {
    const after = (source: string) => renamedReads(source, 'form', 'a', 'b');
    expect(after('form.l.all(x, x.a == form.a)')).toBe('form.l.all(x, x.a == form.b)');
    expect(after('form.l.all(form, form.a == 1)')).toBe('form.l.all(form, form.a == 1)');
    expect(after('form.a > 1 && "form.a')).toBe('form.b > 1 && "form.a');
    expect(after('form.?a.orValue(form.a.')).toBe('form.?b.orValue(form.b.');
  });

  it('are told from others that only look alike', () => {
    expect(renamedReads('has(form.a) && form.ab + form.?a.orValue(1) + other.form.a + form["a"] == x.form', 'form', 'a', 'b')).toBe(
      'has(form.b) && form.ab + form.?b.orValue(1) + other.form.a + form["b"] == x.form',
    );
  });

  it('are added last, moved, and taken away with what steps say of them', () => {
    const { definition, name } = addField(read(), { type: 'string', title: '新字段' });
    expect(fieldNames(moveField(definition, name, -1))).toEqual(['amount', 'reason', name, 'opinion']);
    expect(removeField(definition, name)).toEqual(read());
    const without = removeField(chain(), 'amount');
    expect(without.form.schema.required).toEqual([]);
    expect(problemsOf(removeField(read(), 'opinion'))).toEqual([]);
  });
});

describe('a place of the document', () => {
  it('is around everything below it', () => {
    expect(stateAround('/machine/states/a/states/b/meta/step')).toBe('a.b');
    expect(stateAround('/machine')).toBe('');
    expect(stateAround('/form/schema')).toBeUndefined();
  });

  it('is changed without changing anything else', () => {
    expect(withValue({ a: [1, 2], 'b/c': { d: 1 } }, '/b~1c/d', undefined)).toEqual({ a: [1, 2], 'b/c': {} });
    expect(withValue({ a: [1, 2] }, '/a/0', undefined)).toEqual({ a: [2] });
    expect(withValue({ a: [1] }, '/a/1', 5)).toEqual({ a: [1, 5] });
    expect(withValue({}, '/on/x', undefined)).toEqual({});
  });
});
