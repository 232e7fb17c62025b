import { Choices } from './choices.ts';
import type { Host } from './host.ts';
import type { Move } from './move.ts';
import { people } from './people.ts';

export type Kind = Exclude<Move['verb'], 'decide'> | 'approve' | 'reject' | 'return' | 'abstain' | 'nonsense';

/** Which step it is about, where that does not follow from a task. */
export function stepOf({ state }: Host, kind: Kind, choices: Choices): string | undefined {
  if (kind === 'urge') return '';
  const steps = Object.values(state.steps);
  const held = steps.filter(({ held }) => held === true);
  const [waiting] = [...Object.keys(state.children ?? {}), ...Object.keys(state.calls ?? {})];
  if (kind === 'retry') return waiting ?? choices.of(held.length > 0 ? held : steps)?.step;
  return kind === 'supplement' || kind === 'remove-signers' ? choices.of(steps)?.step : undefined;
}

/** What can be done now and seldom can. */
export function occasionsIn({ state }: Host): Kind[] {
  if (state.suspension !== undefined) return ['resume'];
  const [children] = Object.values(state.children ?? {});
  if (children !== undefined) return [children.held === undefined ? 'child-ended' : 'retry'];
  const [call] = Object.values(state.calls ?? {});
  if (call !== undefined) return [call.held === undefined ? 'call-answered' : 'retry'];
  return Object.values(state.steps).flatMap(({ held, tasks, groups }): Kind[] => [
    ...(held === true ? ['retry' as const] : []),
    ...(tasks.some(({ delegatedBy }) => delegatedBy !== undefined) ? ['resolve' as const] : []),
    ...(groups === undefined ? [] : ['remove-signers' as const]),
    ...(tasks.some(({ claimedBy }) => claimedBy !== undefined) ? ['release' as const] : []),
  ]);
}

export function chosenTask(host: Host, kind: Kind, isWild: boolean, choices: Choices): number {
  const tasks = Object.values(host.state.steps).flatMap(({ tasks }) => tasks.filter(({ ballot }) => ballot === undefined));
  const fitting = tasks.filter(({ assignee, claimedBy, delegatedBy }) => {
    if (kind === 'claim' || kind === 'defer') return assignee.kind === 'post';
    if (kind === 'release') return claimedBy !== undefined || delegatedBy !== undefined;
    return kind === 'resolve' ? delegatedBy !== undefined : true;
  });
  const numbers = (fitting.length === 0 ? tasks : fitting).map(({ number }) => number);
  return (isWild ? choices.of([...host.known.keys(), 999]) : choices.of(numbers)) ?? 999;
}

export const ballotsIn = ({ state }: Host): { number: number; by: string }[] =>
  Object.values(state.steps).flatMap(({ tasks }) =>
    tasks.flatMap(({ number, ballot }) => (ballot === undefined ? [] : [{ number, by: ballot.by }])),
  );

/** A decision to take back: one that can be, or any. */
export function chosenDecision(host: Host, choices: Choices): number {
  const likely = [...(host.state.undo ?? []).map(({ task }) => task), ...ballotsIn(host).map(({ number }) => number)];
  return choices.of(likely.length > 0 && choices.below(8) < 7 ? likely : [...host.known.keys()]) ?? 1;
}

export function isOpenInStep(host: Host, number: number): boolean {
  return Object.values(host.state.steps).some(({ tasks }) =>
    tasks.some((task) => task.number === number && task.added?.group === undefined),
  );
}

export function actorFor(host: Host, kind: Kind, task: number, choices: Choices): string {
  switch (kind) {
    case 'withdraw':
    case 'supplement':
      return 'clerk';
    case 'jump':
    case 'terminate':
    case 'suspend':
    case 'resume':
    case 'retry':
      return 'admin';
    case 'recuse':
    case 'comment':
    case 'copy':
    case 'urge':
      return choices.of(people) ?? '';
    default:
      if (choices.below(12) === 11) return choices.of(['o1', 'o2', 'admin']) ?? '';
      return choices.of(entitled(host, taskHolder(host, task))) ?? 'admin';
  }
}

/** Who may act upon an open task. */
function taskHolder(host: Host, number: number): string {
  const task = Object.values(host.state.steps)
    .flatMap(({ tasks }) => tasks)
    .find((each) => each.number === number);
  return task?.claimedBy ?? host.known.get(number)?.holder ?? '';
}

export const entitled = ({ cast }: Host, holder: string): readonly string[] =>
  holder === 'post:x' ? cast.x : holder === 'post:y' ? cast.y : holder === '' ? [] : [holder];

/** Those who were asked to sign, and by whom. */
export function addedIn({ state }: Host, path: string): { readonly person: string; readonly by: string }[] {
  const open = state.steps[path];
  const seats = [
    ...(open?.tasks ?? []),
    ...(open?.queue ?? []),
    ...(open?.groups ?? []).flatMap(({ principal, queue }) => [principal, ...queue]),
  ];
  return seats.flatMap(({ assignee, added, after = [] }) => [
    ...(added !== undefined && assignee.kind === 'person' ? [{ person: assignee.person, by: added.by }] : []),
    ...after.flatMap(({ people, by }) => people.map((person) => ({ person, by }))),
  ]);
}
