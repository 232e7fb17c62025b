import { ReadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { lazy, type ReactNode, Suspense, useEffect, useRef } from 'react';
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

interface MoreProps {
  readonly of: { readonly hasNextPage: boolean; readonly isFetchingNextPage: boolean; readonly fetchNextPage: () => unknown };
}

/** What comes next in a list: fetched when one has scrolled down to it, or by this button. */
export function More({ of: { hasNextPage, isFetchingNextPage, fetchNextPage } }: MoreProps) {
  const { t } = useTranslation('frame');
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (button.current === null || isFetchingNextPage) return undefined;
    const watcher = new IntersectionObserver(([seen]) => seen?.isIntersecting === true && void fetchNextPage());
    watcher.observe(button.current);
    return () => watcher.disconnect();
  }, [isFetchingNextPage, fetchNextPage]);
  if (!hasNextPage) return null;
  return (
    <Button ref={button} block type="text" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
      {t('more')}
    </Button>
  );
}
