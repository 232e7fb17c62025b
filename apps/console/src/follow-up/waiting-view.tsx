import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { Answer } from '../state/answer.tsx';
import { Empty } from '../state/empty.tsx';
import { Instant } from '../time/instant.tsx';
import { useText } from '../words/language.ts';
import styles from './follow-up.module.css';
import { addressOf, filtersOf, type Looking } from './looking.ts';

type Step = components['schemas']['Waiting']['items'][number];

const ages = ['age0', 'age1', 'age2', 'age3', 'age4'] as const;

/** What is open, step by step, by how long it has been there. */
export function WaitingView({ looking }: { readonly looking: Looking }) {
  const { t } = useTranslation('followUp');
  const waiting = api.useQuery('get', '/api/follow-up/waiting', { params: { query: filtersOf(looking) } });
  return (
    <Answer of={waiting}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty title={t('emptyWaiting')} hint={t('emptyWaitingHint')} />
        ) : (
          <section className={styles.frame} tabIndex={0} aria-label={t('waiting')}>
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">{t('step')}</th>
                  <th scope="col" className={styles.figure}>
                    {t('total')}
                  </th>
                  <th scope="col" className={styles.figure}>
                    {t('overdue')}
                  </th>
                  {ages.map((age) => (
                    <th key={age} scope="col" className={styles.figure} title={t('agesTitle')}>
                      {t(age)}
                    </th>
                  ))}
                  <th scope="col">{t('oldest')}</th>
                </tr>
              </thead>
              <tbody>
                {items.map((step) => (
                  <Row key={`${step.definition.key} ${step.step.path}`} of={step} looking={looking} />
                ))}
              </tbody>
            </table>
          </section>
        )
      }
    </Answer>
  );
}

function Row({ of, looking }: { readonly of: Step; readonly looking: Looking }) {
  const { t } = useTranslation('followUp');
  const text = useText();
  const { definition, step, total, overdue, oldestSince } = of;
  const most = Math.max(...of.ages);
  const where = text(step.title);
  const list = { ...filtersOf(looking), definition: definition.key, step: step.path };
  return (
    <tr>
      <th scope="row">
        {where}
        <span className={styles.under}>{text(definition.title)}</span>
      </th>
      <Figure count={total} where={where} what={t('total')} to={addressOf('/follow-up/open', list)} />
      <Figure count={overdue} where={where} what={t('overdue')} to={addressOf('/follow-up/open', { ...list, overdue: 'true' })} isLate />
      {ages.map((age, place) => (
        <Figure
          key={age}
          count={of.ages[place] ?? 0}
          share={(of.ages[place] ?? 0) / Math.max(most, 1)}
          where={where}
          what={t(age)}
          to={addressOf('/follow-up/open', { ...list, age: place })}
        />
      ))}
      <td>
        <Instant at={oldestSince} />
      </td>
    </tr>
  );
}

interface FigureProps {
  readonly count: number;
  readonly where: string;
  readonly what: string;
  /** The list behind it. */
  readonly to: string;
  readonly isLate?: boolean;
  /** Of the most there is beside it, for its ground. */
  readonly share?: number;
}

/** A count that leads to what was counted. */
export function Figure({ count, where, what, to, isLate = false, share }: FigureProps) {
  const { t } = useTranslation('followUp');
  if (count === 0) return <td className={`${styles.figure} ${styles.none}`}>0</td>;
  return (
    <td className={styles.figure} style={share === undefined ? undefined : { background: `rgb(9 88 217 / ${(share * 14).toFixed(1)}%)` }}>
      <Link to={to} className={isLate ? styles.late : undefined} aria-label={t('countBehind', { where, what, count })}>
        {count}
      </Link>
    </td>
  );
}
