import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { Answer } from '../state/answer.tsx';
import { useLanguage, useText } from '../words/language.ts';
import styles from './administration.module.css';
import { SystemPage } from './system-page.tsx';
import { WindowsCard } from './windows-card.tsx';

type Schemas = components['schemas'];

/** By what documents schools apply and report: the year's windows, and the reporting schemes. */
export function RulesPage() {
  const { t } = useTranslation('rules');
  const schemes = api.useQuery('get', '/api/report-schemes');
  return (
    <SystemPage part="rules" about={t('about')}>
      <div className={styles.cards}>
        <WindowsCard />
        <Answer of={schemes}>
          {({ items }) => (
            <section className={styles.card} aria-labelledby="schemes-title">
              <header className={styles.cardHead}>
                <h2 id="schemes-title">{t('schemes')}</h2>
              </header>
              <ul className={styles.rows}>
                {items.map((scheme) => (
                  <SchemeRow key={scheme.key} of={scheme} />
                ))}
              </ul>
            </section>
          )}
        </Answer>
      </div>
    </SystemPage>
  );
}

function SchemeRow({ of: { title, documents, reports, onCause, rule } }: { readonly of: Schemas['ReportScheme'] }) {
  const { t } = useTranslation('rules');
  const text = useText();
  return (
    <li>
      <div>
        <p className={styles.line}>
          <strong>{text(title)}</strong>
          <span className={styles.small}>{documents.join(' · ')}</span>
        </p>
        <ul className={styles.dots}>
          {reports.map((report) => (
            <li key={report.report}>
              <ReportRule of={report} />
            </li>
          ))}
        </ul>
        <p className={styles.small}>
          {t(onCause)}（{rule}）
        </p>
      </div>
    </li>
  );
}

function ReportRule({ of: { title, every, due, basis, streak } }: { readonly of: Schemas['ReportScheme']['reports'][number] }) {
  const { t } = useTranslation('rules');
  const text = useText();
  const weekday = new Intl.DateTimeFormat(useLanguage() === 'en' ? 'en-GB' : 'zh-CN', { weekday: 'long', timeZone: 'UTC' });
  // 1 January 2024 was a Monday.
  const days = due.map((day) => (every === 'week' ? weekday.format(Date.UTC(2024, 0, day)) : String(day))).join('、');
  return (
    <>
      {text(title)}：{t(every, { days })}
      {streak && `；${t(streak.missMeans, { limit: streak.limit, rule: streak.rule })}`}{' '}
      <span className={styles.small}>{basis.join(' ')}</span>
    </>
  );
}
