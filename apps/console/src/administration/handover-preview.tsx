import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { Empty } from '../state/empty.tsx';
import { useSaid } from '../state/failed.tsx';
import { Tag } from '../state/tag.tsx';
import { Due } from '../time/due.tsx';
import { useText } from '../words/language.ts';
import styles from './administration.module.css';
import { OtherDuties } from './other-duties.tsx';
import { PersonPicker } from './person-picker.tsx';
import { type SuccessionDraft, successionOf } from './succession.ts';

type Schemas = components['schemas'];
type Task = Schemas['HandoverPreview']['tasks'][number];

interface HandoverPreviewCardProps {
  readonly preview: Schemas['HandoverPreview'];
  readonly draft: SuccessionDraft;
  readonly put: (change: Partial<SuccessionDraft>) => void;
  /** Looks anew: what there is has changed. */
  readonly refresh: () => void;
  readonly onDone: (report: Schemas['HandoverReport']) => void;
}

/** Each task, and to whom it would go; then the hand-over itself. */
export function HandoverPreviewCard({ preview, draft, put, refresh, onDone }: HandoverPreviewCardProps) {
  const { t } = useTranslation('organisations');
  const { person, tasks, possible, leftOut, elsewhere } = preview;
  const choose = (task: string, chosen: string | undefined): void => {
    const { [task]: _former, ...others } = draft.byTask;
    put({ byTask: chosen === undefined ? others : { ...others, [task]: chosen } });
  };
  return (
    <>
      <section className={styles.card} aria-labelledby="tasks-title">
        <header className={styles.cardHead}>
          <h2 id="tasks-title">{t('tasksOf', { count: tasks.length })}</h2>
          <p className={styles.line}>
            {leftOut > 0 && <span className={styles.bad}>{t('cannotBe', { count: leftOut })}</span>}
            {elsewhere > 0 && <span className={styles.small}>{t('elsewhere', { count: elsewhere })}</span>}
          </p>
        </header>
        {tasks.length === 0 ? (
          <Empty title={t('nothingToHandOver')} hint={t('nothingToHandOverHint')} />
        ) : (
          <ul className={styles.rows}>
            {tasks.map((task) => (
              <TaskRow key={task.id} task={task} person={person.id} chosen={draft.byTask[task.id]} choose={(to) => choose(task.id, to)} />
            ))}
          </ul>
        )}
        {possible > 0 && <Confirmation preview={preview} draft={draft} refresh={refresh} onDone={onDone} />}
      </section>
      <OtherDuties of={preview} />
    </>
  );
}

interface TaskRowProps {
  readonly task: Task;
  readonly person: string;
  readonly chosen: string | undefined;
  readonly choose: (person: string | undefined) => void;
}

function TaskRow({ task, person, chosen, choose }: TaskRowProps) {
  const { t } = useTranslation('organisations');
  const text = useText();
  const { id, instance, title, step, dueAt, isClaimed, isOwnCase, successor, refusal } = task;
  return (
    <li>
      <div>
        <p className={styles.line}>
          <Link to={`/cases/${instance}`}>{text(title)}</Link>
          <Tag>{text(step.title)}</Tag>
          {isClaimed && <Tag>{t('isClaimed')}</Tag>}
          {isOwnCase && <Tag>{t('isOwnCase')}</Tag>}
        </p>
        {refusal ? (
          <p className={styles.bad}>{refusal.detail}</p>
        ) : (
          <p className={styles.small}>
            {successor ? t('goesTo', { name: successor.name }) : t('backToPost')}
            {dueAt !== undefined && (
              <>
                {' · '}
                <Due at={dueAt} />
              </>
            )}
          </p>
        )}
      </div>
      <div className={styles.rowPicker} data-task={id}>
        <PersonPicker label={t('asDefault')} value={chosen} without={person} onChange={choose} />
      </div>
    </li>
  );
}

type ConfirmationProps = Pick<HandoverPreviewCardProps, 'preview' | 'draft' | 'refresh' | 'onDone'>;

function Confirmation({ preview: { person, expected, possible }, draft, refresh, onDone }: ConfirmationProps) {
  const { t } = useTranslation('organisations');
  const said = useSaid();
  const [comment, setComment] = useState('');
  const handOver = api.useMutation('post', '/api/people/{person}/handover', {
    onSuccess: onDone,
    onError: ({ code }) => {
      if (code === 'handover.outdated') refresh();
    },
  });
  const succession = successionOf(draft);
  const params = { path: { person: person.id }, header: { 'If-Match': expected } };
  return (
    <div className={`${styles.padded} ${styles.form} ${styles.foot}`}>
      <Input.TextArea
        aria-label={t('comment')}
        placeholder={t('comment')}
        value={comment}
        maxLength={2000}
        autoSize={{ minRows: 2, maxRows: 6 }}
        onChange={({ target }) => setComment(target.value)}
      />
      {handOver.error !== null && (
        <Alert
          type="error"
          showIcon
          role="alert"
          title={(handOver.error as { code?: string }).code === 'handover.outdated' ? t('outdated') : said(handOver.error)}
        />
      )}
      <div>
        <Button
          type="primary"
          disabled={comment.trim() === '' || succession === undefined}
          loading={handOver.isPending}
          onClick={() => succession && handOver.mutate({ params, body: { ...succession, comment: comment.trim() } })}
        >
          {t('handOver', { count: possible })}
        </Button>
      </div>
    </div>
  );
}
