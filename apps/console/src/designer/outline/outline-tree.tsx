import { type KeyboardEvent, type MouseEvent, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDefinition } from '../document/designed.ts';
import { useOutline } from '../document/outlined.ts';
import { select, show, useSelection } from '../document/selection.ts';
import { itemsOf, visible } from './items.ts';
import { deedOf } from './keys.ts';
import styles from './outline.module.css';
import { OutlineBar } from './outline-bar.tsx';
import { OutlineRow } from './outline-row.tsx';

/** The process as a tree: everything the canvas has, for whoever works with the keyboard or by ear. */
export function OutlineTree() {
  const { t } = useTranslation('designer');
  const definition = useDefinition();
  const outline = useOutline();
  const pointer = useSelection((state) => state.pointer);
  const [closed, close] = useState<ReadonlySet<string>>(new Set(['/form']));
  const tree = useRef<HTMLUListElement>(null);
  const items = useMemo(() => itemsOf(definition, outline), [definition, outline]);
  const shown = visible(items, closed);
  const current = shown.find((item) => item.pointer === pointer) ?? nearest(shown, pointer);
  const toggle = (at: string, isOpen: boolean): void =>
    close((before) => new Set([...before].filter((each) => each !== at).concat(isOpen ? [] : [at])));
  const goTo = (at: string): void => {
    select(at);
    focusAt(tree.current, at);
  };
  const pressed = (event: KeyboardEvent): void => {
    if (event.target instanceof HTMLSelectElement || current === undefined) return;
    const deed = deedOf(event, { items: shown, current, closed });
    if (deed === undefined) return;
    event.preventDefault();
    if (deed.kind === 'go') return goTo(deed.to);
    if (deed.kind === 'toggle') return toggle(current.pointer, deed.isOpen);
    deed.run();
    const { focus: to } = deed;
    if (to === null) return;
    // What was done may have moved the selection: the keyboard stays with it.
    requestAnimationFrame(() => focusAt(tree.current, to ?? useSelection.getState().pointer));
  };
  return (
    <nav className={styles.outline} aria-label={t('outline')}>
      <OutlineBar current={current} />
      <p id="outline-keys" className="unseen">
        {t('outlineKeys')}
      </p>
      <ul
        ref={tree}
        role="tree"
        aria-label={t('outline')}
        aria-describedby="outline-keys"
        className={styles.tree}
        onKeyDown={pressed}
        onClick={clicked}
        onDoubleClick={(event) => show(pointerAt(event))}
      >
        {shown.map((item) => (
          <OutlineRow
            key={item.pointer}
            item={item}
            isCurrent={item === current}
            isOpen={item.hasMore ? !closed.has(item.pointer) : undefined}
            onToggle={(isOpen) => toggle(item.pointer, isOpen)}
          />
        ))}
      </ul>
    </nav>
  );
}

const pointerAt = ({ target }: MouseEvent): string =>
  (target as HTMLElement).closest<HTMLElement>('[role="treeitem"]')?.dataset['pointer'] ?? '';

const clicked = (event: MouseEvent): void => {
  if (event.target !== event.currentTarget) select(pointerAt(event));
};

const nearest = (items: ReturnType<typeof visible>, pointer: string) =>
  items.findLast((item) => item.pointer !== '' && pointer.startsWith(`${item.pointer}/`)) ?? items[0];

function focusAt(tree: HTMLElement | null, pointer: string): void {
  const row = [...(tree?.querySelectorAll<HTMLElement>('[role="treeitem"]') ?? [])].find((each) => each.dataset['pointer'] === pointer);
  row?.focus();
}
