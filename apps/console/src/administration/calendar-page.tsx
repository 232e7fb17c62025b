import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { api } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { present } from '../session/session.ts';
import { Answer } from '../state/answer.tsx';
import { Instant } from '../time/instant.tsx';
import { dayOf } from '../time/zone.ts';
import { useText } from '../words/language.ts';
import styles from './administration.module.css';
import { DayDialog } from './day-dialog.tsx';
import { SystemPage } from './system-page.tsx';
import { YearView } from './year-view.tsx';

type Year = components['schemas']['CalendarYear'];

/** The working calendar, a year at a time. */
export function CalendarPage() {
  const { t } = useTranslation('system');
  const [address, setAddress] = useSearchParams();
  const year = Number(address.get('year') ?? dayOf(present()).slice(0, 4));
  const go = (to: number): void => setAddress({ year: String(to) }, { replace: true });
  const [chosen, choose] = useState<string>();
  const read = api.useQuery('get', '/api/calendars/{year}', { params: { path: { year } } });
  const steps = (
    <div className={styles.actions}>
      <Button icon={<LeftOutlined />} aria-label={t('yearBefore')} onClick={() => go(year - 1)} />
      <strong className={styles.year}>{t('year', { year })}</strong>
      <Button icon={<RightOutlined />} aria-label={t('yearAfter')} onClick={() => go(year + 1)} />
    </div>
  );
  return (
    <SystemPage part="calendar" about={t('calendarAbout')} aside={steps}>
      <Answer of={read} lines={12}>
        {(shown) => (
          <div className={styles.cards}>
            <Standing of={shown} />
            <YearView of={shown} choose={choose} />
            <Corrections of={shown} />
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
        {published !== null && (
          <span className={styles.tag} data-tone="good">
            {t(published)}
          </span>
        )}
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
                <span>{(kind === 'restored' ? before : after).map(({ date, name }) => `${date} ${name}`).join('；')}</span>
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
