import { useTranslation } from 'react-i18next';
import styles from './monitoring.module.css';
import { Sign } from './sign.tsx';

const signs = [
  ['submitted', 'legendKept'],
  ['late', 'legendLate'],
  ['missed', 'legendMissed'],
  ['exempted', 'legendExempted'],
  ['open', 'legendOpen'],
  ['scheduled', 'legendAhead'],
] as const;

export function Legend() {
  const { t } = useTranslation('reports');
  return (
    <ul className={styles.legend} aria-label={t('legend')}>
      {signs.map(([state, word]) => (
        <li key={state}>
          <Sign state={state} /> {t(word)}
        </li>
      ))}
      <li>
        <span className={styles.run} aria-hidden /> {t('legendRun')}
      </li>
      <li>
        <span className={styles.corner} aria-hidden /> {t('legendAppeal')}
      </li>
    </ul>
  );
}
