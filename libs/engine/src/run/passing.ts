import type { Effect } from './effect.ts';

/** Leaves out what began and ended within the same command: nobody could have seen it. */
export function withoutPassing(effects: readonly Effect[]): Effect[] {
  const endings = { 'open-task': 'close-task', 'set-timer': 'clear-timer', 'open-incident': 'close-incident' } as const;
  const kept = new Set(effects);
  for (const [index, effect] of effects.entries()) {
    if (effect.kind !== 'open-task' && effect.kind !== 'set-timer' && effect.kind !== 'open-incident') continue;
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
  return 'step' in effect ? effect.step : undefined;
}
