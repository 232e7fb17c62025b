import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client.ts';
import type { components } from '../api/schema.d.ts';
import { Answer } from '../state/answer.tsx';
import figures from '../state/figures.module.css';
import { useWritten } from '../time/formats.ts';
import { Instant } from '../time/instant.tsx';
import styles from './administration.module.css';
import { SystemPage } from './system-page.tsx';

/** How often a page that is looked at asks anew. */
const every = 15_000;

/** Whether the system keeps up: its clock, its timers, what waits to be handed on. */
export function RunningPage() {
  const { t } = useTranslation('system');
  const clock = api.useQuery('get', '/api/operations/clock', {}, { refetchInterval: every });
  const timers = api.useQuery('get', '/api/operations/timers', {}, { refetchInterval: every });
  const queues = api.useQuery('get', '/api/operations/queues', {}, { refetchInterval: every });
  return (
    <SystemPage part="running" about={t('runningAbout')}>
      <div className={styles.cards}>
        <Answer of={clock} lines={2}>
          {(shown) => <ClockFigures of={shown} />}
        </Answer>
        <Answer of={timers} lines={4}>
          {(shown) => <TimerFigures of={shown} />}
        </Answer>
        <Answer of={queues} lines={4}>
          {(shown) => <QueueFigures of={shown} />}
        </Answer>
      </div>
    </SystemPage>
  );
}

function ClockFigures({ of: { now, real, isAdjustable, waiting } }: { readonly of: components['schemas']['Clock'] }) {
  const { t } = useTranslation('system');
  const written = useWritten();
  return (
    <section aria-labelledby="clock-title">
      <h2 id="clock-title" className={styles.figuresTitle}>
        {t('clock')}
      </h2>
      <p className={styles.about}>
        {written(now, 'exact')}
        {isAdjustable && ` · ${t('turnedClock', { real: written(real, 'exact') })}`}
      </p>
      <div className={figures.figures}>
        <Figure name={t('dueTimers')} number={waiting.timers} tone={waiting.timers > 0 ? 'soon' : undefined} />
        <Figure name={t('waitingMessages')} number={waiting.messages} tone={waiting.messages > 100 ? 'soon' : undefined} />
      </div>
    </section>
  );
}

function TimerFigures({ of: { armed, overdue, oldestOverdue, lateness } }: { readonly of: components['schemas']['Timers'] }) {
  const { t } = useTranslation('system');
  const seconds = (value: number | null): string => (value === null ? '—' : t('seconds', { count: value }));
  return (
    <section aria-labelledby="timers-title">
      <h2 id="timers-title" className={styles.figuresTitle}>
        {t('timers')}
      </h2>
      <div className={figures.figures}>
        <Figure name={t('overdueTimers')} number={overdue} tone={overdue > 0 ? 'bad' : undefined}>
          {oldestOverdue !== null && (
            <>
              {t('oldest')} <Instant at={oldestOverdue} />
            </>
          )}
        </Figure>
        <Figure name={t('withinHour')} number={armed.withinHour} />
        <Figure name={t('withinDay')} number={armed.withinDay} />
        <Figure name={t('withinWeek')} number={armed.withinWeek} />
        <Figure name={t('later')} number={armed.later} />
        <Figure name={t('fired')} number={lateness.fired}>
          {lateness.fired > 0 && t('lateness', { half: seconds(lateness.p50), most: seconds(lateness.p99) })}
        </Figure>
      </div>
    </section>
  );
}

const jobStates = ['waiting', 'active', 'delayed', 'failed'] as const;

function QueueFigures({ of: { backend, queues } }: { readonly of: components['schemas']['Queues'] }) {
  const { t } = useTranslation('system');
  return (
    <section aria-labelledby="queues-title">
      <h2 id="queues-title" className={styles.figuresTitle}>
        {t('queues')}
      </h2>
      <p className={styles.about}>{t(backend)}</p>
      <div className={styles.cards}>
        {queues.map(({ name, counts }) => (
          <div key={name} className={figures.figures}>
            {jobStates.map((state) => (
              <Figure
                key={state}
                name={t(`${name}-${state}`)}
                number={counts?.[state] ?? t('noAnswer')}
                tone={counts === null || (state === 'failed' && counts.failed > 0) ? 'bad' : undefined}
              />
            ))}
          </div>
        ))}
      </div>
    </section>
  );
}

interface FigureProps {
  readonly name: string;
  readonly number: number | string;
  readonly tone?: 'bad' | 'soon' | undefined;
  readonly children?: ReactNode;
}

function Figure({ name, number, tone, children }: FigureProps) {
  return (
    <div className={figures.figure} data-tone={tone}>
      {name}
      <strong>{number}</strong>
      <span className={styles.small}>{children}</span>
    </div>
  );
}
