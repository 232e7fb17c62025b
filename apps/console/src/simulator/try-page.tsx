import { App } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { Definition, Example } from '#engine';
import { api, server } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { surroundingsFrom } from '../definition/surroundings.ts';
import { Page } from '../frame/page.tsx';
import { Permitted } from '../session/permitted.tsx';
import { useMe } from '../session/session.ts';
import { Answer } from '../state/answer.tsx';
import { useText } from '../words/language.ts';
import styles from './simulator.module.css';
import { Simulator } from './simulator.tsx';

type Schemas = components['schemas'];

/** Tries a published process. */
export function TryPage() {
  const { t } = useTranslation('simulator');
  const { permissions } = useMe();
  if (permissions.includes('definition.edit')) return <Asked />;
  return (
    <Page title={t('page')}>
      <Permitted to="definition.edit">{null}</Permitted>
    </Page>
  );
}

function Asked() {
  const { key = '' } = useParams();
  const definition = api.useQuery('get', '/api/definitions/{key}', { params: { path: { key } } });
  const surroundings = api.useQuery('get', '/api/definitions/surroundings');
  return (
    <Answer of={definition} lines={12}>
      {(published) => (
        <Answer of={surroundings} lines={12}>
          {(around) => <Trying of={published} around={around} />}
        </Answer>
      )}
    </Answer>
  );
}

interface TryingProps {
  readonly of: Schemas['PublishedDefinition'];
  readonly around: Schemas['DefinitionSurroundings'];
}

function Trying({ of: { key, title, version, document }, around }: TryingProps) {
  const { t } = useTranslation('simulator');
  const text = useText();
  const surroundings = useMemo(() => surroundingsFrom(around), [around]);
  const keep = useKeeping(document as Definition);
  const links = (
    <span className={styles.links}>
      <span className={styles.faint}>{t('version', { version })}</span>
      <Link to={`/definitions/${key}/what-if`}>{t('whatIfPage')}</Link>
    </span>
  );
  return (
    <Page isWide title={t('title', { process: text(title) })} aside={links}>
      <p className={styles.about}>{t('about')}</p>
      <Simulator document={document} surroundings={surroundings} posts={around.posts} onSave={keep} />
    </Page>
  );
}

/** A published version stays as it is: what is kept goes into a draft of the next. */
function useKeeping(document: Definition): (example: Example) => Promise<void> {
  const { t } = useTranslation('simulator');
  const { message } = App.useApp();
  return async (example) => {
    const examples = [...(document.examples ?? []), example];
    await server.POST('/api/definitions/drafts', { body: { kind: 'document', document: { ...document, examples } } });
    void message.success(t('keptInDraft'));
  };
}
