import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { Answer } from '../state/answer.tsx';
import { labelled, listed, stated } from '../words/punctuation.ts';
import styles from './administration.module.css';
import type { HolidayList, ListedDay } from './holiday-list.ts';

interface ImportPreviewProps {
  readonly year: components['schemas']['CalendarYear'];
  readonly list: HolidayList;
}

/** What was read, day by day, and what the import would come to. */
export function ImportPreview({ year: { year, counts }, list: { days, unread } }: ImportPreviewProps) {
  const { t } = useTranslation('system');
  if (unread.length > 0) {
    const lines = (
      <ul className={styles.dots}>
        {unread.slice(0, 5).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    );
    return <Alert type="warning" showIcon title={t('importUnread')} description={lines} />;
  }
  if (days.length === 0) return <p className={styles.faint}>{t('importNothing')}</p>;
  const rest = days.filter(({ isOffDay }) => isOffDay).length;
  return (
    <section className={styles.preview} aria-label={t('importYear')}>
      <p>{t('importRead', { rest, work: days.length - rest })}</p>
      <ul className={styles.dots}>
        {namesOf(days).map(([name, ofName]) => (
          <li key={name}>
            {stated([
              labelled(name, written(ofName, true)),
              ...(ofName.some(({ isOffDay }) => !isOffDay) ? [`${t('legendWork')} ${written(ofName, false)}`] : []),
            ])}
          </li>
        ))}
      </ul>
      <Effects year={year} days={days} />
      {counts.corrections > 0 && <p>{t('importReplaces', { count: counts.corrections })}</p>}
    </section>
  );
}

/** By the server's own reckoning, which also says what is wrong with a list. */
function Effects({ year, days }: { readonly year: number; readonly days: readonly ListedDay[] }) {
  const { t } = useTranslation('system');
  const body = { source: '—', days: days.map((day) => ({ ...day })) };
  const effects = api.useQuery('post', '/api/calendars/{year}/import', {
    params: { path: { year }, query: { dryRun: 'true' } },
    body,
  });
  return (
    <Answer of={effects} lines={1}>
      {({ days: changed, openDueTimes }) => (
        <>
          <p>{changed.length === 0 ? t('importSame') : t('importChanges', { count: changed.length, days: shortened(changed) })}</p>
          {openDueTimes > 0 && <p>{t('importOpen', { count: openDueTimes })}</p>}
        </>
      )}
    </Answer>
  );
}

/** The days by the holiday they belong to, in the order of the year. */
function namesOf(days: readonly ListedDay[]): [string, ListedDay[]][] {
  const names = new Map<string, ListedDay[]>();
  for (const day of days) names.set(day.name, [...(names.get(day.name) ?? []), day]);
  return [...names];
}

const written = (days: readonly ListedDay[], isOffDay: boolean): string =>
  listed(days.filter((day) => day.isOffDay === isOffDay).map(({ date }) => date.slice(5)));

const shortened = (dates: readonly string[]): string =>
  `${listed(dates.slice(0, 12).map((date) => date.slice(5)))}${dates.length > 12 ? '…' : ''}`;
