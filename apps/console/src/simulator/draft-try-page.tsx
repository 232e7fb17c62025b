import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { Definition, Example, Finding } from '#engine';
import { api, server } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { Page } from '../frame/page.tsx';
import { useText } from '../words/language.ts';
import { CounterExamples } from './counter-examples.tsx';
import { ForEditors } from './for-editors.tsx';
import styles from './simulator.module.css';
import { Simulator } from './simulator.tsx';
import { type Around, Tried } from './tried.tsx';

type Schemas = components['schemas'];

/** Tries a draft, plays what is wrong with it, and keeps runs with it. */
export function DraftTryPage() {
  const { t } = useTranslation('simulator');
  return (
    <ForEditors title={t('page')}>
      <Asked />
    </ForEditors>
  );
}

function Asked() {
  const { id = '' } = useParams();
  const draft = api.useQuery('get', '/api/definitions/drafts/{id}', { params: { path: { id } } });
  return <Tried of={draft}>{(found, around) => <Trying of={found} around={around} />}</Tried>;
}

interface TryingProps {
  readonly of: Schemas['DefinitionDraft'];
  readonly around: Around;
}

function Trying({ of, around: { surroundings, posts } }: TryingProps) {
  const { t } = useTranslation('simulator');
  const text = useText();
  const { id, key, title, document } = of;
  const keep = useKeeping(of);
  const [played, play] = useState<Finding>();
  const links = (
    <span className={styles.links}>
      {key !== null && <Link to={`/definitions/${key}/what-if?draft=${id}`}>{t('whatIfPage')}</Link>}
      <Link to={`/definitions/drafts/${id}`}>{t('edit')}</Link>
    </span>
  );
  return (
    <Page isWide title={t('title', { process: title === null ? t('unnamed') : text(title) })} aside={links}>
      <p className={styles.about}>{t('about')}</p>
      <CounterExamples document={document} surroundings={surroundings} played={played} onPlayed={play} />
      <Simulator
        key={played?.pointer ?? ''}
        document={document}
        surroundings={surroundings}
        posts={posts}
        onSave={keep}
        counterExample={played?.counterExample}
      />
    </Page>
  );
}

/** What somebody else has saved meanwhile is not overwritten: then it is said so. */
function useKeeping({ id, revision, document }: Schemas['DefinitionDraft']): (example: Example) => Promise<void> {
  const { t } = useTranslation('simulator');
  const { message } = App.useApp();
  const queries = useQueryClient();
  return async (example) => {
    const { examples = [] } = document as Partial<Definition>;
    const path = { id };
    await server.PUT('/api/definitions/drafts/{id}', {
      params: { path },
      body: { revision, document: { ...document, examples: [...examples, example] } },
    });
    await queries.invalidateQueries(api.queryOptions('get', '/api/definitions/drafts/{id}', { params: { path } }));
    void message.success(t('kept'));
  };
}
