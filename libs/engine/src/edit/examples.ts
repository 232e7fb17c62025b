import type { Definition } from '../definition/definition.ts';
import type { Example, Move } from '../definition/example.ts';
import { renamedKey } from './pointer.ts';

/** The moves of every example anew. */
export function withMoves(definition: Definition, change: (move: Move) => Move): Definition {
  const { examples } = definition;
  if (examples === undefined) return definition;
  return { ...definition, examples: examples.map((example): Example => ({ ...example, moves: example.moves.map(change) })) };
}

/** A move that speaks of a field by another name. */
export function withField(move: Move, from: string, to: string): Move {
  const isForm = move.kind === 'start' || move.kind === 'decide' || move.kind === 'save';
  if (!isForm || move.fields === undefined) return withItems(move, from, to);
  return withItems({ ...move, fields: renamedKey(move.fields, from, to) }, from, to);
}

function withItems(move: Move, from: string, to: string): Move {
  if (move.kind !== 'decide' || move.items === undefined) return move;
  const items = move.items.map((item) => ({
    ...item,
    ...(item.fields && { fields: item.fields.map((name) => (name === from ? to : name)) }),
  }));
  return { ...move, items };
}
