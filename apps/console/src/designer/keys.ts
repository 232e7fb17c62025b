import { remove } from './document/deeds.ts';
import { redo, undo } from './document/designed.ts';
import { useSelection } from './document/selection.ts';

/** Keys that are heard wherever the keyboard is on the page. */
export function pressed(event: KeyboardEvent): void {
  // What an editor of code has done with a key is done.
  if (event.defaultPrevented) return;
  if (event.ctrlKey || event.metaKey) return through(event);
  const { target, key } = event;
  if (!(target instanceof Element)) return;
  if (key === 'Escape' && isIn(target, 'properties')) {
    document.querySelector<HTMLElement>('[role="treeitem"][aria-selected="true"]')?.focus();
  } else if ((key === 'Delete' || key === 'Backspace') && isIn(target, 'canvas')) {
    event.preventDefault();
    remove(useSelection.getState().pointer);
  }
}

/** Through the document's history, which has what is typed into fields too; the source has its own, and what is tried is none of it. */
function through(event: KeyboardEvent): void {
  const { target } = event;
  if (event.altKey || !(target instanceof Element) || isIn(target, 'source')) return;
  if (isIn(target, 'try') && target.matches('input, textarea')) return;
  const key = event.key.toLowerCase();
  if (key !== 'z' && key !== 'y') return;
  event.preventDefault();
  if (key === 'y' || event.shiftKey) redo();
  else undo();
}

const isIn = (target: Element, part: string): boolean => target.closest(`[data-part="${part}"]`) !== null;
