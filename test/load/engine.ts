import { type AnyStateMachine, createMachine, initialTransition, transition } from 'xstate';
import { DueTimes, workingCalendar } from '#calendar';
import { type Actor, advance, type CaseState, compile, type Result, start, type Workflow, type World } from '#engine';
import { officialCalendar } from '../../config/pilot.ts';
import { fields, outcomes, tenStates } from './engine-process.ts';
import { median } from './statistics.ts';

/** One way through the process: a saved text and what is done with it, for every command. */
type Way = readonly (() => string)[];

export interface EngineFigures {
  /** Microseconds a command. */
  readonly engine: number;
  readonly xstate: number;
  readonly ratio: number;
}

/**
 * What a command costs without any database: the state read from its text, advanced, and written as text again. Beside
 * it, what XState's own pure functions take for the same machine config with nothing but the form in its context.
 */
export function measureEngine(rounds: number): EngineFigures {
  const [engine, xstate] = [engineWay(), xstateWay()];
  time(engine, 300);
  time(xstate, 300);
  const samples = Array.from({ length: rounds }, () => ({ engine: time(engine, 150), xstate: time(xstate, 150) }));
  return {
    engine: median(samples.map((sample) => sample.engine)),
    xstate: median(samples.map((sample) => sample.xstate)),
    ratio: median(samples.map((sample) => sample.engine / sample.xstate)),
  };
}

function time(way: Way, times: number): number {
  const began = performance.now();
  for (let repeat = 0; repeat < times; repeat += 1) for (const command of way) command();
  return ((performance.now() - began) * 1000) / (times * way.length);
}

const school = { id: 'school-1', name: '示范学校', type: 'higher_vocational' };
const clerk: Actor = { person: 'clerk', posts: [{ post: 'clerk', organisation: school.id }] };
const reviewer: Actor = { person: 'reviewer', posts: [{ post: 'reviewer', organisation: school.id }] };
const world: World = { posts: { 'reviewer@school': { organisation: school.id, holders: ['reviewer'] } }, facts: {} };
const at = '2024-03-22T01:00:00.000Z';

function engineWay(): Way {
  const compiled = compile(tenStates, { dueTime: new DueTimes(workingCalendar(officialCalendar)), facts: {} });
  if (compiled.kind === 'faulty') throw new Error(compiled.problems.map(({ pointer, message }) => `${pointer} ${message.en}`).join('\n'));
  const { workflow } = compiled;
  let saved = saveOf(start(workflow, { kind: 'start', id: 'start', at, by: clerk, subject: { school }, fields }, world));
  return outcomes.map((outcome, index) => {
    const text = saved;
    const command = () => decided(workflow, text, outcome, index);
    saved = command();
    return command;
  });
}

function decided(workflow: Workflow, text: string, outcome: string, index: number): string {
  const state = JSON.parse(text) as CaseState;
  const by = index === 0 ? clerk : reviewer;
  const command = { kind: 'decide', id: `decision-${index}`, at, by, task: index + 1, outcome, formVersion: state.form.version } as const;
  return saveOf(advance(workflow, state, command, world));
}

function saveOf(result: Result): string {
  if (result.kind !== 'advanced') throw new Error(`not advanced: ${JSON.stringify(result)}`);
  return JSON.stringify(result.state);
}

function xstateWay(): Way {
  const config = { ...tenStates.machine, context: ({ input }: { input?: object }) => input ?? {} };
  const machine: AnyStateMachine = createMachine(
    config as never,
    {
      guards: { rules: ({ context }: { context: { form?: { amount: number } } }) => (context.form?.amount ?? 0) > 0 },
      actions: { notify: () => undefined },
      delays: { reminder: 3 * 86_400_000, overdue: 10 * 86_400_000 },
    } as never,
  );
  const persisted = (snapshot: unknown): string => JSON.stringify(machine.getPersistedSnapshot(snapshot as never));
  let saved = persisted(initialTransition(machine, { form: fields })[0]);
  return outcomes.map((outcome) => {
    const text = saved;
    const command = (): string => persisted(transition(machine, machine.resolveState(JSON.parse(text)), { type: outcome })[0]);
    saved = command();
    return command;
  });
}
