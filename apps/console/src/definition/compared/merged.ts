import { type Definition, differencesOf, type OutlinePlace, type OutlineWay, outlineOf, stateAround } from '#engine';

export type Difference = ReturnType<typeof differencesOf>[number];
export type Change = Difference['kind'];

/** Two definitions in one outline: everything of the later one, and of the earlier what is gone. */
export interface Merged {
  readonly differences: readonly Difference[];
  readonly outline: readonly OutlinePlace[];
  /** What has become of a state, by its path; none where it is as it was. */
  readonly places: ReadonlyMap<string, Change>;
  /** What has become of a way, by its pointer; those that are gone have their own, `was:…`. */
  readonly ways: ReadonlyMap<string, Change>;
}

export function merged(before: Definition, after: Definition): Merged {
  const differences = differencesOf(before, after);
  const named = renamings(differences);
  const [was, is] = [outlineOf(before), outlineOf(after)];
  const byPath = new Map(is.map((place) => [place.path, place]));
  const earlier = new Map(was.map((place) => [named(place.path), place]));
  const places = new Map<string, Change>();
  const ways = new Map<string, Change>();
  const kept = is.map((place) => {
    const gone = waysGone(place, earlier.get(place.path), named);
    for (const way of gone) ways.set(way.pointer, 'removed');
    for (const way of place.ways) setChange(ways, way.pointer, changeAt(differences, way.pointer));
    setChange(places, place.path, earlier.has(place.path) ? ownChange(differences, place) : 'added');
    return { ...place, ways: [...place.ways, ...gone] };
  });
  const gone = was.filter(({ path }) => !byPath.has(named(path)));
  for (const { path } of gone) places.set(named(path), 'removed');
  const outline = gone.reduce<readonly OutlinePlace[]>((all, place) => inserted(all, was, place, named), kept);
  for (const place of gone) for (const { pointer } of place.ways) ways.set(`was:${pointer}`, 'removed');
  return { differences, outline, places, ways };
}

function setChange(all: Map<string, Change>, at: string, change: Change | undefined): void {
  if (change !== undefined) all.set(at, change);
}

type Naming = (path: string) => string;

/** The path in the later definition of a state of the earlier. */
function renamings(differences: readonly Difference[]): Naming {
  const found = differences.flatMap(({ before = '', after = '' }): [string, string][] => {
    const [old, now] = [stateAround(before), stateAround(after)];
    return old === undefined || now === undefined || old === now || keyOf(old) === keyOf(now) || !/\/states\/[^/]+$/.test(after)
      ? []
      : [[old, now]];
  });
  const byLength = found.toSorted(([one], [other]) => other.length - one.length);
  return (path) => {
    const renamed = byLength.find(([old]) => path === old || path.startsWith(`${old}.`));
    return renamed === undefined ? path : renamed[1] + path.slice(renamed[0].length);
  };
}

const keyOf = (path: string): string => path.slice(path.lastIndexOf('.') + 1);

/** A state that is gone, behind the one that it followed. */
function inserted(all: readonly OutlinePlace[], was: readonly OutlinePlace[], place: OutlinePlace, named: Naming): OutlinePlace[] {
  const before = was.slice(0, was.indexOf(place)).findLast(({ path }) => all.some((other) => other.path === named(path)));
  const at = before === undefined ? all.length : all.findIndex(({ path }) => path === named(before.path)) + 1;
  return all.toSpliced(at, 0, earlierPlace(place, named));
}

const earlierPlace = (place: OutlinePlace, named: Naming): OutlinePlace => ({
  ...place,
  path: named(place.path),
  pointer: `was:${place.pointer}`,
  parent: place.parent === undefined ? undefined : named(place.parent),
  ways: place.ways.map((way) => earlierWay(way, named)),
});

const earlierWay = (way: OutlineWay, named: Naming): OutlineWay => ({
  ...way,
  pointer: `was:${way.pointer}`,
  targets: way.targets.map(named),
});

/** The ways of a state that led elsewhere, or are not there any more. */
function waysGone(place: OutlinePlace, earlier: OutlinePlace | undefined, named: Naming): OutlineWay[] {
  const written = ({ trigger, name, targets }: OutlineWay): string => [trigger, name, ...targets].join(' ');
  const known = new Set(place.ways.map(written));
  return (earlier?.ways ?? []).map((way) => earlierWay(way, named)).filter((way) => way.isWritten && !known.has(written(way)));
}

/** Whether a place within a state is that of a way out of it. */
const isWay = (pointer: string): boolean =>
  /\/(on|after)\/[^/]+(\/|$)|\/(always|onDone)(\/|$)/.test(pointer.replace(/^.*\/states\/[^/]+/, ''));

const changeAt = (differences: readonly Difference[], pointer: string): Change | undefined =>
  differences.find(({ after }) => after !== undefined && isWay(after) && (pointer === after || pointer.startsWith(`${after}/`)))?.kind;

/** What is different in a state itself, not in its ways. */
const ownChange = (differences: readonly Difference[], { path, pointer }: OutlinePlace): Change | undefined =>
  differences.some(
    ({ state, before = '', after = '' }) => state === path && path !== '' && !isWay(after === '' ? before : after) && pointer !== '',
  )
    ? 'changed'
    : undefined;

/** The states of the picture that a difference is of: of what only holds others, those. */
export function placesOf({ outline }: Merged, { state }: Difference): readonly string[] {
  const place = state === '' ? undefined : outline.find(({ path }) => path === state);
  if (place?.kind !== 'group') return place === undefined ? [] : [place.path];
  return outline.flatMap(({ path, kind }) => (kind !== 'group' && path.startsWith(`${place.path}.`) ? [path] : []));
}

/** The way of the picture that a difference is of. */
export function wayOf({ outline }: Merged, { before, after }: Difference): OutlineWay | undefined {
  const ways = outline.flatMap((place) => place.ways);
  const isAt = (pointer: string | undefined, prefix: string) => (way: OutlineWay) =>
    pointer !== undefined && isWay(pointer) && (way.pointer === prefix + pointer || way.pointer.startsWith(`${prefix}${pointer}/`));
  return ways.find(isAt(after, '')) ?? ways.find(isAt(before, 'was:'));
}
