import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api } from '../api/client.ts';
import { AskPanel } from '../case/ask-panel.tsx';
import { StepFields } from '../case/step-fields.tsx';
import { Page } from '../frame/page.tsx';
import { useMe } from '../session/session.ts';
import { Answer } from '../state/answer.tsx';
import { Empty } from '../state/empty.tsx';
import { Instant } from '../time/instant.tsx';
import { CauseView } from './cause-view.tsx';
import { DeedDialog } from './deed-dialog.tsx';
import { type Deed, deeds } from './deeds.ts';
import styles from './report.module.css';
import { StandingTag } from './standing-tag.tsx';
import type { Key, Standing } from './types.ts';

/** How a school stands and what that rests on: the reports in question, what the school was told, what is to be decided. */
export function EvidencePage() {
  const { t } = useTranslation('reports');
  const { school = '' } = useParams();
  const { areas } = useMe();
  const standing = api.useQuery('get', '/api/schools/{school}/standing', { params: { path: { school } } });
  const isOffice = areas.includes('monitoring');
  return (
    <Page
      title={t('evidenceTitle')}
      aside={isOffice ? <Link to="/monitoring">{t('backToGrid')}</Link> : <Link to={`/reports/${school}`}>{t('backToSchool')}</Link>}
    >
      <Answer of={standing}>{(found) => <Evidence of={found} />}</Answer>
    </Page>
  );
}

function Evidence({ of }: { readonly of: Standing }) {
  const { t } = useTranslation('reports');
  const { school, city, causes } = of;
  return (
    <>
      <p className={styles.facts}>
        <Link to={`/reports/${school.id}`} className={styles.state}>
          {school.name}
        </Link>
        <span>{city?.name}</span>
        <StandingTag standing={of} isGoodSaid />
        {of.case && (
          <span>
            {t('flaggedAt')} <Instant at={of.case.openedAt} />
          </span>
        )}
      </p>
      {causes.length === 0 && <Empty title={t('noCauses')} hint={t('noCausesHint')} />}
      {causes.map((cause, place) => (
        <CauseView key={place} cause={cause} school={school.id} />
      ))}
      <Appeals of={of} />
      {of.case && <CaseOf instance={of.case.instance} />}
    </>
  );
}

/** Everything in question at once: a school appeals against it, the office decides what was appealed against. */
function Appeals({ of: { school, causes } }: { readonly of: Standing }) {
  const { t } = useTranslation('reports');
  const { permissions } = useMe();
  const [chosen, choose] = useState<Deed>();
  const about = causes.flatMap(({ obligations }) => obligations);
  const keysOf = (obligations: typeof about): Key[] => obligations.map(({ report, period }) => ({ school: school.id, report, period }));
  const filed = keysOf(about.filter(({ appeal }) => appeal === 'filed'));
  const open = keysOf(about.filter(({ appeal }) => appeal !== 'filed'));
  const mayAppeal = permissions.includes('report.file') && open.length > 0;
  const mayDecide = permissions.includes('report.excuse') && filed.length > 0;
  if (!mayAppeal && filed.length === 0) return null;
  return (
    <section className={styles.card} aria-labelledby="appeals-title">
      <h2 id="appeals-title">{t('appeal')}</h2>
      <p className={styles.none}>{filed.length > 0 ? t('appealsFiled', { count: filed.length }) : t('appealHint')}</p>
      <div className={styles.buttons}>
        {mayAppeal && <Button onClick={() => choose(deeds.appeal)}>{t('appealAll', { count: open.length })}</Button>}
        {mayDecide && <Button onClick={() => choose(deeds.acceptAppeal)}>{t('acceptAppeal')}</Button>}
        {mayDecide && <Button onClick={() => choose(deeds.dismissAppeal)}>{t('dismissAppeal')}</Button>}
      </div>
      {chosen && <DeedDialog deed={chosen} keys={chosen === deeds.appeal ? open : filed} onClose={() => choose(undefined)} />}
    </section>
  );
}

/** The case against the school, with what it asks of whoever looks; nothing for whom it is not open. */
function CaseOf({ instance }: { readonly instance: string }) {
  const { t } = useTranslation('reports');
  const read = api.useQuery('get', '/api/instances/{id}', { params: { path: { id: instance } } }, { retry: false });
  const tasks = read.data?.myTasks.filter(({ choices }) => choices.length > 0) ?? [];
  if (read.data === undefined) return null;
  const { data } = read;
  return (
    <section aria-labelledby="case-title">
      <p className={styles.facts}>
        <strong id="case-title">{t(tasks.length > 0 ? 'decideHere' : 'theCase')}</strong>
        <Link to={`/cases/${instance}`}>{t('openCase')}</Link>
      </p>
      {tasks.map((task) => (
        <div key={task.id} className={styles.form}>
          <StepFields of={data} task={task} />
          <AskPanel of={data} task={task} />
        </div>
      ))}
    </section>
  );
}
