import { temporal } from 'zundo';
import { create, useStore } from 'zustand';
import { type Definition, valueAt, withValue } from '#engine';
import { keepUnread } from './unread.ts';

interface Designed {
  /** As every view shows it: the one document there is. */
  readonly document: unknown;
}

/** The document that is designed, with what it was before. */
export const useDesigned = create<Designed>()(
  temporal((): Designed => ({ document: undefined }), { limit: 300, equality: (one, other) => one.document === other.document }),
);

/** What is typed without a pause at one place is undone in one go, in milliseconds. */
const pause = 1200;
let last = { place: '', at: 0 };

const history = useDesigned.temporal.getState;

/** Begins with a document, from which nothing can be undone. */
export function open(document: unknown): void {
  keepUnread(undefined);
  useDesigned.setState({ document });
  history().clear();
  last = { place: '', at: 0 };
}

/** Makes a change that can be undone. @param place what is typed into, where it is typing */
export function change(edit: (document: Definition) => unknown, place = ''): void {
  const now = performance.now();
  const isGoingOn = place !== '' && place === last.place && now - last.at < pause;
  last = { place, at: now };
  const make = (): void => useDesigned.setState(({ document }) => ({ document: edit(document as Definition) }));
  if (!isGoingOn) return make();
  history().pause();
  make();
  history().resume();
}

/** Puts a value at a place; undefined takes it away. */
export const put = (pointer: string, value: unknown): void => change((document) => withValue(document, pointer, value), pointer);

export function undo(): void {
  last = { place: '', at: 0 };
  history().undo();
}

export function redo(): void {
  last = { place: '', at: 0 };
  history().redo();
}

export function useHistory(): { readonly mayUndo: boolean; readonly mayRedo: boolean } {
  const mayUndo = useStore(useDesigned.temporal, ({ pastStates }) => pastStates.length > 0);
  const mayRedo = useStore(useDesigned.temporal, ({ futureStates }) => futureStates.length > 0);
  return { mayUndo, mayRedo };
}

/** The document, where it can be drawn. */
export const useDefinition = (): Definition => useDesigned(({ document }) => document as Definition);

/** What stands at a place of the document, or what is meant where nothing does. */
export const useAt = <Value>(pointer: string, none?: Value): Value | undefined =>
  useDesigned(({ document }) => (valueAt(document, pointer) as Value | undefined) ?? none);
