import { CheckCircleFilled, ExclamationCircleFilled } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../api/schema.d.ts';
import { useText } from '../words/language.ts';
import styles from './administration.module.css';

interface HandoverReportProps {
  readonly report: components['schemas']['HandoverReport'];
  /** What may be done next. */
  readonly children: ReactNode;
}

/** What became of each task. */
export function HandoverReport({ report: { handed, leftOut, tasks }, children }: HandoverReportProps) {
  const { t } = useTranslation('organisations');
  const text = useText();
  return (
    <section className={styles.card} aria-labelledby="report-title">
      <header className={styles.cardHead}>
        <h2 id="report-title" className={styles.good}>
          <CheckCircleFilled aria-hidden /> {t('handedOver', { count: handed })}
        </h2>
        {leftOut > 0 && (
          <p className={styles.bad}>
            <ExclamationCircleFilled aria-hidden /> {t('cannotBe', { count: leftOut })}
          </p>
        )}
        {children}
      </header>
      <ul className={styles.rows}>
        {tasks.map(({ task, title, successor, refusal }) => (
          <li key={task}>
            <p>{title && text(title)}</p>
            <p className={refusal ? styles.bad : styles.small}>
              {refusal?.detail ?? (successor ? t('goesTo', { name: successor.name }) : t('backToPost'))}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
