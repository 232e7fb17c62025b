import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { arbitraryProcess } from '../../../../test/support/arbitrary-process.ts';
import { chain, pathsOf, problemsOf, waysOf } from '../../../../test/support/edited.ts';
import type { Definition } from '../definition/definition.ts';
import { holdersFor, moveInto } from './moving.ts';
import { outlineOf } from './outline.ts';
import { valueAt, withValue } from './pointer.ts';
import { addState, moveState, removeState } from './states.ts';
import { addWay, ledTo, removeWay, stateAround } from './ways.ts';

it('a step that is added asks whoever stands above those before it, and without any them', () => {
  const superiors = { clerk: { post: 'head', at: 'school' }, head: { post: 'dean', at: 'city' } } as const;
  const asked = (after: string, above: Parameters<typeof addState>[3]) => {
    const { definition, path } = addState(chain(), 'step', after, above);
    return valueAt(definition, `/machine/states/${path}/meta/step/assignees`);
  };
  expect(asked('draft', superiors)).toEqual([{ post: 'head', at: 'school' }]);
  expect(asked('head', superiors)).toEqual([{ post: 'dean', at: 'city' }]);
  expect(asked('head', {})).toEqual([{ post: 'head', at: 'school' }]);
  expect(asked('draft', {})).toEqual([{ post: 'clerk', at: 'school' }]);
  const byNobody = { ...chain(), start: { posts: [], bySystem: true as const } };
  const { definition, path } = addState(byNobody, 'step', 'draft', superiors);
  expect(valueAt(definition, `/machine/states/${path}/meta/step/assignees`)).toEqual([{ applicant: true }]);
});

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
