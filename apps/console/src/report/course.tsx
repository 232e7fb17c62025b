import { useTranslation } from 'react-i18next';
import { Instant } from '../time/instant.tsx';
import type { Resources } from '../words/catalogue.ts';
import styles from './report.module.css';
import type { Report } from './types.ts';

type Words = keyof Resources['reports'];

/** What was done about a report, the latest first, and what the school was told. */
export function Course({ of: { entries, reminders } }: { readonly of: Report }) {
  const { t } = useTranslation('reports');
  const sent = reminders.flatMap(({ rung, sentAt }) => (sentAt === undefined ? [] : [{ rung, sentAt }]));
  return (
    <>
      <section className={styles.card} aria-labelledby="course-title">
        <h2 id="course-title">{t('course')}</h2>
        {entries.length === 0 && <p className={styles.none}>{t('noCourse')}</p>}
        <ul className={styles.course}>
          {entries.toReversed().map(({ id, kind, at, by, reason, detail }) => (
            <li key={id}>
              <p>
                <strong>{t(`entry${capital(kind)}` as Words)}</strong>
                <span className={styles.faint}>
                  <Instant at={at} />
                </span>
              </p>
              <p className={styles.faint}>{by?.name ?? t('bySystem')}</p>
              {(reason ?? detail) !== undefined && <blockquote>{reason ?? detail}</blockquote>}
            </li>
          ))}
        </ul>
      </section>
      <section className={styles.card} aria-labelledby="notices-title">
        <h2 id="notices-title">{t('notices')}</h2>
        {sent.length === 0 && <p className={styles.none}>{t('noNotices')}</p>}
        <ul className={styles.course}>
          {sent.map(({ rung, sentAt }) => (
            <li key={rung}>
              <p>
                {t(rungWord(rung))}
                <span className={styles.faint}>
                  <Instant at={sentAt} />
                </span>
              </p>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

/** The word for a rung of the ladder of notices. */
export const rungWord = (rung: string): Words => `rung${capital(rung)}` as Words;

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
