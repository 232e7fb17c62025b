import type { Intervention } from '../case-command.ts';
import type { Command } from '../command.ts';
import type { CaseState } from '../state.ts';
import type { Turn } from '../turn.ts';
import { jump } from './jump.ts';
import { resume, suspend } from './suspend.ts';
import { terminate } from './terminate.ts';

const kinds: ReadonlySet<string> = new Set<Intervention['kind']>(['jump', 'terminate', 'suspend', 'resume']);

export const isIntervention = (command: Command): command is Intervention => kinds.has(command.kind);

/** Carries out what an administrator does to a case by hand. */
export function intervene(turn: Turn, state: CaseState, command: Intervention): void {
  switch (command.kind) {
    case 'jump':
      return jump(turn, state, command);
    case 'terminate':
      return terminate(turn, command);
    case 'suspend':
      return suspend(turn, command);
    case 'resume':
      return resume(turn, command);
  }
}
