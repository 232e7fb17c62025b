import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

export interface MoreProps {
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
