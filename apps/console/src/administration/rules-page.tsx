import { useTranslation } from 'react-i18next';
import styles from './administration.module.css';
import { SchemesCard } from './schemes-card.tsx';
import { SystemPage } from './system-page.tsx';
import { WindowsCard } from './windows-card.tsx';

/** By what documents schools apply and report: the year's windows, and the reporting schemes. */
export function RulesPage() {
  const { t } = useTranslation('rules');
  return (
    <SystemPage part="rules" about={t('about')}>
      <div className={styles.cards}>
        <WindowsCard />
        <SchemesCard />
      </div>
    </SystemPage>
  );
}
