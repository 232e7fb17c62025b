import { events } from '../../compile/events.ts';
import type { Withdraw } from '../case-command.ts';
import { refused } from '../refusal.ts';
import { Halt } from '../scope.ts';
import type { CaseState } from '../state.ts';
import type { Turn } from '../turn.ts';

/** 撤回: the applicant gives the case up, where the process listens to it and until the point its definition names. */
export function withdraw(turn: Turn, state: CaseState, { by, comment }: Withdraw): void {
  if (by.person !== state.applicant) throw new Halt(refused('withdraw.not-applicant'));
  if (comment.trim() === '') throw new Halt(refused('comment.required', { params: { outcome: 'withdraw' } }));
  const [reached] = state.reached ?? [];
  if (reached !== undefined) throw new Halt(refused('withdraw.too-late', { params: { state: reached } }));
  turn.errands.because = 'withdrawn';
  turn.demand(events.withdraw, 'withdraw.not-now');
  turn.record({ kind: 'withdrawn', author: { kind: 'person', person: by.person }, comment });
}
