import { FileAddOutlined, ReadOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { Page } from '../frame/page.tsx';
import { Answer } from '../state/answer.tsx';
import { Empty } from '../state/empty.tsx';
import { Instant } from '../time/instant.tsx';
import { useText } from '../words/language.ts';
import { listed } from '../words/punctuation.ts';
import styles from './start.module.css';
import { useStartable } from './startable.ts';

type Draft = components['schemas']['StartDraft'];
type Listed = components['schemas']['ListedDefinition'];

/** What I may apply for, and what I have begun to fill in. */
export function StartPage() {
  const { t } = useTranslation('start');
  const startable = useStartable();
  const drafts = api.useQuery('get', '/api/me/drafts', undefined, { staleTime: 0 });
  return (
    <Page title={t('title')}>
      <Answer of={startable} lines={4}>
        {(definitions) =>
          definitions.length === 0 ? (
            <Empty title={t('none')} hint={t('noneHint')} />
          ) : (
            <ul className={styles.processes}>
              {definitions.map((definition) => (
                <Process
                  key={definition.key}
                  of={definition}
                  draft={drafts.data?.items.find((draft) => draft.definition.key === definition.key)}
                />
              ))}
            </ul>
          )
        }
      </Answer>
    </Page>
  );
}

function Process({ of: { key, title, startAt }, draft }: { readonly of: Listed; readonly draft: Draft | undefined }) {
  const { t } = useTranslation('start');
  const text = useText();
  return (
    <li>
      <Link to={`/start/${key}`} className={styles.process}>
        <FileAddOutlined aria-hidden />
        <span>
          <strong>{text(title)}</strong>
          <span className={styles.faint}>{t('startsFor', { organisation: listed(startAt.map(({ name }) => name)) })}</span>
        </span>
        <span className={styles.draft}>
          {draft === undefined ? (
            t('fillIn')
          ) : (
            <>
              {t('goOn')} <Instant at={draft.savedAt} />
            </>
          )}
        </span>
      </Link>
      <Link to={`/definitions/${key}/guide`} className={styles.guide}>
        <ReadOutlined aria-hidden /> {t('guide')}
      </Link>
    </li>
  );
}
