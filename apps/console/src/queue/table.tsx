import { Checkbox } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ColumnName } from './columns.ts';
import styles from './queue.module.css';
import type { RowContent, RowsProps } from './rows.tsx';

interface TableProps extends Pick<RowsProps, 'rows' | 'label' | 'chosen' | 'selection'> {
  readonly columns: readonly ColumnName[];
}

/** The same list with the columns somebody has chosen, for those who look over many at once. */
export function Table({ rows, columns, label, chosen, selection }: TableProps) {
  const { t } = useTranslation('queue');
  return (
    <div className={styles.tableFrame}>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            {selection && (
              <th scope="col" className={styles.selecting}>
                <span className="unseen">{t('column-select')}</span>
              </th>
            )}
            <th scope="col">{t('column-title')}</th>
            {columns.map((name) => (
              <th key={name} scope="col">
                {t(`column-${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Line key={row.key} row={row} columns={columns} isChosen={row.instance === chosen} selection={selection} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface LineProps extends Pick<TableProps, 'columns' | 'selection'> {
  readonly row: RowContent;
  readonly isChosen: boolean;
}

function Line({ row: { key, instance, title, tag, cells }, columns, isChosen, selection }: LineProps) {
  const { t } = useTranslation('queue');
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (!isChosen) return;
    link.current?.focus({ preventScroll: true });
    link.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);
  return (
    <tr className={isChosen ? styles.chosen : undefined}>
      {selection && (
        <td className={styles.selecting}>
          <Checkbox checked={selection.selected.has(key)} onChange={() => selection.toggle(key)} aria-label={t('select', { title })} />
        </td>
      )}
      <th scope="row">
        <Link ref={link} to={`/cases/${instance}`} aria-current={isChosen ? 'true' : undefined}>
          {title}
        </Link>
        {tag !== undefined && <span className={styles.tag}>{tag}</span>}
      </th>
      {columns.map((name) => (
        <td key={name}>{cells[name]}</td>
      ))}
    </tr>
  );
}
