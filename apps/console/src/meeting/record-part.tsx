import { Button, Progress } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { present } from '../session/session.ts';
import { Empty } from '../state/empty.tsx';
import { useWritten } from '../time/formats.ts';
import { AttachAll } from './attach-all.tsx';
import { useDrafts } from './findings.ts';
import styles from './meeting.module.css';
import type { PartProps } from './part.ts';
import { RecordRow } from './record-row.tsx';
import { useKeys, useRecording } from './recording.ts';
import { useSending } from './sending.ts';

interface RecordProps extends PartProps {
  readonly onDone: () => void;
}

/** What the meeting came to, item by item: one key each, and on to the next. */
export function RecordPart({ of, isWorking, onDone }: RecordProps) {
  const { t } = useTranslation('meeting');
  const written = useWritten();
  if (of.items.length === 0) return <Empty title={t('emptyAgenda')} hint="" />;
  if (Date.parse(of.heldAt) > present()) {
    return <Empty title={t('notBegun')} hint={t('notBegunHint', { at: `${written(of.heldAt, 'date')} ${written(of.heldAt, 'clock')}` })} />;
  }
  return <Recording of={of} isWorking={isWorking} onDone={onDone} />;
}

function Recording({ of, isWorking, onDone }: RecordProps) {
  const { t } = useTranslation('meeting');
  const { sent, waiting } = useSending(of);
  const drafts = useDrafts(of.id);
  const list = useRef<HTMLOListElement>(null);
  const { active, choose, decide, confirm, keys } = useRecording(of, list);
  const { items } = of;
  const recorded = items.filter((item) => item.finding !== undefined && drafts[item.task.id]?.fault === undefined).length;
  useKeys(isWorking ? keys : {});
  return (
    <>
      <div className={styles.progress}>
        <Progress percent={Math.round((recorded / items.length) * 100)} showInfo={false} size="small" aria-label={t('record')} />
        <span>{t('progress', { done: recorded, all: items.length })}</span>
        {waiting > 0 && <span className={styles.warned}>{t('unsaved', { count: waiting })}</span>}
        {isWorking && <AttachAll of={of} />}
      </div>
      {isWorking && <p className={styles.keys}>{t('recordKeys')}</p>}
      <ol className={styles.record} ref={list} aria-label={t('record')}>
        {items.map((item) => (
          <RecordRow
            key={item.task.id}
            of={of}
            item={item}
            isWorking={isWorking}
            isActive={item === active}
            isSent={item.task.id === sent}
            onActivate={() => choose(item)}
            onOutcome={(outcome) => decide(item, outcome)}
            onConfirm={() => confirm(item)}
          />
        ))}
      </ol>
      {isWorking && recorded === items.length && waiting === 0 && (
        <Button type="primary" size="large" onClick={onDone}>
          {t('goToMinutes')}
        </Button>
      )}
    </>
  );
}
