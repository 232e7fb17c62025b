import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../api/client.ts';
import { Page } from '../frame/page.tsx';
import { Answer } from '../state/answer.tsx';
import { Empty } from '../state/empty.tsx';
import { Due } from '../time/due.tsx';
import { useText } from '../words/language.ts';
import styles from './queue.module.css';

/** What waits for me. */
export function QueuePage() {
  const { t } = useTranslation('queue');
  const text = useText();
  const tasks = api.useQuery('get', '/api/tasks', { params: { query: { order: 'due', limit: 50 } } });
  return (
    <Page title={t('title')}>
      <Answer of={tasks}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('emptyOpen')} hint={t('emptyOpenHint')} />
          ) : (
            <ul className={styles.list}>
              {items.map(({ id, instance, title, step, dueAt }) => (
                <li key={id}>
                  <Link to={`/cases/${instance}`}>{text(title)}</Link>
                  <p>
                    {text(step.title)} <Due at={dueAt} />
                  </p>
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </Page>
  );
}
