import { CheckCircleOutlined, FlagOutlined, WarningOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import styles from './report.module.css';
import type { Standing } from './types.ts';

/** The most misses in a row there are now. */
export const missesIn = ({ streaks }: Standing): number => Math.max(0, ...Object.values(streaks));

/** How a school stands, in a line, and where that comes from. */
export function StandingLine({ standing }: { readonly standing: Standing }) {
  const { t } = useTranslation('reports');
  const { view, school, causes } = standing;
  const count = missesIn(standing);
  if (view === 'good' && standing.case === undefined) {
    return (
      <p className={styles.standing} data-view="good">
        <CheckCircleOutlined aria-hidden /> {t('good')}
      </p>
    );
  }
  const isFlagged = view === 'flagged' || standing.case !== undefined;
  const isByMisses = causes.some(({ kind }) => kind === 'misses');
  return (
    <p className={styles.standing} data-view={isFlagged ? 'flagged' : 'missed'}>
      {isFlagged ? <FlagOutlined aria-hidden /> : <WarningOutlined aria-hidden />}
      <span className={styles.said}>
        <strong>{!isFlagged ? t('missedRow', { count }) : isByMisses ? t('flaggedMisses', { count }) : t('flaggedOther')}</strong>{' '}
        <span>{t(isFlagged ? 'flagHint' : 'warning')}</span>
      </span>
      {isFlagged && <Link to={`/reports/${school.id}/standing`}>{t('evidence')}</Link>}
    </p>
  );
}
