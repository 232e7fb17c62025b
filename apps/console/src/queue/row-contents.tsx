import { useTranslation } from 'react-i18next';
import type { components } from '../api/schema.d.ts';
import { useOutcome } from '../case/outcome.ts';
import { Due } from '../time/due.tsx';
import { Instant } from '../time/instant.tsx';
import { useText } from '../words/language.ts';
import styles from './queue.module.css';
import type { RowContent } from './rows.tsx';

type Schemas = components['schemas'];

/** What each list says of its cases: in two lines, the same in all of them, and in the columns of a table. */
export function useRowContents() {
  const { t } = useTranslation(['queue', 'case']);
  const text = useText();
  const outcomeOf = useOutcome();
  const { statesOf, taskCells, caseCells } = useSharedCells();
  return {
    open: (task: Schemas['WaitingTask']): RowContent => ({
      key: task.id,
      instance: task.instance,
      title: text(task.title),
      where: text(task.step.title),
      tag: task.isClaimed && t('claimed'),
      when: <Due at={task.dueAt} />,
      cells: {
        ...taskCells(task),
        openedAt: <Instant at={task.openedAt} />,
        dueAt: <Due at={task.dueAt} />,
        limitAt: task.limitAt === undefined ? t('noLimit') : <Due at={task.limitAt} />,
      },
    }),
    decided: (task: Schemas['DecidedTask']): RowContent => ({
      key: task.id,
      instance: task.instance,
      title: text(task.title),
      where: text(task.step.title),
      note: <span className={styles.tag}>{outcomeOf(task.outcome)}</span>,
      when: <Instant at={task.decidedAt} />,
      cells: { ...taskCells(task), outcome: outcomeOf(task.outcome), decidedAt: <Instant at={task.decidedAt} /> },
    }),
    started: (found: Schemas['ListedInstance']): RowContent => ({
      key: found.id,
      instance: found.id,
      title: text(found.title),
      where: statesOf(found),
      when: <Instant at={found.changedAt} />,
      cells: { ...caseCells(found), startedAt: <Instant at={found.startedAt} />, changedAt: <Instant at={found.changedAt} /> },
    }),
    copied: (found: Schemas['CopiedInstance']): RowContent => ({
      key: `${found.id} ${found.copiedAt}`,
      instance: found.id,
      title: text(found.title),
      where: statesOf(found),
      note: <span className={styles.tag}>{t('copiedBy', { name: found.copiedBy.name })}</span>,
      when: <Instant at={found.copiedAt} />,
      cells: { ...caseCells(found), copiedBy: found.copiedBy.name, copiedAt: <Instant at={found.copiedAt} /> },
    }),
  };
}

/** What several lists have in their columns. */
function useSharedCells() {
  const { t } = useTranslation(['queue', 'case']);
  const text = useText();
  const statesOf = ({ states }: Schemas['ListedInstance']): string => states.map(({ title }) => text(title)).join(t('case:comma'));
  const taskCells = ({ number, place, definition, step, post }: Schemas['WaitingTask'] | Schemas['DecidedTask']) => ({
    number,
    place: place?.name,
    definition: text(definition.title),
    step: text(step.title),
    post: post === undefined ? t('throughOwn') : text(post.title),
  });
  const caseCells = (found: Schemas['ListedInstance']) => ({
    number: found.number,
    place: found.place?.name,
    definition: text(found.definition.title),
    states: statesOf(found),
  });
  return { statesOf, taskCells, caseCells };
}
