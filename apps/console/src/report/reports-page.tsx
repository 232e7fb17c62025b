import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api } from '../api/client.ts';
import { Page } from '../frame/page.tsx';
import { useMe } from '../session/session.ts';
import { Answer } from '../state/answer.tsx';
import { Empty } from '../state/empty.tsx';
import { schoolsOf } from './own-schools.ts';
import styles from './report.module.css';
import { SchoolCalendar } from './school-calendar.tsx';
import { StandingLine } from './standing-line.tsx';

/** What a school has to report, and what has become of it: one's own, or the one in the address. */
export function ReportsPage() {
  const { t } = useTranslation('reports');
  const { school } = useParams();
  const own = schoolsOf(useMe());
  const shown = school ?? own[0]?.id;
  if (shown === undefined) {
    return (
      <Page title={t('title')}>
        <Empty title={t('notMine')} hint={t('notMineHint')}>
          <Link to="/monitoring">{t('monitoring')}</Link>
        </Empty>
      </Page>
    );
  }
  return <SchoolReports school={shown} own={own} />;
}

function SchoolReports({ school, own }: { readonly school: string; readonly own: ReturnType<typeof schoolsOf> }) {
  const { t } = useTranslation('reports');
  const standing = api.useQuery('get', '/api/schools/{school}/standing', { params: { path: { school } } });
  return (
    <Page title={t('title')} aside={<p className={styles.faint}>{standing.data?.school.name}</p>}>
      {own.length > 1 && (
        <nav className={styles.schools} aria-label={t('school')}>
          {own.map(({ id, name }) => (
            <Link key={id} to={`/reports/${id}`} aria-current={id === school ? 'page' : undefined}>
              {name}
            </Link>
          ))}
        </nav>
      )}
      <Answer of={standing} lines={2}>
        {(found) => (
          <>
            <StandingLine standing={found} />
            <SchoolCalendar school={school} />
          </>
        )}
      </Answer>
    </Page>
  );
}
