import { useTranslation } from 'react-i18next';
import type { Move, Workflow } from '#engine';
import { useText } from '../words/language.ts';
import type { Names } from './names.ts';

/** What happens in a move of a counter-example. */
export function useCounterWords(names: Names): (workflow: Workflow, move: Move) => string {
  const { t } = useTranslation('simulator');
  const text = useText();
  return (workflow, move) => {
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
    return (said[move.kind] as (move: Move) => string)(move);
  };
}
