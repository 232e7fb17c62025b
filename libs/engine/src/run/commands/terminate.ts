import type { Terminate } from '../case-command.ts';
import { refused } from '../refusal.ts';
import { Halt } from '../scope.ts';
import type { Turn } from '../turn.ts';

/** 终止: the case ends where it stands, and nothing of its process is run any more; who may do so is for the host to say. */
export function terminate(turn: Turn, { by, comment }: Terminate): void {
  if (comment.trim() === '') throw new Halt(refused('comment.required', { params: { outcome: 'terminate' } }));
  turn.errands.because = 'terminated';
  turn.terminate();
  turn.record({ kind: 'terminated', author: { kind: 'person', person: by.person }, comment });
}
