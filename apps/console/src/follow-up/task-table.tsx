import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { components } from '../api/schema.d.ts';
import { Due } from '../time/due.tsx';
import { useWritten } from '../time/formats.ts';
import { Instant } from '../time/instant.tsx';
import { useText } from '../words/language.ts';
import styles from './follow-up.module.css';

type Task = components['schemas']['ListedTask'] & { readonly decidedAt?: string };

/** Tasks of whoever they are: of which case, in which step, since when and until when. */
export function TaskTable({ tasks, label }: { readonly tasks: readonly Task[]; readonly label: string }) {
  const { t } = useTranslation('followUp');
  const isDecided = tasks.some(({ decidedAt }) => decidedAt !== undefined);
  return (
    <section className={styles.frame} tabIndex={0} aria-label={label}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('case')}</th>
            <th scope="col">{t('step')}</th>
            <th scope="col">{t('came')}</th>
            <th scope="col">{t('due')}</th>
            {isDecided && <th scope="col">{t('decidedAt')}</th>}
          </tr>
        </thead>
        <tbody>
          {tasks.map((task) => (
            <Row key={task.id} task={task} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ task: { instance, title, definition, step, openedAt, dueAt, decidedAt } }: { readonly task: Task }) {
  const text = useText();
  return (
    <tr>
      <th scope="row">
        <Link to={`/cases/${instance}`}>{text(title)}</Link>
        <span className={styles.under}>{text(definition.title)}</span>
      </th>
      <td>{text(step.title)}</td>
      <td>
        <Instant at={openedAt} />
      </td>
      <td>{decidedAt === undefined ? <Due at={dueAt} /> : <DueThen at={dueAt} decidedAt={decidedAt} />}</td>
      {decidedAt !== undefined && (
        <td>
          <Instant at={decidedAt} />
        </td>
      )}
    </tr>
  );
}

/** When it had been due, and whether that was kept. */
function DueThen({ at, decidedAt }: { readonly at: string | undefined; readonly decidedAt: string }) {
  const { t } = useTranslation('followUp');
  const written = useWritten();
  if (at === undefined) return <span className={styles.none}>{t('noDue')}</span>;
  const isLate = decidedAt > at;
  return (
    <span className={isLate ? styles.late : undefined} title={written(at, 'exact')}>
      {written(at, 'day')} {isLate && t('late')}
    </span>
  );
}
