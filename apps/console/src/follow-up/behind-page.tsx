import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { api } from '../api/client.ts';
import { Page } from '../frame/page.tsx';
import { Answer, type Asked } from '../state/answer.tsx';
import { Empty } from '../state/empty.tsx';
import { labelled } from '../words/punctuation.ts';
import styles from './follow-up.module.css';
import { TaskTable } from './task-table.tsx';

type Tasks = Parameters<typeof TaskTable>[0]['tasks'];

/** What such a list holds at most. */
const most = 1000;

/** The open tasks that a number was about. */
export function OpenBehindPage() {
  const [address] = useSearchParams();
  const query = Object.fromEntries(address);
  return <Behind of={api.useQuery('get', '/api/follow-up/open', { params: { query } })} word="waiting" />;
}

/** The decided tasks that a number was about. */
export function DecidedBehindPage() {
  const [address] = useSearchParams();
  const query = { from: '', until: '', ...Object.fromEntries(address) };
  return <Behind of={api.useQuery('get', '/api/follow-up/decided', { params: { query } })} word="decided" />;
}

interface BehindProps {
  readonly of: Asked<{ readonly items: Tasks }>;
  readonly word: 'waiting' | 'decided';
}

function Behind({ of, word }: BehindProps) {
  const { t } = useTranslation('followUp');
  const back = word === 'waiting' ? '/follow-up' : '/follow-up?view=on-time';
  return (
    <Page title={labelled(t('title'), t(word))} isWide aside={<Link to={back}>{t('back')}</Link>}>
      <Answer of={of}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('emptyList')} hint={t('emptyListHint')} />
          ) : (
            <>
              <p className={styles.count}>{t(items.length === most ? 'more' : 'count', { count: items.length })}</p>
              <TaskTable tasks={items} label={t('behind')} />
            </>
          )
        }
      </Answer>
    </Page>
  );
}
