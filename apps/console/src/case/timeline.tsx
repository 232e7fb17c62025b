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
import type { Case } from './form-fields.ts';
import { useOutcome } from './outcome.ts';
import { RoundChanges } from './round-changes.tsx';

type Line = components['schemas']['HistoryLine'];
type Kind = keyof Resources['history'];

const isKind = (kind: string): kind is Kind => Object.hasOwn(history, kind);

/** What happened, the latest first; what the system did by itself is told apart. */
export function Timeline({ of }: { readonly of: Case }) {
  const { t } = useTranslation('case');
  const lines = api.useQuery('get', '/api/instances/{id}/history', { params: { path: { id: of.id } } });
  return (
    <section aria-labelledby="timeline-title" className={styles.paper}>
      <h2 id="timeline-title">{t('timeline')}</h2>
      <Answer of={lines} lines={4}>
        {({ lines: all }) => (
          <ol className={styles.timeline}>
            {all
              .map((line, place) => ({ line, from: all[place - 1]?.formVersion ?? line.formVersion }))
              .toReversed()
              .map(({ line, from }) => (
                <TimelineLine key={line.sequence} of={of} line={line} from={from} />
              ))}
          </ol>
        )}
      </Answer>
    </section>
  );
}

interface TimelineLineProps {
  readonly of: Case;
  readonly line: Line;
  /** The version of the form that it was done on. */
  readonly from: number;
}

function TimelineLine({ of, line, from }: TimelineLineProps) {
  const { t } = useTranslation('case');
  const text = useText();
  const { kind, by, comment = '', at, to, attachments, migration } = line;
  return (
    <li className={by === undefined ? styles.bySystem : undefined} data-remark={kind === 'commented' || undefined}>
      <span className={styles.sign}>{signOf(line)}</span>
      <div>
        <Done line={line} />
        {migration !== undefined && <p className={styles.faint}>{t('betweenVersions', { from: migration.from, to: migration.to })}</p>}
        <Standing line={line} />
        {comment !== '' && <blockquote className={styles.comment}>{comment}</blockquote>}
        {attachments.map(({ id }) => (
          <AttachmentLink key={id} id={id} />
        ))}
        {from < line.formVersion && <RoundChanges of={of} from={from} to={line.formVersion} />}
        <p className={styles.faint}>
          <Instant at={at} /> {isMoved(line) && t('to', { steps: to.map(({ title }) => text(title)).join(t('comma')) })}
        </p>
      </div>
    </li>
  );
}

/** Who did what, and to whom. */
function Done({ line: { kind, by, onBehalfOf, outcome, people } }: { readonly line: Line }) {
  const { t } = useTranslation(['case', 'history']);
  const named = useOutcome();
  const done = outcome === undefined ? t(`history:${isKind(kind) ? kind : 'other'}`) : named(outcome);
  const who = by === undefined ? t('bySystem') : by.name;
  return (
    <p>
      {by === undefined && <span className={styles.systemTag}>{t('automatic')}</span>}
      <strong>{onBehalfOf === undefined ? who : t('byDeputy', { name: who, principal: onBehalfOf.name })}</strong>{' '}
      <span className={styles.doing}>{done}</span>
      {people !== undefined && ` ${people.map(({ name }) => name).join(t('comma'))}`}
    </p>
  );
}

/** As what somebody did it, and in which step. */
function Standing({ line: { by, step } }: { readonly line: Line }) {
  const { t } = useTranslation('case');
  const text = useText();
  const post = by?.post === undefined ? undefined : t('postAt', { organisation: by.organisation ?? '', post: text(by.post.title) });
  const parts = [post, step && text(step.title)].filter((part) => part !== undefined);
  return parts.length === 0 ? null : <p className={styles.faint}>{parts.join(' · ')}</p>;
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
