import { PlusOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../api/client.ts';
import { useSaid } from '../state/failed.tsx';
import { Instant } from '../time/instant.tsx';
import { useText } from '../words/language.ts';
import styles from './meeting.module.css';
import { type Meeting, show } from './meetings.ts';

/** What came by the cut-off and is on no agenda yet. */
export function PutOn({ of: { id, body, organisation, cutOff } }: { readonly of: Meeting }) {
  const { t } = useTranslation('meeting');
  const text = useText();
  const said = useSaid();
  const query = { body: body.key, organisation: organisation.id, cutOff, limit: 100 };
  const waiting = api.useQuery('get', '/api/meetings/queue', { params: { query } });
  const putOn = api.useMutation('post', '/api/meetings/{id}/items', { onSuccess: show });
  const put = (tasks: string[]): void => putOn.mutate({ params: { path: { id } }, body: { tasks } });
  const free = (waiting.data?.items ?? []).filter(({ meeting }) => meeting === undefined);
  if (free.length === 0) return null;
  return (
    <section className={styles.card} aria-labelledby="put-on-title">
      <header>
        <h2 id="put-on-title">{t('waitingHere')}</h2>
        {free.length > 1 && (
          <Button type="link" size="small" disabled={putOn.isPending} onClick={() => put(free.map((item) => item.id))}>
            {t('putOnAll')}
          </Button>
        )}
      </header>
      {putOn.error !== null && <Alert type="error" showIcon role="alert" title={said(putOn.error)} className={styles.notice} />}
      <ul className={styles.agenda}>
        {free.map(({ id: task, instance, title, step, openedAt }) => (
          <li key={task}>
            <div className={styles.what}>
              <Link to={`/cases/${instance}`}>{text(title)}</Link>
              <p className={styles.faint}>
                <span>{text(step.title)}</span>
                <span>
                  {t('cameAt')} <Instant at={openedAt} />
                </span>
              </p>
            </div>
            <Button
              icon={<PlusOutlined />}
              disabled={putOn.isPending}
              aria-label={t('putOnOne', { title: text(title) })}
              onClick={() => put([task])}
            >
              {t('putOn')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
