import {
  type Actor,
  type Advanced,
  advance,
  type CaseState,
  type Command,
  type Happening,
  type Result,
  start,
  type Workflow,
  type World,
} from '#engine';
import { plainSubject } from '../support/play.ts';
import { type Cast, holdersOf } from './people.ts';

interface HostTask {
  readonly step: string;
  readonly holder: string;
}

const school = plainSubject['school']?.id ?? '';
const beginning = Date.parse('2024-03-22T01:00:00.000Z');

/** The engine with what a host keeps beside it: which tasks are open and which timers run, by the effects alone. */
export class Host {
  state: CaseState;
  /** The beginning, as the history has it. */
  readonly begun: Happening;
  readonly open = new Map<number, HostTask>();
  /** Every task there was. */
  readonly known = new Map<number, HostTask>();
  readonly timers = new Map<number, string>();
  /** Child cases and calls that have been begun and not been given up. */
  readonly children = new Set<number>();
  readonly calls = new Set<number>();
  hours = 0;
  private commands = 0;

  constructor(
    readonly workflow: Workflow,
    public cast: Cast,
  ) {
    const command = { kind: 'start', ...this.issue(), by: this.actor('clerk'), subject: plainSubject, fields: { amount: 1 } } as const;
    const result = start(workflow, command, this.world());
    if (result.kind !== 'advanced') throw new Error(`not started: ${JSON.stringify(result)}`);
    this.state = result.state;
    this.begun = { ...command, entries: result.entries, fields: result.state.form.fields };
    this.carryOut(result);
  }

  actor(person: string, represents?: string): Actor {
    const posts = ['x', 'y'].filter((post) => holdersOf(this.cast, post).includes(person));
    return {
      person,
      posts: [...posts, ...(person === 'clerk' ? ['clerk'] : [])].map((post) => ({ post, organisation: school })),
      ...(represents !== undefined && { represents: [this.actor(represents)] }),
    };
  }

  world(): World {
    const held = (post: 'x' | 'y') => ({ organisation: school, holders: this.cast[post] });
    return { posts: { 'x@school': held('x'), 'y@school': held('y') }, facts: {} };
  }

  issue(): { readonly id: string; readonly at: string } {
    this.commands += 1;
    return { id: `c${this.commands}`, at: instantAfter(this.hours) };
  }

  perform(command: Command): Result {
    return this.performOn(this.state, command);
  }

  performOn(state: CaseState, command: Command): Result {
    return advance(this.workflow, state, command, this.world());
  }

  take(advanced: Advanced, command?: Command): void {
    if (command?.kind === 'child-ended') this.children.delete(command.child);
    if (command?.kind === 'call-answered') this.calls.delete(command.call);
    this.state = advanced.state;
    this.carryOut(advanced);
  }

  private carryOut({ effects }: Advanced): void {
    for (const effect of effects) {
      switch (effect.kind) {
        case 'open-task': {
          const { assignee, step } = effect;
          const task = { step, holder: assignee.kind === 'person' ? assignee.person : `post:${assignee.post}` };
          if (this.known.has(effect.task)) throw new Error(`task ${effect.task} is opened twice`);
          this.known.set(effect.task, task);
          this.open.set(effect.task, task);
          break;
        }
        case 'close-task':
          if (!this.open.delete(effect.task)) throw new Error(`task ${effect.task} is closed and was not open`);
          break;
        case 'reopen-task': {
          const task = this.known.get(effect.task);
          if (task === undefined || this.open.has(effect.task)) throw new Error(`task ${effect.task} cannot be opened again`);
          this.open.set(effect.task, task);
          break;
        }
        case 'set-timer':
          this.timers.set(effect.timer, effect.event);
          break;
        case 'clear-timer':
          if (!this.timers.delete(effect.timer)) throw new Error(`timer ${effect.timer} is cleared and was not set`);
          break;
        case 'start-child':
          this.children.add(effect.child);
          break;
        case 'end-child':
          if (!this.children.delete(effect.child)) throw new Error(`child ${effect.child} is ended and does not run`);
          break;
        case 'call':
          this.calls.add(effect.call);
          break;
        case 'cancel-call':
          if (!this.calls.delete(effect.call)) throw new Error(`call ${effect.call} is cancelled and is not made`);
          break;
        default:
      }
    }
  }
}

const instants: string[] = [];

function instantAfter(hours: number): string {
  instants[hours] ??= new Date(beginning + hours * 3_600_000).toISOString();
  return instants[hours];
}

/** Paths of the innermost states of a machine's position. */
export function places(value: unknown, prefix = ''): string[] {
  if (typeof value === 'string') return [`${prefix}${value}`];
  return Object.entries(value as Record<string, unknown>).flatMap(([key, inner]) => places(inner, `${prefix}${key}.`));
}
