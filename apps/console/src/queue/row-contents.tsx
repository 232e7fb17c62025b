import { useTranslation } from 'react-i18next';
import type { components } from '../api/schema.d.ts';
import { useOutcome } from '../case/outcome.ts';
import { Due } from '../time/due.tsx';
import { Instant } from '../time/instant.tsx';
import { useText } from '../words/language.ts';
import styles from './queue.module.css';
import type { RowContent } from './rows.tsx';

type Schemas = components['schemas'];

/** What each list says of its cases, in the same two lines. */
export function useRowContents() {
  const { t } = useTranslation(['queue', 'case']);
  const text = useText();
  const outcomeOf = useOutcome();
  const statesOf = ({ states }: Schemas['ListedInstance']): string => states.map(({ title }) => text(title)).join(t('case:comma'));
  return {
    open: ({ id, instance, title, step, dueAt, isClaimed }: Schemas['WaitingTask']): RowContent => ({
      key: id,
      instance,
      title: text(title),
      where: text(step.title),
      note: isClaimed && <span className={styles.tag}>{t('claimed')}</span>,
      when: <Due at={dueAt} />,
    }),
    decided: ({ id, instance, title, step, outcome, decidedAt }: Schemas['DecidedTask']): RowContent => ({
      key: id,
      instance,
      title: text(title),
      where: text(step.title),
      note: <span className={styles.tag}>{outcomeOf(outcome)}</span>,
      when: <Instant at={decidedAt} />,
    }),
    started: (found: Schemas['ListedInstance']): RowContent => ({
      key: found.id,
      instance: found.id,
      title: text(found.title),
      where: statesOf(found),
      when: <Instant at={found.changedAt} />,
    }),
    copied: (found: Schemas['CopiedInstance']): RowContent => ({
      key: `${found.id} ${found.copiedAt}`,
      instance: found.id,
      title: text(found.title),
      where: statesOf(found),
      note: <span className={styles.tag}>{t('copiedBy', { name: found.copiedBy.name })}</span>,
      when: <Instant at={found.copiedAt} />,
    }),
  };
}
