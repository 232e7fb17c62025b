import { delayOf } from '../compile/check/delays.ts';
import type { Place } from '../compile/tree.ts';
import { isInstant } from '../definition/basics.ts';
import type { Instant } from '../run/state.ts';
import type { Inspection } from '../verify/inspection.ts';

/** Why nobody can say how long it takes: nothing ends a state, or its end is an instant that differs from case to case. */
export type Unbounded = 'no-due' | 'instant';

/** Until when a case is somewhere at the longest; undefined where that is an instant of its own. */
type Bound = { readonly until: Instant | undefined };

/**
 * Until when a case that comes to a place at a moment is there at the longest, its people keeping to what is written: the due time with the
 * last rung of the ladder, or the delay that takes the case on, whichever comes first.
 */
export function boundOf(inspection: Inspection, place: Place, at: Instant): { readonly until: Instant } | { readonly because: Unbounded } {
  if (inspection.isPassing(place) || place.type === 'final') return { until: at };
  const bounds = [...promises(inspection, place, at), ...timers(inspection, place, at)];
  const [until] = bounds.flatMap((bound) => bound.until ?? []).sort();
  if (until !== undefined) return { until };
  return { because: bounds.length > 0 ? 'instant' : 'no-due' };
}

/** What the definition asks of those who act. */
function promises({ workflow: { dueTime } }: Inspection, { step, errand }: Place, at: Instant): Bound[] {
  if (errand?.of === 'call' && errand.call.within !== undefined) return [{ until: dueTime.after(errand.call.within, at) }];
  if (step?.due === undefined) return [];
  if (isInstant(step.due)) return [{ until: undefined }];
  const due = dueTime.after(step.due, at);
  const rungs = (step.escalate ?? []).map((rung) => dueTime.after(rung.after, due));
  return [{ until: [due, ...rungs].sort().at(-1) }];
}

/** When time takes the case on in any case. */
function timers(inspection: Inspection, place: Place, at: Instant): Bound[] {
  return inspection.waysAround(place).flatMap(({ happening, landings, isCertain }): Bound[] => {
    if (happening?.kind !== 'time' || landings.length === 0 || !isCertain) return [];
    const due = delayOf(inspection.definition, happening.delay);
    if (due === undefined) return [];
    return [{ until: isInstant(due) ? undefined : inspection.workflow.dueTime.after(due, at) }];
  });
}
