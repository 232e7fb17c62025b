import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import { present } from '../session/session.ts';
import { Answer } from '../state/answer.tsx';
import { Empty } from '../state/empty.tsx';
import { useWritten } from '../time/formats.ts';
import { addDays, dayOf } from '../time/zone.ts';
import { ObligationRow } from './obligation-row.tsx';
import styles from './report.module.css';
import { noonOf } from './span.ts';
import type { Obligation } from './types.ts';

const waiting: ReadonlySet<Obligation['state']> = new Set(['open', 'drafted', 'returned']);

/** How far back it goes at first, and how far further each time. */
const stretch = 120;

/** What a school owes: what is to be filed now, then everything by the month it is due in. */
export function SchoolCalendar({ school }: { readonly school: string }) {
  const [days, setDays] = useState(stretch);
  const today = dayOf(present());
  const query = { from: addDays(today, -days), to: addDays(today, 45) };
  const calendar = api.useQuery('get', '/api/schools/{school}/reports', { params: { path: { school }, query } });
  return (
    <Answer of={calendar}>
      {({ obligations, participation }) => (
        <>
          <ToDo school={school} obligations={obligations} />
          <Months school={school} obligations={obligations} />
          {participation.from < query.from && <Earlier onClick={() => setDays(days + stretch)} />}
        </>
      )}
    </Answer>
  );
}

interface ObligationsProps {
  readonly school: string;
  readonly obligations: readonly Obligation[];
}

function ToDo({ school, obligations }: ObligationsProps) {
  const { t } = useTranslation('reports');
  const now = obligations.filter(({ state }) => waiting.has(state)).toSorted(byDue);
  return (
    <section className={styles.card} aria-labelledby="to-do-title">
      <h2 id="to-do-title">{t('toDo')}</h2>
      {now.length === 0 ? (
        <p className={styles.none}>{t('nothingToDo')}</p>
      ) : (
        <ul className={styles.rows}>
          {now.map((obligation) => (
            <ObligationRow key={keyOf(obligation)} school={school} obligation={obligation} isMain />
          ))}
        </ul>
      )}
    </section>
  );
}

function Months({ school, obligations }: ObligationsProps) {
  const { t } = useTranslation('reports');
  const written = useWritten();
  const others = obligations.filter(({ state }) => !waiting.has(state)).toSorted((one, other) => byDue(other, one));
  const months = [...new Set(others.map(monthOf))];
  if (months.length === 0) return <Empty title={t('calendarEmpty')} hint={t('calendarEmptyHint')} />;
  return (
    <section className={styles.card} aria-labelledby="calendar-title">
      <h2 id="calendar-title">{t('calendar')}</h2>
      {months.map((month) => (
        <section key={month} className={styles.month} aria-labelledby={`month-${month}`}>
          <h3 id={`month-${month}`}>{written(noonOf(`${month}-15`), 'month')}</h3>
          <ul className={styles.rows}>
            {others
              .filter((obligation) => monthOf(obligation) === month)
              .map((obligation) => (
                <ObligationRow key={keyOf(obligation)} school={school} obligation={obligation} />
              ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

function Earlier({ onClick }: { readonly onClick: () => void }) {
  const { t } = useTranslation('reports');
  return (
    <p className={styles.earlier}>
      <Button onClick={onClick}>{t('earlier')}</Button>
    </p>
  );
}

const monthOf = ({ period }: Obligation): string => period.to.slice(0, 7);

const keyOf = ({ report, period }: Obligation): string => `${report} ${period.key}`;

const byDue = (one: Obligation, other: Obligation): number => Date.parse(one.period.due) - Date.parse(other.period.due);
