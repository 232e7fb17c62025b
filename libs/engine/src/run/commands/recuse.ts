import { refused } from '../refusal.ts';
import { Halt } from '../scope.ts';
import type { CaseState } from '../state.ts';
import type { Recuse } from '../task-command.ts';
import type { Turn } from '../turn.ts';
import { checkReason } from './own-task.ts';

/**
 * 回避: from now on somebody may not decide this case. What they have said before stays. Steps that waited for them are
 * counted again without them; one that nobody is left in goes to whom its definition names for that, or is held.
 */
export function recuse(turn: Turn, state: CaseState, { by: { person }, comment }: Recuse): void {
  if (person === state.applicant) throw new Halt(refused('recuse.applicant'));
  if (state.recused?.includes(person)) throw new Halt(refused('recuse.already'));
  checkReason('recuse', comment);
  turn.steps.recuse(person);
  turn.record({ kind: 'recused', author: { kind: 'person', person }, comment });
  for (const { step } of turn.steps.all()) {
    const settlement = turn.steps.withoutRecused(step);
    if (settlement === undefined) continue;
    const { isTaken } = turn.steps.settling(step, () => turn.attempt(turn.eventOf(step, settlement)));
    if (isTaken) turn.record({ kind: 'settled', author: { kind: 'system' }, step, settled: settlement });
    else turn.steps.hold(step);
  }
}
