import type { Effect } from './effect.ts';

const endings = {
  'open-task': 'close-task',
  'set-timer': 'clear-timer',
  'open-incident': 'close-incident',
  'start-child': 'end-child',
  call: 'cancel-call',
} as const;

const isBeginning = (effect: Effect): effect is Extract<Effect, { kind: keyof typeof endings }> => Object.hasOwn(endings, effect.kind);

/** Leaves out what began and ended within the same command: nobody could have seen it. */
export function withoutPassing(effects: readonly Effect[]): Effect[] {
  const kept = new Set(effects);
  for (const [index, effect] of effects.entries()) {
    if (!isBeginning(effect)) continue;
    const ending = effects.slice(index).find((later) => later.kind === endings[effect.kind] && subjectOf(later) === subjectOf(effect));
    if (ending === undefined) continue;
    kept.delete(effect);
    kept.delete(ending);
  }
  return [...kept];
}

function subjectOf(effect: Effect): string | number | undefined {
  if ('task' in effect) return effect.task;
  if ('timer' in effect) return effect.timer;
  if ('child' in effect) return effect.child;
  if ('call' in effect) return effect.call;
  return 'step' in effect ? effect.step : undefined;
}
