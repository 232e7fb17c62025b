import { type Definition, fieldNames, fieldPointer, type OutlinePlace, type OutlineWay, type Text } from '#engine';

/** A line of the outline. Its pointer names it. */
export type Item = { readonly pointer: string; readonly level: number; readonly parent: string | undefined; readonly hasMore: boolean } & (
  | { readonly kind: 'process'; readonly title: Text }
  | { readonly kind: 'form' }
  | { readonly kind: 'field'; readonly name: string; readonly title: Text }
  | { readonly kind: 'place'; readonly place: OutlinePlace }
  | { readonly kind: 'way'; readonly place: OutlinePlace; readonly way: OutlineWay }
);

/** Everything there is, from top to bottom: the process, its form, its states with their ways. */
export function itemsOf(definition: Definition, outline: readonly OutlinePlace[]): readonly Item[] {
  return [
    { kind: 'process', pointer: '', level: 1, parent: undefined, hasMore: false, title: definition.title },
    { kind: 'form', pointer: '/form', level: 1, parent: undefined, hasMore: true },
    ...fieldNames(definition).map((name): Item => {
      const { title, 'x-en': en } = definition.form.schema.properties[name] ?? { title: name };
      const pointer = fieldPointer(name);
      return {
        kind: 'field',
        pointer,
        level: 2,
        parent: '/form',
        hasMore: false,
        name,
        title: { zh: title, ...(en !== undefined && { en }) },
      };
    }),
    ...outline.flatMap((place) => placeItems(place)),
  ];
}

function placeItems(place: OutlinePlace): Item[] {
  const isProcess = place.kind === 'process';
  const level = isProcess ? 0 : place.path.split('.').length;
  const ways = place.ways.map((way): Item => {
    const parent = isProcess ? '' : place.pointer;
    return { kind: 'way', pointer: way.pointer, level: level + 1, parent, hasMore: false, place, way };
  });
  if (isProcess) return ways.map((item) => ({ ...item, parent: undefined, level: 1 }));
  const parent = level === 1 ? undefined : place.pointer.replace(/\/states\/[^/]+$/, '');
  const hasMore = ways.length > 0 || place.kind === 'group' || place.kind === 'branches';
  return [{ kind: 'place', pointer: place.pointer, level, parent, hasMore, place }, ...ways];
}

/** Those whose parents are all open. */
export function visible(items: readonly Item[], closed: ReadonlySet<string>): readonly Item[] {
  const hidden = new Set<string>();
  return items.filter(({ pointer, parent }) => {
    const isHidden = parent !== undefined && (closed.has(parent) || hidden.has(parent));
    if (isHidden) hidden.add(pointer);
    return !isHidden;
  });
}
