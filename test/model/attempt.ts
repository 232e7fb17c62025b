import type { Command } from '#engine';
import { Choices } from './choices.ts';
import { commandOf } from './commands.ts';
import type { Host } from './host.ts';
import {
  actorFor,
  addedIn,
  ballotsIn,
  chosenDecision,
  chosenTask,
  entitled,
  isOpenInStep,
  type Kind,
  occasionsIn,
  stepOf,
} from './likely.ts';
import type { Move } from './move.ts';
import { casts, people } from './people.ts';
import { rowOf } from './row.ts';
import type { Topology } from './topology.ts';

/** What somebody tries, and what row of the matrix it is for. */
export interface Attempt {
  readonly move: Move;
  readonly command: Command;
  readonly row: string | undefined;
}

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

/** Somebody may have come to two tasks in a step: one by name, and one that was a post's. The reference cannot tell those apart. */
export function isPlain({ open }: Host, { step, holder }: Move): boolean {
  return [...open.values()].filter((task) => task.step === step && task.holder === holder).length < 2;
}
