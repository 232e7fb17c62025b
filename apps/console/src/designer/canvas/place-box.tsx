import { ExclamationCircleFilled, WarningFilled } from '@ant-design/icons';
import { Handle, type Node, type NodeProps, Position } from '@xyflow/react';
import { useTranslation } from 'react-i18next';
import type { Finding } from '#engine';
import { useText } from '../../words/language.ts';
import { CommentCount } from '../comments/comment-count.tsx';
import type { PlayMark } from '../player/marks.ts';
import { PlayedMark } from '../player/played-mark.tsx';
import { useAssigneeWords } from '../words/assignees.ts';
import { useWayWord } from '../words/ways.ts';
import styles from './canvas.module.css';
import { type DrawnNode, handleOf, handlesOf } from './drawing.ts';

interface Place extends Record<string, unknown> {
  readonly drawn: DrawnNode;
  readonly findings: readonly Finding[];
  /** While something is played. */
  readonly mark: PlayMark | undefined;
}
export type PlaceNode = Node<Place, 'place' | 'bar' | 'frame'>;

/** A state: who is asked, and what can be said there; ways are drawn from each thing that can be said. */
export function PlaceBox({ data: { drawn, findings, mark }, selected }: NodeProps<PlaceNode>) {
  const { t } = useTranslation('designer');
  const text = useText();
  const assignees = useAssigneeWords();
  const wayWord = useWayWord();
  const { place } = drawn;
  const isSmall = place.kind === 'end' || place.kind === 'history';
  return (
    <div className={styles.place} data-kind={place.kind} data-selected={selected} data-path={place.path} data-mark={mark}>
      <Handle type="target" position={Position.Top} className={styles.arrive ?? ''} isConnectableStart={false} />
      <strong title={text(place.title)}>{text(place.title)}</strong>
      {!isSmall && <span className={styles.who}>{place.kind === 'step' ? assignees(place.assignees) : t(`kind-${place.kind}`)}</span>}
      <span className={styles.played}>
        <PlayedMark mark={mark} />
      </span>
      <span className={styles.corner}>
        <CommentCount pointer={place.pointer} isWhole />
        <Marks findings={findings} />
      </span>
      {place.kind === 'end' ? (
        <Handle type="source" position={Position.Bottom} className={styles.hidden ?? ''} isConnectable={false} />
      ) : (
        <div className={styles.ways}>
          {handlesOf(place).map((way) => (
            <span key={handleOf(way)} data-kind={way.outcome?.kind ?? 'other'} data-open={!way.isWritten} title={wayWord(way)}>
              <span>{wayWord(way)}</span>
              <Handle id={handleOf(way)} type="source" position={Position.Bottom} className={styles.leave ?? ''} isConnectableEnd={false} />
            </span>
          ))}
        </div>
      )}
    </div>
  );
}

function Marks({ findings }: { readonly findings: readonly Finding[] }) {
  const { t } = useTranslation('designer');
  if (findings.length === 0) return null;
  const isError = findings.some(({ severity }) => severity === 'error');
  return (
    <span className={styles.marks} data-severity={isError ? 'error' : 'warning'} title={t('findingsHere', { count: findings.length })}>
      {isError ? <ExclamationCircleFilled aria-hidden /> : <WarningFilled aria-hidden />} {findings.length}
      <span className="unseen">{t('findingsHere', { count: findings.length })}</span>
    </span>
  );
}

/** Where regions part, and where they wait for each other. */
export function Bar({ data: { drawn }, selected }: NodeProps<PlaceNode>) {
  const { t } = useTranslation('designer');
  const handle = drawn.kind === 'join' ? 'onDone:' : undefined;
  return (
    <div className={styles.bar} data-selected={selected} title={drawn.kind === 'join' ? t('join') : t('fork')}>
      <Handle
        type="target"
        position={Position.Top}
        className={styles.arrive ?? ''}
        isConnectable={drawn.kind === 'fork'}
        isConnectableStart={false}
      />
      <Handle
        type="source"
        position={Position.Bottom}
        className={styles.leave ?? ''}
        isConnectable={handle !== undefined}
        isConnectableEnd={false}
      />
    </div>
  );
}

export function Frame({ data: { drawn }, selected }: NodeProps<PlaceNode>) {
  const text = useText();
  return (
    <div className={styles.frame} data-selected={selected}>
      {text(drawn.place.title)}
    </div>
  );
}
