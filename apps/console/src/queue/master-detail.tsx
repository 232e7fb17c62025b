import { ReadOutlined } from '@ant-design/icons';
import { lazy, type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading } from '../state/loading.tsx';
import { Place } from '../state/place.tsx';
import styles from './queue.module.css';

/** Only what somebody opens is loaded. */
const CaseView = lazy(async () => ({ default: (await import('../case/case-view.tsx')).CaseView }));

interface MasterDetailProps {
  readonly isWide: boolean;
  readonly chosen: string | undefined;
  readonly onDecided?: () => void;
  readonly children: ReactNode;
}

/** A list, and beside it, where there is room, the case that is chosen in it. */
export function MasterDetail({ isWide, chosen, onDecided, children }: MasterDetailProps) {
  const { t } = useTranslation('queue');
  return (
    <>
      <div className={styles.master}>{children}</div>
      {isWide && (
        <div className={styles.detail}>
          {chosen === undefined ? (
            <Place icon={<ReadOutlined aria-hidden />} title={t('chooseOne')} hint={t('chooseHint')} />
          ) : (
            <Suspense fallback={<Loading />}>
              <CaseView key={chosen} id={chosen} onDecided={onDecided} />
            </Suspense>
          )}
        </div>
      )}
    </>
  );
}
