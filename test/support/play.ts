import {
  type Actor,
  type Advanced,
  type Answer,
  type Assignee,
  advance,
  type CaseState,
  type Command,
  compile,
  type Deficiency,
  type Definition,
  type Effect,
  type Fields,
  type Mapping,
  migrate,
  postKey,
  type Result,
  reverseMigration,
  type Subject,
  type Surroundings,
  start,
  type Workflow,
  type World,
} from '#engine';
import { plainDueTime } from './plain-due-time.ts';

export function compiled(document: unknown, surroundings: Partial<Surroundings> = {}): Workflow {
  const result = compile(document, { dueTime: plainDueTime, facts: {}, ...surroundings });
  if (result.kind === 'faulty')
    throw new Error(result.problems.map(({ code, pointer, message }) => `${code} ${pointer} ${message.en}`).join('\n'));
  return result.workflow;
}

/** People by their post, as `post@level`; a post may be held by several. */
export type Cast = Readonly<Record<string, readonly string[]>>;

export interface Setting {
  readonly cast: Cast;
  readonly subject?: Subject;
  readonly facts?: Readonly<Record<string, Fields | null>>;
  readonly at?: string;
}

export const plainSubject: Subject = {
  department: { id: 'department-1', name: '信息工程系', type: 'department' },
  school: { id: 'school-1', name: '江淮职业技术学院', type: 'higher_vocational' },
  city: { id: 'city-1', name: '合肥市', type: 'city' },
  province: { id: 'province-1', name: '安徽省', type: 'province' },
};

export interface Details {
  readonly comment?: string;
  readonly fields?: Fields;
  readonly returnTo?: string;
  readonly step?: string;
  readonly formVersion?: number;
  readonly items?: readonly Deficiency[];
  readonly answers?: readonly Answer[];
}

/** What a person would see of a case: where it stands, who is asked, which clocks run. */
export interface View {
  readonly states: readonly string[];
  readonly tasks: readonly string[];
  readonly timers: readonly string[];
}

/**
 * Plays one case through the engine as a host would, keeping the open tasks and timers by carrying out the effects. The
 * state passes through JSON between commands, so whatever does not survive saving shows at once.
 */
export class Play {
  state!: CaseState;
  last!: Result;
  readonly tasks = new Map<number, { step: string; assignee: Assignee }>();
  readonly timers = new Map<number, { event: string; dueAt: string }>();
  readonly incidents = new Set<string>();
  /** Numbers of the child cases that are to run, and of the calls that are to be made. */
  readonly children = new Set<number>();
  readonly calls = new Set<number>();
  readonly sent: Effect[] = [];
  private commands = 0;
  private at: string;

  constructor(
    public workflow: Workflow,
    private readonly setting: Setting,
  ) {
    this.at = setting.at ?? '2024-03-22T01:00:00.000Z';
  }

  get subject(): Subject {
    return this.setting.subject ?? plainSubject;
  }

  turnTo(at: string): void {
    this.at = new Date(at).toISOString();
  }

  actor(person: string): Actor {
    const posts = Object.entries(this.setting.cast)
      .filter(([, holders]) => holders.includes(person))
      .map(([key]) => key.split('@'))
      .map(([post = '', level = '']) => ({ post, organisation: this.subject[level]?.id ?? level }));
    return { person, posts };
  }

  start(person: string, fields: Fields = {}): this {
    const command = { kind: 'start', ...this.issue(), by: this.actor(person), subject: this.subject, fields } as const;
    this.take(start(this.workflow, command, this.world()));
    return this;
  }

  /** Has another case begin this one as its child. */
  startAsChild(parent: { readonly instance: string; readonly child: number; readonly depth: number }, fields: Fields = {}): this {
    const applicant = 'clerk';
    const command = { kind: 'start', ...this.issue(), by: null, subject: this.subject, fields, parent: { ...parent, applicant } } as const;
    this.take(start(this.workflow, command, this.world()));
    return this;
  }

  /** Has the system begin the case. */
  startBySystem(fields: Fields = {}): this {
    const command = { kind: 'start', ...this.issue(), by: null, subject: this.subject, fields } as const;
    this.take(start(this.workflow, command, this.world()));
    return this;
  }

  decide(person: string, outcome: string, details: Details = {}): Result {
    const { step, ...rest } = details;
    const task = this.taskOf(person, step);
    return this.perform({
      kind: 'decide',
      ...this.issue(),
      by: this.actor(person),
      task,
      outcome,
      formVersion: this.state.form.version,
      ...rest,
    });
  }

  save(person: string, fields: Fields): Result {
    return this.perform({
      kind: 'save',
      ...this.issue(),
      by: this.actor(person),
      task: this.taskOf(person),
      formVersion: this.state.form.version,
      fields,
    });
  }

  /** Whatever a person may send, by its kind. */
  send(person: string, command: { readonly kind: Command['kind'] } & Readonly<Record<string, unknown>>): Result {
    return this.perform({ ...this.issue(), by: this.actor(person), ...command } as unknown as Command);
  }

  withdraw(person: string, comment: string): Result {
    return this.perform({ kind: 'withdraw', ...this.issue(), by: this.actor(person), comment });
  }

  signal(signal: string, payload: Fields = {}): Result {
    return this.perform({ kind: 'signal', ...this.issue(), signal, payload });
  }

  /** A child that is waited for comes to its end. */
  childEnded(child: number, state: string, output: Fields = {}): Result {
    const result = this.perform({ kind: 'child-ended', ...this.issue(), child, state, output });
    if (result.kind === 'advanced') this.children.delete(child);
    return result;
  }

  childRefused(child: number, code = 'definition.unknown'): Result {
    return this.perform({ kind: 'child-refused', ...this.issue(), child, code });
  }

  /** The case that began this one does not wait for it any more. */
  end(because: 'withdrawn' | 'terminated' | 'left'): Result {
    return this.perform({ kind: 'end', ...this.issue(), because });
  }

  callAnswered(call: number, answer: Fields): Result {
    const result = this.perform({ kind: 'call-answered', ...this.issue(), call, answer });
    if (result.kind === 'advanced' && this.incidents.size === 0) this.calls.delete(call);
    return result;
  }

  callFailed(call: number, code = 'http-500'): Result {
    const result = this.perform({ kind: 'call-failed', ...this.issue(), call, code });
    if (result.kind === 'advanced' && this.incidents.size === 0) this.calls.delete(call);
    return result;
  }

  /** Lets a running timer fall due, by the name of its delay, or such as `remind-1` and `escalate-1`; at its time, or later. */
  fire(name: string, at?: string): Result {
    const found = [...this.timers].find(([, { event }]) => timerName(event) === name);
    if (found === undefined) throw new Error(`no timer ${name} is running`);
    this.turnTo(at ?? found[1].dueAt);
    return this.perform({ kind: 'fire-timer', ...this.issue(), timer: found[0] });
  }

  perform(command: Command): Result {
    return this.take(advance(this.workflow, this.state, command, this.world()));
  }

  /** Has the case go on in another version, with what takes the place of what there. */
  migrate(to: Workflow, mapping: Mapping = {}): Result {
    const about = { ...this.issue(), by: this.actor('admin'), comment: '新版施行', from: 1, to: 2, mapping };
    const command = { kind: 'migrate', ...about } as const;
    const from = this.workflow;
    this.workflow = to;
    const result = this.take(migrate({ from, to }, this.state, command, this.world()));
    if (result.kind === 'advanced') this.followSteps();
    else this.workflow = from;
    return result;
  }

  /** Puts it back to the version it came from. */
  reverseMigration(to: Workflow): Result {
    const command = { kind: 'reverse-migration', ...this.issue(), by: this.actor('admin'), comment: '撤销' } as const;
    const result = this.take(reverseMigration(this.state, command, 2));
    if (result.kind === 'advanced') {
      this.workflow = to;
      this.followSteps();
    }
    return result;
  }

  /** Tasks and timers that go on may be of a step with another name. */
  private followSteps(): void {
    for (const number of this.tasks.keys()) this.tasks.set(number, this.openTask(number));
  }

  issue(): { id: string; at: string } {
    this.commands += 1;
    return { id: `command-${this.commands}`, at: this.at };
  }

  world(): World {
    const holders = this.workflow.posts.map(({ post, at }) => {
      const key = postKey({ post, at });
      return [key, { organisation: this.subject[at]?.id ?? '', holders: this.setting.cast[key] ?? [] }] as const;
    });
    return { posts: Object.fromEntries(holders.filter(([, { organisation }]) => organisation !== '')), facts: this.setting.facts ?? {} };
  }

  view(): View {
    return {
      states: leaves(this.state.machine.value),
      tasks: [...this.tasks.values()].map(({ step, assignee }) => `${step}: ${this.nameOf(assignee)}`),
      timers: [...this.timers.values()].map(({ event, dueAt }) => `${timerName(event)} ${dueAt}`),
    };
  }

  /** The number of the open task that the person may decide, or any number where there is none: the engine says why not. */
  private taskOf(person: string, step?: string): number {
    const actor = this.actor(person);
    const tasks = [...this.tasks].filter(([, task]) => step === undefined || task.step === step);
    const own = tasks.find(([, { assignee }]) =>
      assignee.kind === 'person'
        ? assignee.person === person
        : actor.posts.some(({ post, organisation }) => post === assignee.post && organisation === assignee.organisation),
    );
    return (own ?? tasks[0])?.[0] ?? this.state.lastTask + 1;
  }

  private nameOf(assignee: Assignee): string {
    if (assignee.kind === 'person') return assignee.person;
    const level = Object.entries(this.subject).find(([, { id }]) => id === assignee.organisation)?.[0];
    return `${assignee.post}@${level ?? assignee.organisation}`;
  }

  private take(result: Result): Result {
    this.last = result;
    if (result.kind === 'advanced') this.carryOut(result);
    return result;
  }

  private openTask(number: number): { step: string; assignee: Assignee } {
    for (const { step, tasks } of Object.values(this.state.steps)) {
      const task = tasks.find((each) => each.number === number);
      if (task !== undefined) return { step, assignee: task.assignee };
    }
    throw new Error(`task ${number} is in no step`);
  }

  private carryOut(result: Advanced): void {
    this.state = JSON.parse(JSON.stringify(result.state)) as CaseState;
    for (const effect of result.effects) {
      this.sent.push(effect);
      if (effect.kind === 'open-task') this.tasks.set(effect.task, { step: effect.step, assignee: effect.assignee });
      if (effect.kind === 'close-task' && !this.tasks.delete(effect.task)) throw new Error(`task ${effect.task} was not open`);
      if (effect.kind === 'claim-task' && this.tasks.get(effect.task)?.assignee.kind !== 'post')
        throw new Error(`task ${effect.task} cannot be claimed`);
      if (effect.kind === 'reopen-task') this.tasks.set(effect.task, this.openTask(effect.task));
      if (effect.kind === 'change-due' && !this.tasks.has(effect.task)) throw new Error(`task ${effect.task} is not open`);
      if (effect.kind === 'set-timer') this.timers.set(effect.timer, { event: effect.event, dueAt: effect.dueAt });
      if (effect.kind === 'clear-timer' && !this.timers.delete(effect.timer)) throw new Error(`timer ${effect.timer} was not set`);
      if (effect.kind === 'start-child') this.children.add(effect.child);
      if (effect.kind === 'end-child' && !this.children.delete(effect.child)) throw new Error(`child ${effect.child} was not running`);
      if (effect.kind === 'call') this.calls.add(effect.call);
      if (effect.kind === 'cancel-call' && !this.calls.delete(effect.call)) throw new Error(`call ${effect.call} was not under way`);
      if (effect.kind === 'open-incident') this.incidents.add(effect.step);
      if (effect.kind === 'close-incident') this.incidents.delete(effect.step);
    }
  }
}

/** A delay by its name; a reminder or a rung by its place among those of its step, from 1. */
function timerName(event: string): string {
  const [kind = '', , , index] = event.split(':');
  return event.startsWith('xstate.after.') ? (event.split('.')[2] ?? '') : `${kind}-${Number(index) + 1}`;
}

function leaves(value: unknown, prefix = ''): string[] {
  if (typeof value === 'string') return [`${prefix}${value}`];
  return Object.entries(value as Record<string, unknown>).flatMap(([key, inner]) => {
    const found = leaves(inner, `${prefix}${key}.`);
    return found.length > 0 ? found : [`${prefix}${key}`];
  });
}

export const begin = (document: Definition | Workflow, setting: Setting): Play =>
  new Play('machine' in document && 'definition' in document ? document : compiled(document), setting);
