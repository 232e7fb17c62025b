import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Instant } from '../time/instant.tsx';
import styles from './monitoring.module.css';
import type { School } from './schools.ts';
import { missesIn } from './standing-line.tsx';
import { StandingTag, useCaseWord } from './standing-tag.tsx';
import type { Standing } from './types.ts';

/** How every school stands, those first that something follows for. */
export function StandingsView({ schools }: { readonly schools: readonly School[] }) {
  const { t } = useTranslation('reports');
  const caseWord = useCaseWord();
  const standings = schools.flatMap(({ standing }) => standing ?? []).toSorted((one, other) => weight(other) - weight(one));
  return (
    <section className={`${styles.frame} ${styles.whole}`} tabIndex={0} aria-label={t('viewStandings')}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('school')}</th>
            <th scope="col">{t('city')}</th>
            <th scope="col">{t('standing')}</th>
            <th scope="col">{t('handling')}</th>
            <th scope="col">{t('flaggedAt')}</th>
          </tr>
        </thead>
        <tbody>
          {standings.map((standing) => (
            <tr key={standing.school.id}>
              <th scope="row">
                <Link to={`/reports/${standing.school.id}`}>{standing.school.name}</Link>
              </th>
              <td>{standing.city?.name}</td>
              <td>
                <StandingTag standing={{ ...standing, case: undefined }} isGoodSaid />
              </td>
              <td>
                {standing.case === undefined ? (
                  <span className={styles.faint}>{t('noCase')}</span>
                ) : (
                  <Link to={`/reports/${standing.school.id}/standing`}>{caseWord(standing.case)}</Link>
                )}
              </td>
              <td>{standing.case && <Instant at={standing.case.openedAt} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const weight = (standing: Standing): number =>
  (standing.case === undefined ? 0 : 1000) + (standing.view === 'flagged' ? 100 : 0) + missesIn(standing);
