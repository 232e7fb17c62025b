import type { Instant, Period } from '#calendar';
import type { ReportRule } from '../scheme.ts';
import { type Entry, type EntryKind, inOrder } from './entry.ts';

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
  /** When it was found. */
  readonly foundAt?: Instant;
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
  foundAt?: Instant;
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
    effects[entry.kind](course, entry);
  }
  letTimePass(course, period, present);
  return describe(course, { rule, period, now: present });
}

function letTimePass(course: Course, { due }: Period, at: Instant): void {
  const { phase, grace = due } = course;
  if ((phase === 'open' || phase === 'drafted') && at > due) course.phase = 'missed';
  if (phase === 'returned' && at > grace) course.phase = 'missed';
}

/** What each kind of entry does to an obligation; where it has no place, nothing. */
const effects: Readonly<Record<EntryKind, (course: Course, entry: Entry) => void>> = {
  saved: (course) => step(course, 'open', 'drafted'),
  submitted: (course, { at }) => submit(course, at),
  accepted: (course) => step(course, 'submitted', 'accepted'),
  returned: (course, { grace }) => {
    if (course.phase !== 'submitted' || grace === undefined) return;
    course.phase = 'returned';
    course.grace = grace;
  },
  exempted: (course) => {
    course.isExcused = true;
  },
  appealed: (course) => {
    if (course.appeal !== 'accepted') course.appeal = 'filed';
  },
  'appeal-accepted': (course) => decideAppeal(course, true),
  'appeal-dismissed': (course) => decideAppeal(course, false),
  uploaded: (course) => step(course, 'submitted', 'uploaded'),
  monitored: (course) => step(course, 'uploaded', 'monitored'),
  'found-slow': (course, { at }) => find(course, true, at),
  'found-normal': (course, { at }) => find(course, false, at),
};

function step(course: Course, from: Phase, to: Phase): void {
  if (course.phase === from) course.phase = to;
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
function find(course: Course, isSlow: boolean, at: Instant): void {
  const isMonitored = course.phase === 'monitored' || course.phase === 'slow' || course.phase === 'normal';
  if (isMonitored) course.phase = isSlow ? 'slow' : 'normal';
  if (!isMonitored && course.phase !== 'missed' && course.phase !== 'late') return;
  course.isSlow = isSlow;
  course.foundAt = at;
}

interface Standpoint {
  readonly rule: ReportRule;
  readonly period: Period;
  readonly now: Instant;
}

function describe(course: Course, { rule, period, now }: Standpoint): Life {
  const { isExcused, submittedAt, foundAt, grace, appeal } = course;
  const state = stateOf(course, period, now);
  const isMiss = state === 'missed' || (state === 'late' && !isHealed(course, rule, period));
  const next = nextChange(state, period, grace);
  return {
    state,
    isMiss,
    isKept: !isMiss && !undecided.has(state),
    isSlow: course.isSlow && !isExcused,
    ...(submittedAt !== undefined && { submittedAt }),
    ...(foundAt !== undefined && { foundAt }),
    ...(grace !== undefined && state === 'returned' && { grace }),
    ...(appeal !== undefined && { appeal }),
    ...(next !== undefined && { next }),
  };
}

function stateOf({ phase, isExcused }: Course, { opens }: Period, now: Instant): ObligationState {
  if (isExcused) return 'exempted';
  return phase === 'open' && now < opens ? 'scheduled' : phase;
}

/** Neither done nor missed. */
const undecided: ReadonlySet<ObligationState> = new Set(['scheduled', 'open', 'drafted', 'exempted']);

function nextChange(state: ObligationState, { opens, due }: Period, grace: Instant | undefined): Instant | undefined {
  if (state === 'scheduled') return opens;
  if (state === 'open' || state === 'drafted') return due;
  return state === 'returned' ? grace : undefined;
}

/** R-AH21-35 counts what was not filled in: filed before the next one is due, it is. HB20 counts what is not on time. */
const isHealed = ({ lateAt }: Course, { streak }: ReportRule, { nextDue }: Period): boolean =>
  streak?.missMeans !== 'notOnTime' && lateAt !== undefined && lateAt <= nextDue;
