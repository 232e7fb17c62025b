import { useTranslation } from 'react-i18next';
import type { components } from '../api/schema.d.ts';
import { useWritten } from '../time/formats.ts';
import { useText } from '../words/language.ts';
import styles from './administration.module.css';

/** What else somebody has to do; it is not handed over with the tasks. */
export function OtherDuties({ of: { meetings, absences } }: { readonly of: components['schemas']['HandoverPreview'] }) {
  const { t } = useTranslation('organisations');
  const text = useText();
  const written = useWritten();
  return (
    <>
      {meetings.length > 0 && (
        <section className={styles.card} aria-labelledby="meetings-title">
          <header className={styles.cardHead}>
            <h2 id="meetings-title">{t('meetings')}</h2>
          </header>
          <ul className={styles.rows}>
            {meetings.map(({ id, body, number, heldAt, items }) => (
              <li key={id}>
                <p>
                  {text(body.title)} {number}
                </p>
                <p className={styles.small}>
                  {written(heldAt, 'date')} · {t('meetingItems', { count: items })}
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {absences.length > 0 && (
        <section className={styles.card} aria-labelledby="absences-title">
          <header className={styles.cardHead}>
            <h2 id="absences-title">{t('absences')}</h2>
          </header>
          <ul className={styles.rows}>
            {absences.map(({ id, person, deputy, firstDay, lastDay }) => (
              <li key={id}>
                <p>{t('represents', { person: person.name, deputy: deputy.name })}</p>
                <p className={styles.small}>{t('period', { from: firstDay, until: lastDay })}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
