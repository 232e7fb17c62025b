import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../api/client.ts';
import { Page } from '../frame/page.tsx';
import { addressThrough, useThrough } from '../frame/through.ts';
import { bodiesOf } from '../meeting/bodies.ts';
import { useLatestNotices } from '../notice/latest.ts';
import { NoticeList } from '../notice/notice-list.tsx';
import { useRowContents } from '../queue/row-contents.tsx';
import { Rows } from '../queue/rows.tsx';
import { schoolsOf } from '../report/own-schools.ts';
import { present, useMe } from '../session/session.ts';
import { StartLink } from '../start/start-link.tsx';
import { Answer } from '../state/answer.tsx';
import { Empty } from '../state/empty.tsx';
import { useSpecialDays } from '../time/calendar.ts';
import { useWritten } from '../time/formats.ts';
import { isWorkingDay } from '../time/working-days.ts';
import { dayOf } from '../time/zone.ts';
import { Agenda } from './agenda.tsx';
import { Counts } from './counts.tsx';
import { ReportsDue } from './reports-due.tsx';
import styles from './workbench.module.css';

const shown = 8;
const noticesShown = 5;

/** What a morning begins with: what needs me, how my own cases stand, what I was told. */
export function WorkbenchPage() {
  const { t } = useTranslation('workbench');
  const me = useMe();
  const bodies = bodiesOf(me);
  const schools = schoolsOf(me);
  return (
    <Page title={t('title')} aside={<Aside />}>
      <Counts />
      <div className={styles.columns}>
        <Mine />
        <div className={styles.side}>
          {bodies.map((body) => (
            <Agenda key={`${body.key} ${body.organisation.id}`} body={body} />
          ))}
          {schools.map((school) => (
            <ReportsDue key={school.id} school={school} />
          ))}
          <Started />
          <Notices />
        </div>
      </div>
    </Page>
  );
}

const Aside = () => (
  <div className={styles.aside}>
    <Today />
    <StartLink />
  </div>
);

function Today() {
  const { t } = useTranslation('workbench');
  const written = useWritten();
  const special = useSpecialDays();
  const now = present();
  return (
    <p className={styles.today}>
      {written(now, 'today')}
      {!isWorkingDay(dayOf(now), special) && ` · ${t('restDay')}`}
    </p>
  );
}

function Mine() {
  const { t } = useTranslation(['workbench', 'queue']);
  const { open } = useRowContents();
  const [through] = useThrough();
  const query = { order: 'slack' as const, limit: shown, ...(through !== undefined && { through }) };
  const tasks = api.useQuery('get', '/api/tasks', { params: { query } });
  return (
    <section className={styles.card} aria-labelledby="mine-title">
      <header>
        <h2 id="mine-title">{t('mine')}</h2>
        <span className={styles.faint}>{t('mineHint')}</span>
      </header>
      <Answer of={tasks}>
        {({ items, total }) => (
          <>
            {items.length === 0 && <Empty title={t('queue:emptyOpen')} hint={t('queue:emptyOpenHint')} />}
            <Rows rows={items.map(open)} label={t('mine')} chosen={undefined} isBeside={false} />
            {total > items.length && (
              <Link className={styles.all} to={addressThrough('/tasks', through)}>
                {t('all', { count: total })}
              </Link>
            )}
          </>
        )}
      </Answer>
    </section>
  );
}

function Started() {
  const { t } = useTranslation(['workbench', 'queue']);
  const { started } = useRowContents();
  const cases = api.useQuery('get', '/api/instances', { params: { query: { limit: 5 } } });
  return (
    <section className={styles.card} aria-labelledby="started-title">
      <header>
        <h2 id="started-title">{t('started')}</h2>
        <Link to="/tasks?list=started">{t('allStarted')}</Link>
      </header>
      <Answer of={cases} lines={3}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={styles.none}>{t('queue:emptyStartedHint')}</p>
          ) : (
            <Rows rows={items.map(started)} label={t('started')} chosen={undefined} isBeside={false} />
          )
        }
      </Answer>
    </section>
  );
}

function Notices() {
  const { t } = useTranslation(['workbench', 'frame']);
  const notices = useLatestNotices();
  return (
    <section className={styles.card} aria-labelledby="notices-title">
      <header>
        <h2 id="notices-title">{t('notices')}</h2>
        <Link to="/notices">{t('allNotices')}</Link>
      </header>
      <Answer of={notices} lines={3}>
        {({ notices: items }) =>
          items.length === 0 ? <p className={styles.none}>{t('frame:noNotices')}</p> : <NoticeList notices={items.slice(0, noticesShown)} />
        }
      </Answer>
    </section>
  );
}
