import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../api/client.ts';
import { addressThrough, useThrough } from '../frame/through.ts';
import { useDueFilter } from '../queue/lists.ts';
import type { Looking } from '../queue/looking.ts';
import styles from './workbench.module.css';

/** How many of each. Each number is the length of the list behind it, asked for in the same way. */
export function Counts() {
  const { t } = useTranslation('workbench');
  const [through] = useThrough();
  const waiting = useCount('any', through);
  const soon = useCount('soon', through);
  const overdue = useCount('overdue', through);
  const list = (due: string): string => `/tasks?${new URLSearchParams({ due, ...(through !== undefined && { through }) }).toString()}`;
  return (
    <ul className={styles.counts} aria-label={t('counts')}>
      <Count word={t('waiting')} to={addressThrough('/tasks', through)} number={waiting} />
      <Count word={t('soon')} to={list('soon')} number={soon} urgency="soon" />
      <Count word={t('overdue')} to={list('overdue')} number={overdue} urgency="late" />
    </ul>
  );
}

function useCount(due: Looking['due'], through: string | undefined): number | undefined {
  const filterOf = useDueFilter();
  const query = { order: 'due' as const, limit: 1, ...filterOf(due), ...(through !== undefined && { through }) };
  return api.useQuery('get', '/api/tasks', { params: { query } }).data?.total;
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
