import { events } from '../../compile/events.ts';
import type { OutcomeSpecification } from '../../definition/outcomes.ts';
import type { CompiledReturn, CompiledStep, Workflow } from '../../workflow.ts';
import type { Actor } from '../actor.ts';
import { checkAnswerable, checkItems, earliestOf } from '../deficiencies.ts';
import { principalOf } from '../principal.ts';
import { refused } from '../refusal.ts';
import { Halt } from '../scope.ts';
import { checkComplete, checkDraft } from '../sheet.ts';
import { newLeaves } from '../snapshot.ts';
import type { CaseState, DeficiencyItem, Fields, OpenStep } from '../state.ts';
import type { Decide, Save } from '../task-command.ts';
import type { Turn } from '../turn.ts';
import { checkMeeting, fieldsOf } from './meeting.ts';
import { authorOf, checkActor, checkDecider, findTask, inPlaceOf } from './own-task.ts';

/** An assignee says what they think of the case; when the step's policy is settled by it, the case moves on. */
export function decide(turn: Turn, state: CaseState, command: Decide): void {
  const { workflow } = turn;
  const { by } = command;
  const { open, step, task } = findTask(workflow, state, command.task);
  const principal = principalOf(by, state, step, (actor) => checkActor(state, step, task, actor));
  checkDecider(task);
  checkMeeting(step, task, command.meeting);
  checkNotVoted(step, open, principal);
  const outcome = checkOutcome(step, command);
  const chosen = chosenReturn(state, step, command);
  checkItems(command, step, { isReturn: outcome.kind === 'return', fields: Object.keys(workflow.definition.form.schema.properties) });
  checkForm(turn, step, command, outcome);
  turn.deficiencies.note(step.path, command.answers ?? []);

  const settlement = turn.steps.decide(task, step.path, { outcome: outcome.name, by: by.person, ...inPlaceOf(principal, by) });
  const items =
    settlement === undefined ? [] : settle(turn, { step, settlement, open: turn.steps.get(step.path) ?? open, chosen, command });
  // What stands in signed minutes is not one person's to take back.
  if (settlement !== undefined && command.meeting === undefined) turn.settled({ task: task.number, by: by.person });
  turn.record({
    kind: 'decided',
    author: authorOf(task, by, principal),
    step: step.path,
    task: task.number,
    outcome: outcome.name,
    ...(settlement !== undefined && { settled: settlement }),
    ...(chosen !== undefined && { returnTo: chosen.to }),
    ...saidIn(command),
    ...(items.length > 0 && { items: items.map(({ was: _was, ...item }) => item) }),
  });
}

const saidIn = ({ comment, attachments, meeting, answers = [] }: Decide) => ({
  ...(answers.length > 0 && { answers }),
  ...(comment !== undefined && { comment }),
  ...(attachments !== undefined && { attachments }),
  ...(meeting !== undefined && { meeting }),
});

/** Fields are put down without deciding: a draft, for as long as the task is open. What changes nothing leaves no trace. */
export function save(turn: Turn, state: CaseState, command: Save): void {
  const { by } = command;
  const { step, task } = findTask(turn.workflow, state, command.task);
  const principal = principalOf(by, state, step, (actor) => checkActor(state, step, task, actor));
  checkWritable(step, command.fields, turn.workflow);
  if (command.formVersion !== state.form.version) throw new Halt(staleForm(state));
  turn.write(command.fields);
  checkDraft(turn.workflow, turn.form.fields);
  if (turn.form === state.form) return;
  turn.touch(step.path);
  turn.record({ kind: 'saved', author: authorOf(task, by, principal), step: step.path, task: task.number });
}

function moveOn(turn: Turn, step: CompiledStep, settlement: string, chosen: CompiledReturn | undefined): void {
  const event = chosen === undefined ? turn.eventOf(step.path, settlement) : events.returnTo(step.path, chosen.to);
  turn.demand(event, 'outcome.not-possible', chosen);
  if (settlement !== 'return') return;
  const taken = chosen ?? step.returns.find(({ chosen, to }) => !chosen && turn.steps.get(to) !== undefined);
  if (taken !== undefined) expectAnswer(turn, step.path, taken);
}

interface Settling {
  readonly step: CompiledStep;
  readonly settlement: string;
  /** The step with all that was said in it. */
  readonly open: OpenStep;
  readonly chosen: CompiledReturn | undefined;
  readonly command: Decide;
}

/**
 * The step has come to something. What was approved stands until somebody objects; a return begins a new round.
 * @returns what is to be mended, or what became of that
 */
function settle(turn: Turn, { step, settlement, open, chosen, command }: Settling): readonly DeficiencyItem[] {
  const kind = step.outcomes.get(settlement)?.kind;
  const answered = kind === 'pass' ? turn.deficiencies.answer(step.path, turn.form) : [];
  const before = turn.machine.value;
  moveOn(turn, step, settlement, chosen);
  turn.deficiencies.close(step.path);
  if (kind === 'refuse') turn.approvals.forget();
  if (kind === 'pass') {
    const led = newLeaves(before, turn.machine.value);
    turn.approvals.note({ open, outcome: settlement, formVersion: turn.form.version, led });
  }
  if (kind !== 'return') return answered;
  turn.approvals.beginRound();
  return sendBack(turn, step.path, command, chosen);
}

/** Notes what is to be mended; whoever it was sent to answers that by the earliest day it names. */
function sendBack(turn: Turn, from: string, command: Decide, chosen: CompiledReturn | undefined): readonly DeficiencyItem[] {
  const { task, by, items = [] } = command;
  const to = chosen?.to ?? turn.steps.all().find((open) => turn.steps.isNew(open))?.step;
  const target = turn.workflow.steps.get(to ?? '');
  if (to === undefined || target === undefined) {
    if (items.length > 0) throw new Halt(refused('deficiency.nobody-to-answer'));
    return [];
  }
  checkAnswerable(items, target);
  const due = earliestOf(items);
  if (due !== undefined) turn.steps.mend(to, due);
  return turn.deficiencies.open({ from, to, task, by: by.person, formVersion: turn.form.version }, items, turn.form);
}

function expectAnswer(turn: Turn, from: string, { to, reentry, across }: CompiledReturn): void {
  if (reentry === 'restart') return;
  if (across) turn.steps.wait(from, to);
  else turn.expectResumption({ from, to });
}

/** In a vote everybody has one voice, however many posts they hold; a deputy gives that of whom they represent. */
function checkNotVoted({ step }: CompiledStep, { tasks }: OpenStep, { person }: Actor): void {
  const hasVoted =
    step.decide.by === 'vote' && tasks.some(({ ballot }) => ballot !== undefined && (ballot.onBehalfOf ?? ballot.by) === person);
  if (hasVoted) throw new Halt(refused('vote.already-cast'));
}

function checkOutcome({ outcomes }: CompiledStep, command: Decide): OutcomeSpecification {
  const outcome = outcomes.get(command.outcome);
  if (outcome === undefined) {
    const allowed = [...outcomes.keys()].join(', ');
    throw new Halt(refused('outcome.unknown', { params: { outcome: command.outcome, allowed } }));
  }
  if (outcome.commentRequired && (command.comment ?? '').trim() === '') {
    throw new Halt(refused('comment.required', { params: { outcome: outcome.name } }));
  }
  return outcome;
}

function chosenReturn(state: CaseState, { returns }: CompiledStep, { outcome, returnTo }: Decide): CompiledReturn | undefined {
  const choices = returns.filter(({ chosen, to }) => chosen && (state.visits[to] ?? 0) > 0);
  const allowed = choices.map(({ to }) => to).join(', ');
  if (returnTo === undefined) {
    const needsChoice = outcome === 'return' && returns.length > 0 && returns.every(({ chosen }) => chosen);
    if (needsChoice) throw new Halt(refused('return.target-missing', { params: { allowed } }));
    return undefined;
  }
  const choice = outcome === 'return' ? choices.find(({ to }) => to === returnTo) : undefined;
  if (choice === undefined) throw new Halt(refused('return.target-not-allowed', { params: { target: returnTo, allowed } }));
  return choice;
}

function checkForm(turn: Turn, step: CompiledStep, command: Decide, outcome: OutcomeSpecification): void {
  const fields = fieldsOf(step, command);
  if (command.formVersion !== turn.form.version) throw new Halt(staleForm(turn));
  checkWritable(step, fields, turn.workflow);
  if (Object.keys(fields).length > 0) turn.write(fields);
  if (outcome.kind === 'pass' && step.mayWrite) checkComplete(turn.workflow, turn.form.fields, step.requiredFields);
  else if (Object.keys(fields).length > 0) checkDraft(turn.workflow, turn.form.fields);
}

const staleForm = ({ form }: { readonly form: CaseState['form'] }) => refused('form.stale', { params: { current: form.version } });

export function checkWritable({ accessOf }: Pick<CompiledStep, 'accessOf'>, fields: Fields, { definition }: Workflow): void {
  const properties = definition.form.schema.properties;
  const problems = Object.keys(fields)
    .filter((field) => !Object.hasOwn(properties, field))
    .map((field) => ({ path: `/${field}`, code: 'unknown' as const }));
  if (problems.length > 0) throw new Halt(refused('form.invalid', { fields: problems }));
  const closed = Object.keys(fields).find(
    (field) => !['write', 'required'].includes(accessOf(field)) || properties[field]?.['x-calc'] !== undefined,
  );
  if (closed !== undefined) throw new Halt(refused('form.field-not-writable', { params: { field: closed } }));
}
