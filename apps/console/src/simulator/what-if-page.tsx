import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { api, server } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { ToProcess } from '../definition/parts.tsx';
import { Page } from '../frame/page.tsx';
import { Answer } from '../state/answer.tsx';
import { Empty } from '../state/empty.tsx';
import { useText } from '../words/language.ts';
import { Compared } from './compared.tsx';
import { ForEditors } from './for-editors.tsx';
import { usePublished } from './tried-page.tsx';
import styles from './what-if.module.css';

type Schemas = components['schemas'];
type By = Schemas['WhatIfQuestion']['by'];

/** How closed cases would have gone by another version, or by a draft. */
export function WhatIfPage() {
  const { t } = useTranslation('simulator');
  return (
    <ForEditors title={t('whatIfPage')}>
      <Asked />
    </ForEditors>
  );
}

function Asked() {
  const definition = usePublished();
  const { key = '' } = useParams();
  const drafts = api.useQuery('get', '/api/definitions/drafts', { params: { query: { key } } });
  return (
    <Answer of={definition} lines={8}>
      {(published) => <Answer of={drafts}>{({ items }) => <Asking of={published} drafts={items} />}</Answer>}
    </Answer>
  );
}

interface AskingProps {
  readonly of: Schemas['PublishedDefinition'];
  readonly drafts: Schemas['DefinitionDrafts']['items'];
}

function Asking({ of: { key, title, version }, drafts }: AskingProps) {
  const { t } = useTranslation('simulator');
  const text = useText();
  const [address] = useSearchParams();
  const named = address.get('draft') ?? drafts[0]?.id ?? '';
  const [chosen, choose] = useState(named);
  const by: By = chosen === '' ? { kind: 'version', version } : { kind: 'draft', draft: chosen };
  const options = [
    ...drafts.map(({ id, title: called, revision }) => ({
      value: id,
      label: t('draftOption', { title: text(called ?? title), revision }),
    })),
    { value: '', label: t('versionOption', { version }) },
  ];
  return (
    <Page title={t('whatIfTitle', { process: text(title) })} aside={<ToProcess of={key} />}>
      <p className={styles.about}>{t('whatIfAbout')}</p>
      <div className={styles.choice}>
        <span aria-hidden>{t('comparedWith')}</span>
        <Select className={styles.select ?? ''} aria-label={t('comparedWith')} value={chosen} onChange={choose} options={options} />
      </div>
      <Cases key={chosen} of={key} by={by} />
    </Page>
  );
}

function Cases({ of, by }: { readonly of: string; readonly by: By }) {
  const { t } = useTranslation('simulator');
  const asked = useInfiniteQuery({
    queryKey: ['what if', of, by],
    queryFn: async ({ pageParam }) => {
      const body = { by, limit: 20, ...(pageParam !== '' && { before: pageParam }) };
      const { data } = await server.POST('/api/definitions/{key}/what-if', { params: { path: { key: of } }, body });
      return data as Schemas['WhatIf'];
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    staleTime: 60_000,
    retry: false,
  });
  return (
    <Answer of={asked} lines={6}>
      {({ pages }) => {
        const cases = pages.flatMap(({ items }) => items);
        if (cases.length === 0) return <Empty title={t('noClosed')} hint={t('noClosedHint')} />;
        return (
          <>
            <Summary of={cases} />
            <ul className={styles.cases}>
              {cases.map((one) => (
                <Compared key={one.id} of={one} />
              ))}
            </ul>
            {asked.hasNextPage && (
              <Button loading={asked.isFetchingNextPage} onClick={() => void asked.fetchNextPage()}>
                {t('compareMore')}
              </Button>
            )}
          </>
        );
      }}
    </Answer>
  );
}

function Summary({ of }: { readonly of: readonly Schemas['ComparedCase'][] }) {
  const { t } = useTranslation('simulator');
  const compared = of.flatMap(({ compared: found }) => found ?? []);
  const count = (which: 'route' | 'days' | 'asked'): number => compared.filter(({ differs }) => differs[which]).length;
  const same = compared.filter(({ differs, unknown }) => !differs.route && !differs.days && !differs.asked && unknown.length === 0).length;
  const parts = [
    t('countSame', { count: same }),
    t('countRoute', { count: count('route') }),
    t('countDays', { count: count('days') }),
    t('countAsked', { count: count('asked') }),
  ];
  return <output className={styles.summary}>{t('countCompared', { count: of.length, parts: parts.join(t('semicolon')) })}</output>;
}
