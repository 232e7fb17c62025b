import type { Command } from '#engine';
import type { Host } from './host.ts';
import type { Move } from './move.ts';
import { casts, people } from './people.ts';
import type { Topology } from './topology.ts';

/** What somebody tries, and what row of the matrix it is for. */
export interface Attempt {
  readonly move: Move;
  readonly command: Command;
  readonly row: string | undefined;
}

type Kind = Exclude<Move['verb'], 'decide'> | 'approve' | 'reject' | 'return' | 'abstain' | 'nonsense';

/** How often each is tried: what leads somewhere more often than what ends it. */
const weights: Readonly<Record<Kind, number>> = {
  approve: 24,
  reject: 4,
  return: 12,
  abstain: 4,
  nonsense: 1,
  defer: 3,
  save: 3,
  claim: 6,
  release: 4,
  transfer: 4,
  delegate: 5,
  resolve: 4,
  'add-signers': 10,
  'remove-signers': 4,
  recuse: 3,
  'take-back': 6,
  withdraw: 1,
  comment: 1,
  copy: 1,
  supplement: 2,
  urge: 2,
  jump: 3,
  suspend: 1,
  resume: 2,
  terminate: 1,
  'fire-timer': 3,
  signal: 1,
  retry: 3,
  'child-ended': 1,
  'child-refused': 1,
  'call-answered': 1,
  'call-failed': 1,
  end: 1,
};
const kinds = Object.entries(weights).flatMap(([kind, weight]) => Array.from({ length: weight }, () => kind as Kind));

const { imul } = Math;

/** One choice after another, all of them out of one number. */
class Choices {
  constructor(private seed: number) {}

  below(count: number): number {
    this.seed = (imul(this.seed ^ (this.seed >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) | 0;
    const mixed = imul(this.seed ^ (this.seed >>> 13), 0x297a2d39);
    return ((mixed ^ (mixed >>> 16)) >>> 0) % count;
  }

  of<T>(list: readonly T[]): T | undefined {
    return list.length === 0 ? undefined : list[this.below(list.length)];
  }
}

const comment = '说明';
const outcomes: Readonly<Record<string, string>> = {
  approve: 'approve',
  reject: 'reject',
  return: 'return',
  abstain: 'abstain',
  nonsense: 'nonsense',
};

/** What a number comes to on a case that stands there: mostly something that could be right, sometimes anything by anybody. */
export function attemptOf(host: Host, topology: Topology, number: number): Attempt {
  const choices = new Choices(number);
  const [occasion] = choices.below(4) === 0 ? occasionsIn(host) : [];
  // What happens to a case that nobody has submitted yet is soon told.
  const isNew = host.state.lastTask === 1 && choices.below(12) > 0;
  const kind = isNew ? 'approve' : (occasion ?? choices.of(kinds) ?? 'approve');
  const isWild = choices.below(10) === 9;
  host.hours += choices.below(4) * 5;
  if (kind === 'retry' || choices.below(16) === 0) host.cast = casts[kind === 'retry' ? 0 : choices.below(casts.length)] ?? host.cast;
  const task = chosenTask(host, kind, isWild, choices);
  const { step, holder } = host.open.get(task) ?? { step: 'draft', holder: '' };
  const by = isWild ? (choices.of(people) ?? '') : actorFor(host, kind, task, choices);
  const represents = by.startsWith('o') && choices.below(2) === 0 && holder !== '' ? entitled(host, holder)[0] : undefined;
  const to = choices.of(people) ?? '';
  const hasReason = !isWild || choices.below(2) === 0;
  const isStale = isWild && choices.below(3) === 0;
  const from = choices.below(people.length);
  const verb = outcomes[kind] === undefined ? (kind as Move['verb']) : 'decide';
  const isInStep = isOpenInStep(host, task);
  const outcome = outcomeOf(kind, step, isInStep);
  const value = choices.below(3) + 2;
  const base: Omit<Move, 'returnTo' | 'fields' | 'step' | 'people' | 'token'> = {
    verb,
    by,
    at: host.hours,
    cast: host.cast,
    holder,
    outcome,
    to: kind === 'jump' ? (choices.of([...topology.steps.keys(), 'nowhere']) ?? '') : to,
    place: choices.of(['before', 'after', 'beside'] as const) ?? 'before',
    rule: choices.of(['one', 'all', 'sequence'] as const) ?? 'one',
    hasReason,
    isStale,
    isReassigning: choices.below(4) === 0,
    inMeeting: kind === 'defer' || (verb === 'decide' && choices.below(8) === 7),
    isPassed: choices.below(8) > 0,
    represents: verb === 'decide' || verb === 'save' ? represents : undefined,
  };
  const returns = outcome === 'return' && isInStep ? [undefined, ...topology.earlierThan(step)] : [undefined];
  const move: Move = {
    ...base,
    token: kind === 'take-back' ? chosenDecision(host, choices) : task,
    returnTo: isWild ? choices.of([undefined, ...topology.steps.keys()]) : choices.of(returns),
    step: stepOf(host, kind, choices) ?? step,
    people: kind === 'remove-signers' ? [] : people.slice(from, from + 1 + choices.below(2)),
    fields: {},
  };
  return finished(host, topology, move, kind, choices, value);
}

/** Which step it is about, where that does not follow from a task. */
function stepOf({ state }: Host, kind: Kind, choices: Choices): string | undefined {
  if (kind === 'urge') return '';
  const steps = Object.values(state.steps);
  const held = steps.filter(({ held }) => held === true);
  const [waiting] = [...Object.keys(state.children ?? {}), ...Object.keys(state.calls ?? {})];
  if (kind === 'retry') return waiting ?? choices.of(held.length > 0 ? held : steps)?.step;
  return kind === 'supplement' || kind === 'remove-signers' ? choices.of(steps)?.step : undefined;
}

/** What can be done now and seldom can. */
function occasionsIn({ state }: Host): Kind[] {
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

function finished(host: Host, topology: Topology, move: Move, kind: Kind, choices: Choices, value: number): Attempt {
  const filled = { ...move, ...detailsOf(host, move, kind, choices, value) };
  return { move: filled, command: commandOf(host, filled), row: rowOf(filled, topology) };
}

function detailsOf(host: Host, move: Move, kind: Kind, choices: Choices, value: number): Partial<Move> {
  switch (kind) {
    case 'save':
      return { fields: move.step === 'draft' ? { amount: value } : { opinion: `意见${value}` } };
    case 'supplement':
      return { fields: { reason: `理由${value}` } };
    case 'approve':
      return move.step === 'draft' && value === 2 ? { fields: { amount: value } } : {};
    case 'remove-signers': {
      const added = addedIn(host, move.step);
      const found = choices.of(added);
      return found === undefined ? { people: [move.to] } : { people: [found.person], ...(choices.below(4) > 0 && { by: found.by }) };
    }
    case 'take-back': {
      const undo = host.state.undo?.find(({ task }) => task === move.token);
      const ballot = ballotsIn(host).find(({ number }) => number === move.token)?.by;
      return choices.below(8) === 7 ? {} : { by: undo?.by ?? ballot ?? move.by };
    }
    case 'child-ended':
    case 'child-refused':
      return { token: choices.of(Object.values(host.state.children ?? {})[0]?.running ?? []) ?? value };
    case 'call-answered':
    case 'call-failed':
      return { token: Object.values(host.state.calls ?? {})[0]?.number ?? value };
    case 'fire-timer': {
      const timers = [...host.timers];
      const [token = 999, event = ''] = choices.below(8) === 7 ? [] : (choices.of(timers) ?? []);
      return { token, step: event === '' ? 'draft' : (event.split('sample-process.')[1] ?? 'draft') };
    }
    default:
      return {};
  }
}

function outcomeOf(kind: Kind, step: string, isInStep: boolean): string {
  if (kind === 'approve' && step === 'draft' && isInStep) return 'submit';
  return outcomes[kind] ?? '';
}

function chosenTask(host: Host, kind: Kind, isWild: boolean, choices: Choices): number {
  const tasks = Object.values(host.state.steps).flatMap(({ tasks }) => tasks.filter(({ ballot }) => ballot === undefined));
  const fitting = tasks.filter(({ assignee, claimedBy, delegatedBy }) => {
    if (kind === 'claim' || kind === 'defer') return assignee.kind === 'post';
    if (kind === 'release') return claimedBy !== undefined || delegatedBy !== undefined;
    return kind === 'resolve' ? delegatedBy !== undefined : true;
  });
  const numbers = (fitting.length === 0 ? tasks : fitting).map(({ number }) => number);
  return (isWild ? choices.of([...host.known.keys(), 999]) : choices.of(numbers)) ?? 999;
}

const ballotsIn = ({ state }: Host): { number: number; by: string }[] =>
  Object.values(state.steps).flatMap(({ tasks }) =>
    tasks.flatMap(({ number, ballot }) => (ballot === undefined ? [] : [{ number, by: ballot.by }])),
  );

/** A decision to take back: one that can be, or any. */
function chosenDecision(host: Host, choices: Choices): number {
  const likely = [...(host.state.undo ?? []).map(({ task }) => task), ...ballotsIn(host).map(({ number }) => number)];
  return choices.of(likely.length > 0 && choices.below(8) < 7 ? likely : [...host.known.keys()]) ?? 1;
}

function isOpenInStep(host: Host, number: number): boolean {
  return Object.values(host.state.steps).some(({ tasks }) =>
    tasks.some((task) => task.number === number && task.added?.group === undefined),
  );
}

function actorFor(host: Host, kind: Kind, task: number, choices: Choices): string {
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

const entitled = ({ cast }: Host, holder: string): readonly string[] =>
  holder === 'post:x' ? cast.x : holder === 'post:y' ? cast.y : holder === '' ? [] : [holder];

/** Somebody may have come to two tasks in a step: one by name, and one that was a post's. The reference cannot tell those apart. */
export function isPlain({ open }: Host, { step, holder }: Move): boolean {
  return [...open.values()].filter((task) => task.step === step && task.holder === holder).length < 2;
}

/** Those who were asked to sign, and by whom. */
function addedIn({ state }: Host, path: string): { readonly person: string; readonly by: string }[] {
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

const meeting = { id: 'm1', number: '2024年第1次', paragraph: 1, minutes: '0'.repeat(64) };

function commandOf(host: Host, move: Move): Command {
  const issued = host.issue();
  const by = host.actor(move.by, move.represents);
  const { token: task, to, step, people, isReassigning, fields, verb } = move;
  const reason = move.hasReason ? comment : '';
  const formVersion = host.state.form.version + (move.isStale ? 1 : 0);
  switch (verb) {
    case 'decide':
      return {
        kind: verb,
        ...issued,
        by,
        task,
        outcome: move.outcome,
        formVersion,
        comment: reason,
        fields,
        ...(move.returnTo !== undefined && { returnTo: move.returnTo }),
        ...(move.inMeeting && { meeting }),
      };
    case 'defer':
      return { kind: verb, ...issued, by, task, comment: reason, meeting };
    case 'save':
      return { kind: verb, ...issued, by, task, formVersion, fields };
    case 'claim':
      return { kind: verb, ...issued, by, task };
    case 'release':
      return { kind: verb, ...issued, by, task, isReassigning, comment: reason };
    case 'transfer':
      return { kind: verb, ...issued, by, task, to, isReassigning, comment: reason };
    case 'delegate':
      return { kind: verb, ...issued, by, task, to, comment: reason };
    case 'resolve':
      return { kind: verb, ...issued, by, task, comment: reason };
    case 'add-signers':
      return { kind: verb, ...issued, by, task, place: move.place, policy: move.rule, people, comment: reason };
    case 'remove-signers':
      return { kind: verb, ...issued, by, step, people, isReassigning, comment: reason };
    case 'take-back':
      return { kind: verb, ...issued, by, task };
    case 'jump':
      return { kind: verb, ...issued, by, to, comment: reason };
    case 'copy':
      return { kind: verb, ...issued, by, to: [{ kind: 'person', person: to }] };
    case 'supplement':
      return { kind: verb, ...issued, by, step, formVersion, fields, comment: reason };
    case 'urge':
      return { kind: verb, ...issued, by };
    case 'fire-timer':
      return { kind: verb, ...issued, timer: task };
    case 'signal':
      return { kind: verb, ...issued, signal: 'recall' };
    case 'retry':
      return { kind: verb, ...issued, by, step };
    case 'child-ended':
      return { kind: verb, ...issued, child: task, state: move.isPassed ? 'approved' : 'rejected', output: {} };
    case 'child-refused':
      return { kind: verb, ...issued, child: task, code: 'start.not-allowed' };
    case 'call-answered':
      return { kind: verb, ...issued, call: task, answer: {} };
    case 'call-failed':
      return { kind: verb, ...issued, call: task, code: 'http-500' };
    case 'end':
      return { kind: verb, ...issued, because: move.isPassed ? 'withdrawn' : 'terminated' };
    default:
      return { kind: verb, ...issued, by, comment: reason };
  }
}

const ofCase = new Set([
  'child-ended',
  'child-refused',
  'call-answered',
  'call-failed',
  'end',
  'comment',
  'copy',
  'urge',
  'recuse',
  'withdraw',
  'jump',
  'suspend',
  'resume',
  'terminate',
  'signal',
  'take-back',
]);

/** The row of the matrix a move is counted in. What is done in the draft says nothing about the policy. */
function rowOf(move: Move, topology: Topology): string | undefined {
  if (move.step === 'draft' && !ofCase.has(move.verb)) return undefined;
  if (move.verb === 'add-signers') return `add-signers ${move.place}`;
  if (move.verb !== 'decide') return move.verb;
  if (move.outcome !== 'return') return move.outcome;
  return `return to ${targetOf(move, topology)}, ${topology.variant}`;
}

function targetOf({ step, returnTo }: Move, topology: Topology): string {
  if (returnTo === undefined) return 'the applicant';
  if (isBeside(topology, step, returnTo)) return 'another region';
  const earlier = topology.earlierThan(step).filter((each) => !isBeside(topology, step, each));
  return earlier.at(-1) === returnTo ? 'the previous step' : 'an earlier step';
}

const isBeside = ({ forks }: Topology, one: string, other: string): boolean =>
  forks.some(({ regions }) => {
    const regionOf = (step: string) => regions.find(({ path }) => step.startsWith(`${path}.`));
    const [first, second] = [regionOf(one), regionOf(other)];
    return first !== undefined && second !== undefined && first !== second;
  });
