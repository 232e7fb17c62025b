import { Button, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { api } from '../api/client.ts';
import { Page } from '../frame/page.tsx';
import { Answer } from '../state/answer.tsx';
import { Empty } from '../state/empty.tsx';
import { NoticeList, useMarkRead } from './notice-list.tsx';
import styles from './notices.module.css';

const pageLength = 30;

/** Everything I was told, or what of it is unread. */
export function NoticesPage() {
  const { t } = useTranslation(['notices', 'frame']);
  const [address, setAddress] = useSearchParams();
  const isUnreadOnly = address.get('show') === 'unread';
  const notices = useNotices(isUnreadOnly);
  const markRead = useMarkRead();
  const unread = notices.data?.pages[0]?.unread ?? 0;
  return (
    <Page title={t('frame:notices')}>
      <div className={styles.bar}>
        <Segmented
          aria-label={t('shown')}
          value={isUnreadOnly ? 'unread' : 'all'}
          options={[
            { value: 'all', label: t('all') },
            { value: 'unread', label: t('unread', { count: unread }) },
          ]}
          onChange={(show) => setAddress(show === 'unread' ? { show } : {}, { replace: true })}
        />
        <Button disabled={unread === 0} loading={markRead.isPending} onClick={() => markRead.mutate({ body: { notices: 'all' } })}>
          {t('frame:markAllRead')}
        </Button>
      </div>
      <Answer of={notices}>
        {({ pages }) => {
          const found = pages.flatMap((page) => page.notices);
          if (found.length > 0) {
            return (
              <section className={styles.card} aria-label={t('frame:notices')}>
                <NoticeList notices={found} />
              </section>
            );
          }
          return isUnreadOnly ? (
            <Empty title={t('allRead')} hint={t('allReadHint')} />
          ) : (
            <Empty title={t('none')} hint={t('frame:noNotices')} />
          );
        }}
      </Answer>
      {notices.hasNextPage && (
        <Button type="link" block loading={notices.isFetchingNextPage} onClick={() => void notices.fetchNextPage()}>
          {t('earlier')}
        </Button>
      )}
    </Page>
  );
}

const useNotices = (isUnreadOnly: boolean) =>
  api.useInfiniteQuery(
    'get',
    '/api/notices',
    { params: { query: { unreadOnly: isUnreadOnly ? 'true' : 'false', limit: pageLength } } },
    {
      pageParamName: 'before',
      // Left out of the address; undefined would become 0.
      initialPageParam: null,
      getNextPageParam: ({ notices }) => (notices.length === pageLength ? notices.at(-1)?.id : undefined),
    },
  );
