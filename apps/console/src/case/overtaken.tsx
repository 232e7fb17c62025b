import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { Instant } from '../time/instant.tsx';
import { useText } from '../words/language.ts';
import styles from './case.module.css';
import { useLeftOver } from './drafts.ts';
import type { Case } from './form-fields.ts';
import { useOutcome } from './outcome.ts';

type Line = components['schemas']['HistoryLine'];

/** Somebody was quicker: who, with what, and where the case stands since. What was typed is still here. */
export function Overtaken({ of }: { readonly of: Case }) {
  const leftOver = useLeftOver(
    of.id,
    of.myTasks.map(({ id }) => id),
  );
  if (leftOver === undefined) return null;
  return <Told of={of} task={leftOver.task} comment={leftOver.comment} onDrop={leftOver.drop} />;
}

interface ToldProps {
  readonly of: Case;
  readonly task: string;
  readonly comment: string;
  readonly onDrop: () => void;
}

function Told({ of, task, comment, onDrop }: ToldProps) {
  const { t } = useTranslation('case');
  const text = useText();
  const outcome = useOutcome();
  const { data } = api.useQuery('get', '/api/instances/{id}/history', { params: { path: { id: of.id } } });
  const line = lineOf(data?.lines ?? [], Number(task.split('.').at(-1)));
  return (
    <Alert
      type="info"
      showIcon
      title={
        line?.by === undefined
          ? t('overtaken')
          : t('overtakenBy', { name: line.by.name, outcome: line.outcome === undefined ? t('outcomeOther') : outcome(line.outcome) })
      }
      description={
        <div className={styles.overtaken}>
          <p>
            {line !== undefined && <Instant at={line.at} />}{' '}
            {t('nowAt', { states: of.states.map(({ title }) => text(title)).join(t('comma')) })}
          </p>
          <p>{t('stillHere')}</p>
          <blockquote className={styles.comment}>{comment}</blockquote>
          <Button size="small" onClick={onDrop}>
            {t('dropIt')}
          </Button>
        </div>
      }
    />
  );
}

/** What ended a task: its own line or, where it was closed by another's decision, that decision. */
const lineOf = (lines: readonly Line[], task: number): Line | undefined =>
  lines.findLast((line) => line.task === task && line.by !== undefined) ??
  lines.findLast(({ by, kind }) => by !== undefined && kind === 'decided');
