import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import styles from '../administration/administration.module.css';
import { api } from '../api/client.ts';
import { Page } from '../frame/page.tsx';
import { Answer } from '../state/answer.tsx';
import { Empty } from '../state/empty.tsx';
import { useWritten } from '../time/formats.ts';
import { useText } from '../words/language.ts';
import own from './definition.module.css';
import { Drafts } from './drafts.tsx';
import { NewDraftDialog } from './new-draft-dialog.tsx';
import { type Process, StateTag, useMayDefine } from './parts.tsx';
import { Proposals } from './proposals.tsx';
import { SecondPerson } from './second-person.tsx';

/** Every process: what is in force, what will be, what is proposed and what is being drafted. */
export function DefinitionsPage() {
  const { t } = useTranslation('definitions');
  const { mayEdit, mayEither } = useMayDefine();
  const [isAdding, setAdding] = useState(false);
  const overview = api.useQuery('get', '/api/definitions/overview');
  const aside = (
    <nav className={own.ways} aria-label={t('title')}>
      <Link to="/definitions/coverage">{t('coverage')}</Link>
      {mayEdit && (
        <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
          {t('newDraft')}
        </Button>
      )}
    </nav>
  );
  return (
    <Page title={t('title')} aside={aside}>
      <p className={styles.about}>{t('about')}</p>
      <Answer of={overview}>
        {({ items }) => (
          <div className={own.parts}>
            {mayEither && <Proposals processes={items} />}
            <section className={styles.card} aria-labelledby="processes-title">
              <header className={styles.cardHead}>
                <h2 id="processes-title">{t('processes')}</h2>
              </header>
              {items.length === 0 ? (
                <Empty title={t('noProcesses')} hint={t('noProcessesHint')} />
              ) : (
                <ul className={styles.rows}>
                  {items.map((process) => (
                    <ProcessRow key={process.key} process={process} />
                  ))}
                </ul>
              )}
            </section>
            {mayEither && <Drafts />}
            {mayEither && (
              <section className={`${styles.card} ${styles.padded}`}>
                <SecondPerson />
              </section>
            )}
            {isAdding && <NewDraftDialog processes={items} onClose={() => setAdding(false)} />}
          </div>
        )}
      </Answer>
    </Page>
  );
}

function ProcessRow({ process: { key, title, state, versions } }: { readonly process: Process }) {
  const { t } = useTranslation('definitions');
  const text = useText();
  const written = useWritten();
  const inForce = versions.find((version) => version.state === 'in-force');
  const upcoming = versions.filter((version) => version.state === 'upcoming');
  return (
    <li>
      <div>
        <p className={styles.line}>
          <Link to={`/definitions/${key}`}>
            <strong>{text(title)}</strong>
          </Link>
          <StateTag state={state} />
        </p>
        {inForce && (
          <p className={styles.small}>
            {t('since', { version: t('versionNumber', { version: inForce.version }), day: written(inForce.effectiveAt, 'date') })}
            {' · '}
            {inForce.publishedBy?.name ?? t('withSoftware')}
          </p>
        )}
        {state === 'retired' && <p className={styles.small}>{t('retiredAll')}</p>}
        {state === 'upcoming' && <p className={styles.small}>{t('notYet')}</p>}
        {upcoming.map(({ version, effectiveAt }) => (
          <p key={version} className={styles.small}>
            {t('upcomingFrom', { version, day: written(effectiveAt, 'date') })}
          </p>
        ))}
      </div>
    </li>
  );
}
