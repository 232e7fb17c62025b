import {
  type Actor,
  advance,
  type CaseState,
  type Command,
  type CompiledStep,
  type Definition,
  type Fields,
  type Json,
  postKey,
  reckonedAlone,
  settled,
  start,
  type Workflow,
  type World,
} from '#engine';
import { plainSubject } from './play.ts';

/** How a case has gone that anybody did anything to. */
export interface Walk {
  readonly isDone: boolean;
  readonly state: CaseState | undefined;
}

type StateNode = Definition['machine'];

const applicant = 'clerk';
const day = 86_400_000;
const begins = Date.parse('2024-03-22T01:00:00.000Z');
/** Whoever holds a post; `ghost` is vacant until an operator sees to it, or for half of the time there is. */
const holdersOf = (post: string, isAppointed: boolean): string[] =>
  post === 'dean' ? ['dean-1', 'dean-2'] : post === 'ghost' && !isAppointed ? [] : [`${post}-1`];

/** After so many commands that did not bring it to an end, a case is stuck: what is ever possible has had its chance. */
const maxCommands = 400;

/** Takes a case through the engine by chance: people say anything, time passes, others answer or do not. Nobody interrupts it. */
export function walked(workflow: Workflow, seed: number): Walk {
  const random = randomOf(seed);
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  let isAppointed = false;
  let issued = 0;
  // Time goes on by chance, so that conditions on it go both ways.
  const issue = () => {
    issued += 1;
    return { id: `c${issued}`, at: new Date(begins + issued * day * 30 + Math.floor(random() * day)).toISOString() };
  };
  const world = (): World => ({
    posts: Object.fromEntries(
      workflow.posts.map((rule) => [
        postKey(rule),
        { organisation: plainSubject[rule.at]?.id ?? rule.at, holders: holdersOf(rule.post, isAppointed) },
      ]),
    ),
    facts: {},
  });
  const actor = (person: string): Actor => ({
    person,
    posts: [...workflow.posts, ...workflow.definition.start.posts.map((post) => ({ post, at: workflow.definition.subject }))]
      .filter(({ post }) => person === applicant || holdersOf(post, true).includes(person))
      .map(({ post, at: level }) => ({ post, organisation: plainSubject[level]?.id ?? level })),
  });
  let state = begun(workflow, actor(applicant), world(), random() < 0.5 ? 3 : 6);
  for (let commands = 1; state !== undefined && commands < maxCommands; commands += 1) {
    if (state.machine.status === 'done') return { isDone: true, state };
    const choice = pick(choicesOf(workflow, state));
    if (choice === undefined) break;
    if (choice.kind === 'retry' || commands > maxCommands / 2) isAppointed = true;
    const command = commandOf({ workflow, state, choice, pick, issue, actor });
    const result = advance(workflow, state, command, world());
    if (result.kind === 'advanced') state = result.state;
  }
  return { isDone: state?.machine.status === 'done', state };
}

function begun(workflow: Workflow, by: Actor, world: World, amount: number): CaseState | undefined {
  const isSystems = workflow.definition.start.bySystem === true;
  for (const fields of [{ amount }, {}]) {
    const command = {
      kind: 'start',
      id: 'start',
      at: '2024-03-22T01:00:00.000Z',
      by: isSystems ? null : by,
      subject: plainSubject,
      fields,
    } as const;
    const result = start(workflow, command, world);
    if (result.kind === 'advanced') return result.state;
  }
  return undefined;
}

type Choice =
  | { readonly kind: 'decide'; readonly step: string; readonly task: number; readonly person: string }
  | { readonly kind: 'fire-timer'; readonly timer: number }
  | { readonly kind: 'retry'; readonly step: string }
  | { readonly kind: 'child-ended'; readonly child: number }
  | { readonly kind: 'call-answered'; readonly call: number }
  | { readonly kind: 'call-failed'; readonly call: number }
  | { readonly kind: 'signal'; readonly signal: string };

/** What may happen to a case next; people are a little quicker than time. */
function choicesOf({ definition }: Workflow, state: CaseState): Choice[] {
  const steps = Object.values(state.steps);
  const tasks = steps.flatMap(({ step, tasks, held, waitsFor }) =>
    held || waitsFor !== undefined
      ? []
      : tasks
          .filter(({ ballot }) => ballot === undefined)
          .map(({ number, assignee }): Choice => {
            const person = assignee.kind === 'person' ? assignee.person : (holdersOf(assignee.post, true)[0] ?? '');
            return { kind: 'decide', step, task: number, person };
          }),
  );
  const interrupting = Object.keys(definition.machine.on ?? {});
  const heard = new Set(standingIn(definition.machine, state.machine.value).flatMap(({ on }) => Object.keys(on ?? {})));
  const signals = Object.keys(definition.signals ?? {}).filter((name) => !interrupting.includes(name) || heard.has(name));
  return [
    ...tasks,
    ...tasks,
    ...Object.values(state.timers).map(({ number }): Choice => ({ kind: 'fire-timer', timer: number })),
    ...steps.flatMap(({ step, held }): Choice[] => (held ? [{ kind: 'retry', step }] : [])),
    ...Object.values(state.children ?? {}).flatMap(({ running }) => running.map((child): Choice => ({ kind: 'child-ended', child }))),
    ...Object.values(state.calls ?? {}).flatMap(({ number }): Choice[] => [
      { kind: 'call-answered', call: number },
      { kind: 'call-failed', call: number },
    ]),
    ...signals.map((signal): Choice => ({ kind: 'signal', signal })),
  ];
}

/** The states in which a case stands, without the process itself: what they listen to interrupts nothing. */
function standingIn(node: StateNode, value: Json): StateNode[] {
  const within = typeof value === 'object' && value !== null ? Object.entries(value) : [[String(value), {}] as const];
  return within.flatMap(([key, inner]) => {
    const state = node.states?.[key];
    return state === undefined ? [] : [state, ...standingIn(state, inner)];
  });
}

interface Turn {
  readonly workflow: Workflow;
  readonly state: CaseState;
  readonly choice: Choice;
  readonly pick: <T>(list: readonly T[]) => T | undefined;
  readonly issue: () => { readonly id: string; readonly at: string };
  readonly actor: (person: string) => Actor;
}

function commandOf({ workflow, state, choice, pick, issue, actor }: Turn): Command {
  if (choice.kind === 'child-ended') return { ...choice, ...issue(), state: pick(['approved', 'rejected']) ?? '', output: {} };
  if (choice.kind === 'call-answered') return { ...choice, ...issue(), answer: {} };
  if (choice.kind === 'call-failed') return { ...choice, ...issue(), code: 'http-500' };
  if (choice.kind === 'retry') return { ...choice, ...issue(), by: actor(applicant) };
  if (choice.kind !== 'decide') return { ...choice, ...issue() };
  const step = workflow.steps.get(choice.step);
  const outcomes = [...(step?.outcomes.keys() ?? [])];
  const outcome = pick([...outcomes, ...outcomes.slice(0, 1)]) ?? '';
  const targets = (step?.returns ?? []).filter(({ chosen, to }) => chosen && (state.visits[to] ?? 0) > 0);
  const written = (step?.returns ?? []).some(({ chosen }) => !chosen);
  const target = outcome === 'return' && (!written || pick([true, false])) ? pick(targets) : undefined;
  const hasAmount = Object.hasOwn(workflow.definition.form.schema.properties, 'amount');
  const mayWrite = hasAmount && ['write', 'required'].includes(step?.accessOf('amount') ?? '');
  const fields = {
    ...Object.fromEntries((step?.requiredFields ?? []).map((field) => [field, '已阅'])),
    ...(mayWrite && { amount: pick([3, 6]) ?? 3 }),
    ...(step !== undefined && filledIn(workflow, step, state, pick)),
  };
  return {
    kind: 'decide',
    ...issue(),
    by: actor(choice.person),
    task: choice.task,
    outcome,
    formVersion: state.form.version,
    comment: '说明',
    ...(target !== undefined && { returnTo: target.to }),
    ...(Object.keys(fields).length > 0 && { fields }),
  };
}

/** Where fields apply or are wanted on conditions, everything that somebody sees is filled in, by chance. */
function filledIn({ definition, plan }: Workflow, { accessOf }: CompiledStep, state: CaseState, pick: Turn['pick']): Fields {
  if (plan.following.length === 0 && plan.wanted.size === 0) return {};
  const made = Object.entries(definition.form.schema.properties).flatMap(([name, field]): [string, Json][] => {
    if (!['write', 'required'].includes(accessOf(name)) || field['x-calc'] !== undefined) return [];
    if (field.type === 'boolean') return [[name, pick([true, false]) ?? true]];
    if (field.type === 'string') return [[name, pick((field.oneOf ?? []).map((choice) => choice.const)) ?? '已阅']];
    return field.type === 'array' ? [] : [[name, pick([3, 60]) ?? 3]];
  });
  const { absent } = settled(plan, { ...state.form.fields, ...Object.fromEntries(made) }, reckonedAlone);
  return Object.fromEntries(made.filter(([name]) => !absent.has(name)));
}

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
function randomOf(seed: number): () => number {
  let at = seed >>> 0;
  return () => {
    at = (at + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(at ^ (at >>> 15), at | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
