import { Button, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { api } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { Answer } from '../state/answer.tsx';
import { Empty } from '../state/empty.tsx';
import { Instant } from '../time/instant.tsx';
import { addDays } from '../time/zone.ts';
import { actNames, wordOfAct } from './acts.ts';
import styles from './administration.module.css';
import { Changes } from './changes.tsx';
import { PersonPicker } from './person-picker.tsx';
import { SystemPage } from './system-page.tsx';

type Entry = components['schemas']['AuditEntry'];

const startOf = (day: string): string => `${day}T00:00:00+08:00`;

const filterNames = ['act', 'person', 'subject', 'from', 'until'] as const;
type Filters = Readonly<Partial<Record<(typeof filterNames)[number], string>>>;

/** What administrators did, with its filters in the address. */
export function AuditPage() {
  const { t } = useTranslation(['system', 'frame']);
  const [filters, narrow] = useFilters();
  const { from, until, ...same } = filters;
  const span = { from: from && startOf(from), until: until && startOf(addDays(until, 1)) };
  const entries = api.useInfiniteQuery(
    'get',
    '/api/operations/audit',
    { params: { query: { limit: 50, ...same, ...span } } },
    { pageParamName: 'after', initialPageParam: null, getNextPageParam: ({ next }: { readonly next?: string | undefined }) => next },
  );
  return (
    <SystemPage part="audit" about={t('auditAbout')}>
      <AuditFilters filters={filters} narrow={narrow} />
      <div className={styles.card}>
        <Answer of={entries}>{({ pages }) => <Entries items={pages.flatMap((page) => page.items)} />}</Answer>
        {entries.hasNextPage && (
          <div className={styles.more}>
            <Button loading={entries.isFetchingNextPage} onClick={() => void entries.fetchNextPage()}>
              {t('frame:more')}
            </Button>
          </div>
        )}
      </div>
    </SystemPage>
  );
}

/** As they stand in the address, and what changes them; what is left out there stays, and an empty object clears all. */
function useFilters(): readonly [Filters, (change: Filters) => void] {
  const [address, setAddress] = useSearchParams();
  const filters = Object.fromEntries(filterNames.flatMap((name) => (address.get(name) ? [[name, address.get(name)]] : []))) as Filters;
  const narrow = (change: Filters): void => {
    const after = Object.keys(change).length === 0 ? {} : { ...filters, ...change };
    setAddress(
      Object.entries(after).filter(([, value]) => value),
      { replace: true },
    );
  };
  return [filters, narrow];
}

function AuditFilters({ filters, narrow }: { readonly filters: Filters; readonly narrow: (change: Filters) => void }) {
  const { t } = useTranslation('system');
  const { act, person, from = '', until = '' } = filters;
  return (
    <div className={styles.filters}>
      <Select
        allowClear
        placeholder={t('act')}
        aria-label={t('act')}
        value={act ?? null}
        options={actNames.map((name) => ({ value: name, label: t(wordOfAct(name) ?? 'act') }))}
        onChange={(chosen?: string | null) => narrow({ act: chosen ?? '' })}
      />
      <PersonPicker label={t('doneBy')} value={person} onChange={(chosen) => narrow({ person: chosen ?? '' })} />
      <label>
        {t('fromDay')} <Input type="date" value={from} onChange={({ target }) => narrow({ from: target.value })} />
      </label>
      <label>
        {t('untilDay')} <Input type="date" value={until} onChange={({ target }) => narrow({ until: target.value })} />
      </label>
      {Object.keys(filters).length > 0 && <Button onClick={() => narrow({})}>{t('clearFilters')}</Button>}
    </div>
  );
}

function Entries({ items }: { readonly items: readonly Entry[] }) {
  const { t } = useTranslation('system');
  if (items.length === 0) return <Empty title={t('noEntries')} hint={t('noEntriesHint')} />;
  return (
    <ul className={styles.rows}>
      {items.map((entry) => (
        <EntryRow key={entry.id} entry={entry} />
      ))}
    </ul>
  );
}

function EntryRow({ entry: { at, by, act, subject, before, after, comment, requestId } }: { readonly entry: Entry }) {
  const { t } = useTranslation('system');
  const word = wordOfAct(act);
  return (
    <li>
      <div>
        <p className={styles.line}>
          <strong>{word === undefined ? act : t(word)}</strong>
          <Subject of={subject} name={nameIn(after) ?? nameIn(before)} />
        </p>
        {comment !== undefined && <p>{comment}</p>}
      </div>
      <p className={styles.small}>
        {by.name} · <Instant at={at} />
      </p>
      <Changes before={before} after={requestId === undefined ? after : withRequest(after, requestId)} />
    </li>
  );
}

/** A list is one of days, and has no names to put the request beside. */
const withRequest = (after: unknown, requestId: string): object =>
  Array.isArray(after) ? { days: after, requestId } : { ...(after as object), requestId };

/** Where what it was done to is to be seen, as far as there is a page for it. */
function Subject({ of: { kind, id }, name }: { readonly of: Entry['subject']; readonly name: string | undefined }) {
  const { t } = useTranslation('system');
  if (kind === 'instance') return <Link to={`/cases/${id}`}>{t('toCase')}</Link>;
  if (kind === 'person') return <Link to={`/organisations/people/${id}`}>{name ?? t('toPerson')}</Link>;
  return <span>{name}</span>;
}

/** What the subject is called, where what is kept of it says so. */
function nameIn(kept: unknown): string | undefined {
  const name = typeof kept === 'object' && kept !== null && 'name' in kept ? kept.name : undefined;
  return typeof name === 'string' ? name : undefined;
}
