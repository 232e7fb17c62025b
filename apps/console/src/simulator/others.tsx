import { Button } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { offersIn } from '#engine';
import { useMoveWords } from './move-words.ts';
import type { Names } from './names.ts';
import { Refusal } from './refusal.tsx';
import type { Run } from './run.ts';
import styles from './simulator.module.css';

/** What else may happen now: what people may do besides deciding, signals, and what others answer. Only what the engine takes. */
export function Others({ run, names }: { readonly run: Run; readonly names: Names }) {
  const { t } = useTranslation('simulator');
  const { simulation } = run;
  const said = useMoveWords(simulation.workflow, names);
  const offers = useMemo(
    () => offersIn(simulation).filter(({ kind }) => !['start', 'decide', 'turn-to-next'].includes(kind)),
    [simulation],
  );
  if (offers.length === 0) return null;
  return (
    <details className={styles.card}>
      <summary>{t('others', { count: offers.length })}</summary>
      <ul className={styles.offers}>
        {offers.map((move) => (
          <li key={JSON.stringify(move)}>
            <Button type="link" size="small" onClick={() => run.make(move, 'others')}>
              {said(move)}
            </Button>
          </li>
        ))}
      </ul>
      <Refusal of={run} at="others" />
    </details>
  );
}
