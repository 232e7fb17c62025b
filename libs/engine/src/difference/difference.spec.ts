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
const ownOutcome = { name: 'forward', title: { zh: '转呈', en: 'Forward' }, kind: 'pass' as const };
const withOwnOutcome = (target: string): Definition =>
  withStates({
    ...states,
    approval: { ...approval({ decide: { by: 'one', outcomes: ['approve', ownOutcome] } }), on: { approve: 'end', forward: target } },
  });
const withSignal = (target: string): Definition =>
  withStates({ ...states, approval: { ...approval(), on: { approve: 'end', reject: 'end', cancelled: target } } });
const example = (title: string, amount: number): NonNullable<Definition['examples']>[number] => ({
  title: { zh: title },
  at: '2026-03-30T01:00:00.000Z',
  moves: [{ kind: 'start', fields: { amount } }],
  expected: { states: ['draft'], route: ['draft'] },
});
const conditional = (shown: string, more = {}): Definition => {
  const { schema, ...form } = base.form;
  const opinion = { type: 'string', title: '意见', ...schema.properties.opinion, 'x-shown': shown, ...more } as const;
  return { ...base, form: { ...form, schema: { ...schema, properties: { ...schema.properties, opinion } } } };
};
const said = (before: Definition, after: Definition) => differencesOf(before, after).map(({ message }) => message.zh);

describe('what is different is said in sentences', () => {
  it.each<[string, Definition, Definition, string[]]>([
    ['nothing', base, base, []],
    ['a title', base, { ...base, title: { zh: '新名' } }, ['修改了流程名称']],
    ['a clause', base, { ...base, basis: ['R-1-1'] }, ['修改了依据']],
    [
      'a longer time',
      withStates({ ...states, approval: approval({ due: { workingDays: 3 } }) }),
      withStates({ ...states, approval: approval({ due: 'P7D' }) }),
      ['审批：办理期限由“3个工作日”改为“7天”'],
    ],
    [
      'a step by another name',
      base,
      withStates({ ...states, approval: approval({ title: { zh: '复审' } }) }),
      ['复审：名称由“审批”改为“复审”'],
    ],
    ['a due time', base, withStates({ ...states, approval: approval({ due: { workingDays: 3 } }) }), ['审批：修改了办理期限']],
    [
      'who is asked, and how',
      base,
      withStates({ ...states, approval: approval({ assignees: [post('dean')], decide: one('approve', 'return', 'reject') }) }),
      ['审批：修改了办理人', '审批：修改了会签规则与结果'],
    ],
    ['a step that has come', base, withStates({ ...states, second: approval({ title: { zh: '复审' } }) }), ['新增环节“复审”']],
    ['a step that is gone', base, withStates({ draft: draft('end'), end: final }), ['环节：修改了“提交”的去向', '删去环节“审批”']],
    [
      'a step that is called otherwise',
      base,
      withStates({ draft: draft('review'), review: approval(), end: final }),
      ['环节：修改了“提交”的去向', '审批：标识由 approval 改为 review'],
    ],
    ['a way that has come', base, withStates({ ...states, approval: { ...approval(), after: { P3D: 'end' } } }), ['审批：新增去向“3天后”']],
    ['a rule that has come', guarded(), guarded(['R-1-1', 'form.amount > 1']), ['审批：新增规则“R-1-1”']],
    ['a rule that is another', guarded(['R-1-1', 'form.amount > 1']), guarded(['R-1-1', 'form.amount > 2']), ['审批：修改了规则“R-1-1”']],
    [
      'a field',
      base,
      { ...base, form: { ...base.form, schema: { ...base.form.schema, properties: { amount: { type: 'integer', title: '人数' } } } } },
      ['修改了字段“人数”', '删去字段“理由”', '删去字段“意见”'],
    ],
    ['a condition that has come', base, conditional('form.amount > 1'), ['字段“意见”：修改了显示条件']],
    [
      'conditions and another thing',
      conditional('form.amount > 1'),
      conditional('form.amount > 2', { title: '附言', 'x-required': 'form.amount > 3' }),
      ['修改了字段“附言”', '字段“附言”：修改了显示条件', '字段“附言”：修改了必填条件'],
    ],
    ['a delay', base, { ...base, delays: { soon: 'P1D' } }, ['新增时限“soon”']],
    ['a limit', base, { ...base, longest: { within: 'P30D' } }, ['修改了办结时限']],
    ['where an outcome of the step’s own leads', withOwnOutcome('end'), withOwnOutcome('draft'), ['审批：修改了“转呈”的去向']],
    [
      'where a message leads',
      { ...withSignal('end'), signals: { cancelled: { title: { zh: '证书取消' } } } },
      { ...withSignal('draft'), signals: { cancelled: { title: { zh: '证书取消' } } } },
      ['审批：修改了“证书取消”的去向'],
    ],
    ['an example that has come', base, { ...base, examples: [example('同意', 1)] }, ['新增示例“同意”']],
    [
      'an example that is another, beside one of the same title',
      { ...base, examples: [example('同意', 1), example('同意', 1)] },
      { ...base, examples: [example('同意', 1), example('同意', 2)] },
      ['修改了示例“同意”'],
    ],
    [
      'the order of examples',
      { ...base, examples: [example('同意', 1), example('退回', 1)] },
      { ...base, examples: [example('退回', 1), example('同意', 1)] },
      ['修改了示例的顺序'],
    ],
  ])('%s', (_, before, after, sentences) => expect(said(before, after)).toEqual(sentences));

  it('with what makes a case go a way as its step calls it, in both languages', () => {
    expect(differencesOf(withOwnOutcome('end'), withOwnOutcome('draft')).map(({ message }) => message.en)).toEqual([
      'Approval: where it leads on “Forward” changed',
    ]);
    const timed = (target: string) => withStates({ ...states, approval: { ...approval(), after: { P3D: target } } });
    expect(differencesOf(timed('end'), timed('draft')).map(({ message }) => message)).toEqual([
      { zh: '审批：修改了“3天后”的定时流转', en: 'Approval: where it goes in time on “after 3 days” changed' },
    ]);
  });

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
