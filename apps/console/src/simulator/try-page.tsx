import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Definition, Example } from '#engine';
import { server } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { ToProcess } from '../definition/parts.tsx';
import { Page } from '../frame/page.tsx';
import { useText } from '../words/language.ts';
import styles from './simulator.module.css';
import { Simulator } from './simulator.tsx';
import type { Around } from './tried.tsx';
import { TriedPage } from './tried-page.tsx';

type Schemas = components['schemas'];

/** Tries a published process. */
export function TryPage() {
  const { t } = useTranslation('simulator');
  return <TriedPage title={t('page')}>{(published, around) => <Trying of={published} around={around} />}</TriedPage>;
}

interface TryingProps {
  readonly of: Schemas['PublishedDefinition'];
  readonly around: Around;
}

function Trying({ of: { key, title, version, document }, around: { surroundings, posts } }: TryingProps) {
  const { t } = useTranslation('simulator');
  const text = useText();
  const keep = useKeeping(document as Definition);
  const links = (
    <span className={styles.links}>
      <span className={styles.faint}>{t('version', { version })}</span>
      <Link to={`/definitions/${key}/what-if`}>{t('whatIfPage')}</Link>
      <ToProcess of={key} />
    </span>
  );
  return (
    <Page isWide title={t('title', { process: text(title) })} aside={links}>
      <p className={styles.about}>{t('about')}</p>
      <Simulator document={document} surroundings={surroundings} posts={posts} onSave={keep} />
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
