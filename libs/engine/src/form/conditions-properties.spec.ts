import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { applicant, cast, draft, final, one, post, processOf, step } from '../../../../test/support/definitions.ts';
import { compiled, Play } from '../../../../test/support/play.ts';
import type { FormField } from '../definition/form.ts';
import type { Fields, Json } from '../run/state.ts';

const names = ['f0', 'f1', 'f2', 'f3', 'f4', 'f5'] as const;
const choices = ['a', 'b'] as const;

/** What a field of a random form depends on: fields that come before it in some order, so that there is never a ring. */
interface Traits {
  readonly kind: 'choice' | 'number' | 'doubled';
  readonly shown: Asked | null;
  readonly wanted: Asked | null;
  readonly isRequired: boolean;
}
interface Asked {
  readonly of: number;
  readonly isNegated: boolean;
  readonly choice: (typeof choices)[number];
}

const asked: fc.Arbitrary<Asked> = fc.record({ of: fc.nat(), isNegated: fc.boolean(), choice: fc.constantFrom(...choices) });
const traits: fc.Arbitrary<Traits> = fc.record({
  kind: fc.constantFrom('choice', 'choice', 'number', 'doubled'),
  shown: fc.option(asked, { freq: 2 }),
  wanted: fc.option(asked),
  isRequired: fc.boolean(),
});

/** A form, and its conditions once more, told by hand. */
interface Sample {
  readonly properties: Record<string, FormField>;
  readonly required: string[];
  readonly shown: ReadonlyMap<string, (fields: Fields) => boolean>;
  readonly wanted: ReadonlyMap<string, (fields: Fields) => boolean>;
}

function sampleOf(order: readonly string[], each: readonly Traits[]): Sample {
  const kinds = new Map(order.map((name, index) => [name, each[index]?.kind ?? 'choice']));
  const shown = new Map<string, (fields: Fields) => boolean>();
  const wanted = new Map<string, (fields: Fields) => boolean>();
  const fields = order.map((name, index): [string, FormField] => {
    const own = each[index] ?? { kind: 'choice', shown: null, wanted: null, isRequired: false };
    const before = order.slice(0, index);
    const number = before.find((other) => kinds.get(other) === 'number');
    const condition = (one: Asked | null): { source: string; holds: (fields: Fields) => boolean } | undefined => {
      const other = before[(one?.of ?? 0) % Math.max(1, before.length)];
      if (one === null || other === undefined) return undefined;
      const isText = kinds.get(other) === 'choice';
      const source = isText ? `form.?${other}.orValue("") == "${one.choice}"` : `form.?${other}.orValue(0.0) > 5`;
      const holds = (now: Fields) => (isText ? now[other] === one.choice : Number(now[other] ?? 0) > 5);
      return one.isNegated ? { source: `!(${source})`, holds: (now) => !holds(now) } : { source, holds };
    };
    const appears = condition(own.shown);
    const needs = own.kind === 'doubled' || own.isRequired ? undefined : condition(own.wanted);
    if (appears !== undefined) shown.set(name, appears.holds);
    if (needs !== undefined) wanted.set(name, needs.holds);
    const conditions = {
      ...(appears !== undefined && { 'x-shown': appears.source }),
      ...(needs !== undefined && { 'x-required': needs.source }),
    };
    if (own.kind === 'choice')
      return [name, { type: 'string', title: name, oneOf: choices.map((one) => ({ const: one, title: one })), ...conditions }];
    if (own.kind === 'number') return [name, { type: 'number', title: name, ...conditions }];
    return [
      name,
      { type: 'number', title: name, 'x-calc': number === undefined ? '7' : `form.?${number}.orValue(0.0) * 2`, ...conditions },
    ];
  });
  const required = order.filter((name, index) => each[index]?.isRequired && kinds.get(name) !== 'doubled');
  // The form is written in another order than the one its conditions go by.
  return { properties: Object.fromEntries(fields.toSorted(([one], [other]) => one.localeCompare(other))), required, shown, wanted };
}

const sample = fc
  .tuple(
    fc.shuffledSubarray([...names], { minLength: names.length }),
    fc.array(traits, { minLength: names.length, maxLength: names.length }),
  )
  .map(([order, each]) => sampleOf(order, each));

/** By which a value is chosen that the field takes; now and then none. */
const value = fc.nat({ max: 4 });
function valueFor({ type }: FormField, chosen: number): Json {
  if (chosen === 4) return null;
  return type === 'string' ? (choices[chosen % 2] ?? '') : chosen % 2 === 0 ? 3 : 9;
}

const attempt = fc.record({
  kind: fc.constantFrom('save', 'save', 'submit', 'approve', 'return'),
  fields: fc.dictionary(fc.constantFrom(...names), value, { minKeys: 1, maxKeys: 5 }),
});

it('no field that does not apply ever has a value, and none that applies and is wanted is missing once a case has passed', () => {
  const seen = { cleared: 0, refused: 0, passed: 0 };
  fc.assert(
    fc.property(sample, fc.array(attempt, { minLength: 8, maxLength: 12 }), ({ properties, required, shown, wanted }, attempts) => {
      const everything = { '*': 'write' } as const;
      const document = processOf(
        {
          initial: 'draft',
          states: {
            draft: { ...draft('check'), meta: step(applicant, one('submit'), { fields: everything }) },
            check: {
              meta: step(post('head'), one('approve', 'return'), { fields: everything }),
              on: { approve: 'draft', return: 'draft' },
            },
            end: final,
          },
          on: { withdraw: '.end' },
        },
        { form: { schema: { type: 'object', properties, required, additionalProperties: false } } },
      );
      const play = new Play(compiled(document), { cast });
      play.start('clerk');
      const isThere = (name: string) => shown.get(name)?.(play.state.form.fields) ?? true;
      for (const { kind, fields } of attempts) {
        const person = play.view().states.includes('draft') ? 'clerk' : 'head';
        const own = Object.fromEntries(
          Object.entries(fields).flatMap(([name, chosen]) => {
            const field = properties[name];
            return field === undefined || field['x-calc'] !== undefined ? [] : [[name, valueFor(field, chosen)] as const];
          }),
        );
        const before = JSON.stringify(play.state);
        const had = Object.keys(play.state.form.fields);
        const result = kind === 'save' ? play.save(person, own) : play.decide(person, kind, { fields: own, comment: '说明' });
        if (result.kind === 'refused') {
          expect(JSON.stringify(play.state)).toBe(before);
          if (result.fields?.some(({ code }) => code === 'not-applicable')) seen.refused += 1;
          continue;
        }
        const now = play.state.form.fields;
        for (const name of names) if (!isThere(name)) expect([name, now[name]]).toEqual([name, undefined]);
        seen.cleared += had.some((name) => now[name] === undefined && !(name in own) && properties[name]?.['x-calc'] === undefined) ? 1 : 0;
        if (kind !== 'submit' && kind !== 'approve') continue;
        seen.passed += 1;
        const missing = [...required, ...[...wanted].filter(([, holds]) => holds(now)).map(([name]) => name)].filter(
          (name) => isThere(name) && now[name] === undefined,
        );
        expect(missing).toEqual([]);
      }
    }),
    { numRuns: 400 },
  );
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(0);
});
