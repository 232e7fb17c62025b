import type { Instant } from '#calendar';
import type { StandingCaseRow } from '../store/school.store.ts';

/** Key of the process in `workflows/school-standing`, and the names in it that this library knows. */
export const standingProcess = {
  key: 'school-standing',
  signals: { lift: 'liftFlag', missed: 'missedAgain', slow: 'slowAgain' },
  /** A case that ended like this dealt with everything there was against the school until then. */
  settling: ['dismissed', 'rectified', 'kept', 'reinstated'],
  /** The state a circular leads to, with those inside it. */
  circulated: 'circulated',
} as const;

/** The case that is under way against a school; there is at most one. */
export const openCase = (cases: readonly StandingCaseRow[]): StandingCaseRow | undefined =>
  cases.find(({ is_finished }) => is_finished !== true);

/** Until when everything was dealt with by a case that is closed. */
export function settledUntil(cases: readonly StandingCaseRow[]): Instant | undefined {
  const settled = cases
    .filter(({ standing }) => standing?.some((state) => (standingProcess.settling as readonly string[]).includes(state)) === true)
    .map(({ changed_at }) => changed_at?.toISOString() ?? '');
  return settled.sort().at(-1);
}
