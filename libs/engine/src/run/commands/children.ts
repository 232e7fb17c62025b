import { events } from '../../compile/events.ts';
import type { ChildEnded, ChildRefused, End } from '../errand-command.ts';
import { settleChildren } from '../going-on.ts';
import type { Turn } from '../turn.ts';

const author = { kind: 'system' } as const;

/** A child has ended; enough of them settle the state that waits. A second arrival, or one that is late, is refused. */
export function childEnded(turn: Turn, { child, state, output }: ChildEnded): void {
  const step = turn.errands.childEnded(child, state, output);
  const settled = settleChildren(turn)?.settlement;
  turn.record({ kind: 'child-ended', author, step, child, outcome: state, given: output, ...(settled !== undefined && { settled }) });
}

/** A child could not be started, or its end not be taken: an operator sees it and may have it tried again. */
export function childRefused(turn: Turn, { child, code }: ChildRefused): void {
  const step = turn.errands.holdChild(child, code);
  turn.record({ kind: 'child-failed', author, step, child, cause: code });
}

/** The case that started this one does not wait for it any more: it is withdrawn if it knows how, and else terminated. */
export function end(turn: Turn, { because }: End): void {
  turn.errands.because = because;
  turn.orphan();
  const isWithdrawn = because === 'withdrawn' && turn.send(events.withdraw) && turn.isDone;
  if (!isWithdrawn) turn.terminate();
  turn.record({ kind: 'ended', author, cause: because });
}
