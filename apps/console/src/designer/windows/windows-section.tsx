import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import { present, useMe } from '../../session/session.ts';
import { Answer } from '../../state/answer.tsx';
import { useWritten } from '../../time/formats.ts';
import { dayOf } from '../../time/zone.ts';
import { useText } from '../../words/language.ts';
import { useDefinition } from '../document/designed.ts';
import { useOutline } from '../document/outlined.ts';
import { Section } from '../inputs/labelled.tsx';
import { PlaceLink } from '../inputs/place-link.tsx';
import { useSurroundings } from '../surroundings.ts';
import { StartWindow } from './start-window.tsx';
import styles from './windows.module.css';
import { type WindowUsed, windowState, windowsUsed } from './windows.ts';

/** When applications are taken: by which of the province's windows the process goes, and when those are this year. */
export function WindowsSection() {
  const { t } = useTranslation('designer');
  const { facts } = useSurroundings();
  const definition = useDefinition();
  const used = useMemo(() => windowsUsed(definition, facts), [definition, facts]);
  return (
    <Section title={t('windows')} isOpen>
      <StartWindow />
      {used.length === 0 ? <p>{t('noWindowsRead')}</p> : <UsedWindows used={used} />}
      <Keeper />
    </Section>
  );
}

function UsedWindows({ used }: { readonly used: readonly WindowUsed[] }) {
  const { t } = useTranslation('designer');
  const year = Number(dayOf(present()).slice(0, 4));
  const windows = api.useQuery('get', '/api/calendars/{year}/windows', { params: { path: { year } } });
  return (
    <>
      <h3 className={styles.head}>{t('windowsRead', { year })}</h3>
      <ul className={styles.kinds}>
        {used.map((kind) => (
          <li key={kind.role}>
            <p>
              <strong>{t(`window-${kind.role}`)}</strong>
            </p>
            <ReadAt used={kind} />
            <Answer of={windows} lines={2}>
              {({ items }) => <Days of={items.filter(({ role }) => role === kind.role)} />}
            </Answer>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The states that go by a window, each a way to it. */
function ReadAt({ used: { states } }: { readonly used: WindowUsed }) {
  const { t } = useTranslation('designer');
  const text = useText();
  const places = useOutline().filter(({ path }) => states.includes(path));
  if (places.length === 0) return null;
  return (
    <p className={styles.places}>
      <span>{t('windowReadAt')}</span>
      {places.map(({ path, pointer, title }) => (
        <PlaceLink key={path} to={pointer}>
          {text(title)}
        </PlaceLink>
      ))}
    </p>
  );
}

function Days({ of }: { readonly of: readonly components['schemas']['ApplicationWindow'][] }) {
  const { t } = useTranslation('designer');
  const written = useWritten();
  if (of.length === 0) return <p className={styles.missing}>{t('noWindowsThisYear')}</p>;
  return (
    <ul className={styles.days}>
      {of.map((window) => {
        const state = windowState(window, present());
        return (
          <li key={window.season}>
            <span>{t(`season-${window.season}`)}</span>
            <span title={window.notice}>
              {t('windowDays', { from: written(window.opens, 'day'), to: written(window.closes, 'day') })}
              {window.isAssumed && <small className={styles.assumed}>{t('windowAssumed')}</small>}
            </span>
            <span className={styles.state} data-state={state}>
              {t(`window-${state}`)}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** Where the days are kept: they change with the year's notice, not with the version of a process. */
function Keeper() {
  const { t } = useTranslation('designer');
  const mayKeep = useMe().permissions.includes('rule.manage');
  return (
    <div className={styles.keeper}>
      <p>{t('windowsKept')}</p>
      {mayKeep && <Link to="/system/rules">{t('keepWindows')}</Link>}
    </div>
  );
}
