import type { Position } from './position.ts';

/** A decision that can be taken back: what it changed, before and after. */
export interface Undo {
  readonly token: number;
  readonly by: string;
  readonly before: Position;
  readonly after: Position;
}

/** Puts back what a decision changed, and nothing else: regions beside it may have gone on. */
export function putBack(position: Position, { before, after }: Undo): void {
  for (const step of changedSteps(before, after)) {
    const opening = before.open.get(step);
    if (opening === undefined) position.open.delete(step);
    else position.open.set(step, opening);
  }
  for (const region of changedRegions(before, after)) {
    if (before.done.has(region)) position.done.add(region);
    else position.done.delete(region);
  }
  for (const [fork, memory] of before.memory) if (after.memory.get(fork) !== memory) position.memory.set(fork, memory);
  const asked = after.pending.filter((each) => !before.pending.includes(each));
  const answered = before.pending.filter((each) => !after.pending.includes(each));
  position.pending = [...position.pending.filter(({ to }) => !asked.some((each) => each.to === to)), ...answered];
  if (after.isPastReturn && !before.isPastReturn) position.isPastReturn = false;
}

/** Whether a move from one position to another has left what the decision changed as it was. */
export const isUntouched = ({ before, after }: Undo, earlier: Position, now: Position): boolean =>
  changedSteps(before, after).every((step) => earlier.open.get(step)?.mark === now.open.get(step)?.mark) &&
  changedRegions(before, after).every((region) => now.done.has(region) === after.done.has(region));

const changedSteps = (before: Position, after: Position): string[] =>
  [...new Set([...before.open.keys(), ...after.open.keys()])].filter((step) => before.open.get(step)?.mark !== after.open.get(step)?.mark);

const changedRegions = (before: Position, after: Position): string[] =>
  [...new Set([...before.done, ...after.done])].filter((region) => before.done.has(region) !== after.done.has(region));
