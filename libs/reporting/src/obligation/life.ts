import type { Instant, Period } from '#calendar';
import type { ReportRule } from '../scheme.ts';
import { type Entry, inOrder } from './entry.ts';

export const obligationStates = [
  'scheduled',
  'open',
  'drafted',
  'submitted',
  'returned',
  'accepted',
  'uploaded',
  'monitored',
  'slow',
  'normal',
  'missed',
  'late',
  'exempted',
] as const;
/** M5 and M5c: not open yet, open, saved, filed, returned, accepted, and what monitoring found; missed, filed late, excused. */
export type ObligationState = (typeof obligationStates)[number];

/** What has become of an obligation. */
export interface Life {
  readonly state: ObligationState;
  /** Whether it is held against the school as a miss, now. */
  readonly isMiss: boolean;
  /** Whether it was done, so that a row of misses ends with it. */
  readonly isKept: boolean;
  /** Whether monitoring found slow progress, which an exemption or an accepted appeal takes back. */
  readonly isSlow: boolean;
  readonly submittedAt?: Instant;
  /** Until when a returned report may be filed again. */
  readonly grace?: Instant;
  readonly appeal?: 'filed' | 'accepted' | 'dismissed';
  /** The next instant at which it changes by itself. */
  readonly next?: Instant;
}

type Phase = Exclude<ObligationState, 'scheduled' | 'exempted'>;

/** An obligation while its entries are gone through. */
interface Course {
  phase: Phase;
  isExcused: boolean;
  isSlow: boolean;
  submittedAt?: Instant;
  lateAt?: Instant;
  grace?: Instant;
  appeal?: 'filed' | 'accepted' | 'dismissed';
}

/**
 * The life of an obligation, from what was put down about it and the present. The order of the entries does not matter,
 * and an entry that has no place where it stands (a review of what was not filed) changes nothing. What is written down
 * has happened, also when the clock was turned back since.
 */
export function lifeOf(rule: ReportRule, period: Period, entries: readonly Entry[], now: Instant): Life {
  const course: Course = { phase: 'open', isExcused: false, isSlow: false };
  let present = now;
  for (const entry of inOrder(entries)) {
    if (entry.at > present) present = entry.at;
    letTimePass(course, period, entry.at);
    apply(course, entry);
  }
  letTimePass(course, period, present);
  return describe(course, { rule, period, now: present });
}

function letTimePass(course: Course, { due }: Period, at: Instant): void {
  const { phase, grace = due } = course;
  if ((phase === 'open' || phase === 'drafted') && at > due) course.phase = 'missed';
  if (phase === 'returned' && at > grace) course.phase = 'missed';
}

function apply(course: Course, entry: Entry): void {
  switch (entry.kind) {
    case 'saved':
      if (course.phase === 'open') course.phase = 'drafted';
      return;
    case 'submitted':
      return submit(course, entry.at);
    case 'accepted':
      if (course.phase === 'submitted') course.phase = 'accepted';
      return;
    case 'returned':
      if (course.phase !== 'submitted' || entry.grace === undefined) return;
      course.phase = 'returned';
      course.grace = entry.grace;
      return;
    case 'exempted':
      course.isExcused = true;
      return;
    case 'appealed':
      if (course.appeal !== 'accepted') course.appeal = 'filed';
      return;
    case 'appeal-accepted':
    case 'appeal-dismissed':
      return decideAppeal(course, entry.kind === 'appeal-accepted');
    case 'uploaded':
      if (course.phase === 'submitted') course.phase = 'uploaded';
      return;
    case 'monitored':
      if (course.phase === 'uploaded') course.phase = 'monitored';
      return;
    case 'found-slow':
    case 'found-normal':
      return find(course, entry.kind === 'found-slow');
  }
}

function submit(course: Course, at: Instant): void {
  if (course.phase === 'missed') {
    course.phase = 'late';
    course.lateAt = at;
    course.submittedAt = at;
  } else if (course.phase === 'open' || course.phase === 'drafted' || course.phase === 'returned') {
    course.phase = 'submitted';
    course.submittedAt = at;
  }
}

function decideAppeal(course: Course, isAccepted: boolean): void {
  if (course.appeal !== 'filed') return;
  course.appeal = isAccepted ? 'accepted' : 'dismissed';
  if (isAccepted) course.isExcused = true;
}

/** A later finding takes the place of an earlier one. A school that did not report can be slow all the same. */
function find(course: Course, isSlow: boolean): void {
  const isMonitored = course.phase === 'monitored' || course.phase === 'slow' || course.phase === 'normal';
  if (isMonitored) course.phase = isSlow ? 'slow' : 'normal';
  if (isMonitored || course.phase === 'missed' || course.phase === 'late') course.isSlow = isSlow;
}

interface Standpoint {
  readonly rule: ReportRule;
  readonly period: Period;
  readonly now: Instant;
}

function describe(course: Course, { rule, period, now }: Standpoint): Life {
  const { phase, isExcused, submittedAt, grace, appeal } = course;
  const isScheduled = phase === 'open' && now < period.opens;
  const isMiss = !isExcused && (phase === 'missed' || (phase === 'late' && !isHealed(course, rule, period)));
  const isPending = phase === 'open' || phase === 'drafted';
  const next = isScheduled ? period.opens : isPending ? period.due : phase === 'returned' ? grace : undefined;
  return {
    state: isExcused ? 'exempted' : isScheduled ? 'scheduled' : phase,
    isMiss,
    isKept: !isExcused && !isMiss && !isPending,
    isSlow: course.isSlow && !isExcused,
    ...(submittedAt !== undefined && { submittedAt }),
    ...(grace !== undefined && phase === 'returned' && { grace }),
    ...(appeal !== undefined && { appeal }),
    ...(next !== undefined && !isExcused && { next }),
  };
}

/** R-AH21-35 counts what was not filled in: filed before the next one is due, it is. HB20 counts what is not on time. */
const isHealed = ({ lateAt }: Course, { streak }: ReportRule, { nextDue }: Period): boolean =>
  streak?.missMeans !== 'notOnTime' && lateAt !== undefined && lateAt <= nextDue;
