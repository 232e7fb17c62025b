import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { Answer } from '../state/answer.tsx';
import { Tag } from '../state/tag.tsx';
import { Instant } from '../time/instant.tsx';
import { useText } from '../words/language.ts';
import { stated } from '../words/punctuation.ts';
import styles from './administration.module.css';
import { DayDialog } from './day-dialog.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { SystemPage } from './system-page.tsx';
import { useYear, YearSteps } from './year-steps.tsx';
import { YearView } from './year-view.tsx';

type Year = components['schemas']['CalendarYear'];

/** The working calendar, a year at a time. */
export function CalendarPage() {
  const { t } = useTranslation('system');
  const [year, go] = useYear();
  const [isImporting, setImporting] = useState(false);
  const [chosen, choose] = useState<string>();
  const read = api.useQuery('get', '/api/calendars/{year}', { params: { path: { year } } });
  const aside = (
    <div className={styles.actions}>
      <Button onClick={() => setImporting(true)}>{t('importYear')}</Button>
      <YearSteps year={year} go={go} />
    </div>
  );
  return (
    <SystemPage part="calendar" about={t('calendarAbout')} aside={aside}>
      <Answer of={read} lines={12}>
        {(shown) => (
          <div className={styles.cards}>
            <Standing of={shown} />
            <YearView of={shown} choose={choose} />
            <Corrections of={shown} />
            {isImporting && <ImportDialog of={shown} onClose={() => setImporting(false)} />}
            {chosen !== undefined && <DayDialog year={shown} date={chosen} onClose={() => choose(undefined)} />}
          </div>
        )}
      </Answer>
    </SystemPage>
  );
}

function Standing({ of: { published, warning, counts, openDueTimes } }: { readonly of: Year }) {
  const { t } = useTranslation('system');
  const text = useText();
  return (
    <>
      {warning && <Alert type="warning" showIcon title={text(warning)} />}
      <p className={styles.line}>
        {published !== null && <Tag tone="good">{t(published)}</Tag>}
        <span>{t('workingDays', { count: counts.workingDays })}</span>
        <span>{t('restDays', { count: counts.restDays })}</span>
        <span>{t('corrections', { count: counts.corrections })}</span>
        <span className={styles.faint}>{t('openDueTimes', { count: openDueTimes })}</span>
      </p>
    </>
  );
}

function Corrections({ of: { changes } }: { readonly of: Year }) {
  const { t } = useTranslation('system');
  if (changes.length === 0) return null;
  return (
    <section className={styles.card} aria-labelledby="changes-title">
      <header className={styles.cardHead}>
        <h2 id="changes-title">{t('calendarChanges')}</h2>
      </header>
      <ul className={styles.rows}>
        {changes.map(({ id, kind, before, after, by, at }) => (
          <li key={id}>
            <div>
              <p className={styles.line}>
                <strong>{t(kind)}</strong>
                <span>{stated((kind === 'restored' ? before : after).map(({ date, name }) => `${date} ${name}`))}</span>
              </p>
              <p className={styles.small}>{after[0]?.source ?? before[0]?.source}</p>
            </div>
            <p className={styles.small}>
              {by} · <Instant at={at} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
