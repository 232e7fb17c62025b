import { BellOutlined } from '@ant-design/icons';
import { Badge, Button, Popover } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import type { components } from '../api/schema.d.ts';
import { useLatestNotices } from '../notice/latest.ts';
import { NoticeList, useMarkRead } from '../notice/notice-list.tsx';
import { Answer, type Asked } from '../state/answer.tsx';
import styles from './frame.module.css';

/** The latest notices, with how many are unread. */
export function NoticesBell() {
  const { t } = useTranslation('frame');
  const notices = useLatestNotices();
  const unread = notices.data?.unread ?? 0;
  const { key } = useLocation();
  return (
    // Another page begins without it being open.
    <Popover key={key} trigger="click" placement="bottomRight" arrow={false} content={<Notices notices={notices} />}>
      <Badge count={unread} size="small" offset={[-6, 6]} title="">
        <Button type="text" icon={<BellOutlined />} aria-label={unread === 0 ? t('notices') : t('noticesUnread', { count: unread })} />
      </Badge>
    </Popover>
  );
}

function Notices({ notices }: { readonly notices: Asked<components['schemas']['Notices']> }) {
  const { t } = useTranslation('frame');
  const markRead = useMarkRead();
  return (
    <section className={styles.notices} aria-label={t('notices')}>
      <Answer of={notices} lines={3}>
        {({ notices: items, unread }) => (
          <>
            {items.length === 0 && <p className={styles.faint}>{t('noNotices')}</p>}
            <NoticeList notices={items} />
            <div className={styles.noticesFoot}>
              <Link to="/notices">{t('allNotices')}</Link>
              {unread > 0 && (
                <Button type="link" onClick={() => markRead.mutate({ body: { notices: 'all' } })}>
                  {t('markAllRead')}
                </Button>
              )}
            </div>
          </>
        )}
      </Answer>
    </section>
  );
}
