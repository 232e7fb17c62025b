import type { Instant, Reminder } from '#calendar';
import type { Obligation } from '../obligation/obligations.ts';
import type { NoticeRow } from '../store/school.store.ts';

/** Something a school is to be told now. */
export interface DueNotice {
  readonly obligation: Obligation;
  readonly rung: string;
}

export const missedRung = 'missed';

/**
 * What a school is to be told now: of each report that is open, the latest reminder that has come; of each kind of
 * report, the latest miss. What should have been said before that was overtaken, so that an outage is followed by one
 * notice and not by many; and nothing is said of what has been filed.
 */
export function dueNotices(obligations: readonly Obligation[], sent: readonly NoticeRow[], now: Instant): DueNotice[] {
  const told = new Map<string, Set<string>>();
  for (const { report, period, rung } of sent) {
    const key = `${report} ${period}`;
    told.set(key, (told.get(key) ?? new Set()).add(rung));
  }
  const toldOf = ({ report, period }: Obligation): ReadonlySet<string> => told.get(`${report} ${period.key}`) ?? new Set();
  const reminders = obligations.flatMap((obligation): DueNotice[] => {
    const { state } = obligation.life;
    const reminder = state === 'open' || state === 'drafted' ? latest(obligation.period.reminders, now) : undefined;
    const isOvertaken =
      reminder !== undefined && from(obligation.period.reminders, reminder).some(({ rung }) => toldOf(obligation).has(rung));
    return reminder === undefined || isOvertaken ? [] : [{ obligation, rung: reminder.rung }];
  });
  const reports = [...new Set(obligations.map(({ report }) => report))];
  const misses = reports.flatMap((report): DueNotice[] => {
    const over = obligations.filter((obligation) => obligation.report === report);
    const last = over.findLast(({ life }) => life.state === 'missed');
    const isTold = last !== undefined && over.some((other) => other.period.due >= last.period.due && toldOf(other).has(missedRung));
    return last === undefined || isTold ? [] : [{ obligation: last, rung: missedRung }];
  });
  return [...reminders, ...misses];
}

const latest = (reminders: readonly Reminder[], now: Instant): Reminder | undefined => reminders.findLast(({ at }) => at <= now);

const from = (reminders: readonly Reminder[], first: Reminder): readonly Reminder[] => reminders.slice(reminders.indexOf(first));

/** The first instant after now at which something about these obligations changes by itself. */
export function nextLook(obligations: readonly Obligation[], now: Instant, atLatest: Instant): Instant {
  let next = atLatest;
  for (const { period, life } of obligations) {
    if (life.next === undefined) continue;
    const instants =
      life.state === 'returned' ? [after(life.next)] : [...period.reminders.map(({ at }) => at), period.opens, after(period.due)];
    for (const at of instants) if (at > now && at < next) next = at;
  }
  return next;
}

/** What lasts to an instant is over a millisecond later. */
const after = (instant: Instant): Instant => new Date(Date.parse(instant) + 1).toISOString();
