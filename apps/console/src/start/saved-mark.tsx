import { CheckOutlined, CloudOutlined, LoadingOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useWritten } from '../time/formats.ts';
import styles from './start.module.css';
import type { StartDraft } from './start-draft.ts';

/** Quietly: whether what is typed has reached the server, and when. */
export function SavedMark({ of: { draft, saving } }: { readonly of: StartDraft }) {
  const { t } = useTranslation('start');
  const written = useWritten();
  if (saving.kind === 'cut-off') {
    return (
      <p className={styles.mark} data-warning>
        <CloudOutlined aria-hidden /> {t('savedHere')}
      </p>
    );
  }
  if (saving.kind === 'sending' || !draft.isSaved) {
    return (
      <p className={styles.mark}>
        <LoadingOutlined aria-hidden /> {t('saving')}
      </p>
    );
  }
  if (draft.savedAt === undefined) return <p className={styles.mark}>{t('savesItself')}</p>;
  return (
    <p className={styles.mark}>
      <CheckOutlined aria-hidden /> {t('saved', { time: written(draft.savedAt, 'clock') })}
    </p>
  );
}

/** Two devices wrote on: neither is thrown away before somebody has said which. */
export function PartedDrafts({ of: { saving, settle } }: { readonly of: StartDraft }) {
  const { t } = useTranslation('start');
  const written = useWritten();
  if (saving.kind !== 'parted') return null;
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={t('parted', { time: written(saving.theirs.savedAt, 'exact') })}
      description={t('partedHint')}
      action={
        <div className={styles.partedActions}>
          <Button onClick={() => settle('mine')}>{t('keepMine')}</Button>
          <Button onClick={() => settle('theirs')}>{t('takeTheirs')}</Button>
        </div>
      }
    />
  );
}
