import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { chainLimit, type Deputyship, faultOf } from './chains.ts';

const day = (number: number): string => `2024-04-${String(number).padStart(2, '0')}`;
const deputyship = (person: string, deputy: string, first = 1, last = 9, definitions: readonly string[] | null = null): Deputyship => ({
  person,
  deputy,
  firstDay: day(first),
  lastDay: day(last),
  definitions,
});

describe('a new deputyship', () => {
  it('is fine beside those of other days, other processes and other people', () => {
    expect(faultOf(deputyship('a', 'b', 5, 9), [deputyship('a', 'c', 1, 4), deputyship('b', 'a', 1, 4)])).toBeUndefined();
    expect(
      faultOf(deputyship('a', 'b', 1, 9, ['x']), [deputyship('a', 'c', 1, 9, ['y']), deputyship('b', 'a', 1, 9, ['y'])]),
    ).toBeUndefined();
  });

  it('leaves each day and process one deputy', () => {
    expect(faultOf(deputyship('a', 'b', 4, 9), [deputyship('a', 'c', 1, 4)])).toBe('overlapping');
    expect(faultOf(deputyship('a', 'b'), [deputyship('a', 'c', 9, 12, ['x'])])).toBe('overlapping');
  });

  it('closes no circle, short or long', () => {
    expect(faultOf(deputyship('a', 'b'), [deputyship('b', 'a', 9, 12)])).toBe('cycle');
    expect(faultOf(deputyship('a', 'b'), [deputyship('c', 'a'), deputyship('b', 'c')])).toBe('cycle');
  });

  it('makes no chain longer than three, wherever it is put in', () => {
    const chain = [deputyship('a', 'b'), deputyship('c', 'd')];
    expect(faultOf(deputyship('b', 'c'), chain)).toBeUndefined();
    expect(faultOf(deputyship('b', 'c'), [...chain, deputyship('d', 'e')])).toBe('chain-too-long');
    expect(faultOf(deputyship('b', 'c'), [...chain, deputyship('z', 'a')])).toBe('chain-too-long');
    expect(faultOf(deputyship('b', 'c'), [...chain, deputyship('d', 'e', 10, 12)])).toBeUndefined();
  });
});

it('whatever is entered, on every day and in every process each has one deputy at most, and chains end after three', () => {
  const people = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
  const definitions = fc.constantFrom(null, ['x'], ['y'], ['x', 'y']);
  const any = fc
    .tuple(people, people, fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 3 }), definitions)
    .filter(([person, deputy]) => person !== deputy)
    .map(([person, deputy, first, length, keys]) => deputyship(person, deputy, first, first + length, keys));
  let chained = 0;
  let refused = 0;
  fc.assert(
    fc.property(fc.array(any, { maxLength: 40 }), (wanted) => {
      const entered: Deputyship[] = [];
      for (const added of wanted) {
        if (faultOf(added, entered) === undefined) entered.push(added);
        else refused += 1;
      }
      for (let date = 1; date <= 9; date += 1) {
        for (const definition of ['x', 'y']) {
          const holds = entered.filter(
            ({ firstDay, lastDay, definitions: keys }) =>
              firstDay <= day(date) && day(date) <= lastDay && (keys === null || keys.includes(definition)),
          );
          const deputyOf = new Map(holds.map(({ person, deputy }) => [person, deputy]));
          expect(deputyOf.size).toBe(holds.length);
          for (const person of deputyOf.keys()) {
            let length = 0;
            for (let at = deputyOf.get(person); at !== undefined; at = deputyOf.get(at)) length += 1;
            expect(length).toBeLessThanOrEqual(chainLimit);
            if (length === chainLimit) chained += 1;
          }
        }
      }
    }),
    { numRuns: 300 },
  );
  expect(Math.min(chained, refused)).toBeGreaterThan(0);
});
