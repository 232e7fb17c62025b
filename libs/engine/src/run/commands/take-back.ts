import { refused } from '../refusal.ts';
import { Halt } from '../scope.ts';
import { ownerOf } from '../seats.ts';
import type { CaseState, Undo } from '../state.ts';
import type { TakeBack } from '../task-command.ts';
import type { Turn } from '../turn.ts';

/**
 * 拿回: somebody undoes their own decision. Where the step still waits for others, they simply have not answered yet.
 * Where it has moved the case, the case goes back to where it stood, as long as nobody has done anything in the steps
 * that it opened: saved, answered, claimed or handed on. The form stays as it is.
 */
export function takeBack(turn: Turn, state: CaseState, { by, task, comment }: TakeBack): void {
  const undo = state.undo?.find((each) => each.task === task);
  const step = undo === undefined ? unansweredStep(turn, state, task, by.person) : stepOf(undo);
  if (undo !== undefined) {
    if (undo.by !== by.person) throw new Halt(refused('take-back.not-yours'));
    turn.takeBack(undo);
  }
  turn.record({
    kind: 'taken-back',
    author: { kind: 'person', person: by.person },
    step,
    task,
    ...(comment !== undefined && { comment }),
  });
}

/** Takes an answer out of a step that waits for others. */
function unansweredStep(turn: Turn, state: CaseState, number: number, person: string): string {
  for (const { step, tasks } of Object.values(state.steps)) {
    const task = tasks.find((candidate) => candidate.number === number);
    if (task === undefined) continue;
    if (task.ballot === undefined || task.ballot.earlier !== undefined) throw new Halt(refused('take-back.not-decided'));
    if (task.ballot.by !== person) throw new Halt(refused('take-back.not-yours'));
    // It would be asked of them again, and they may not answer.
    const theirs = [person, task.ballot.onBehalfOf ?? '', ownerOf(task) ?? ''];
    if (theirs.some((each) => state.recused?.includes(each))) throw new Halt(refused('task.recused'));
    if (!turn.steps.unanswer(step, number)) throw new Halt(refused('take-back.too-late'));
    return step;
  }
  const isKnown = number >= 1 && number <= state.lastTask;
  throw new Halt(refused(isKnown ? 'take-back.too-late' : 'task.unknown', { params: { task: number } }));
}

const stepOf = ({ steps, task }: Undo): string =>
  Object.values(steps).find((step) => step?.tasks.some(({ number }) => number === task))?.step ?? '';
