import type { Resume, Suspend } from '../case-command.ts';
import { refused } from '../refusal.ts';
import { Halt } from '../scope.ts';
import type { Turn } from '../turn.ts';

/** 挂起: every clock stops; who may do so is for the host to say. */
export function suspend(turn: Turn, { id, by, comment }: Suspend): void {
  checkReason('suspend', comment);
  if (!turn.suspend()) throw new Halt(refused('suspend.already'));
  turn.remember(id);
  turn.record({ kind: 'suspended', author: { kind: 'person', person: by.person }, comment });
}

/** 恢复: every clock goes on from where it stopped. */
export function resume(turn: Turn, { id, by, comment }: Resume): void {
  checkReason('resume', comment);
  if (!turn.resume()) throw new Halt(refused('resume.not-suspended'));
  turn.remember(id);
  turn.record({ kind: 'resumed', author: { kind: 'person', person: by.person }, comment });
}

function checkReason(outcome: string, comment: string): void {
  if (comment.trim() === '') throw new Halt(refused('comment.required', { params: { outcome } }));
}
