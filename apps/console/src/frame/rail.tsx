import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import styles from './frame.module.css';
import { type Place, usePlaces } from './places.tsx';

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
  return (
    <NavLink to={path} end={path === '/'} className={styles.place}>
      <span aria-hidden>{icon}</span>
      {t(word)}
    </NavLink>
  );
}
