import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { present } from '../session/session.ts';
import { Empty } from '../state/empty.tsx';
import { Instant } from '../time/instant.tsx';
import { Closing } from './closing.tsx';
import { useDrafts } from './findings.ts';
import styles from './meeting.module.css';
import { MinutesPaper } from './minutes-paper.tsx';
import type { PartProps } from './part.ts';

interface MinutesPartProps extends PartProps {
  /** Leads to where items are recorded. */
  readonly onItem: () => void;
}

/** The minutes as they were signed; before that, what would be signed and what would become of each item. */
export function MinutesPart({ of, isWorking, onItem }: MinutesPartProps) {
  const { t } = useTranslation('meeting');
  const drafts = useDrafts(of.id);
  const { minutes, items } = of;
  if (minutes !== undefined) {
    return (
      <>
        <MinutesPaper text={minutes.text} />
        <p className={styles.signature}>
          <span>
            {t('signed', { name: minutes.signedBy.name })} <Instant at={minutes.signedAt} />
          </span>
          <span className={styles.faint} title={t('hashHint')}>
            {t('hash', { digest: minutes.sha256 })}
          </span>
        </p>
      </>
    );
  }
  const open = items.filter(({ task, finding }) => finding === undefined || drafts[task.id]?.isReady === true).length;
  const isComplete = items.length > 0 && open === 0 && Date.parse(of.heldAt) <= present();
  if (!isWorking || !isComplete) {
    return (
      <Empty title={t('noMinutes')} hint={isWorking ? t('noMinutesHint') : ''}>
        {isWorking && items.length > 0 && (
          <Button onClick={onItem}>{t('progress', { done: items.length - open, all: items.length })}</Button>
        )}
      </Empty>
    );
  }
  return <Closing of={of} onItem={onItem} />;
}
