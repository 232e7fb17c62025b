import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, NavLink } from 'react-router';
import { Page } from '../frame/page.tsx';
import { Permitted } from '../session/permitted.tsx';
import { useMe } from '../session/session.ts';
import styles from './administration.module.css';
import { systemParts } from './system-parts.ts';

interface SystemPageProps {
  readonly part: (typeof systemParts)[number]['word'];
  /** One sentence: what is here, and what it is for. */
  readonly about: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A page of 系统, below the tabs to the others. */
export function SystemPage({ part, about, aside, children }: SystemPageProps) {
  const { t } = useTranslation('system');
  const { permissions } = useMe();
  const needed = systemParts.find(({ word }) => word === part)?.permission ?? '';
  const open = systemParts.filter(({ permission }) => permissions.includes(permission));
  // The rail leads to the first part, which not everybody has who has another.
  const [first] = open;
  if (part === 'running' && first !== undefined && !permissions.includes(needed)) return <Navigate to={first.path} replace />;
  return (
    <Page title={t(part)} aside={aside}>
      <nav className={styles.tabs} aria-label={t('parts')}>
        {open.map(({ path, word }) => (
          <NavLink key={path} to={path} end ref={intoView}>
            {t(word)}
          </NavLink>
        ))}
      </nav>
      <Permitted to={needed}>
        <p className={styles.about}>{about}</p>
        {children}
      </Permitted>
    </Page>
  );
}

/** Of the tabs that a phone has no room for, the one that is open is seen. */
const intoView = (tab: HTMLAnchorElement | null): void => {
  if (tab?.ariaCurrent === 'page') tab.scrollIntoView({ block: 'nearest', inline: 'center' });
};
