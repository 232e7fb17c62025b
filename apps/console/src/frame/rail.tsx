import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useRememberedThrough } from '../session/through.ts';
import styles from './frame.module.css';
import { type Place, usePlaces } from './places.tsx';
import { addressThrough } from './through.ts';

/** Left of every page. */
export function Rail() {
  const { t } = useTranslation('frame');
  return (
    <nav className={styles.rail} aria-label={t('places')}>
      {usePlaces().map((place) => (
        <PlaceLink key={place.path} place={place} />
      ))}
    </nav>
  );
}

export function PlaceLink({ place: { path, word, icon } }: { readonly place: Place }) {
  const { t } = useTranslation('frame');
  const [through] = useRememberedThrough();
  return (
    <NavLink to={addressThrough(path, through)} end={path === '/'} className={styles.place}>
      <span aria-hidden>{icon}</span>
      {t(word)}
    </NavLink>
  );
}
