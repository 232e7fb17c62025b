import { Input, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../api/schema.d.ts';
import styles from './administration.module.css';

type Organisation = components['schemas']['OrganisationWithPeople'];

interface OrganisationTreeProps {
  readonly organisations: readonly Organisation[];
  readonly chosen: string | undefined;
  readonly choose: (id: string) => void;
}

/** The tree, open down to the one that is chosen; with something typed, those that are called so. */
export function OrganisationTree({ organisations, chosen, choose }: OrganisationTreeProps) {
  const { t } = useTranslation('organisations');
  const [typed, setTyped] = useState('');
  const [isAll, setAll] = useState(false);
  const shown = organisations.filter(({ closedOn, id }) => isAll || closedOn === null || id === chosen);
  const byId = new Map(shown.map((organisation) => [organisation.id, organisation]));
  const opened = linesAbove(chosen, byId);
  const q = typed.trim();
  const found = q === '' ? undefined : shown.filter(({ name }) => name.includes(q));
  const roots = shown.filter(({ parent }) => parent === null || !byId.has(parent));
  const row = (organisation: Organisation) => (
    <Row key={organisation.id} organisation={organisation} isChosen={organisation.id === chosen} choose={choose} />
  );
  const branch = (organisation: Organisation) => {
    const below = shown.filter(({ parent }) => parent === organisation.id);
    return (
      <li key={organisation.id}>
        {row(organisation)}
        {opened.has(organisation.id) && below.length > 0 && <ul>{below.map(branch)}</ul>}
      </li>
    );
  };
  return (
    <nav className={styles.tree} aria-label={t('organisations')}>
      <Input
        allowClear
        placeholder={t('findOrganisation')}
        aria-label={t('findOrganisation')}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      {found === undefined ? (
        <ul>{roots.map(branch)}</ul>
      ) : (
        <ul>
          {found.map((one) => (
            <li key={one.id}>{row(one)}</li>
          ))}
        </ul>
      )}
      {found?.length === 0 && <p className={styles.small}>{t('noneFound')}</p>}
      <label className={styles.small}>
        <Switch size="small" checked={isAll} onChange={setAll} /> {t('showClosed')}
      </label>
    </nav>
  );
}

interface RowProps {
  readonly organisation: Organisation;
  readonly isChosen: boolean;
  readonly choose: (id: string) => void;
}

function Row({ organisation: { id, name, people, closedOn }, isChosen, choose }: RowProps) {
  const { t } = useTranslation('organisations');
  return (
    <button type="button" aria-current={isChosen || undefined} onClick={() => choose(id)}>
      <span>{name}</span>
      <span className={styles.small}>
        {closedOn === null ? people > 0 && t('peopleCount', { count: people }) : t('closedOn', { day: closedOn })}
      </span>
    </button>
  );
}

/** The chosen one and those above it. */
function linesAbove(chosen: string | undefined, byId: ReadonlyMap<string, Organisation>): ReadonlySet<string> {
  const opened = new Set<string>();
  for (let at = chosen; at !== undefined; at = byId.get(at)?.parent ?? undefined) opened.add(at);
  return opened;
}
