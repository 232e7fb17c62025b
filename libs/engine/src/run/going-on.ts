import { events } from '../compile/events.ts';
import type { Settlement } from './children-settled.ts';
import { refused } from './refusal.ts';
import { passRemembered } from './remembered.ts';
import { Halt } from './scope.ts';
import type { Turn } from './turn.ts';

/** Moves that nobody made, one after another, before the engine gives up: a ring of them would never end. */
const maxMoves = 50;

/** Goes on for as long as there is something that waits for nobody: steps to be passed, children that have settled, approvals that stand. */
export function goOn(turn: Turn): void {
  const declined = new Set<string>();
  for (let moves = 0; ; moves += 1) {
    const moved = skip(turn) ?? settle(turn) ?? passRemembered(turn, declined);
    if (moved === undefined) return;
    if (moves >= maxMoves) throw new Halt(refused('case.endless', { params: { reason: moved } }));
  }
}

/** Passes a step that nobody could be found for and whose definition says to; a refused pass holds it. */
function skip(turn: Turn): string | undefined {
  const path = turn.steps.toSkip.shift();
  const whenNobody = turn.workflow.steps.get(path ?? '')?.step.whenNobody;
  if (path === undefined || turn.steps.get(path) === undefined || whenNobody === undefined || !('skip' in whenNobody)) return path;
  const outcome = whenNobody.skip;
  if (!turn.send(turn.eventOf(path, outcome))) turn.steps.hold(path);
  else turn.record({ kind: 'skipped', author: { kind: 'system' }, step: path, outcome, settled: outcome });
  return path;
}

/** Children settle their state without an end of theirs when there are none, or fewer than have to pass. */
function settle(turn: Turn): string | undefined {
  const settled = settleChildren(turn);
  if (settled === undefined) return undefined;
  turn.record({ kind: 'children-settled', author: { kind: 'system' }, step: settled.path, settled: settled.settlement });
  return settled.path;
}

/** Goes on where children have settled a state. @returns the state and how, if they have. */
export function settleChildren(turn: Turn): { readonly path: string; readonly settlement: Settlement } | undefined {
  const settled = turn.errands.settled();
  if (settled === undefined) return undefined;
  const { path, settlement, given } = settled;
  if (!turn.sendGiven(events.children(path, settlement), given)) throw new Error(`${path} does not listen to its children`);
  return { path, settlement };
}
