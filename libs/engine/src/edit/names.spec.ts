import { describe, expect, it } from '@jest/globals';
import { chain, pathsOf, problemsOf, waysOf } from '../../../../test/support/edited.ts';
import type { Definition } from '../definition/definition.ts';
import { removeDelay, renameDelay } from './delays.ts';
import { renamedReads } from './expressions.ts';
import { addField, fieldNames, moveField, removeField, renameField } from './fields.ts';
import { changeOutcome, decideBy } from './outcomes.ts';
import { valueAt, withValue } from './pointer.ts';
import { addState, renameState } from './states.ts';
import { ledTo } from './ways.ts';

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
    const onCondition = withValue(read(), '/form/schema/properties/reason/x-shown', 'form.amount > 1 && !has(form.opinion)');
    const followed = renameField(onCondition, 'amount', 'places').form.schema.properties.reason;
    expect(followed?.['x-shown']).toBe('form.places > 1 && !has(form.opinion)');
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

describe('named delays', () => {
  const timed = (name: string): Definition => {
    const { draft = {}, ...others } = chain().machine.states ?? {};
    return {
      ...chain(),
      delays: { other: 'P1D', [name]: 'P9D' },
      delayBasis: { [name]: ['R-1-1'] },
      machine: { initial: 'draft', states: { draft: { ...draft, after: { [name]: 'refused', P30D: 'refused' } }, ...others } },
    };
  };

  it('take their clauses and the states that go by them with them when they are called otherwise', () => {
    const renamed = renameDelay(timed('late'), 'late', 'overdue');
    expect(renamed).toEqual(timed('overdue'));
    expect(Object.keys(renamed.delays ?? {})).toEqual(['other', 'overdue']);
    expect(problemsOf(renamed)).toEqual(problemsOf(timed('late')));
  });

  it('keep their name where the other is taken, or they are not there', () => {
    expect(renameDelay(timed('late'), 'late', 'other')).toEqual(timed('late'));
    expect(renameDelay(timed('late'), 'nowhere', 'overdue')).toEqual(timed('late'));
  });

  it('go with the clauses they stood on', () => {
    const without = removeDelay(timed('late'), 'late');
    expect(without).toEqual({ ...timed('late'), delays: { other: 'P1D' }, delayBasis: undefined });
    expect('delayBasis' in without).toBe(false);
    expect('delays' in removeDelay(without, 'other')).toBe(false);
  });
});
