import { Link } from 'react-router';
import { api } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { Instant } from '../time/instant.tsx';
import { useText } from '../words/language.ts';
import styles from './notices.module.css';

export type Notice = components['schemas']['Notice'];

/** Notices, the unread marked; whoever follows one to its case has read it. */
export function NoticeList({ notices }: { readonly notices: readonly Notice[] }) {
  const text = useText();
  const markRead = useMarkRead();
  return (
    <ul className={styles.notices}>
      {notices.map(({ id, title, instance, readAt, createdAt }) => (
        <li key={id} className={readAt === null ? styles.unread : undefined}>
          {instance === null ? (
            <span>{text(title)}</span>
          ) : (
            <Link to={`/cases/${instance}`} onClick={() => readAt === null && markRead.mutate({ body: { notices: [id] } })}>
              {text(title)}
            </Link>
          )}
          <span className={styles.when}>
            <Instant at={createdAt} />
          </span>
        </li>
      ))}
    </ul>
  );
}

export const useMarkRead = () => api.useMutation('post', '/api/notices/read');
