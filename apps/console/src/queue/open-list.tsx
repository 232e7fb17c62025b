import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Answer } from '../state/answer.tsx';
import { More } from '../state/more.tsx';
import { BatchDialog } from './batch-dialog.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { useOpenTasks } from './lists.ts';
import { MasterDetail } from './master-detail.tsx';
import { useMoving } from './moving.ts';
import { Nothing } from './nothing.tsx';
import type { ListProps } from './other-lists.tsx';
import styles from './queue.module.css';
import { useRowContents } from './row-contents.tsx';
import { useSelection } from './selection.ts';
import { Shown } from './shown.tsx';

/** What waits for me: worked off one by one, or many together. */
export function OpenList({ looking, look, isWide, isTable }: ListProps) {
  const tasks = useOpenTasks(looking);
  const { open } = useRowContents();
  const items = tasks.data?.pages.flatMap((page) => page.items) ?? [];
  const rows = items.map(open);
  const { selected, toggle, put } = useSelection(items.map(({ id }) => id));
  const [isHelping, setHelping] = useState(false);
  const [isBatch, setBatch] = useState(false);
  const { chosen } = looking;
  const place = rows.findIndex(({ instance }) => instance === chosen);
  const toggleChosen = (): void => {
    const row = rows[place];
    if (row !== undefined) toggle(row.key);
  };
  useMoving({
    rows,
    chosen,
    look,
    isActive: isWide,
    onEnd: () => tasks.hasNextPage && void tasks.fetchNextPage(),
    others: { x: toggleChosen, '?': () => setHelping(true) },
  });
  // Where the decided one stood, the next one stands; after the last, the one before.
  const goOn = (): void => look({ case: (rows[place + 1] ?? rows[place - 1])?.instance }, true);
  const selection = { selected, toggle };
  return (
    <MasterDetail isWide={isWide && !isTable} chosen={chosen} onDecided={goOn}>
      <Answer of={tasks}>
        {({ pages: [first] }) =>
          rows.length === 0 ? (
            <Nothing looking={looking} look={look} />
          ) : (
            <>
              <Bar
                total={{ count: first?.total ?? 0, isExact: first?.isTotalExact !== false }}
                selected={selected.size}
                isAll={selected.size === items.length}
                onSelectAll={(isAll) => put(isAll ? items.map(({ id }) => id) : [])}
                onDecide={() => setBatch(true)}
              />
              <Shown rows={rows} looking={looking} isWide={isWide} isTable={isTable} selection={selection} />
              <More of={tasks} />
            </>
          )
        }
      </Answer>
      <KeysDialog isOpen={isHelping} onClose={() => setHelping(false)} />
      {isBatch && (
        <BatchDialog
          tasks={items.filter(({ id }) => selected.has(id))}
          onClose={() => {
            setBatch(false);
            put([]);
          }}
        />
      )}
    </MasterDetail>
  );
}

interface BarProps {
  readonly total: { readonly count: number; readonly isExact: boolean };
  readonly selected: number;
  readonly isAll: boolean;
  readonly onSelectAll: (isAll: boolean) => void;
  readonly onDecide: () => void;
}

/** How many there are, and what can be done with those that are selected. */
function Bar({ total, selected, isAll, onSelectAll, onDecide }: BarProps) {
  const { t } = useTranslation('queue');
  const word = total.isExact ? 'total' : 'totalMore';
  return (
    <div className={styles.bar}>
      <span>{selected > 0 ? t('selected', { count: selected }) : t(word, { count: total.count })}</span>
      <span>
        <Button type="text" onClick={() => onSelectAll(!isAll)}>
          {t(isAll ? 'selectNone' : 'selectAll')}
        </Button>
        <Button type="primary" disabled={selected === 0} onClick={onDecide}>
          {t('decideSelected')}
        </Button>
      </span>
    </div>
  );
}
