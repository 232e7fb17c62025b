import { describe, expect, it } from '@jest/globals';
import { field, formOf } from '../fields.ts';
import type { Fields } from '../run/state.ts';
import { checkOf } from './form-check.ts';
import { normalise } from './normalise.ts';

const { schema } = formOf(
  {
    name: field.text(['名称', 'Name'], { minLength: 2, maxLength: 5 }),
    season: field.choice(['批次', 'Season'], { spring: ['春季', 'Spring'], autumn: ['秋季', 'Autumn'] }),
    month: field.month(['月份', 'Month']),
    day: field.date(['日期', 'Day']),
    students: field.whole(['人数', 'Students'], { minimum: 1, maximum: 500 }),
    budget: field.money(['经费', 'Budget'], { exclusiveMinimum: 0 }),
    agreed: field.yesNo(['同意', 'Agreed']),
    tags: field.list(['标签', 'Tags'], field.text(['标签', 'Tag']), { minItems: 1, maxItems: 2 }),
    lines: field.table(
      ['明细', 'Lines'],
      { level: field.text(['等级', 'Level'], { pattern: '^[初中高]级$' }), students: field.whole(['人数', 'Students']) },
      { required: ['level'] },
    ),
  },
  ['name', 'lines'],
);
const check = checkOf(schema);
const sound: Fields = { name: '前端', lines: [{ level: '中级' }] };

describe('a form', () => {
  it.each([
    [{}, '/name', 'required', undefined],
    [{ name: 7 }, '/name', 'type', 'string'],
    [{ name: '前' }, '/name', 'too-short', 2],
    [{ name: '前端开发工程' }, '/name', 'too-long', 5],
    [{ season: 'winter' }, '/season', 'choice', undefined],
    [{ month: '2024-13' }, '/month', 'format', undefined],
    [{ day: '2024-02-30' }, '/day', 'format', 'date'],
    [{ students: 0 }, '/students', 'too-small', 1],
    [{ students: 501 }, '/students', 'too-large', 500],
    [{ students: 1.5 }, '/students', 'type', 'integer'],
    [{ budget: 0 }, '/budget', 'too-small', 0],
    [{ budget: 4.355 }, '/budget', 'not-a-multiple', 0.01],
    [{ agreed: 'yes' }, '/agreed', 'type', 'boolean'],
    [{ tags: [] }, '/tags', 'too-few', 1],
    [{ tags: ['a', 'b', 'c'] }, '/tags', 'too-many', 2],
    [{ tags: ['a', 'a'] }, '/tags', 'not-unique', undefined],
    [{ lines: [{ level: '中级' }, { students: 3 }] }, '/lines/1/level', 'required', undefined],
    [{ lines: [{ level: '特级' }] }, '/lines/0/level', 'format', undefined],
    [{ lines: [{ level: '中级', students: 'x' }] }, '/lines/0/students', 'type', 'integer'],
    [{ colour: 'red' }, '/colour', 'unknown', undefined],
    [JSON.parse('{"__proto__": 1}'), '/__proto__', 'unknown', undefined],
    [{ constructor: 1 }, '/constructor', 'unknown', undefined],
  ])('%j is wrong at %s: %s', (change, path, code, expected) => {
    const fields = Object.keys(change as object).length === 0 ? { lines: sound.lines ?? [] } : { ...sound, ...(change as Fields) };
    expect(check.complete(Object.hasOwn(change as object, '__proto__') ? (change as Fields) : fields)).toContainEqual({
      path,
      code,
      ...(expected !== undefined && { expected }),
    });
  });

  it('is complete when nothing is wrong, with cents that a decimal cannot hold', () => {
    for (const budget of [0.01, 4.35, 19.99, 1234567.89]) expect(check.complete({ ...sound, budget })).toEqual([]);
  });

  it('as a draft may lack anything but not hold anything wrong', () => {
    expect(check.draft({ lines: [{ students: 3 }], name: '前', tags: [] })).toEqual([]);
    expect(check.draft({ lines: [{ students: 'x' }] })).toEqual([{ path: '/lines/0/students', code: 'type', expected: 'integer' }]);
  });

  it('matches patterns in linear time', () => {
    const hostile = checkOf(formOf({ text: field.text(['文', 'Text'], { maxLength: 60_000, pattern: '^(a+)+$' }) }, []).schema);
    expect(hostile.complete({ text: `${'a'.repeat(50_000)}!` })).toEqual([{ path: '/text', code: 'format' }]);
  });
});

it('takes an empty text and null for no value, in tables too', () => {
  expect(normalise({ a: '', b: '  ', c: null, d: 0, e: false, f: [], g: [{ h: '', i: 1 }] })).toEqual({
    d: 0,
    e: false,
    f: [],
    g: [{ i: 1 }],
  });
});
