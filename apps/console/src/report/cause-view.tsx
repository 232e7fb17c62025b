import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useWritten } from '../time/formats.ts';
import { useText } from '../words/language.ts';
import { rungWord } from './course.tsx';
import styles from './evidence.module.css';
import { AppealTag } from './obligation-row.tsx';
import { Sign } from './sign.tsx';
import { useSpan } from './span.ts';
import type { Cause } from './types.ts';

interface CauseProps {
  readonly cause: Cause;
  readonly school: string;
}

/** Why a school is flagged: under which clause, and each report in question with what was sent and told when. */
export function CauseView({ cause, school }: CauseProps) {
  const { t } = useTranslation('reports');
  const { kind, rule, violation, obligations } = cause;
  const title =
    kind === 'misses'
      ? t('causeMisses', { count: obligations.length })
      : kind === 'slow'
        ? t('causeSlow')
        : t(violation === 'funds' ? 'causeFunds' : 'causeManagement');
  return (
    <section className={styles.cause} aria-label={title}>
      <h2>
        {title} <span className={styles.rule}>{rule}</span>
      </h2>
      <ol className={styles.line} data-is-run={kind === 'misses' || undefined}>
        {obligations.map((obligation) => (
          <InQuestion key={`${obligation.report} ${obligation.period}`} obligation={obligation} school={school} />
        ))}
      </ol>
    </section>
  );
}

function InQuestion({ obligation, school }: { readonly obligation: Cause['obligations'][number]; readonly school: string }) {
  const { t } = useTranslation('reports');
  const text = useText();
  const written = useWritten();
  const spanOf = useSpan();
  const { report, title, period, due, state, stateTitle, appeal, submittedAt, notices } = obligation;
  const exactly = (at: string): string => `${written(at, 'day')} ${written(at, 'clock')}`;
  return (
    <li>
      <span className={styles.sign}>
        <Sign state={state} />
      </span>
      <div>
        <h3>
          <Link to={`/reports/${school}/${report}/${period}`}>
            {text(title)} {spanOf(obligation)}
          </Link>{' '}
          <span className={styles.state}>{text(stateTitle)}</span> {appeal !== undefined && <AppealTag appeal={appeal} />}
        </h3>
        <dl className={styles.facts}>
          <dt>{t('due')}</dt>
          <dd title={written(due, 'exact')}>{written(due, 'date')}</dd>
          <dt>{t('sent')}</dt>
          <dd>{submittedAt === undefined ? t('notSent') : exactly(submittedAt)}</dd>
          <dt>{t('told')}</dt>
          <dd>
            {t('toldTimes', { count: notices.length })}
            <ul className={styles.notices}>
              {notices.map(({ rung, sentAt }) => (
                <li key={rung}>
                  {exactly(sentAt)} {t(rungWord(rung))}
                </li>
              ))}
            </ul>
          </dd>
        </dl>
      </div>
    </li>
  );
}
