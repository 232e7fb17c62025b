import type { CompiledStep } from '../workflow.ts';
import type { Actor } from './actor.ts';
import { refused } from './refusal.ts';
import { Halt } from './scope.ts';
import type { CaseState } from './state.ts';

/**
 * In whose place somebody acts: in their own if they may, otherwise in that of the first whom they represent and who
 * may. An applicant decides on their own case in nobody's place, unless the step says so, and
 * neither does somebody who has recused themselves.
 * @param check throws for somebody who may not themselves
 * @throws Halt saying why, of those to whom the task is addressed if there is any
 */
export function principalOf(
  by: Actor,
  { applicant, recused }: CaseState,
  { step }: CompiledStep,
  check: (principal: Actor) => void,
): Actor {
  const checkInPlaceOf = (principal: Actor): void => {
    check(principal);
    if (principal !== by && recused?.includes(by.person)) throw new Halt(refused('task.recused'));
    if (principal !== by && by.person === applicant && !step.applicantMayDecide) throw new Halt(refused('task.own-case'));
  };
  let nearest: Halt | undefined;
  for (const principal of [by, ...(by.represents ?? [])]) {
    const halt = haltOf(() => checkInPlaceOf(principal));
    if (halt === undefined) return principal;
    if (nearest === undefined || isNotTheirs(nearest)) nearest = halt;
  }
  throw nearest;
}

const isNotTheirs = ({ result }: Halt): boolean => result.kind === 'refused' && result.code === 'task.not-yours';

function haltOf(work: () => void): Halt | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    if (error instanceof Halt) return error;
    throw error;
  }
}
