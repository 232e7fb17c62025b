import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api } from '../api/client.ts';
import { Page } from '../frame/page.tsx';
import { useMe } from '../session/session.ts';
import { Answer } from '../state/answer.tsx';
import { Due } from '../time/due.tsx';
import { useWritten } from '../time/formats.ts';
import { useText } from '../words/language.ts';
import { Course } from './course.tsx';
import { AppealTag } from './obligation-row.tsx';
import styles from './report.module.css';
import { ReportContent } from './report-content.tsx';
import { ReportDeeds } from './report-deeds.tsx';
import { ReportForm } from './report-form.tsx';
import { Sign } from './sign.tsx';
import { useSpan } from './span.ts';
import type { Key, Report } from './types.ts';

const fileable: ReadonlySet<Report['state']> = new Set(['open', 'drafted', 'returned', 'missed']);

/** One report of a school: to fill in for whom it is theirs, to read and to judge for the offices. */
export function ReportPage() {
  const { t } = useTranslation('reports');
  const { school = '', report = '', period = '' } = useParams();
  const key = { school, report, period };
  const read = api.useQuery('get', '/api/schools/{school}/reports/{report}/{period}', { params: { path: key } });
  const text = useText();
  const spanOf = useSpan();
  const title = read.data === undefined ? t('title') : `${text(read.data.title)} ${spanOf(read.data.period)}`;
  return (
    <Page title={title} aside={<Link to={`/reports/${school}`}>{t('backToSchool')}</Link>}>
      <Answer of={read}>{(found) => <Read of={found} name={key} />}</Answer>
    </Page>
  );
}

function Read({ of, name }: { readonly of: Report; readonly name: Key }) {
  const { permissions } = useMe();
  const isFilled = permissions.includes('report.file') && fileable.has(of.state);
  return (
    <>
      <Facts of={of} />
      <div className={styles.columns}>
        {isFilled ? <ReportForm of={of} name={name} /> : <ReportContent of={of} />}
        <div>
          <ReportDeeds of={of} name={name} />
          <Course of={of} />
        </div>
      </div>
    </>
  );
}

function Facts({ of: { school, state, stateTitle, isMiss, appeal, period, grace, basis } }: { readonly of: Report }) {
  const { t } = useTranslation(['reports', 'case']);
  const text = useText();
  const written = useWritten();
  const isOpen = state === 'open' || state === 'drafted';
  return (
    <p className={styles.facts}>
      <span className={styles.state}>
        <Sign state={state} /> {text(stateTitle)}
      </span>
      {isMiss && state !== 'missed' && <span className={styles.missTag}>{t('countsAsMiss')}</span>}
      {appeal !== undefined && <AppealTag appeal={appeal} />}
      <span>{school.name}</span>
      {state === 'returned' && (
        <span>
          {t('graceUntil')} <Due at={grace} />
        </span>
      )}
      {isOpen ? (
        <Due at={period.due} />
      ) : (
        <span title={written(period.due, 'exact')}>{t('dueOn', { day: written(period.due, 'date') })}</span>
      )}
      <span className={styles.faint}>{t('basis', { rules: basis.join(t('case:comma')) })}</span>
    </p>
  );
}
