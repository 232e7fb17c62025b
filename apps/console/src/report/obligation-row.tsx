import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMe } from '../session/session.ts';
import { Due } from '../time/due.tsx';
import { useWritten } from '../time/formats.ts';
import { Instant } from '../time/instant.tsx';
import { useText } from '../words/language.ts';
import { LinkButton } from './link-button.tsx';
import styles from './report.module.css';
import { Sign } from './sign.tsx';
import { useSpan } from './span.ts';
import type { Obligation } from './types.ts';

interface ObligationRowProps {
  readonly school: string;
  readonly obligation: Obligation;
  /** What is to be done now stands out. */
  readonly isMain?: boolean;
}

const verbs = { open: 'fill', drafted: 'goOn', returned: 'correct', missed: 'fillLate' } as const;

const isFileable = (state: Obligation['state']): state is keyof typeof verbs => Object.hasOwn(verbs, state);

/** A report of a period: which, by when, what has become of it, and one click to fill it in. */
export function ObligationRow({ school, obligation, isMain = false }: ObligationRowProps) {
  const { t } = useTranslation('reports');
  const text = useText();
  const spanOf = useSpan();
  const { permissions } = useMe();
  const { report, title, period, state, stateTitle, isMiss, appeal } = obligation;
  const address = `/reports/${school}/${report}/${period.key}`;
  return (
    <li className={styles.row}>
      <Sign state={state} />
      <div className={styles.what}>
        <Link to={address}>
          {text(title)} {spanOf(period)}
        </Link>
        <p className={styles.faint}>
          <span>{text(stateTitle)}</span>
          {isMiss && state !== 'missed' && <span className={styles.missTag}>{t('countsAsMiss')}</span>}
          {appeal !== undefined && <AppealTag appeal={appeal} />}
        </p>
      </div>
      <p className={styles.when}>
        <When obligation={obligation} />
      </p>
      {isFileable(state) && permissions.includes('report.file') && (
        <LinkButton to={address} type={isMain ? 'primary' : 'default'} className={styles.verb ?? ''}>
          {t(verbs[state])}
        </LinkButton>
      )}
    </li>
  );
}

function When({ obligation: { state, period, submittedAt, grace } }: { readonly obligation: Obligation }) {
  const { t } = useTranslation('reports');
  const written = useWritten();
  if (state === 'returned') {
    return (
      <>
        {t('graceUntil')} <Due at={grace} />
      </>
    );
  }
  if (state === 'open' || state === 'drafted') return <Due at={period.due} />;
  if (submittedAt === undefined) return <span className={styles.faint}>{t('dueOn', { day: written(period.due, 'day') })}</span>;
  return (
    <span className={styles.faint}>
      {t('filedAt')} <Instant at={submittedAt} />
    </span>
  );
}

const appealWords = { filed: 'appealFiled', accepted: 'appealAccepted', dismissed: 'appealDismissed' } as const;

export function AppealTag({ appeal }: { readonly appeal: keyof typeof appealWords }) {
  const { t } = useTranslation('reports');
  return (
    <span className={styles.appealTag} data-appeal={appeal}>
      {t(appealWords[appeal])}
    </span>
  );
}
