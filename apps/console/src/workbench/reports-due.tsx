import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSpan } from '../report/span.ts';
import { byDue, isToDo, keyOf, useObligations } from '../report/to-do.ts';
import { Due } from '../time/due.tsx';
import { useText } from '../words/language.ts';
import styles from './workbench.module.css';

interface ReportsDueProps {
  readonly school: { readonly id: string; readonly name: string };
}

/** What my school is to file now, as its calendar has it; nothing where it reports nothing. */
export function ReportsDue({ school }: ReportsDueProps) {
  const { t } = useTranslation('workbench');
  const text = useText();
  const spanOf = useSpan();
  const id = useId();
  const { data } = useObligations(school.id);
  if (data === undefined) return null;
  const due = data.obligations.filter(isToDo).toSorted(byDue);
  return (
    <section className={styles.card} aria-labelledby={id}>
      <header>
        <h2 id={id}>{t('reports')}</h2>
        <Link to={`/reports/${school.id}`}>{t('allReports')}</Link>
      </header>
      {due.length === 0 && <p className={styles.none}>{t('noReports')}</p>}
      <ul className={styles.lines}>
        {due.map((obligation) => {
          const { report, period, title, state, grace } = obligation;
          return (
            <li key={keyOf(obligation)}>
              <Link to={`/reports/${school.id}/${report}/${period.key}`}>
                {text(title)} {spanOf(period)}
              </Link>
              <Due at={state === 'returned' ? grace : period.due} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
