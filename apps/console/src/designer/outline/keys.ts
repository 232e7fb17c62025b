import type { KeyboardEvent } from 'react';
import { add, move, remove } from '../document/deeds.ts';
import { show } from '../document/selection.ts';
import type { Item } from './items.ts';

type Deed =
  | { readonly kind: 'go'; readonly to: string }
  | { readonly kind: 'toggle'; readonly isOpen: boolean }
  /** @param focus where the keyboard goes afterwards, if not to the selection; null where it has gone already */
  | { readonly kind: 'do'; readonly run: () => void; readonly focus?: string | null };

interface Standing {
  readonly items: readonly Item[];
  readonly current: Item;
  readonly closed: ReadonlySet<string>;
}

/** What a key does in the outline, as trees are used everywhere (WAI-ARIA), and what is done to a state. */
export function deedOf(event: KeyboardEvent, standing: Standing): Deed | undefined {
  const { current } = standing;
  if (event.ctrlKey || event.metaKey) return undefined;
  if (event.altKey) return movement(event.key, current);
  return walk(event.key, standing) ?? edit(event.key, current);
}

function walk(key: string, { items, current, closed }: Standing): Deed | undefined {
  const at = items.indexOf(current);
  const go = (to: Item | undefined): Deed | undefined => (to === undefined ? undefined : { kind: 'go', to: to.pointer });
  const isOpen = current.hasMore && !closed.has(current.pointer);
  switch (key) {
    case 'ArrowDown':
      return go(items[at + 1]);
    case 'ArrowUp':
      return go(items[at - 1]);
    case 'Home':
      return go(items[0]);
    case 'End':
      return go(items.at(-1));
    case 'ArrowRight':
      if (!current.hasMore) return undefined;
      return isOpen ? go(items[at + 1]) : { kind: 'toggle', isOpen: true };
    case 'ArrowLeft':
      if (isOpen) return { kind: 'toggle', isOpen: false };
      return go(items.find(({ pointer }) => pointer === current.parent));
    default:
      return undefined;
  }
}

function movement(key: string, current: Item): Deed | undefined {
  if (current.kind !== 'place' || (key !== 'ArrowUp' && key !== 'ArrowDown')) return undefined;
  const { path, pointer } = current.place;
  return { kind: 'do', run: () => move(path, key === 'ArrowUp' ? 'earlier' : 'later'), focus: pointer };
}

function edit(key: string, current: Item): Deed | undefined {
  const after = current.kind === 'place' || current.kind === 'way' ? current.place.path : undefined;
  switch (key) {
    case 'Delete':
      return { kind: 'do', run: () => remove(current.pointer) };
    case 'Insert':
    case 'a':
    case 'A':
      return { kind: 'do', run: () => add('step', after) };
    case 'e':
    case 'E':
      return { kind: 'do', run: () => add('end', after) };
    case 'Enter':
    case 'F2':
      if (current.kind === 'way') return { kind: 'do', run: () => focusOn(`way ${current.pointer}`), focus: null };
      return {
        kind: 'do',
        run: () => {
          show(current.pointer);
          requestAnimationFrame(() => requestAnimationFrame(() => focusOn('designer-first')));
        },
        focus: null,
      };
    default:
      return undefined;
  }
}

const focusOn = (id: string): void => document.getElementById(id)?.focus();
