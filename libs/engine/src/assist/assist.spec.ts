import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { at, catalogue, document, guardAt, offered, written } from '../../../../test/support/assisted.ts';
import { plainDueTime } from '../../../../test/support/plain-due-time.ts';
import { compile } from '../compile/compile.ts';
import { withValue } from '../edit/pointer.ts';
import { operands, type Syntax, syntaxOf } from '../expression/language.ts';
import { tokensOf } from '../expression/tokens.ts';
import { functionsOf, offeredFunctions } from './functions.ts';
import { offersAt } from './offers.ts';
import { expressionAt, problemsIn } from './placed.ts';
import { trialOf } from './trial.ts';

const now = '2026-03-30T01:00:00.000Z';

describe('what can be written next', () => {
  it.each([
    ['|', ['form', 'now', 'has', 'sum', 'true']],
    ['form.|', ['amount', 'level', 'note', 'lines']],
    ['form.am|', ['amount', 'level']],
    ['1 + form.lines[0].|', ['grade', 'students']],
    ['form.lines.filter(l, l.|', ['grade', 'students']],
    ['form.lines.filter(l, l.students > 1).|', ['all', 'map', 'size']],
    ['sum(form.lines.map(line, |', ['line', 'form']],
    ['form.note.|', ['like', 'startsWith', 'size']],
    ['form.?note.|', ['orValue', 'hasValue']],
    ['facts.|', ['certificate']],
    ['facts.certificate.|', ['minimum', 'closes', 'majors']],
    ['subject.school.|', ['id', 'name', 'type']],
    ['form.level == |', ['"low"', '"high"', 'form']],
    ['form.level == "l|', ['"low"', '"high"']],
    ['form.level in ["low", |', ['"low"', '"high"']],
    ['form.amount |', ['==', '>=', '&&']],
    ['now.|', ['getFullYear', 'getHours']],
  ])('%s', (typed, expected) => {
    expect(written(typed)).toEqual(expect.arrayContaining(expected));
  });

  it.each([['nobody.|'], ['form.amount.|'], ['(1 + 2).|']])('nothing for %s', (typed) => {
    expect(written(typed)).toEqual([]);
  });

  it('takes the place of the name or the text that is being typed', () => {
    expect(offersAt('form.am > 1', 7, at(guardAt))).toMatchObject({ from: 5, to: 7 });
    expect(offersAt('form.level == "lo"', 17, at(guardAt))).toMatchObject({ from: 14, to: 18 });
  });

  it('says what a field is, and whether it may be absent', () => {
    const [amount, , note] = offered('form.|');
    expect(amount).toMatchObject({ title: { zh: '数量', en: 'Amount' }, type: { zh: '数字', en: 'a number' }, isOptional: false });
    expect(note).toMatchObject({ type: { zh: '文本' }, isOptional: true });
  });

  it('has what is given at the place, and only there', () => {
    expect(written('|')).not.toEqual(expect.arrayContaining(['children']));
    expect(written('item.|', '/machine/states/waiting/meta/children/form/grade')).toEqual(expect.arrayContaining(['grade', 'students']));
    expect(written('children.results.all(r, r.|', '/machine/states/waiting/on/childrenDone/guard/params/when')).toEqual(
      expect.arrayContaining(['fee', 'passed']),
    );
    expect(written('signal.|', '/machine/states/draft/on/told/guard/params/when')).toEqual(['fee']);
  });

  it('in a text, only within braces', () => {
    const message = '/machine/states/draft/on/submit/guard/params/all/0/message';
    expect(written('人数 {form.|', message)).toEqual(expect.arrayContaining(['amount']));
    expect(offersAt('人数 form.', 7, at(message))).toBeUndefined();
  });

  it('nowhere else', () => {
    expect(expressionAt(document('true'), '/title', catalogue)).toBeUndefined();
    expect(expressionAt(document('true'), '/machine/states/draft/on/submit/target', catalogue)).toBeUndefined();
  });

  it('what is offered of functions is what the engine has', () => {
    const receivers = { string: '"a"', list: '[1.0]', timestamp: 'now', duration: 'duration("1h")', optional: 'form.?note' } as const;
    const given: Readonly<Record<string, string>> = {
      condition: 'true',
      value: 'form.amount',
      x: 'x',
      field: 'form.note',
      list: 'form.tags',
      numbers: '[1]',
      from: '0',
      to: '1',
      zone: '"UTC"',
      otherwise: '""',
    };
    for (const { name, of, parameters } of offeredFunctions) {
      const texts: Readonly<Record<string, string>> = { timestamp: '"2026-03-30T01:00:00Z"', duration: '"36h"' };
      const list = name === 'join' ? '["a"]' : of === undefined ? '' : receivers[of];
      const call = `${of === undefined ? '' : `${list}.`}${name}(${parameters.map((parameter) => given[parameter] ?? texts[name] ?? '"1"').join(', ')})`;
      expect({ call, problems: problemsIn(`{${call}}`, at('/summary')) }).toEqual({ call, problems: [] });
    }
    expect(functionsOf('bool')).toEqual([]);
  });
});

describe('what is wrong', () => {
  const said = (source: string, pointer = guardAt) =>
    problemsIn(source, at(pointer)).map(({ from, to, message }) => [source.slice(from, to), message.zh]);

  it.each([
    ['form.amont > 1', 'amont', '表达式类型有误：没有“amont”。'],
    ['1 == 1 && form.amount > "5"', 'form.amount > "5"', '表达式类型有误：数字与文本之间不能用“>”。'],
    ['form.amount', 'form.amount', '表达式的结果是 数字，此处需要 是/否。'],
    ['1 < 5 && form.note == ""', 'form.note', '“form.note”不是必填字段，可能没有值。请写 has(form.note) && …，或 form.?note.orValue(…)。'],
    ['form.amount >', '', '表达式无法解析：还没有写完。'],
    ['form.level.matches("a")', 'form.level.matches("a")', '表达式中不允许：matches()。'],
    ['form.level.nothing(1)', 'form.level.nothing(1)', '表达式类型有误：文本没有函数 nothing(数字)。'],
  ])('%s', (source, where, message) => {
    expect(said(source)).toEqual([[where, message]]);
  });

  it('is said at its place in a text, once the brace is closed', () => {
    const message = '/machine/states/draft/on/submit/guard/params/all/0/message';
    expect(said('{form.amount} 人，{form.x} 级', message)).toEqual([['x', '表达式类型有误：没有“x”。']]);
    expect(said('{form.', message)).toEqual([]);
  });

  it('is what the compiler says of the document', () => {
    for (const source of ['form.amont > 1', 'form.amount', 'form.note == ""', 'form.amount >', 'form.amount > 5']) {
      const compiled = compile(document(source), { dueTime: plainDueTime, facts: catalogue });
      const found = compiled.kind === 'faulty' ? compiled.problems.filter(({ pointer }) => pointer === guardAt) : [];
      expect(problemsIn(source, at(guardAt)).map(({ message }) => message)).toEqual(found.map(({ message }) => message));
    }
  });

  it('can be asked of a document that is not whole', () => {
    const half = withValue(withValue(document('true'), '/title', { zh: '' }), '/machine/states/waiting/meta/children/definition', '');
    expect(problemsIn('children.nothing', at('/machine/states/waiting/on/childrenDone/guard/params/when', half))).toHaveLength(1);
  });
});

describe('trying', () => {
  const trial = (source: string, definition = document('true'), pointer = guardAt) => {
    const made = trialOf(source, at(pointer, definition), now);
    if (made === undefined) throw new Error(`cannot be tried: ${source}`);
    return made;
  };

  it('asks for what is read, and judges as the engine does', () => {
    const made = trial('form.amount >= 5 && form.lines.all(l, l.students > 0) && facts.certificate.closes > now');
    expect(Object.keys(made.form.schema.properties)).toEqual(['form_amount', 'form_lines', 'facts_certificate_closes', 'now']);
    const fields = { form_amount: 5, form_lines: [{ students: 1 }], facts_certificate_closes: '2026-04-01T00:00:00.000Z', now };
    expect(made.run(fields)).toEqual({ kind: 'yielded', value: true });
    expect(made.run({ ...fields, form_amount: 4 })).toEqual({ kind: 'yielded', value: false });
    expect(made.run({ ...fields, form_lines: [] })).toEqual({ kind: 'yielded', value: true });
  });

  it('says why there is no result', () => {
    expect(trial('form.lines[3].students > 1').run({ form_lines: [] })).toEqual({
      kind: 'failed',
      reason: { zh: '列表中没有这一项', en: 'the list has no such item' },
    });
    expect(trialOf('form.amount >', at(guardAt), now)).toBeUndefined();
  });

  it('begins with what the examples of the definition say, else with values that fit', () => {
    const example = {
      title: { zh: '一例' },
      at: '2026-05-01T01:00:00.000Z',
      facts: { certificate: { minimum: 30 } },
      types: { school: 'higher_vocational' },
      moves: [{ kind: 'start' as const, fields: { amount: 42 } }],
      expected: { states: ['end'], route: ['end'] },
    };
    const source =
      'form.amount > facts.certificate.minimum && subject.school.type == "x" && now > timestamp(form.day) && form.level == "low"';
    expect(trial(source, { ...document('true'), examples: [example] }).samples).toEqual({
      form_amount: 42,
      facts_certificate_minimum: 30,
      subject_school_type: 'higher_vocational',
      now: '2026-05-01T01:00:00.000Z',
      form_day: '2026-03-30',
      form_level: 'low',
    });
  });

  it('fills in a text', () => {
    expect(
      trial('{form.amount} 人，{form.lines.map(l, l.students)}', undefined, '/summary').run({
        form_amount: 5,
        form_lines: [{ students: 2 }],
      }),
    ).toEqual({
      kind: 'yielded',
      value: '5 人，2',
    });
  });

  it('asks for the item of a child, and for the results of children', () => {
    const item = trial(
      'item.grade.orValue("")'.replace('item.grade', 'item.?grade'),
      undefined,
      '/machine/states/waiting/meta/children/form/grade',
    );
    expect(item.run({ item_grade: '高级' })).toEqual({ kind: 'yielded', value: '高级' });
    const results = trial('children.results.all(r, r.passed)', undefined, '/machine/states/waiting/on/childrenDone/guard/params/when');
    expect(results.run({ children_results: [{ number: 1, state: 'done', passed: false }] })).toEqual({ kind: 'yielded', value: false });
  });
});

describe('the pieces of an expression', () => {
  const leaf = fc.constantFrom(
    'form.amount',
    'form["note"]',
    '12',
    '0.5',
    '1e3',
    '"a\\"b // c"',
    "'x'",
    'true',
    'null',
    'now',
    'form.?note',
    '[1, 2]',
    '{"a": 1}',
    'r"\\d"',
  );
  const { expression } = fc.letrec<{ expression: string }>((tie) => ({
    expression: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      leaf,
      fc
        .tuple(tie('expression'), fc.constantFrom('+', '==', '&&', '||', 'in', '<=', '%'), tie('expression'))
        .map((parts) => parts.join(' ')),
      tie('expression').map((inner) => `!(${inner})`),
      tie('expression').map((inner) => `size(${inner})`),
      fc.tuple(tie('expression'), tie('expression')).map(([list, body]) => `(${list}).map(x, ${body})`),
      fc
        .tuple(tie('expression'), tie('expression'), tie('expression'))
        .map(([a, b, c]) => `${a} ? ${b} : ${c} // why`.replace(' // why', '')),
    ),
  }));

  it('are those that the parser sees', () => {
    fc.assert(
      fc.property(expression, (source) => {
        const tokens = tokensOf(source);
        const starts = new Map(tokens.map((token) => [token.from, token]));
        const walk = (node: Syntax): void => {
          const kind =
            node.op === 'id' ? ['name'] : node.op === 'value' ? [typeof node.args === 'string' ? 'text' : 'number', 'word'] : undefined;
          if (kind !== undefined) {
            expect(kind).toContain(starts.get(node.start)?.kind);
            expect(starts.get(node.start)?.to).toBe(node.end);
          }
          operands(node).forEach(walk);
        };
        walk(syntaxOf(source));
        expect(tokens.some(({ kind }) => kind === 'unknown')).toBe(false);
      }),
    );
  });

  it('are there whatever is typed, and nothing else is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (source) => {
        const tokens = tokensOf(source);
        const between = [...tokens, { from: source.length, to: source.length }].map(({ from }, index) => {
          const end = tokens[index - 1]?.to ?? 0;
          expect(from).toBeGreaterThanOrEqual(end);
          return source.slice(end, from);
        });
        expect(between.join('')).toMatch(/^\s*$/);
        expect(tokens.map(({ written }) => written)).toEqual(tokens.map(({ from, to }) => source.slice(from, to)));
        expect(() => offersAt(source, source.length, at(guardAt))).not.toThrow();
        expect(() => problemsIn(source, at(guardAt))).not.toThrow();
      }),
      { numRuns: 60 },
    );
  });
});
