import type { Happening } from '../replay/replay.ts';
import type { Instant } from '../run/state.ts';
import type { Workflow } from '../workflow.ts';
import { Retelling } from './retelling.ts';

/** Whom a step asked, a person by their id and a post by its key. */
export interface AskedOnce {
  readonly step: string;
  readonly who: string;
}

/** How a case went, or would have gone. */
export interface CaseCourse {
  /** The innermost states it came to, in order. */
  readonly route: readonly string[];
  readonly asked: readonly AskedOnce[];
  readonly begunAt: Instant;
  /** Absent where it has not ended. */
  readonly endedAt?: Instant;
}

/** Something that the history does not say, so that what comes after it is supposed. */
export type Unknown =
  /** A step asks somebody who was never asked; it is supposed to pass. */
  | { readonly kind: 'decision'; readonly step: string; readonly outcome: string }
  /** The same, but it cannot pass, or nothing of it is known: the case stays there. */
  | { readonly kind: 'stays'; readonly step: string }
  /** What somebody said is not asked for any more. */
  | { readonly kind: 'unasked'; readonly step: string; readonly outcome: string }
  /** What somebody did would be refused. */
  | { readonly kind: 'refused'; readonly step?: string; readonly code: string; readonly rules: readonly string[] }
  /** A rule asks for facts that were never asked for. */
  | { readonly kind: 'fact'; readonly fact: string };

export interface WhatIf {
  readonly was: CaseCourse;
  readonly would: CaseCourse;
  readonly differs: { readonly route: boolean; readonly days: boolean; readonly asked: boolean };
  readonly unknown: readonly Unknown[];
}

/**
 * How a closed case would have gone by another workflow, if everybody had said what they said. People say it when they
 * said it; the clocks are those of the other workflow.
 *
 * @returns undefined when the history does not come to the case by its own workflow: it begins without all that is needed
 */
export function whatIf(own: Workflow, other: Workflow, happenings: readonly Happening[]): WhatIf | undefined {
  const told = new Retelling(own, happenings).tell();
  if (told === undefined || told.unknown.length > 0 || !isTheSame(told.course, happenings)) return undefined;
  const retold = new Retelling(other, happenings).tell();
  if (retold === undefined) return undefined;
  const [was, would] = [told.course, retold.course];
  const differs = {
    route: was.route.join() !== would.route.join(),
    days: daysOf(was) !== daysOf(would),
    asked: inOrder(was.asked) !== inOrder(would.asked),
  };
  return { was, would, differs, unknown: retold.unknown };
}

/** From one day to another; undefined where it has not ended. */
export const daysOf = ({ begunAt, endedAt }: CaseCourse): number | undefined =>
  endedAt === undefined ? undefined : Math.round((Date.parse(endedAt) - Date.parse(begunAt)) / 86_400_000);

const inOrder = (asked: readonly AskedOnce[]): string => asked.map(({ step, who }) => `${step} ${who}`).join();

/** Whether the retelling goes the way that was written down. */
function isTheSame({ route }: CaseCourse, happenings: readonly Happening[]): boolean {
  const written = happenings.flatMap(({ entries }) => entries.flatMap(({ from, to }) => to.filter((state) => !from.includes(state))));
  return written.join() === route.join();
}
