import type { CounterStage, Finding, Move, Workflow } from '#engine';

/** A counter-example that is played on the document as it is. */
export interface Playing {
  readonly finding: Finding;
  readonly workflow: Workflow;
  readonly moves: readonly Move[];
  /** As far as the engine follows: the last is where it goes wrong. */
  readonly stages: readonly CounterStage[];
  readonly about: readonly string[];
  /** Which move was made last, from 0. */
  readonly at: number;
  readonly isRunning: boolean;
}

/** How a state is marked while something is played. */
export type PlayMark = 'here' | 'been' | 'stuck';

const nothing: ReadonlyMap<string, PlayMark> = new Map();

/** Whether it has come to where it goes wrong, be it that the engine goes no further. */
export function isShown({ stages, at }: Playing): boolean {
  const last = stages.at(-1);
  return at === stages.length - 1 && last !== undefined && (last.isThere || last.refused !== undefined);
}

/** The states that are lit, by their paths: where it stands, where it has been, and in the end where it is stuck. */
export function marksOf(playing: Playing | undefined): ReadonlyMap<string, PlayMark> {
  if (playing === undefined) return nothing;
  const { stages, at, about } = playing;
  const standing = stages[at]?.stands ?? [];
  const meant = standing.filter((path) => about.includes(path));
  const stuck = isShown(playing) ? (meant.length > 0 ? meant : standing) : [];
  return new Map([
    ...stages.slice(0, at).flatMap(({ stands }) => stands.map((path) => [path, 'been'] as const)),
    ...standing.map((path) => [path, 'here'] as const),
    ...stuck.map((path) => [path, 'stuck'] as const),
  ]);
}

/** Whether the last move went this way. */
export function isGone(playing: Playing | undefined, from: string, to: string, name: string | undefined): boolean {
  if (playing === undefined || playing.at === 0) return false;
  const { stages, at, moves } = playing;
  const [before, now, move] = [stages[at - 1]?.stands ?? [], stages[at]?.stands ?? [], moves[at]];
  const isSaid = move?.kind !== 'decide' || name === undefined || name === move.outcome;
  return isSaid && before.includes(from) && now.includes(to);
}
