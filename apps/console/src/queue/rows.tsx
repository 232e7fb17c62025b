import { Checkbox } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { ColumnName } from './columns.ts';
import styles from './queue.module.css';

/** What a row of any list shows: what it is and where it stands, who and until when. */
export interface RowContent {
  readonly key: string;
  readonly instance: string;
  readonly title: string;
  readonly where: string;
  /** What is special about it, beside its title in a table. */
  readonly tag?: string | undefined;
  /** What a table has in a column of its own. */
  readonly note?: ReactNode;
  readonly when: ReactNode;
  /** What it has in the columns of a table. */
  readonly cells: Readonly<Partial<Record<ColumnName, ReactNode>>>;
}

export interface RowsProps {
  readonly rows: readonly RowContent[];
  readonly label: string;
  readonly chosen: string | undefined;
  /** Beside the list where there is room, on a page of its own where there is not. */
  readonly isBeside: boolean;
  readonly selection?: { readonly selected: ReadonlySet<string>; readonly toggle: (key: string) => void } | undefined;
}

export function Rows({ rows, label, chosen, isBeside, selection }: RowsProps) {
  return (
    <ul className={styles.list} aria-label={label}>
      {rows.map((row) => (
        <Row key={row.key} row={row} isChosen={isBeside && row.instance === chosen} isBeside={isBeside} selection={selection} />
      ))}
    </ul>
  );
}

interface RowProps extends Pick<RowsProps, 'isBeside' | 'selection'> {
  readonly row: RowContent;
  readonly isChosen: boolean;
}

function Row({ row: { key, instance, title, where, tag, note, when }, isChosen, isBeside, selection }: RowProps) {
  const { t } = useTranslation('queue');
  const item = useRef<HTMLLIElement>(null);
  const [address] = useSearchParams();
  useEffect(() => {
    if (isChosen) item.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);
  const beside = new URLSearchParams(address);
  beside.set('case', instance);
  return (
    <li ref={item} className={isChosen ? styles.chosen : undefined}>
      {selection && (
        <Checkbox checked={selection.selected.has(key)} onChange={() => selection.toggle(key)} aria-label={t('select', { title })} />
      )}
      <div className={styles.row}>
        <Link
          to={isBeside ? `?${beside.toString()}` : `/cases/${instance}`}
          preventScrollReset={isBeside}
          aria-current={isChosen ? 'true' : undefined}
        >
          {title}
        </Link>
        <p>
          <span className={styles.where}>
            {where} {tag !== undefined && <span className={styles.tag}>{tag}</span>} {note}
          </span>
          <span className={styles.when}>{when}</span>
        </p>
      </div>
    </li>
  );
}
