import { useTranslation } from 'react-i18next';
import styles from './states.module.css';

/** What will be here is on its way; shown when that takes longer than 150 ms. */
export function Loading({ lines = 6 }: { readonly lines?: number }) {
  const { t } = useTranslation('states');
  return (
    <output className={styles.loading} aria-label={t('loading')}>
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} className={styles.line} />
      ))}
    </output>
  );
}
