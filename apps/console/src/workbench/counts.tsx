import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../api/client.ts';
import { useDueFilter } from '../queue/lists.ts';
import type { Looking } from '../queue/looking.ts';
import styles from './workbench.module.css';

/** How many of each. Each number is the length of the list behind it, asked for in the same way. */
export function Counts() {
  const { t } = useTranslation('workbench');
  const waiting = useCount('any');
  const soon = useCount('soon');
  const overdue = useCount('overdue');
  return (
    <ul className={styles.counts} aria-label={t('counts')}>
      <Count word={t('waiting')} to="/tasks" number={waiting} />
      <Count word={t('soon')} to="/tasks?due=soon" number={soon} urgency="soon" />
      <Count word={t('overdue')} to="/tasks?due=overdue" number={overdue} urgency="late" />
    </ul>
  );
}

function useCount(due: Looking['due']): number | undefined {
  const filterOf = useDueFilter();
  return api.useQuery('get', '/api/tasks', { params: { query: { order: 'due', limit: 1, ...filterOf(due) } } }).data?.total;
}

interface CountProps {
  readonly word: string;
  readonly to: string;
  readonly number: number | undefined;
  readonly urgency?: 'late' | 'soon' | undefined;
}

function Count({ word, to, number, urgency }: CountProps) {
  return (
    <li>
      <Link to={to} className={styles.count} data-urgency={number === 0 ? undefined : urgency}>
        <strong>{number ?? '–'}</strong> {word}
      </Link>
    </li>
  );
}
