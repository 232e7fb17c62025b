import type { Text } from '#engine';
import type { Obligation } from '../obligation/obligations.ts';
import { stateTitles } from '../obligation/state-titles.ts';
import { ruleOf, type Scheme } from '../scheme.ts';

/** An obligation as people see it. Instants are ISO 8601 in UTC, days are of the business zone. */
export interface ObligationView {
  readonly report: string;
  readonly title: Text;
  readonly period: { readonly key: string; readonly from: string; readonly to: string; readonly opens: string; readonly due: string };
  readonly state: string;
  readonly stateTitle: Text;
  /** Whether it is held against the school as a miss. */
  readonly isMiss: boolean;
  readonly submittedAt?: string;
  /** Until when a returned report may be filed again. */
  readonly grace?: string;
  readonly appeal?: string;
}

export function viewOfObligation(scheme: Scheme, { report, period, life }: Obligation): ObligationView {
  const { key, from, to, opens, due } = period;
  const { state, isMiss, submittedAt, grace, appeal } = life;
  return {
    report,
    title: ruleOf(scheme, report)?.title ?? { zh: report },
    period: { key, from, to, opens, due },
    state,
    stateTitle: stateTitles[state],
    isMiss,
    ...(submittedAt !== undefined && { submittedAt }),
    ...(grace !== undefined && { grace }),
    ...(appeal !== undefined && { appeal }),
  };
}
