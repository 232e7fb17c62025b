import { ClockCircleOutlined, StepForwardOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { nextDue } from '#engine';
import { Moment } from './moment.tsx';
import type { Names } from './names.ts';
import { Refusal } from './refusal.tsx';
import type { Run } from './run.ts';
import styles from './simulator.module.css';

const steps = [
  { word: 'day', by: 'P1D' },
  { word: 'workingDay', by: { workingDays: 1 } },
  { word: 'week', by: 'P7D' },
  { word: 'month', by: 'P30D' },
] as const;

/** What time it is there, and what it is waited for; turned by hand. */
export function Clock({ run, names }: { readonly run: Run; readonly names: Names }) {
  const { t } = useTranslation('simulator');
  const { simulation } = run;
  const next = nextDue(simulation);
  const running = Object.entries(simulation.state?.timers ?? {}).toSorted(([, a], [, b]) => (a.dueAt < b.dueAt ? -1 : 1));
  return (
    <section className={styles.card} aria-labelledby="simulate-clock">
      <h2 id="simulate-clock">
        <ClockCircleOutlined aria-hidden /> {t('clock')}
      </h2>
      <p className={styles.now}>
        <Moment at={simulation.now} />
      </p>
      <div className={styles.buttons}>
        <Button
          type="primary"
          ghost
          icon={<StepForwardOutlined aria-hidden />}
          disabled={next === undefined}
          onClick={() => run.make({ kind: 'turn-to-next' }, 'clock')}
        >
          {t('toNext')}
        </Button>
        {steps.map(({ word, by }) => (
          <Button key={word} onClick={() => run.make({ kind: 'turn', by }, 'clock')}>
            {t(word)}
          </Button>
        ))}
      </div>
      <Refusal of={run} at="clock" />
      {running.length === 0 ? (
        <p className={styles.faint}>{t('noTimers')}</p>
      ) : (
        <ul className={styles.timers} aria-label={t('timers')}>
          {running.map(([event, { dueAt }]) => (
            <li key={event}>
              <span>{names.timer(event)}</span>
              <Moment at={dueAt} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
