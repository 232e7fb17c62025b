import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { Answer } from '../state/answer.tsx';
import { Empty } from '../state/empty.tsx';
import { percentage } from '../time/formats.ts';
import { useLanguage, useText } from '../words/language.ts';
import styles from './follow-up.module.css';
import { addressOf, filtersOf, type Looking, periodOf } from './looking.ts';
import { Figure } from './waiting-view.tsx';

type Step = components['schemas']['OnTime']['items'][number];

/** How much was decided in time, step by step and organisation by organisation; the worst first. */
export function OnTimeView({ looking }: { readonly looking: Looking }) {
  const { t } = useTranslation('followUp');
  const query = { ...filtersOf(looking), ...periodOf(looking.span) };
  const onTime = api.useQuery('get', '/api/follow-up/on-time', { params: { query } });
  return (
    <Answer of={onTime}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty title={t('emptyOnTime')} hint={t('emptyOnTimeHint')} />
        ) : (
          <section className={styles.frame} tabIndex={0} aria-label={t('onTime')}>
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">{t('step')}</th>
                  <th scope="col">{t('organisation')}</th>
                  <th scope="col" className={styles.figure}>
                    {t('decided')}
                  </th>
                  <th scope="col" className={styles.figure}>
                    {t('late')}
                  </th>
                  <th scope="col">{t('rate')}</th>
                </tr>
              </thead>
              <tbody>
                {items
                  .toSorted((one, other) => rateOf(one) - rateOf(other))
                  .map((step) => (
                    <Row key={`${step.definition.key} ${step.step.path} ${step.organisation?.id}`} of={step} query={query} />
                  ))}
              </tbody>
            </table>
          </section>
        )
      }
    </Answer>
  );
}

/** Without a due time nothing is late. */
const rateOf = ({ withDue, onTime }: Step): number => (withDue === 0 ? 2 : onTime / withDue);

function Row({ of, query }: { readonly of: Step; readonly query: Readonly<Record<string, string | undefined>> }) {
  const { t } = useTranslation('followUp');
  const text = useText();
  const { definition, step, organisation, decided, withDue, onTime } = of;
  const where = `${text(step.title)} ${organisation?.name ?? ''}`.trim();
  const list = { ...query, definition: definition.key, step: step.path, own: organisation?.id };
  return (
    <tr>
      <th scope="row">
        {text(step.title)}
        <span className={styles.under}>{text(definition.title)}</span>
      </th>
      <td>{organisation?.name}</td>
      <Figure count={decided} where={where} what={t('decided')} to={addressOf('/follow-up/decided', list)} />
      <Figure
        count={withDue - onTime}
        where={where}
        what={t('late')}
        to={addressOf('/follow-up/decided', { ...list, late: 'true' })}
        isLate
      />
      <td>
        <Rate share={withDue === 0 ? undefined : onTime / withDue} />
      </td>
    </tr>
  );
}

function Rate({ share }: { readonly share: number | undefined }) {
  const { t } = useTranslation('followUp');
  const language = useLanguage();
  if (share === undefined) return <span className={styles.none}>{t('noDue')}</span>;
  return (
    <span className={styles.rate}>
      <span className={styles.bar} aria-hidden>
        <span style={{ width: `${share * 100}%` }} />
      </span>
      {percentage(share, language)}
    </span>
  );
}
