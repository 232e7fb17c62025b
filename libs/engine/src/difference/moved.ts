import { valueAt } from '../edit/pointer.ts';
import { pointerTo } from '../problem.ts';

/** A place of a document that is another in a later one, with all that is inside it. Both are JSON Pointers. */
export interface MovedPlace {
  readonly from: string;
  readonly to: string;
}

/** Where things stand that go by their names. */
const holders = ['/form/schema/properties', '/data/properties', '/delays', '/facts', '/signals'];

/**
 * What stands elsewhere in a later document: states, fields and other things that have another name, or that were moved into another
 * state, and are the same otherwise. Told by what they say, so that it holds for whatever moved them, undoing among it; where more
 * than one could be meant, none is. The documents need not be whole.
 */
export function movedPlaces(before: unknown, after: unknown): readonly MovedPlace[] {
  return [
    ...statesMoved(changed(statesIn(before), statesIn(after))),
    ...holders.flatMap((at) => paired(changed(membersAt(before, at), membersAt(after, at)))),
  ];
}

/** What there is, by its pointer, with what it says. */
type Content = ReadonlyMap<string, string>;
type Said = readonly [pointer: string, said: string];

interface Changed {
  readonly gone: readonly Said[];
  readonly come: readonly Said[];
}

const changed = (before: Content, after: Content): Changed => ({
  gone: [...before].filter(([pointer]) => !after.has(pointer)),
  come: [...after].filter(([pointer]) => !before.has(pointer)),
});

/** What holds others goes before what is in it: what is inside may say the same as what is around it. */
function statesMoved({ gone, come }: Changed): MovedPlace[] {
  const whole = paired({ gone: outermost(gone), come: outermost(come) });
  const isLeft =
    (around: readonly string[]) =>
    ([pointer]: Said) =>
      !around.some((other) => isWithin(pointer, other));
  const inner = paired({
    gone: gone.filter(isLeft(whole.map(({ from }) => from))),
    come: come.filter(isLeft(whole.map(({ to }) => to))),
  });
  const found = [...whole, ...inner];
  return found.filter(({ from }) => !found.some((other) => other.from !== from && isWithin(from, other.from)));
}

const isWithin = (pointer: string, other: string): boolean => pointer === other || pointer.startsWith(`${other}/`);

const outermost = (states: readonly Said[]): readonly Said[] =>
  states.filter(([pointer]) => !states.some(([other]) => other !== pointer && isWithin(pointer, other)));

/** Those that are gone with those that have come and say the same, where each has one such only. */
function paired({ gone, come }: Changed): MovedPlace[] {
  return gone.flatMap(([from, said]) => {
    const [to, ...others] = come.filter(([, other]) => other === said);
    const isOnly = others.length === 0 && gone.filter(([, other]) => other === said).length === 1;
    return to === undefined || !isOnly ? [] : [{ from, to: to[0] }];
  });
}

function membersAt(document: unknown, at: string): Content {
  const members = Object.entries(valueAt(document, at) ?? {});
  return new Map(members.map(([name, value]) => [`${at}${pointerTo(name)}`, JSON.stringify(value)]));
}

interface Node {
  readonly meta?: unknown;
  readonly states?: Readonly<Record<string, Node>>;
}

/** Every state by its pointer, with what it says of itself: what leads from it follows other names. */
function statesIn(document: unknown): Content {
  const found = new Map<string, string>();
  const visit = ({ states = {} }: Node, pointer: string): void => {
    for (const [key, state] of Object.entries(states)) {
      const at = `${pointer}/states${pointerTo(key)}`;
      found.set(at, JSON.stringify(state.meta ?? Object.keys(state.states ?? {})));
      visit(state, at);
    }
  };
  visit(valueAt(document, '/machine') ?? {}, '/machine');
  return found;
}
