import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { compile, type Surroundings } from '#engine';
import { api } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { Page } from '../frame/page.tsx';
import { ForEditors } from '../simulator/for-editors.tsx';
import { Tried } from '../simulator/tried.tsx';
import { useText } from '../words/language.ts';
import styles from './duration.module.css';
import { Longest } from './longest.tsx';

/** How long the version of a process that is in force takes. */
export function DurationPage() {
  const { t } = useTranslation('duration');
  return (
    <ForEditors title={t('page')}>
      <Asked />
    </ForEditors>
  );
}

function Asked() {
  const { key = '' } = useParams();
  const definition = api.useQuery('get', '/api/definitions/{key}', { params: { path: { key } } });
  return <Tried of={definition}>{(published, { surroundings }) => <Published of={published} surroundings={surroundings} />}</Tried>;
}

interface PublishedProps {
  readonly of: components['schemas']['PublishedDefinition'];
  readonly surroundings: Surroundings;
}

function Published({ of: { key, title, document }, surroundings }: PublishedProps) {
  const { t } = useTranslation('duration');
  const text = useText();
  const compiled = useMemo(() => compile(document, surroundings), [document, surroundings]);
  if (compiled.kind === 'faulty') throw new Error(`${key} does not compile: ${compiled.problems[0]?.message.zh}`);
  return (
    <Page title={t('title', { process: text(title) })} aside={<Link to={`/definitions/${key}`}>{text(title)}</Link>}>
      <p className={styles.about}>{t('about')}</p>
      <Longest of={compiled.workflow} />
    </Page>
  );
}
