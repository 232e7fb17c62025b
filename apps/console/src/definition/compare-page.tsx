import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { type Definition, differencesOf } from '#engine';
import styles from '../administration/administration.module.css';
import { Page } from '../frame/page.tsx';
import { Answer } from '../state/answer.tsx';
import { Empty } from '../state/empty.tsx';
import { Loading } from '../state/loading.tsx';
import { useText } from '../words/language.ts';
import { Changes } from './compared/changes.tsx';
import own from './definition.module.css';
import { useDocument } from './documents.ts';
import { ToProcess } from './parts.tsx';

/** Only whoever looks at the texts loads what shows them. */
const TextComparison = lazy(async () => ({ default: (await import('./text-comparison.tsx')).TextComparison }));

/** Two editions of a process: what is different in sentences and in a picture, and the whole texts beside each other. */
export function ComparePage() {
  const { key = '' } = useParams();
  const { t } = useTranslation('definitions');
  const text = useText();
  const [address] = useSearchParams();
  const one = useDocument(key, address.get('one') ?? '');
  const other = useDocument(key, address.get('other') ?? '');
  const both = {
    data: one.data !== undefined && other.data !== undefined ? { before: one.data, after: other.data } : undefined,
    error: one.error ?? other.error,
    refetch: () => void Promise.all([one.refetch(), other.refetch()]),
  };
  const name = other.data === undefined ? '' : ` · ${text((other.data as Definition).title)}`;
  return (
    <Page title={`${t('compareTitle')}${name}`} aside={<ToProcess of={key} />} isWide>
      <Answer of={both}>
        {({ before, after }) => <Compared before={before as Definition} after={after as Definition} names={[one.name, other.name]} />}
      </Answer>
    </Page>
  );
}

interface ComparedProps {
  readonly before: Definition;
  readonly after: Definition;
  readonly names: readonly [one: string, other: string];
}

function Compared({ before, after, names: [one, other] }: ComparedProps) {
  const { t } = useTranslation('definitions');
  const differences = differencesOf(before, after);
  return (
    <div className={own.parts}>
      <p className={styles.about}>{t('compareOf', { one, other })}</p>
      <section className={styles.card} aria-labelledby="what-title">
        <header className={styles.cardHead}>
          <h2 id="what-title">{t('what')}</h2>
          <span className={styles.small}>{t('changesCount', { count: differences.length })}</span>
        </header>
        {differences.length === 0 ? <Empty title={t('noChanges')} hint={t('noChangesHint')} /> : <Changes before={before} after={after} />}
      </section>
      <section className={styles.card} aria-labelledby="text-title">
        <header className={styles.cardHead}>
          <h2 id="text-title">{t('text')}</h2>
          <span className={styles.small}>{t('textHint', { one, other })}</span>
        </header>
        <Suspense fallback={<Loading />}>
          <TextComparison before={before} after={after} names={[one, other]} />
        </Suspense>
      </section>
    </div>
  );
}
