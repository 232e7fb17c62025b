import { PrinterOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../api/client.ts';
import { Answer } from '../state/answer.tsx';
import { usePhone } from '../theme/media.ts';
import { Due } from '../time/due.tsx';
import { Instant } from '../time/instant.tsx';
import { useText } from '../words/language.ts';
import { AskPanel } from './ask-panel.tsx';
import { AskSheet } from './ask-sheet.tsx';
import { Attachments } from './attachments.tsx';
import styles from './case.module.css';
import type { Case } from './form-fields.ts';
import { FormView } from './form-view.tsx';
import { useOutcome } from './outcome.ts';
import { Overtaken } from './overtaken.tsx';
import { Path } from './path/path.tsx';
import { ReturnedLists, ToMend } from './returned-lists.tsx';
import { StepFields } from './step-fields.tsx';
import { Timeline } from './timeline.tsx';
import { VerbMenu } from './verbs/verb-menu.tsx';
import { useWho } from './who.ts';

interface CaseViewProps {
  readonly id: string;
  /** Whether the title is the page's heading, or one below it. */
  readonly isPage?: boolean;
  readonly onDecided?: () => void;
}

/** Everything an approver needs of a case, without leaving it. */
export function CaseView({ id, isPage = false, onDecided }: CaseViewProps) {
  const read = api.useQuery('get', '/api/instances/{id}', { params: { path: { id } } });
  return <Answer of={read}>{(found) => <Read of={found} isPage={isPage} onDecided={onDecided} />}</Answer>;
}

function Read({ of, isPage, onDecided }: { readonly of: Case; readonly isPage: boolean; readonly onDecided: (() => void) | undefined }) {
  const { t } = useTranslation('case');
  const isPhone = usePhone();
  const tasks = of.myTasks.filter(({ choices }) => choices.length > 0);
  return (
    <article className={styles.case}>
      <CaseHead of={of} isPage={isPage} />
      <div className={styles.columns}>
        <div className={styles.main}>
          {tasks.map((task) => (
            <ToMend key={task.id} task={task} />
          ))}
          <ReturnedLists of={of} />
          {tasks.map((task) => (
            <StepFields key={task.id} of={of} task={task} />
          ))}
          <FormView of={of} />
          <Attachments of={of} />
        </div>
        <aside className={styles.side} aria-label={t('asked')}>
          <Overtaken of={of} />
          {isPhone ? (
            <AskSheet of={of} tasks={tasks} onDecided={onDecided} />
          ) : (
            tasks.map((task) => <AskPanel key={task.id} of={of} task={task} onDecided={onDecided} />)
          )}
          {!of.isFinished && <Waiting of={of} />}
          <VerbMenu of={of} />
          <Path of={of} />
          <Timeline of={of} />
        </aside>
      </div>
    </article>
  );
}

function CaseHead({ of, isPage }: { readonly of: Case; readonly isPage: boolean }) {
  const { t } = useTranslation('case');
  const text = useText();
  const Title = isPage ? 'h1' : 'h2';
  return (
    <header className={styles.head}>
      <Title className={styles.title}>{text(of.title)}</Title>
      <p className={styles.state} data-state={of.isFinished ? 'finished' : 'open'}>
        {of.states.map(({ title }) => text(title)).join(t('comma'))}
        {of.isSuspended && `${t('comma')}${t('suspended')}`}
      </p>
      <p className={styles.facts}>
        <span>{t('number', { number: of.number })}</span>
        <span>{text(of.definition.title)}</span>
        <span>{of.organisation.name}</span>
        <span>{of.applicant?.name ?? t('bySystem')}</span>
        <span>
          {t('startedAt')} <Instant at={of.startedAt} />
        </span>
        <Link to={`/cases/${of.id}/print`}>
          <PrinterOutlined aria-hidden /> {t('print')}
        </Link>
      </p>
    </header>
  );
}

/** Who has it now, and until when. */
function Waiting({ of }: { readonly of: Case }) {
  const { t } = useTranslation('case');
  const text = useText();
  const who = useWho();
  const mine = new Set(of.myTasks.map(({ id }) => id));
  const steps = of.steps
    .map((step) => ({ ...step, tasks: step.tasks.filter(({ id }) => !mine.has(id)) }))
    .filter(({ tasks, isHeld }) => tasks.length > 0 || isHeld);
  if (steps.length === 0) return null;
  return (
    <section className={styles.paper} aria-labelledby="waiting-title">
      <h2 id="waiting-title">{t('waitsFor')}</h2>
      <ul className={styles.waiting}>
        {steps.map(({ path, title, dueAt, tasks, isHeld }) => (
          <li key={path}>
            <p>
              <strong>{text(title)}</strong> <Due at={dueAt} />
            </p>
            {isHeld && <p className={styles.fault}>{t('held')}</p>}
            {tasks.map(({ id, assignee, claimedBy, outcome }) => (
              <p key={id}>
                {who(assignee)} {claimedBy && <span className={styles.faint}>{t('claimedBy', { name: claimedBy.name })}</span>}
                {outcome !== undefined && <Decided outcome={outcome} />}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Decided({ outcome }: { readonly outcome: string }) {
  const { t } = useTranslation('case');
  const named = useOutcome();
  return <span className={styles.faint}>{t('decidedAlready', { outcome: named(outcome) })}</span>;
}
