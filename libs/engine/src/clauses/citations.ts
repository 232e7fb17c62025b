import { arrowsOf, buildTree, called, type Place } from '../compile/tree.ts';
import type { Text } from '../definition/basics.ts';
import type { Definition } from '../definition/definition.ts';
import type { Example } from '../definition/example.ts';
import { pointerTo } from '../problem.ts';

/**
 * What names a clause: the process as a whole, a step, the guard of a way, a reminder, a rung of a ladder, a delay, the
 * limit of the whole, or the rule that there may be one case at a time.
 */
export type CitationKind = 'process' | 'step' | 'way' | 'reminder' | 'rung' | 'delay' | 'limit' | 'unique';

/** One place of a definition that names a clause. */
export interface Citation {
  /** The clause's number, such as `R-AH24-06`. */
  readonly rule: string;
  readonly kind: CitationKind;
  /** JSON Pointer into the definition. */
  readonly pointer: string;
  /** The state it is in, by its path; none of what concerns the process as a whole. */
  readonly state?: string;
  /** What the state is called; of a delay, what the states are called that go by it. */
  readonly title?: Text;
  /** The examples whose cases come to that state. */
  readonly examples: readonly Text[];
}

/** Everything in a definition that names a clause, in the order of the document. */
export function citationsIn(definition: Definition): Citation[] {
  const { key, machine, examples = [] } = definition;
  const { places } = buildTree(key, machine);
  return [...ofProcess(definition, places), ...places.flatMap((place) => ofPlace(place, examples))];
}

type Found = Omit<Citation, 'examples' | 'state'>;

function ofProcess({ basis, unique, longest, delayBasis = {} }: Definition, places: readonly Place[]): Citation[] {
  const found: Found[] = [
    ...cited(basis, 'process', '/basis'),
    ...(unique === undefined ? [] : [{ rule: unique.rule, kind: 'unique' as const, pointer: '/unique/rule' }]),
    ...(longest?.basis === undefined ? [] : [{ rule: longest.basis, kind: 'limit' as const, pointer: '/longest/basis' }]),
    ...Object.entries(delayBasis).flatMap(([name, numbers]) =>
      cited(numbers, 'delay', `/delayBasis${pointerTo(name)}`).map((one) => ({ ...one, title: titleOfDelay(places, name) })),
    ),
  ];
  return found.map((one) => ({ ...one, examples: [] }));
}

/** A delay has no words of its own: it is known by where it runs. */
function titleOfDelay(places: readonly Place[], name: string): Text {
  const timed = places.filter(({ node }) => Object.hasOwn(node.after ?? {}, name));
  return timed.length === 0 ? { zh: name } : called(timed);
}

const cited = (numbers: readonly string[] | undefined, kind: CitationKind, pointer: string): Found[] =>
  (numbers ?? []).map((rule, index) => ({ rule, kind, pointer: `${pointer}${pointerTo(index)}` }));

function ofPlace(place: Place, examples: readonly Example[]): Citation[] {
  const { step, path, pointer } = place;
  const at = `${pointer}/meta/step`;
  const found: Found[] = [
    ...cited(step?.basis, 'step', `${at}/basis`),
    ...(step?.remind ?? []).flatMap(({ basis }, index) => cited(basis, 'reminder', `${at}/remind${pointerTo(index)}/basis`)),
    ...(step?.escalate ?? []).flatMap(({ basis }, index) => cited(basis, 'rung', `${at}/escalate${pointerTo(index)}/basis`)),
    ...arrowsOf(place).flatMap(({ transition, pointer: arrow }) =>
      (transition.guard?.params.all ?? []).map(({ rule }, index) => ({
        rule,
        kind: 'way' as const,
        pointer: `${arrow}/guard/params/all${pointerTo(index)}/rule`,
      })),
    ),
  ];
  const title = called([place]);
  const shown = examples.filter(({ expected }) => expected.route.some((stop) => stop === path || stop.startsWith(`${path}.`)));
  return found.map((one) => ({
    ...one,
    ...(path !== '' && { state: path, title }),
    examples: path === '' ? [] : shown.map((example) => example.title),
  }));
}
