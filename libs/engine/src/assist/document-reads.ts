import { type ExpressionPlace, ExpressionPlaces } from '../compile/check/expression-places.ts';
import type { Definition } from '../definition/definition.ts';
import { above } from '../edit/ways.ts';
import type { FactCatalogue, Scope } from '../expression/variables.ts';
import { pointerTo } from '../problem.ts';
import { expressionsIn } from './placed.ts';
import { readsOf } from './reads.ts';

/** Something that a document reads, and the place of the expression that does. */
export interface PlacedRead {
  readonly pointer: string;
  /** Its names, from the variable on: `facts`, `window`, `schoolOpens`. */
  readonly path: readonly string[];
}

/** What the expressions of a document read, in the document's order. What cannot be understood yet reads nothing. */
export function readsIn(definition: Definition, catalogue: FactCatalogue): readonly PlacedRead[] {
  const places = new ExpressionPlaces(definition, catalogue);
  return writtenIn(definition, '').flatMap(({ pointer, written }) => {
    const place = places.at(pointer) ?? textAround(places, pointer);
    if (place === undefined) return [];
    const sources = expressionsIn(written, place).map(({ from, to }) => written.slice(from, to));
    return sources.flatMap((source) => pathsIn(source, places.scopeOf(place.given)).map((path) => ({ pointer, path })));
  });
}

function textAround(places: ExpressionPlaces, pointer: string): ExpressionPlace | undefined {
  const place = /\/(zh|en)$/.test(pointer) ? places.at(above(pointer)) : undefined;
  return place?.isText === true ? place : undefined;
}

function pathsIn(source: string, scope: Scope): readonly (readonly string[])[] {
  try {
    return readsOf(source, scope).map(({ path }) => path);
  } catch {
    return [];
  }
}

interface Written {
  readonly pointer: string;
  readonly written: string;
}

function writtenIn(value: unknown, pointer: string): Written[] {
  if (typeof value === 'string') return [{ pointer, written: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => writtenIn(inner, `${pointer}${pointerTo(key)}`));
}
