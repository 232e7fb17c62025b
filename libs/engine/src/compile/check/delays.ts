import { Due } from '../../definition/basics.ts';
import type { Definition } from '../../definition/definition.ts';
import { type Problem, pointerTo, problem } from '../../problem.ts';
import type { Tree } from '../tree.ts';

/** What an `after` key means: a name declared in `delays`, or an ISO 8601 duration by itself. */
export function delayOf(definition: Definition, name: string): Due | undefined {
  const declared = definition.delays?.[name];
  if (declared !== undefined) return declared;
  return Due.safeParse(name).success ? name : undefined;
}

/** Clauses of a delay that nobody declares would be those of nothing. */
export const checkDelayBasis = ({ delays = {}, delayBasis = {} }: Definition): Problem[] =>
  Object.keys(delayBasis)
    .filter((name) => !Object.hasOwn(delays, name))
    .map((delay) => problem('delay.basis-unknown', `/delayBasis${pointerTo(delay)}`, { delay }));

/** XState fires a timer whose delay it does not know at once, so an unknown delay is an error here. */
export const checkDelays = (tree: Tree, definition: Definition): Problem[] =>
  tree.places.flatMap(({ node, pointer }) =>
    Object.keys(node.after ?? {})
      .filter((name) => delayOf(definition, name) === undefined)
      .map((delay) => problem('delay.unknown', `${pointer}/after${pointerTo(delay)}`, { delay })),
  );
