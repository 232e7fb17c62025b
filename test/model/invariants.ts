import assert from 'node:assert/strict';
import { type Advanced, type CaseState, type Command, type Happening, previewOf, type Result, replay } from '#engine';
import { type Host, places } from './host.ts';
import { casts } from './people.ts';

/** What holds of every command that was accepted, whatever it was. */
export function checkAccepted(command: Command, { entries, state }: Advanced, before: CaseState): void {
  const [first] = entries;
  // A draft that changes nothing leaves no trace, in the history as in the case.
  if (first === undefined) assert.deepEqual([command.kind, state], ['save', before]);
  if (command.kind !== 'decide') return;
  const { task, outcome } = command;
  const told = entries.find(({ kind }) => kind === 'decided');
  assert.deepEqual([told?.task, told?.outcome, told?.author.kind], [task, outcome, 'person'], 'a decision is not in the history');
}

/** What is dearer: nothing is changed in place, what is saved is enough to go on, twice is once, and the dry run is the outcome. */
export function checkThoroughly(host: Host, command: Command, result: Result): void {
  const before = host.state;
  const saved = JSON.parse(JSON.stringify(before)) as CaseState;
  assert.deepEqual(before, saved, 'the state is not JSON');
  frozen(before);
  const again = host.performOn(saved, command);
  assert.deepEqual(again, result, 'saved and restored it behaves otherwise');
  if (result.kind !== 'advanced') return;
  const repeated = host.performOn(result.state, command);
  if (repeated.kind === 'advanced')
    assert.deepEqual([repeated.state, repeated.effects, repeated.entries], [result.state, [], []], 'twice is not once');
  checkPreview(before, result);
  checkTold(before, result);
}

/** Who would be asked and who not any more, said beforehand, is who is asked then. */
function checkPreview(before: CaseState, result: Advanced): void {
  const preview = previewOf(before, result);
  const decided = result.effects.flatMap((effect) => (effect.kind === 'close-task' && effect.because === 'decided' ? [effect.task] : []));
  const gone = new Set([...decided, ...preview.cancelled.map(({ task }) => task)]);
  const address = ({ assignee }: { readonly assignee: unknown }) => JSON.stringify(assignee);
  const tasks = (state: CaseState) => Object.values(state.steps).flatMap(({ tasks }) => tasks.filter(({ ballot }) => ballot === undefined));
  const expected = [...tasks(before).filter(({ number }) => !gone.has(number)), ...preview.asked].map(address).sort();
  assert.deepEqual(expected, tasks(result.state).map(address).sort(), 'the dry run says otherwise who is asked');
  assert.deepEqual([...preview.states].sort(), places(result.state.machine.value).sort());
  const due = (state: CaseState) =>
    Object.values(state.timers)
      .map(({ dueAt }) => dueAt)
      .sort();
  const cleared = preview.timersCleared.map(({ dueAt }) => dueAt);
  const kept = due(before).filter((dueAt) => !takeOut(cleared, dueAt));
  assert.deepEqual(
    [...kept, ...preview.timersSet.map(({ dueAt }) => dueAt)].sort(),
    due(result.state),
    'the dry run says otherwise which clocks run',
  );
}

/** The history, saved and read again, is enough to come to the case as it is. */
export function checkReplayed({ workflow, state }: Host, history: readonly Happening[]): void {
  const replayed = replay(workflow, JSON.parse(JSON.stringify(history)) as Happening[]);
  if (replayed.kind === 'stopped') assert.fail(`the history cannot be told after ${replayed.after}: ${replayed.because}`);
  assert.deepEqual(JSON.parse(JSON.stringify(replayed.state)), JSON.parse(JSON.stringify(state)), 'the history comes to another case');
}

/** The history follows the case from place to place. */
function checkTold(before: CaseState, { entries, state }: Advanced): void {
  let at = places(before.machine.value);
  for (const { from, to } of entries) {
    assert.deepEqual(from, at, 'the history has a gap');
    at = [...to];
  }
  if (entries.length > 0) assert.deepEqual(at, places(state.machine.value));
}

/** Whatever has happened: the case can be ended by hand, and where anybody is left to decide, it comes to its end by itself. */
export function checkEnd(host: Host): void {
  if (isOver(host)) return;
  const ended = host.perform({ kind: 'terminate', ...host.issue(), by: host.actor('admin'), comment: '停办' });
  assert.equal(ended.kind, 'advanced', 'it cannot be terminated');
  host.cast = casts[0] ?? host.cast;
  const by = host.actor('admin');
  if (host.state.suspension !== undefined) must(host, { kind: 'resume', ...host.issue(), by, comment: '恢复' });
  for (let turns = 0; turns < 100 && !isOver(host); turns += 1) {
    const command = nextCommand(host);
    if (command === undefined) break;
    must(host, command);
  }
  if (!isOver(host)) assert.notEqual(host.state.recused ?? [], [], 'it goes no further');
}

const isOver = ({ state }: Host): boolean => state.machine.status === 'done';

function must(host: Host, command: Command): void {
  const result = host.perform(command);
  assert.equal(result.kind, 'advanced', JSON.stringify([command, result]));
  if (result.kind === 'advanced') host.take(result, command);
}

/** What somebody does who wants the case to go on. */
function nextCommand(host: Host): Command | undefined {
  const { state } = host;
  const issued = host.issue();
  const admin = host.actor('admin');
  const [child] = Object.values(state.children ?? {}).flatMap(({ running }) => running);
  if (child !== undefined) return { kind: 'child-ended', ...issued, child, state: 'approved', output: {} };
  const [call] = Object.values(state.calls ?? {});
  if (call !== undefined) return { kind: 'call-answered', ...issued, call: call.number, answer: {} };
  for (const { step, tasks, held, waitsFor } of Object.values(state.steps)) {
    if (waitsFor !== undefined) continue;
    if (held === true) {
      if ((state.recused ?? []).length > 0) continue;
      return { kind: 'retry', ...issued, by: admin, step };
    }
    for (const { number: task, ballot, assignee, claimedBy, delegatedBy, added } of tasks) {
      if (ballot !== undefined) continue;
      const holders =
        assignee.kind === 'person' ? [assignee.person] : [...host.cast.x].filter((person) => !state.recused?.includes(person));
      const [person] = claimedBy === undefined ? holders : [claimedBy];
      if (person === undefined) continue;
      const by = host.actor(person);
      if (delegatedBy !== undefined) return { kind: 'resolve', ...issued, by, task, comment: '已核' };
      const outcome = step === 'draft' && added?.group === undefined ? 'submit' : 'approve';
      return { kind: 'decide', ...issued, by, task, outcome, formVersion: state.form.version };
    }
  }
  return undefined;
}

function takeOut(list: string[], item: string): boolean {
  const index = list.indexOf(item);
  if (index >= 0) list.splice(index, 1);
  return index >= 0;
}

/** So that whoever writes into it is found. */
function frozen(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const inner of Object.values(value)) frozen(inner);
}
