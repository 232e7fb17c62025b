import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Answer } from '../state/answer.tsx';
import { Empty } from '../state/empty.tsx';
import { BatchDialog } from './batch-dialog.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { useOpenTasks } from './lists.ts';
import { filtersOf, unfiltered } from './looking.ts';
import { MasterDetail, More } from './master-detail.tsx';
import { useMoving } from './moving.ts';
import type { ListProps } from './other-lists.tsx';
import styles from './queue.module.css';
import { useRowContents } from './row-contents.tsx';
import { type RowContent, Rows } from './rows.tsx';
import { useSelection } from './selection.ts';
import { TaskTable } from './table.tsx';

/** What waits for me: worked off one by one, or many together. */
export function OpenList({ looking, look, isWide, isTable }: ListProps & { readonly isTable: boolean }) {
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
  const isFiltered = Object.keys(filtersOf(looking)).length > 0;
  const selection = { selected, toggle };
  return (
    <MasterDetail isWide={isWide && !isTable} chosen={chosen} onDecided={goOn}>
      <Answer of={tasks}>
        {({ pages: [first] }) =>
          rows.length === 0 ? (
            <Nothing isFiltered={isFiltered} clear={() => look(unfiltered)} />
          ) : (
            <>
              <Bar
                total={{ count: first?.total ?? 0, isExact: first?.isTotalExact !== false }}
                selected={selected.size}
                isAll={selected.size === items.length}
                onSelectAll={(isAll) => put(isAll ? items.map(({ id }) => id) : [])}
                onDecide={() => setBatch(true)}
              />
              <Shown {...{ isTable, items, rows, looking, isWide, selection }} />
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

interface ShownProps {
  readonly isTable: boolean;
  readonly items: Parameters<typeof TaskTable>[0]['tasks'];
  readonly rows: readonly RowContent[];
  readonly looking: ListProps['looking'];
  readonly isWide: boolean;
  readonly selection: Parameters<typeof TaskTable>[0]['selection'];
}

function Shown({ isTable, items, rows, looking: { columns, chosen }, isWide, selection }: ShownProps) {
  const { t } = useTranslation('queue');
  const same = { label: t('open'), chosen, selection };
  return isTable && columns !== undefined ? (
    <TaskTable tasks={items} columns={columns} {...same} />
  ) : (
    <Rows rows={rows} isBeside={isWide} {...same} />
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

function Nothing({ isFiltered, clear }: { readonly isFiltered: boolean; readonly clear: () => void }) {
  const { t } = useTranslation('queue');
  if (!isFiltered) return <Empty title={t('emptyOpen')} hint={t('emptyOpenHint')} />;
  return (
    <Empty title={t('emptyFiltered')} hint="">
      <Button onClick={clear}>{t('clearFilters')}</Button>
    </Empty>
  );
}
