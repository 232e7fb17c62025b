import type { Fields, Json } from '#engine';
import { stateTitles } from '../obligation/state-titles.ts';
import type { Scheme } from '../scheme.ts';
import { ruleOf } from '../scheme.ts';
import { type Cause, obligationsIn } from '../standing/standing.ts';
import type { NoticeRow } from '../store/school.store.ts';

/** Lines a table of a form holds. */
const lineLimit = 200;

/** The form of a case against a school: its causes, what the school was told of them, and the clock. */
export function evidenceOf(scheme: Scheme, causes: readonly Cause[], notices: readonly NoticeRow[], now: Date): Fields {
  const titleOf = (report: string): string => ruleOf(scheme, report)?.title.zh ?? report;
  const about = new Set(causes.flatMap(obligationsIn).map(({ report, period }) => `${report} ${period.key}`));
  return {
    scheme: scheme.title.zh,
    opening: scheme.onCause,
    causes: causes.flatMap((cause) => linesOf(cause, titleOf)).slice(0, lineLimit),
    notices: notices
      .filter(({ report, period }) => about.has(`${report} ${period}`))
      .slice(-lineLimit)
      .map(({ report, period, rung, sent_at }) => ({ report: titleOf(report), period, rung, sentAt: sent_at.toISOString() })),
    checkedAt: now.toISOString(),
  };
}

function linesOf(cause: Cause, titleOf: (report: string) => string): Json[] {
  const { rule } = cause;
  if (cause.kind === 'violation') return [{ kind: cause.violation.kind, rule }];
  return obligationsIn(cause).map(({ report, period, life }) => ({
    kind: cause.kind,
    rule,
    report: titleOf(report),
    period: period.key,
    dueAt: period.due,
    state: stateTitles[life.state].zh,
  }));
}
