import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Instant } from '../../time/instant.tsx';
import { type Saver, useSaving } from './saver.ts';
import styles from './saving.module.css';

/** Whether what is on the screen is on the server. */
export function SavedMark() {
  const { t } = useTranslation('designer');
  const { kind, savedAt } = useSaving();
  if (savedAt === '') return null;
  return (
    <span className={styles.mark} data-kind={kind} aria-live="polite">
      {kind === 'resting' ? (
        <>
          {t('saved')} <Instant at={savedAt} />
        </>
      ) : (
        t(`saving-${kind}`)
      )}
    </span>
  );
}

/** Somebody else has saved since: nothing is overwritten without a word. */
export function Parted({ saver }: { readonly saver: Saver }) {
  const { t } = useTranslation('designer');
  const theirs = useSaving((state) => state.theirs);
  if (theirs === undefined) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={t('parted', { name: theirs.changedBy.name })}
      description={t('partedHint')}
      action={
        <span className={styles.choice}>
          <Button size="small" onClick={() => saver.settle('theirs')}>
            {t('takeTheirs')}
          </Button>
          <Button size="small" danger onClick={() => saver.settle('mine')}>
            {t('keepMine')}
          </Button>
        </span>
      }
    />
  );
}
