import type { Move } from '../definition/example.ts';
import type { Actor } from '../run/actor.ts';
import { isWaitingFor } from '../run/assign.ts';
import type { Command, Start } from '../run/command.ts';
import type { CaseState, OpenStep, PersonId, Task } from '../run/state.ts';
import type { Decide, MeetingReference } from '../run/task-command.ts';
import { actorOf } from './scene.ts';
import type { Simulation } from './simulation.ts';

type Begun = Simulation & { readonly state: CaseState };
type Of<Kind extends Move['kind']> = Extract<Move, { kind: Kind }>;
export type CommandMove = Exclude<Move, Of<'start' | 'turn' | 'turn-to-next' | 'facts' | 'appoint'>>;

/** Whoever holds the first of the posts that may start a case; nobody where only the system or another case may. */
export function starterOf({ workflow, holders }: Pick<Simulation, 'workflow' | 'holders'>): PersonId | null {
  const { start, subject } = workflow.definition;
  const held = start.posts.flatMap((post) => holders[`${post}@${subject}`] ?? []);
  return held[0] ?? (start.posts.length > 0 ? 'nobody' : null);
}

export function startOf(simulation: Simulation, { by: named, fields }: Of<'start'>): Start {
  const { workflow, holders, subject } = simulation;
  const by = named ?? starterOf(simulation);
  const { bySystem } = workflow.definition.start;
  const parent = by === null && bySystem !== true ? { instance: 'parent', child: 1, depth: 1, applicant: 'applicant' } : undefined;
  return {
    kind: 'start',
    ...issued(simulation),
    by: by === null ? null : actorOf(by, holders, subject),
    subject,
    fields,
    ...(parent !== undefined && { parent }),
  };
}

const issued = ({ beats, now }: Simulation) => ({ id: `move-${beats.length + 1}`, at: now });

/** The command that a move stands for. What it names and is not there, the engine refuses in its own words. */
export function commandOf(simulation: Begun, move: CommandMove): Command {
  const { state, holders, subject } = simulation;
  const issue = issued(simulation);
  const actor = (person: PersonId) => actorOf(person, holders, subject);
  const formVersion = state.form.version;
  switch (move.kind) {
    case 'decide':
      return decideOf(simulation, move);
    case 'save':
      return {
        kind: 'save',
        ...issue,
        by: actor(move.by),
        task: numberOf(simulation, move.by, move.step),
        formVersion,
        fields: move.fields,
      };
    case 'verb':
      return verbOf(simulation, move);
    case 'signal':
      return { ...move, ...issue };
    case 'child-ended':
      return { ...move, ...issue, output: move.output ?? {} };
    case 'child-refused':
    case 'call-failed':
      return { ...move, ...issue, code: 'simulated' };
    case 'call-answered':
      return { ...move, ...issue, answer: move.answer ?? {} };
  }
}

function decideOf(simulation: Begun, { kind, step, by, ...said }: Of<'decide'>): Decide {
  const { state, holders, subject } = simulation;
  const task = taskOf(simulation, by, step);
  const about = { by: actorOf(by, holders, subject), task: task?.number ?? state.lastTask + 1, formVersion: state.form.version };
  return { kind, ...issued(simulation), ...about, ...said, ...sittingOf(simulation, step, task) };
}

type Verb = Of<'verb'>['verb'];
type Own<Kind extends Verb> = { readonly kind: Kind } & Omit<Extract<Command, { kind: Kind }>, 'id' | 'at' | 'kind'>;

/** What a verb may need, found for it beforehand. */
interface About {
  readonly by: Actor;
  readonly task: number;
  /** The last of their decisions that can still be taken back. */
  readonly undoable: number;
  readonly step: string;
  readonly to: PersonId;
  readonly comment: string;
}

const verbs: { readonly [Kind in Verb]: (about: About) => Own<Kind> } = {
  withdraw: ({ by, comment }) => ({ kind: 'withdraw', by, comment }),
  comment: ({ by, comment }) => ({ kind: 'comment', by, comment }),
  recuse: ({ by, comment }) => ({ kind: 'recuse', by, comment }),
  suspend: ({ by, comment }) => ({ kind: 'suspend', by, comment }),
  resume: ({ by, comment }) => ({ kind: 'resume', by, comment }),
  terminate: ({ by, comment }) => ({ kind: 'terminate', by, comment }),
  claim: ({ by, task }) => ({ kind: 'claim', by, task }),
  release: ({ by, task, comment }) => ({ kind: 'release', by, task, comment }),
  resolve: ({ by, task, comment }) => ({ kind: 'resolve', by, task, comment }),
  transfer: ({ by, task, to, comment }) => ({ kind: 'transfer', by, task, to, comment }),
  delegate: ({ by, task, to, comment }) => ({ kind: 'delegate', by, task, to, comment }),
  'take-back': ({ by, undoable, comment }) => ({ kind: 'take-back', by, task: undoable, comment }),
  jump: ({ by, step, comment }) => ({ kind: 'jump', by, to: step, comment }),
  retry: ({ by, step }) => ({ kind: 'retry', by, step }),
  urge: ({ by, step, comment }) => ({ kind: 'urge', by, comment, ...(step !== '' && { step }) }),
};

function verbOf(simulation: Begun, { verb, by, step = '', to = '', comment = '' }: Of<'verb'>): Command {
  const { state, holders, subject } = simulation;
  const undoable = state.undo?.findLast((undo) => undo.by === by)?.task ?? 0;
  const about = { by: actorOf(by, holders, subject), task: numberOf(simulation, by, step), undoable, step, to, comment };
  return { ...issued(simulation), ...verbs[verb](about) };
}

export const isTheirs = (task: Task, person: PersonId, { holders, subject }: Pick<Simulation, 'holders' | 'subject'>): boolean =>
  isWaitingFor(task, actorOf(person, holders, subject));

function taskOf(simulation: Begun, person: PersonId, path: string): Task | undefined {
  const open: OpenStep | undefined = simulation.state.steps[path];
  const waiting = open?.tasks.filter(({ ballot }) => ballot === undefined) ?? [];
  return waiting.find((task) => isTheirs(task, person, simulation)) ?? waiting[0];
}

const numberOf = (simulation: Begun, person: PersonId, path: string): number =>
  taskOf(simulation, person, path)?.number ?? simulation.state.lastTask + 1;

const sitting: MeetingReference = { id: 'meeting', number: '第1次', paragraph: 1, minutes: '0'.repeat(64) };

/** What only a meeting decides is decided in a made-up one. */
function sittingOf({ workflow }: Begun, path: string, task: Task | undefined): Pick<Decide, 'meeting'> {
  const meeting = workflow.steps.get(path)?.step.meeting;
  const isBodys = task?.assignee.kind === 'post' && task.assignee.post === meeting?.body;
  return meeting !== undefined && meeting.singly !== true && isBodys ? { meeting: sitting } : {};
}
