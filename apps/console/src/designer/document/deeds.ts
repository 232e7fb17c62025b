import {
  addState,
  moveInto,
  moveState,
  type NewState,
  removeField,
  removeState,
  removeWay,
  renameState,
  type Superiors,
  stateAround,
} from '#engine';
import { change } from './designed.ts';
import { outlineNow } from './outlined.ts';
import { select } from './selection.ts';

let superiors: Superiors = {};

/** Says who stands above whom: a new step asks whoever stands above those before it. */
export function knowSuperiors(known: Superiors): void {
  superiors = known;
}

/** Adds a state behind another and selects it. */
export function add(kind: NewState, after: string | undefined): void {
  let path = '';
  change((document) => {
    const added = addState(document, kind, after, superiors);
    path = added.path;
    return added.definition;
  });
  select(pointerOf(path));
}

/** Takes away what stands at a place: a state, a way, a field. */
export function remove(pointer: string): void {
  const path = stateAround(pointer);
  const place = outlineNow().find((each) => each.path === path);
  if (/^\/form\/schema\/properties\/[^/]+$/.test(pointer)) {
    change((document) => removeField(document, pointer.slice(pointer.lastIndexOf('/') + 1)));
    select('/form');
  } else if (place === undefined || place.kind === 'process') return;
  else if (pointer === place.pointer) {
    const next = outlineNow().find(({ parent, path: other }) => parent === place.parent && other !== path);
    change((document) => removeState(document, place.path));
    select(next === undefined ? '' : pointerOf(next.path));
  } else if (place.ways.some((way) => way.pointer === pointer && way.isWritten)) {
    change((document) => removeWay(document, pointer));
    select(place.pointer);
  }
}

export function move(path: string, direction: 'earlier' | 'later'): void {
  change((document) => moveState(document, path, direction));
}

/** Has a state stand within another one, and stays with it. */
export function moveTo(path: string, into: string): void {
  let now = path;
  change((document) => {
    const moved = moveInto(document, path, into);
    now = moved.path;
    return moved.definition;
  });
  select(pointerOf(now));
}

/** Gives a state another key, and stays with it. */
export function rename(path: string, key: string): void {
  let now = path;
  change((document) => {
    const renamed = renameState(document, path, key);
    now = renamed.path;
    return renamed.definition;
  });
  select(pointerOf(now));
}

const pointerOf = (path: string): string =>
  `/machine${
    path === ''
      ? ''
      : path
          .split('.')
          .map((key) => `/states/${key}`)
          .join('')
  }`;
