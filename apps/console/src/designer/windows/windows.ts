import { type Definition, type FactCatalogue, outlineOf, type PlacedRead, readsIn, stateAround } from '#engine';

/** Whose turn a window is, in the order in which a season's windows close. */
export const windowRoles = ['school', 'city', 'province'] as const;
export type WindowRole = (typeof windowRoles)[number];

/** The register that knows the windows. */
export const windowRegister = 'window';

/** Something a document reads of a window. */
export interface WindowRead {
  readonly role: WindowRole;
  readonly what: 'Opens' | 'Closes' | 'Days';
  readonly fact: string;
  readonly pointer: string;
}

/** What a document reads of the windows, found in its expressions. */
const windowReads = (definition: Definition, catalogue: FactCatalogue): readonly WindowRead[] =>
  readsIn(definition, catalogue).flatMap((read) => asWindowRead(definition, read) ?? []);

export function asWindowRead({ facts = {} }: Definition, { pointer, path }: PlacedRead): WindowRead | undefined {
  const [variable, fact = '', field = ''] = path;
  const [, role, what] = /^(school|city|province)(Opens|Closes|Days)$/.exec(field) ?? [];
  if (variable !== 'facts' || role === undefined || facts[fact]?.source !== windowRegister) return undefined;
  return { role: role as WindowRole, what: what as WindowRead['what'], fact, pointer };
}

/** A kind of window that a process goes by, and where. */
export interface WindowUsed {
  readonly role: WindowRole;
  /** Paths of the states, in the order of the outline; what is said of the whole process is none of them. */
  readonly states: readonly string[];
}

/** The kinds of window that a process goes by. */
export function windowsUsed(definition: Definition, catalogue: FactCatalogue): readonly WindowUsed[] {
  const reads = windowReads(definition, catalogue);
  const outline = outlineOf(definition);
  return windowRoles.flatMap((role) => {
    const own = reads.filter((read) => read.role === role).map(({ pointer }) => pointer);
    const states = outline.filter(({ path, pointer, ways }) => {
      const delays = new Set(ways.filter(({ trigger }) => trigger === 'after').map(({ name }) => `/delays/${name}/at`));
      return path !== '' && own.some((at) => (at.startsWith(`${pointer}/`) && stateAround(at) === path) || delays.has(at));
    });
    return own.length === 0 ? [] : [{ role, states: states.map(({ path }) => path) }];
  });
}

/** Where a process is handed in: the first step's ways on. Undefined where no step is the first. */
export function handingIn(definition: Definition): { readonly path: string; readonly ways: readonly string[] } | undefined {
  const outline = outlineOf(definition);
  const initialIn = (parent: string) => outline.find((place) => place.parent === parent && place.isInitial);
  let first = initialIn('');
  while (first?.kind === 'group') first = initialIn(first.path);
  if (first?.kind !== 'step') return undefined;
  const ways = first.ways.filter(({ isWritten, outcome }) => isWritten && outcome?.kind === 'pass').map(({ pointer }) => pointer);
  return ways.length === 0 ? undefined : { path: first.path, ways };
}

/** A window that opens or closes after the present is still to come, or open. */
export function windowState({ opens, closes }: { readonly opens: string; readonly closes: string }, now: number) {
  if (now < Date.parse(opens)) return 'coming';
  return now <= Date.parse(closes) ? 'open' : 'closed';
}
