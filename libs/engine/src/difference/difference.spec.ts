import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { arbitraryProcess } from '../../../../test/support/arbitrary-process.ts';
import { draft, final, one, post, processOf, step } from '../../../../test/support/definitions.ts';
import type { Definition } from '../definition/definition.ts';
import { differencesOf } from './difference.ts';

const approval = (more = {}) => ({
  meta: step(post('head'), one('approve', 'reject'), { title: { zh: '审批', en: 'Approval' }, ...more }),
  on: { approve: 'end', reject: 'end' },
});
const states = { draft: draft('approval'), approval: approval(), end: final };
const base = processOf({ initial: 'draft', states });
const withStates = (other: Definition['machine']['states']): Definition => processOf({ initial: 'draft', states: other ?? {} });
const rules = (...all: [number: string, when: string][]) => ({
  type: 'rules' as const,
  params: { all: all.map(([rule, when]) => ({ rule, when, message: { zh: '不符' } })) },
});
const guarded = (...all: [string, string][]) =>
  withStates({ ...states, approval: { ...approval(), on: { approve: { target: 'end', guard: rules(...all) }, reject: 'end' } } });
const said = (before: Definition, after: Definition) => differencesOf(before, after).map(({ message }) => message.zh);

describe('what is different is said in sentences', () => {
  it.each<[string, Definition, Definition, string[]]>([
    ['nothing', base, base, []],
    ['a title', base, { ...base, title: { zh: '新名' } }, ['修改了流程名称']],
    ['a clause', base, { ...base, basis: ['R-1-1'] }, ['修改了依据']],
    ['a due time', base, withStates({ ...states, approval: approval({ due: { workingDays: 3 } }) }), ['审批：修改了办理期限']],
    [
      'who is asked, and how',
      base,
      withStates({ ...states, approval: approval({ assignees: [post('dean')], decide: one('approve', 'return', 'reject') }) }),
      ['审批：修改了办理人', '审批：修改了会签规则与结果'],
    ],
    ['a step that has come', base, withStates({ ...states, second: approval({ title: { zh: '复审' } }) }), ['新增环节“复审”']],
    ['a step that is gone', base, withStates({ draft: draft('end'), end: final }), ['环节：修改了去向（submit）', '删去环节“审批”']],
    [
      'a step that is called otherwise',
      base,
      withStates({ draft: draft('review'), review: approval(), end: final }),
      ['环节：修改了去向（submit）', '审批：标识由 approval 改为 review'],
    ],
    ['a way that has come', base, withStates({ ...states, approval: { ...approval(), after: { P3D: 'end' } } }), ['审批：新增去向“P3D”']],
    ['a rule that has come', guarded(), guarded(['R-1-1', 'form.amount > 1']), ['审批：新增规则“R-1-1”']],
    ['a rule that is another', guarded(['R-1-1', 'form.amount > 1']), guarded(['R-1-1', 'form.amount > 2']), ['审批：修改了规则“R-1-1”']],
    [
      'a field',
      base,
      { ...base, form: { ...base.form, schema: { ...base.form.schema, properties: { amount: { type: 'integer', title: '人数' } } } } },
      ['修改了字段“人数”', '删去字段“理由”', '删去字段“意见”'],
    ],
    ['a delay', base, { ...base, delays: { soon: 'P1D' } }, ['新增时限“soon”']],
  ])('%s', (_, before, after, sentences) => expect(said(before, after)).toEqual(sentences));

  it('in both languages, and with its step', () => {
    const after = withStates({ ...states, approval: approval({ due: { workingDays: 3 } }) });
    expect(differencesOf(base, after)).toEqual([
      {
        kind: 'changed',
        state: 'approval',
        after: '/machine/states/approval/meta/step/due',
        message: { zh: '审批：修改了办理期限', en: 'Approval: the due time changed' },
      },
    ]);
  });
});

type Json = Record<string, unknown>;

/** Every place of a document that holds something simple. */
function leaves(value: unknown, keys: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [keys];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...keys, key]));
}

const isThere = (document: unknown, pointer: string): boolean => {
  let value = document;
  for (const key of pointer.split('/').slice(1)) value = (value as Json | undefined)?.[key.replaceAll('~1', '/').replaceAll('~0', '~')];
  return value !== undefined;
};

describe('of any process', () => {
  it('nothing is different from itself, and whatever else is done to it is told, with places that are there', () => {
    fc.assert(
      fc.property(arbitraryProcess, fc.nat(), fc.constantFrom('put', 'remove'), (definition, at, deed) => {
        expect(differencesOf(definition, structuredClone(definition))).toEqual([]);
        const other = structuredClone(definition);
        const places = leaves(other);
        const place = places[at % places.length] ?? [];
        const holder = place.slice(0, -1).reduce<unknown>((value, key) => (value as Json)[key], other) as Json;
        const last = place.at(-1) ?? '';
        if (deed === 'put') holder[last] = 'something else';
        else delete holder[last];
        const found = differencesOf(definition, other);
        expect(found.length).toBeGreaterThan(0);
        for (const { before, after } of found) {
          if (before !== undefined) expect([before, isThere(definition, before)]).toEqual([before, true]);
          if (after !== undefined) expect([after, isThere(other, after)]).toEqual([after, true]);
        }
      }),
      { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 60) },
    );
  });
});
