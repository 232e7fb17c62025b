import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Answer } from '../state/answer.tsx';
import { Empty } from '../state/empty.tsx';
import { useWritten } from '../time/formats.ts';
import { ObligationRow } from './obligation-row.tsx';
import styles from './report.module.css';
import { noonOf } from './span.ts';
import { byDue, isToDo, keyOf, stretch, useObligations } from './to-do.ts';
import type { Obligation } from './types.ts';

/** What a school owes: what is to be filed now, then everything by the month it is due in. */
export function SchoolCalendar({ school }: { readonly school: string }) {
  const [days, setDays] = useState(stretch);
  const calendar = useObligations(school, days);
  return (
    <Answer of={calendar}>
      {({ obligations, participation }) => (
        <>
          <ToDo school={school} obligations={obligations} />
          <Months school={school} obligations={obligations} />
          {participation.from < calendar.from && <Earlier onClick={() => setDays(days + stretch)} />}
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
  const now = obligations.filter(isToDo).toSorted(byDue);
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
  const others = obligations.filter((obligation) => !isToDo(obligation)).toSorted((one, other) => byDue(other, one));
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
