import { Checkbox } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { components } from '../api/schema.d.ts';
import { Due } from '../time/due.tsx';
import { Instant } from '../time/instant.tsx';
import { useText } from '../words/language.ts';
import { type ColumnName, columnsOf } from './columns.ts';
import styles from './queue.module.css';
import type { RowsProps } from './rows.tsx';

type Task = components['schemas']['WaitingTask'];

interface TaskTableProps extends Pick<RowsProps, 'label' | 'chosen'> {
  readonly tasks: readonly Task[];
  readonly columns: readonly string[];
  readonly selection: NonNullable<RowsProps['selection']>;
}

/** The same tasks with the columns somebody has chosen, for those who look over many at once. */
export function TaskTable({ tasks, columns, label, chosen, selection }: TaskTableProps) {
  const { t } = useTranslation('queue');
  const shown = columnsOf(columns);
  return (
    <div className={styles.tableFrame}>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">
              <span className="unseen">{t('column-select')}</span>
            </th>
            <th scope="col">{t('column-title')}</th>
            {shown.map((name) => (
              <th key={name} scope="col">
                {t(`column-${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tasks.map((task) => (
            <Line key={task.id} task={task} columns={shown} isChosen={task.instance === chosen} selection={selection} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface LineProps extends Pick<TaskTableProps, 'selection'> {
  readonly task: Task;
  readonly columns: readonly ColumnName[];
  readonly isChosen: boolean;
}

function Line({ task, columns, isChosen, selection: { selected, toggle } }: LineProps) {
  const { t } = useTranslation('queue');
  const text = useText();
  const cells = useCells();
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (!isChosen) return;
    link.current?.focus({ preventScroll: true });
    link.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);
  const title = text(task.title);
  return (
    <tr className={isChosen ? styles.chosen : undefined}>
      <td>
        <Checkbox checked={selected.has(task.id)} onChange={() => toggle(task.id)} aria-label={t('select', { title })} />
      </td>
      <th scope="row">
        <Link ref={link} to={`/cases/${task.instance}`} aria-current={isChosen ? 'true' : undefined}>
          {title}
        </Link>
        {task.isClaimed && <span className={styles.tag}>{t('claimed')}</span>}
      </th>
      {columns.map((name) => (
        <td key={name}>{cells[name](task)}</td>
      ))}
    </tr>
  );
}

function useCells(): Readonly<Record<ColumnName, (task: Task) => ReactNode>> {
  const { t } = useTranslation('queue');
  const text = useText();
  return {
    number: ({ number }) => number,
    place: ({ place }) => place?.name,
    definition: ({ definition }) => text(definition.title),
    step: ({ step }) => text(step.title),
    post: ({ post }) => (post === undefined ? t('throughOwn') : text(post.title)),
    openedAt: ({ openedAt }) => <Instant at={openedAt} />,
    dueAt: ({ dueAt }) => <Due at={dueAt} />,
    limitAt: ({ limitAt }) => (limitAt === undefined ? t('noLimit') : <Due at={limitAt} />),
  };
}
