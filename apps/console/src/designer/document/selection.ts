import { create } from 'zustand';
import { type Definition, type OutlinePlace, stateAround, valueAt } from '#engine';

/** What of the designer is shown where there is room for one part only. */
export type Part = 'outline' | 'canvas' | 'source' | 'try' | 'properties' | 'comments' | 'findings';

/** What stands in the middle where there is room for more. */
export const views = ['canvas', 'source', 'try'] as const satisfies readonly Part[];
export type View = (typeof views)[number];

interface Selection {
  /** A JSON Pointer into the document: of a state, a way, a field, or the whole. */
  readonly pointer: string;
  readonly part: Part;
  readonly view: View;
  /** What stands beside it. */
  readonly beside: 'properties' | 'comments';
  readonly select: (pointer: string) => void;
  /** Selects it and shows what is said of it. */
  readonly show: (pointer: string) => void;
  readonly turnTo: (part: Part) => void;
}

export const useSelection = create<Selection>((set) => ({
  pointer: '',
  part: 'outline',
  view: 'canvas',
  beside: 'properties',
  select: (pointer) => set({ pointer }),
  show: (pointer) => set({ pointer, part: 'properties', beside: 'properties' }),
  turnTo: (part) =>
    set({ part, ...(isView(part) && { view: part }), ...((part === 'properties' || part === 'comments') && { beside: part }) }),
}));

const isView = (part: Part): part is View => (views as readonly Part[]).includes(part);

/** Of a draft that is opened, what is shown first. */
export const beginWith = (view: View): void => useSelection.setState({ view, part: view === 'canvas' ? 'outline' : view, pointer: '' });

export const select = (pointer: string): void => useSelection.getState().select(pointer);
export const show = (pointer: string): void => useSelection.getState().show(pointer);

/** The selection, or what is left around it when it is gone. */
export function existing(document: Definition, pointer: string): string {
  if (pointer === '' || isThere(document, pointer)) return pointer;
  return existing(document, pointer.slice(0, pointer.lastIndexOf('/')));
}

/** A way that is still to be written is there as soon as its state is. */
const isThere = (document: Definition, pointer: string): boolean =>
  valueAt(document, pointer) !== undefined ||
  (/\/on\/[^/]+$/.test(pointer) && valueAt(document, pointer.replace(/\/on\/[^/]+$/, '')) !== undefined);

/** The state around a place of the document. */
export function placeAround(outline: readonly OutlinePlace[], pointer: string): OutlinePlace | undefined {
  const path = stateAround(pointer);
  return path === undefined ? undefined : outline.find((place) => place.path === path);
}

/**
 * Whether a place of the document belongs to an item of the outline. A state has what is in it but not in the states it holds; the process
 * has what stands nowhere else.
 */
export function isWithinItem(place: string, item: string, isWhole: boolean): boolean {
  if (place === item) return true;
  if (!isWhole) return place.startsWith(`${item}/`);
  if (item === '') return !place.startsWith('/machine/states/') && !place.startsWith('/form');
  return place.startsWith(`${item}/`) && !place.startsWith(`${item}/states/`);
}
