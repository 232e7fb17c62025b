import { events } from '../../compile/events.ts';
import type { Jump } from '../case-command.ts';
import { refused } from '../refusal.ts';
import { Halt } from '../scope.ts';
import type { CaseState } from '../state.ts';
import type { Turn } from '../turn.ts';

/**
 * 跳转: the case is moved to a step by hand, whatever its rules say; who may do so is for the host to say. Within a region
 * beside others, only that region moves. From outside a parallel state, its other regions begin at their beginning.
 */
export function jump(turn: Turn, state: CaseState, { id, by, to, comment }: Jump): void {
  if (comment.trim() === '') throw new Halt(refused('comment.required', { params: { outcome: 'jump' } }));
  const targets = [...turn.workflow.steps.keys()].filter((step) => state.steps[step] === undefined);
  const params = { target: to, allowed: targets.join(', ') };
  if (!targets.includes(to)) throw new Halt(refused('jump.target-not-allowed', { params }));
  turn.demand(events.jump(to), 'jump.target-not-allowed');
  turn.approvals.forget();
  turn.remember(id);
  turn.record({ kind: 'jumped', author: { kind: 'person', person: by.person }, step: to, comment });
}
