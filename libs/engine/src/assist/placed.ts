import { type ExpressionPlace, ExpressionPlaces } from '../compile/check/expression-places.ts';
import type { Text } from '../definition/basics.ts';
import type { Definition } from '../definition/definition.ts';
import { checkExpression, shapesOf } from '../expression/check.ts';
import type { FactCatalogue, Scope } from '../expression/variables.ts';
import { problem } from '../problem.ts';

/** A place of a document at which an expression is written, with what it may read there. */
export interface Placed {
  readonly place: ExpressionPlace;
  readonly scope: Scope;
  readonly definition: Definition;
}

/** What is known of expressions at a place of a document, whole or not; undefined where none belongs. */
export function expressionAt(definition: Definition, pointer: string, catalogue: FactCatalogue): Placed | undefined {
  const places = new ExpressionPlaces(definition, catalogue);
  const place = places.at(pointer);
  return place === undefined ? undefined : { place, scope: places.scopeOf(place.given), definition };
}

/** A part of what is written. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The expressions in what is written: all of it, or in a text what stands in braces, closed or not yet. */
export function expressionsIn(written: string, { isText }: ExpressionPlace): readonly Span[] {
  if (!isText) return [{ from: 0, to: written.length }];
  return [...written.matchAll(/\{([^{}]*)/g)].map(({ index, 1: inner = '' }) => ({ from: index + 1, to: index + 1 + inner.length }));
}

/** What is wrong with an expression as it is written, where, and in words. */
export interface WrittenProblem extends Span {
  readonly message: Required<Text>;
}

export function problemsIn(written: string, { place, scope, definition }: Placed): readonly WrittenProblem[] {
  const shapes = shapesOf(definition, place.given);
  return expressionsIn(written, place)
    .filter(({ from, to }) => !place.isText || (from < to && written[to] === '}'))
    .flatMap(({ from, to }) =>
      checkExpression(written.slice(from, to), place.expected, scope, shapes).faults.map((fault) => ({
        from: from + fault.from,
        to: from + fault.to,
        message: problem(fault.code, '', fault.parameters).message,
      })),
    );
}
