import { StepForwardOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CounterExample, playCounter } from '#engine';
import { useText } from '../words/language.ts';
import type { Names } from './names.ts';
import type { Run } from './run.ts';
import styles from './simulator.module.css';

type Move = CounterExample['moves'][number];

interface CounterProps {
  readonly of: CounterExample;
  readonly run: Run;
  readonly names: Names;
}

/** How the process goes wrong, one move after another; each is made on the engine as far as that takes it. */
export function Counter({ of, run, names }: CounterProps) {
  const { t } = useTranslation('simulator');
  const said = useSaid(run, names);
  const [made, setMade] = useState(0);
  const [isThere, setThere] = useState(true);
  const next = (): void => {
    const { simulation, isThere: came } = playCounter(run.simulation, of, made);
    run.follow(simulation);
    setMade(made + 1);
    setThere(came);
  };
  const again = (): void => {
    run.again();
    setMade(0);
    setThere(true);
  };
  return (
    <section className={styles.card} aria-labelledby="simulate-counter">
      <h2 id="simulate-counter">{t('counter')}</h2>
      <p className={styles.faint}>{t('counterHint')}</p>
      <ol className={styles.counter}>
        {of.moves.map((move, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same move may come twice, and the order never changes
          <li key={index} aria-current={index === made - 1 ? 'step' : undefined} data-made={index < made}>
            {said(move)} <span className={styles.faint}>{t('counterTo', { places: move.to.map(names.place).join(t('comma')) })}</span>
          </li>
        ))}
      </ol>
      {!isThere && <p className={styles.faint}>{t('counterElsewhere')}</p>}
      <div className={styles.buttons}>
        <Button type="primary" icon={<StepForwardOutlined aria-hidden />} disabled={made >= of.moves.length} onClick={next}>
          {t('counterNext', { made, count: of.moves.length })}
        </Button>
        <Button disabled={made === 0} onClick={again}>
          {t('counterAgain')}
        </Button>
      </div>
    </section>
  );
}

function useSaid({ simulation: { workflow } }: Run, names: Names): (move: Move) => string {
  const { t } = useTranslation('simulator');
  const text = useText();
  const outcomeOf = (step: string, outcome: string): string =>
    text(workflow.steps.get(step)?.outcomes.get(outcome)?.title ?? { zh: outcome });
  const said: { readonly [Kind in Move['kind']]: (move: Extract<Move, { kind: Kind }>) => string } = {
    start: () => t('started'),
    decide: ({ step, outcome }) => t('counterDecided', { place: names.place(step), outcome: outcomeOf(step, outcome) }),
    skip: ({ step, outcome }) => t('counterSkipped', { place: names.place(step), outcome: outcomeOf(step, outcome) }),
    rung: ({ step, rung }) => t('fired', { timer: t('escalate', { place: names.place(step), number: rung + 1 }) }),
    time: ({ state, delay }) => t('fired', { timer: t('delay', { place: names.place(state), name: delay }) }),
    signal: ({ signal }) => t('signalled', { signal: text(workflow.definition.signals?.[signal]?.title ?? { zh: signal }) }),
    withdraw: () => t('counterWithdrawn'),
    errand: ({ state, settlement }) => t(settlement === 'done' ? 'errandDone' : 'errandFailed', { place: names.place(state) }),
  };
  return (move) => (said[move.kind] as (move: Move) => string)(move);
}
