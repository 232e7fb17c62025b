import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { compile, type Surroundings } from '#engine';
import type { components } from '../api/schema.d.ts';
import { ToProcess } from '../definition/parts.tsx';
import { Page } from '../frame/page.tsx';
import { TriedPage } from '../simulator/tried-page.tsx';
import { useText } from '../words/language.ts';
import styles from './duration.module.css';
import { Longest } from './longest.tsx';

/** How long the version of a process that is in force takes. */
export function DurationPage() {
  const { t } = useTranslation('duration');
  return (
    <TriedPage title={t('page')}>{(published, { surroundings }) => <Published of={published} surroundings={surroundings} />}</TriedPage>
  );
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
    <Page title={t('title', { process: text(title) })} aside={<ToProcess of={key} />}>
      <p className={styles.about}>{t('about')}</p>
      <Longest of={compiled.workflow} />
    </Page>
  );
}
