import type { CaseState } from '../state.ts';
import type { TaskCommand } from '../task-command.ts';
import type { Turn } from '../turn.ts';
import { addSigners } from './add-signers.ts';
import { claim, release } from './claim.ts';
import { decide, save } from './decide.ts';
import { delegate, resolve } from './delegate.ts';
import { checkHandable, defer } from './meeting.ts';
import { takeBack } from './take-back.ts';
import { transfer } from './transfer.ts';

/** Verbs after which somebody would decide a task by themselves. */
const handing: ReadonlySet<TaskCommand['kind']> = new Set(['claim', 'transfer', 'delegate', 'add-signers']);

/** Carries out what is done to one task. */
export function onTask(turn: Turn, state: CaseState, command: TaskCommand): void {
  if (handing.has(command.kind)) checkHandable(turn, state, command.task);
  switch (command.kind) {
    case 'decide':
      return decide(turn, state, command);
    case 'defer':
      return defer(turn, state, command);
    case 'save':
      return save(turn, state, command);
    case 'take-back':
      return takeBack(turn, state, command);
    case 'claim':
      return claim(turn, state, command);
    case 'release':
      return release(turn, state, command);
    case 'transfer':
      return transfer(turn, state, command);
    case 'delegate':
      return delegate(turn, state, command);
    case 'resolve':
      return resolve(turn, state, command);
    case 'add-signers':
      return addSigners(turn, state, command);
  }
}
