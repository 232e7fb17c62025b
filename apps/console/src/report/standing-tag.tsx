import { CheckCircleOutlined, FlagFilled, WarningOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Resources } from '../words/catalogue.ts';
import styles from './monitoring.module.css';
import { missesIn } from './standing-line.tsx';
import type { Standing } from './types.ts';

const caseWords: Readonly<Record<string, keyof Resources['reports']>> = {
  raised: 'caseRaised',
  circularPending: 'caseCircularPending',
  circulated: 'caseCirculated',
  cancelReview: 'caseCancelReview',
  disqualified: 'caseDisqualified',
  reinstateReview: 'caseReinstateReview',
};

/** Where the case against a school stands, by the first word of its state. */
export function useCaseWord(): (found: NonNullable<Standing['case']>) => string {
  const { t } = useTranslation('reports');
  return ({ states }) => t(caseWords[states[0]?.split('.')[0] ?? ''] ?? 'caseRaised');
}

/** How a school stands, in a word that leads to what it rests on. */
export function StandingTag({ standing, isGoodSaid = false }: { readonly standing: Standing; readonly isGoodSaid?: boolean }) {
  const { t } = useTranslation('reports');
  const caseWord = useCaseWord();
  const count = missesIn(standing);
  if (standing.view === 'flagged' || standing.case !== undefined) {
    return (
      <Link className={styles.flagged} to={`/reports/${standing.school.id}/standing`}>
        <FlagFilled aria-hidden /> {standing.case === undefined ? t('standingFlagged') : caseWord(standing.case)}
      </Link>
    );
  }
  if (standing.view === 'good') {
    return isGoodSaid ? (
      <span className={styles.good}>
        <CheckCircleOutlined aria-hidden /> {t('standingGood')}
      </span>
    ) : null;
  }
  return (
    <span className={styles.warned}>
      <WarningOutlined aria-hidden /> {t('standingMissed', { count })}
    </span>
  );
}
