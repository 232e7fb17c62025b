import { events } from '../../compile/events.ts';
import type { CallAnswered, CallFailed } from '../errand-command.ts';
import type { Turn } from '../turn.ts';

const author = { kind: 'system' } as const;

/** A webhook has answered. An answer of another shape than was asked for is a failure for good. */
export function callAnswered(turn: Turn, { call, answer }: CallAnswered): void {
  const step = turn.errands.callerOf(call);
  const result = turn.errands.resultOf(step, answer);
  if (result === undefined) return fail(turn, { step, call, code: 'answer-malformed' });
  turn.errands.endCall(step);
  turn.sendGiven(events.call(step, 'done'), { result });
  turn.record({ kind: 'call-answered', author, step, call, given: answer, settled: 'done' });
}

/** A call has failed for good: the definition says what then, or an operator sees it and may have it tried again. */
export function callFailed(turn: Turn, { call, code }: CallFailed): void {
  fail(turn, { step: turn.errands.callerOf(call), call, code });
}

function fail(turn: Turn, { step, call, code }: { readonly step: string; readonly call: number; readonly code: string }): void {
  turn.errands.checkTried(step, call);
  turn.errands.endCall(step);
  const isTaken = turn.send(events.call(step, 'failed'));
  if (!isTaken) turn.errands.holdCall(step, call, code);
  turn.record({ kind: 'call-failed', author, step, call, cause: code, ...(isTaken && { settled: 'failed' }) });
}
