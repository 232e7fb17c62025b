import { Segmented, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import styles from '../administration/administration.module.css';
import { api } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { Page } from '../frame/page.tsx';
import { Answer } from '../state/answer.tsx';
import { Empty } from '../state/empty.tsx';
import { useText } from '../words/language.ts';
import { ClauseRow, UnknownRow } from './clause-row.tsx';
import own from './clauses.module.css';

type Coverage = components['schemas']['ClauseCoverage'];
type Source = Coverage['sources'][number];
type Clause = Source['clauses'][number];

const scopes = ['processes', 'uncovered', 'all'] as const;
type Scope = (typeof scopes)[number];

const isShown: Readonly<Record<Scope, (clause: Clause) => boolean>> = {
  processes: ({ isForProcesses, isCovered }) => isForProcesses || isCovered,
  uncovered: ({ isForProcesses, isCovered }) => isForProcesses && !isCovered,
  all: () => true,
};

/** 条款覆盖: of every notice, which clauses a process carries out, and which none does. */
export function CoveragePage() {
  const { t } = useTranslation('clauses');
  const [search, setSearch] = useSearchParams();
  const definition = search.get('definition') ?? undefined;
  const scope = scopes.find((one) => one === search.get('show')) ?? 'processes';
  const put = (name: string, value: string | undefined) => {
    const next = new URLSearchParams(search);
    if (value === undefined) next.delete(name);
    else next.set(name, value);
    setSearch(next, { replace: true });
  };
  const coverage = api.useQuery('get', '/api/definitions/coverage', { params: { query: definition === undefined ? {} : { definition } } });
  return (
    <Page title={t('title')} aside={<Link to={definition === undefined ? '/definitions' : `/definitions/${definition}`}>{t('back')}</Link>}>
      <p className={styles.about}>{t('about')}</p>
      <Answer of={coverage}>
        {(found) => (
          <>
            <div className={own.filters}>
              <Segmented<Scope>
                aria-label={t('show')}
                value={scope}
                options={scopes.map((value) => ({ value, label: t(`show-${value}`) }))}
                onChange={(chosen) => put('show', chosen === 'processes' ? undefined : chosen)}
              />
              <Processes of={found.processes} value={definition} put={(key) => put('definition', key)} />
            </div>
            <Sources of={found} scope={scope} />
          </>
        )}
      </Answer>
    </Page>
  );
}

interface ProcessesProps {
  readonly of: Coverage['processes'];
  readonly value: string | undefined;
  readonly put: (key: string | undefined) => void;
}

function Processes({ of, value, put }: ProcessesProps) {
  const { t } = useTranslation('clauses');
  const text = useText();
  const options = [{ value: '', label: t('allProcesses') }, ...of.map(({ key, title }) => ({ value: key, label: text(title) }))];
  return (
    <Select
      className={own.process ?? ''}
      aria-label={t('process')}
      value={value ?? ''}
      options={options}
      onChange={(key) => put(key === '' ? undefined : key)}
    />
  );
}

function Sources({ of: { sources, unknown }, scope }: { readonly of: Coverage; readonly scope: Scope }) {
  const { t } = useTranslation('clauses');
  const shown = sources
    .map((source) => ({ source, clauses: source.clauses.filter(isShown[scope]) }))
    .filter(({ clauses }) => clauses.length > 0);
  return (
    <div className={styles.cards}>
      {shown.length === 0 && <Empty title={t('allCovered')} hint={t('allCoveredHint')} />}
      {shown.map(({ source, clauses }) => (
        <SourceCard key={source.document} of={source} clauses={clauses} />
      ))}
      {unknown.length > 0 && (
        <section className={styles.card} aria-labelledby="unknown-clauses">
          <header className={styles.cardHead}>
            <h2 id="unknown-clauses">{t('unknown')}</h2>
            <span className={styles.small}>{t('unknownHint')}</span>
          </header>
          <ul className={own.rows}>
            {unknown.map((clause) => (
              <UnknownRow key={clause.number} of={clause} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function SourceCard({ of: { document, title, clauses: all }, clauses }: { readonly of: Source; readonly clauses: readonly Clause[] }) {
  const { t } = useTranslation('clauses');
  const text = useText();
  const due = all.filter(({ isForProcesses }) => isForProcesses);
  const covered = due.filter(({ isCovered }) => isCovered);
  return (
    <section className={styles.card} aria-labelledby={document}>
      <header className={styles.cardHead}>
        <div>
          <h2 id={document}>{document}</h2>
          <p className={styles.small}>{text(title)}</p>
        </div>
        <span className={own.count}>{t('covered', { covered: covered.length, count: due.length })}</span>
      </header>
      <ul className={own.rows}>
        {clauses.map((clause) => (
          <ClauseRow key={clause.number} of={clause} />
        ))}
      </ul>
    </section>
  );
}
