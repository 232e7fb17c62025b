import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Progress } from 'antd';
import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { server } from '../api/client.ts';
import type { ProblemError } from '../api/problem.ts';
import type { components } from '../api/schema.d.ts';
import { Answer } from '../state/answer.tsx';
import { useSaid } from '../state/failed.tsx';
import { Tag } from '../state/tag.tsx';
import { useText } from '../words/language.ts';
import styles from './migration.module.css';
import { Reversal } from './reversal.tsx';

type MigrationReport = components['schemas']['MigrationReport'];
type MigratedCase = MigrationReport['cases'][number];

interface ReportProps {
  readonly definition: string;
  readonly id: string;
  readonly onLeave: () => void;
}

/** How far a migration has come; it goes on for as long as somebody looks, until it is stopped. */
export function Report({ definition: key, id, onLeave }: ReportProps) {
  const path = { key, id };
  const queryKey = ['migration', key, 'report', id];
  const client = useQueryClient();
  const report = useQuery<MigrationReport, ProblemError>({
    queryKey,
    queryFn: async () => {
      const { data } = await server.GET('/api/definitions/{key}/migrations/{id}', { params: { path } });
      return data as MigrationReport;
    },
    gcTime: 0,
  });
  const take = (data: MigrationReport): void => void client.setQueryData(queryKey, data);
  const run = useMutation<MigrationReport, ProblemError>({
    mutationFn: async () => (await server.POST('/api/definitions/{key}/migrations/{id}/run', { params: { path } })).data as MigrationReport,
    onSuccess: take,
  });
  const stop = useMutation<MigrationReport, ProblemError>({
    mutationFn: async () =>
      (await server.POST('/api/definitions/{key}/migrations/{id}/stop', { params: { path } })).data as MigrationReport,
    onSuccess: take,
  });
  useGoingOn(report.data, run.isPending || run.isError || stop.isPending, () => run.mutate());
  return (
    <Answer of={report}>
      {(data) => (
        <>
          <Course report={data} error={run.error ?? stop.error} stop={() => stop.mutate()} carryOn={() => run.mutate()} onLeave={onLeave} />
          {data.reversible > 0 && <Reversal path={path} report={data} take={take} />}
          <Outcomes cases={data.cases} />
        </>
      )}
    </Answer>
  );
}

/** Has the next cases migrated as soon as the last are. */
function useGoingOn(report: MigrationReport | undefined, isHeld: boolean, run: () => void): void {
  const isWaiting = report !== undefined && report.waiting > 0 && report.stoppedAt === undefined && !isHeld;
  const next = useEffectEvent(run);
  useEffect(() => {
    if (isWaiting) next();
  }, [isWaiting]);
}

interface CourseProps {
  readonly report: MigrationReport;
  readonly error: ProblemError | null;
  readonly stop: () => void;
  readonly carryOn: () => void;
  readonly onLeave: () => void;
}

function Course({ report, error, stop, carryOn, onLeave }: CourseProps) {
  const { t } = useTranslation('migration');
  const said = useSaid();
  const { to, comment, total, waiting, migrated, leftOut, reversed, stoppedAt } = report;
  const isGoing = waiting > 0 && stoppedAt === undefined;
  const done = total - waiting;
  return (
    <section className={styles.card} aria-labelledby="course-title">
      <header className={styles.cardHead}>
        <h2 id="course-title">{t('toVersion', { version: to })}</h2>
        <p className={styles.small}>{comment}</p>
      </header>
      <div className={styles.course}>
        <Progress percent={Math.round((done / Math.max(total, 1)) * 100)} aria-label={t('running')} />
        <output className={styles.line}>
          <span>{t('progress', { done, total })}</span>
          <span className={styles.good}>{t('migratedCount', { count: migrated })}</span>
          {leftOut > 0 && <span className={styles.bad}>{t('leftOutCount', { count: leftOut })}</span>}
          {reversed > 0 && <span>{t('reversedCount', { count: reversed })}</span>}
          {stoppedAt !== undefined && <span>{t('stopped', { count: waiting })}</span>}
        </output>
        {error !== null && <Alert type="error" showIcon role="alert" title={said(error)} />}
        <div className={styles.actions}>
          {isGoing && (
            <Button danger onClick={stop}>
              {t('stop')}
            </Button>
          )}
          {isGoing && error !== null && <Button onClick={carryOn}>{t('carryOn')}</Button>}
          {!isGoing && <Button onClick={onLeave}>{t('anew')}</Button>}
        </div>
      </div>
    </section>
  );
}

const words = { waiting: 'waiting', migrated: 'migrated', 'left-out': 'leftOut', reversed: 'reversed' } as const;
const tones = { waiting: undefined, migrated: 'good', 'left-out': 'bad', reversed: 'system' } as const;

function Outcomes({ cases }: { readonly cases: readonly MigratedCase[] }) {
  const { t } = useTranslation('migration');
  const text = useText();
  return (
    <section className={styles.card} aria-labelledby="outcomes-title">
      <header className={styles.cardHead}>
        <h2 id="outcomes-title">{t('cases')}</h2>
      </header>
      <ul className={styles.rows}>
        {cases.map(({ id, number, title, state, refusal }) => (
          <li key={id} data-case={number}>
            <p className={styles.line}>
              <Link to={`/cases/${id}`}>{text(title)}</Link>
              <span className={styles.small}>{number}</span>
              <Tag tone={tones[state]}>{t(words[state])}</Tag>
            </p>
            {refusal && <p className={styles.bad}>{refusal.detail}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
