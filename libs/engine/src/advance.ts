import { events } from './compile/events.ts';
import type { Comment } from './run/case-command.ts';
import type { Command, FireTimer, Retry, Signal } from './run/command.ts';
import { callAnswered, callFailed } from './run/commands/call.ts';
import { childEnded, childRefused, end } from './run/commands/children.ts';
import { copy } from './run/commands/copy.ts';
import { fireTimer } from './run/commands/fire-timer.ts';
import { intervene, isIntervention } from './run/commands/intervene.ts';
import { onTask } from './run/commands/on-task.ts';
import { recuse } from './run/commands/recuse.ts';
import { removeSigners } from './run/commands/remove-signers.ts';
import { supplement } from './run/commands/supplement.ts';
import { urge } from './run/commands/urge.ts';
import { withdraw } from './run/commands/withdraw.ts';
import type { ErrandCommand } from './run/errand-command.ts';
import { refused } from './run/refusal.ts';
import type { Result, World } from './run/result.ts';
import { Halt } from './run/scope.ts';
import type { CaseState } from './run/state.ts';
import { Turn } from './run/turn.ts';
import type { Workflow } from './workflow.ts';

/**
 * What becomes of a case by one command: its new state and what the host is asked to do, or why not. Pure: it reads no
 * clock, makes no id, and throws only for a defect of its own. The same arguments give the same result.
 *
 * @returns `wanting` when a rule needs facts; ask the registers and call again with them in `world.facts`.
 */
export function advance(workflow: Workflow, state: CaseState, command: Command, world: World): Result {
  if (state.applied.includes(command.id)) return refused('command.repeated');
  if (state.machine.status === 'done' && !isTakenWhenFinished(command)) return refused('case.finished');
  if (state.suspension !== undefined && !isTakenWhileSuspended(command)) {
    return refused('case.suspended', { params: { since: workflow.dueTime.onTheWall(state.suspension.since) } });
  }
  try {
    const signal = command.kind === 'signal' ? checkSignal(workflow, command) : undefined;
    const turn = new Turn(workflow, state, { at: command.at, world, ...(signal && { signal }) });
    perform(turn, state, command);
    return turn.finish();
  } catch (error) {
    if (error instanceof Halt) return error.result;
    throw error;
  }
}

function perform(turn: Turn, state: CaseState, command: Command): void {
  if ('task' in command) return onTask(turn, state, command);
  if (isIntervention(command)) return intervene(turn, state, command);
  if (isHappening(command)) return happen(turn, command);
  switch (command.kind) {
    case 'remove-signers':
      return removeSigners(turn, state, command);
    case 'recuse':
      return recuse(turn, state, command);
    case 'supplement':
      return supplement(turn, state, command);
    case 'copy':
      return copy(turn, state, command);
    case 'withdraw':
      return withdraw(turn, state, command);
    case 'comment':
      return comment(turn, command);
    case 'retry':
      return retry(turn, command);
    case 'urge':
      return urge(turn, command);
  }
}

type Happening = FireTimer | Signal | ErrandCommand;

/** What nobody does: time passes, others have something to tell. */
const isHappening = (command: Command): command is Happening => happenings.has(command.kind);
const happenings: ReadonlySet<string> = new Set<Happening['kind']>([
  'fire-timer',
  'signal',
  'child-ended',
  'child-refused',
  'end',
  'call-answered',
  'call-failed',
]);

function happen(turn: Turn, command: Happening): void {
  switch (command.kind) {
    case 'fire-timer':
      return fireTimer(turn, command);
    case 'signal':
      return receive(turn, command);
    case 'child-ended':
      return childEnded(turn, command);
    case 'child-refused':
      return childRefused(turn, command);
    case 'end':
      return end(turn, command);
    case 'call-answered':
      return callAnswered(turn, command);
    case 'call-failed':
      return callFailed(turn, command);
  }
}

/** A finished case may be talked about and shown; a late decision is told whose task has been closed. */
const isTakenWhenFinished = ({ kind }: Command): boolean => kind === 'comment' || kind === 'copy' || kind === 'decide';

/** People may talk about a suspended case; what others have to tell it cannot wait, and moves it as ever. */
const isTakenWhileSuspended = (command: Command): boolean =>
  isHappening(command) || ['comment', 'copy', 'suspend', 'resume', 'terminate'].includes(command.kind);

function comment(turn: Turn, { id, by, comment, attachments }: Comment): void {
  if (comment.trim() === '') throw new Halt(refused('comment.required', { params: { outcome: 'comment' } }));
  turn.remember(id);
  const author = { kind: 'person', person: by.person } as const;
  turn.record({ kind: 'commented', author, comment, ...(attachments !== undefined && { attachments }) });
}

function receive(turn: Turn, { id, signal, payload }: Signal): void {
  turn.demand(events.signal(signal), 'signal.not-now');
  turn.remember(id);
  turn.record({ kind: 'signalled', author: { kind: 'system' }, cause: signal, ...(payload !== undefined && { given: payload }) });
}

function retry(turn: Turn, { id, by, step }: Retry): void {
  if (turn.steps.get(step)?.held === true) turn.steps.retry(step);
  else if (!turn.errands.retry(step)) throw new Halt(refused('retry.not-held', { params: { step } }));
  turn.remember(id);
  turn.record({ kind: 'retried', author: { kind: 'person', person: by.person }, step });
}

function checkSignal(workflow: Workflow, { signal, payload = {} }: Signal): NonNullable<Signal['payload']> {
  const check = workflow.payloads.get(signal);
  if (check === undefined) throw new Halt(refused('signal.unknown', { params: { signal } }));
  const fields = check.complete(payload);
  if (fields.length > 0) throw new Halt(refused('signal.payload-invalid', { params: { signal }, fields }));
  return payload;
}
