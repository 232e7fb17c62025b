import {
  CheckCircleOutlined,
  CloseCircleOutlined,
  MessageOutlined,
  RobotOutlined,
  RollbackOutlined,
  UserOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { Answer } from '../state/answer.tsx';
import { Instant } from '../time/instant.tsx';
import type { Resources } from '../words/catalogue.ts';
import { history } from '../words/history.ts';
import { useText } from '../words/language.ts';
import { AttachmentLink } from './attachment-link.tsx';
import styles from './case.module.css';
import { useOutcome } from './outcome.ts';

type Line = components['schemas']['HistoryLine'];
type Kind = keyof Resources['history'];

const isKind = (kind: string): kind is Kind => Object.hasOwn(history, kind);

/** What happened, the latest first; what the system did by itself is told apart. */
export function Timeline({ instance }: { readonly instance: string }) {
  const { t } = useTranslation('case');
  const lines = api.useQuery('get', '/api/instances/{id}/history', { params: { path: { id: instance } } });
  return (
    <section aria-labelledby="timeline-title" className={styles.paper}>
      <h2 id="timeline-title">{t('timeline')}</h2>
      <Answer of={lines} lines={4}>
        {({ lines: all }) => (
          <ol className={styles.timeline}>
            {all.toReversed().map((line) => (
              <TimelineLine key={line.sequence} line={line} />
            ))}
          </ol>
        )}
      </Answer>
    </section>
  );
}

function TimelineLine({ line }: { readonly line: Line }) {
  const { t } = useTranslation(['case', 'history']);
  const text = useText();
  const outcome = useOutcome();
  const { kind, by, onBehalfOf, step, comment, at, to, attachments, people = [] } = line;
  const done = line.outcome === undefined ? t(`history:${isKind(kind) ? kind : 'other'}`) : outcome(line.outcome);
  const who = by === undefined ? t('bySystem') : by.name;
  return (
    <li className={by === undefined ? styles.bySystem : undefined}>
      <span className={styles.sign}>{signOf(line)}</span>
      <div>
        <p>
          <strong>{onBehalfOf === undefined ? who : t('byDeputy', { name: who, principal: onBehalfOf.name })}</strong>{' '}
          <span className={styles.doing}>{done}</span>
          {people.length > 0 && ` ${people.map(({ name }) => name).join(t('comma'))}`}
        </p>
        {step !== undefined && <p className={styles.faint}>{text(step.title)}</p>}
        {comment !== undefined && comment !== '' && <blockquote className={styles.comment}>{comment}</blockquote>}
        {attachments.map(({ id }) => (
          <AttachmentLink key={id} id={id} />
        ))}
        <p className={styles.faint}>
          <Instant at={at} /> {isMoved(line) && t('to', { steps: to.map(({ title }) => text(title)).join(t('comma')) })}
        </p>
      </div>
    </li>
  );
}

const isMoved = ({ from, to }: Line): boolean => from.map(({ path }) => path).join() !== to.map(({ path }) => path).join();

function signOf({ by, kind, outcome }: Line): ReactNode {
  if (by === undefined) return <RobotOutlined aria-hidden />;
  if (kind === 'commented') return <MessageOutlined aria-hidden />;
  if (outcome === 'reject') return <CloseCircleOutlined aria-hidden className={styles.refused} />;
  if (outcome === 'return' || kind === 'withdrawn' || kind === 'taken-back')
    return <RollbackOutlined aria-hidden className={styles.returned} />;
  if (outcome !== undefined) return <CheckCircleOutlined aria-hidden className={styles.agreed} />;
  return <UserOutlined aria-hidden />;
}
