import { Alert, Button } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { differencesOf } from '#engine';
import { Instant } from '../../time/instant.tsx';
import { useText } from '../../words/language.ts';
import { useDesigned } from '../document/designed.ts';
import { isDrawable } from '../document/drawable.ts';
import { type Saver, useSaving } from './saver.ts';
import styles from './saving.module.css';

/** Whether what is on the screen is on the server. */
export function SavedMark() {
  const { t } = useTranslation('designer');
  const { kind, savedAt, isRestored } = useSaving();
  if (savedAt === '') return null;
  return (
    <span className={styles.mark} data-kind={kind} aria-live="polite">
      {isRestored && <>{t('restored')} </>}
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

/** What is different between what they have saved and what is on this screen. */
function PartedBy({ theirs }: { readonly theirs: unknown }) {
  const { t } = useTranslation('designer');
  const text = useText();
  const mine = useDesigned((state) => state.document);
  const differences = useMemo(() => (isDrawable(theirs) && isDrawable(mine) ? differencesOf(theirs, mine) : []), [theirs, mine]);
  return (
    <>
      <p>{t('partedHint')}</p>
      {differences.length > 0 && (
        <details>
          <summary>{t('partedBy', { count: differences.length })}</summary>
          <ul className={styles.differences}>
            {differences.map(({ kind, before, after, message }) => (
              <li key={`${kind} ${before} ${after} ${message.zh}`}>{text(message)}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** Somebody else has saved since: nothing is overwritten without a word. */
export function Parted({ saver }: { readonly saver: Saver }) {
  const { t } = useTranslation('designer');
  const theirs = useSaving((state) => state.theirs);
  if (theirs === undefined) return null;
  return (
    <Alert
      className={styles.parted ?? ''}
      type="warning"
      showIcon
      title={t('parted', { name: theirs.changedBy.name })}
      description={<PartedBy theirs={theirs.document} />}
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
