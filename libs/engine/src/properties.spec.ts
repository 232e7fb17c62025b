import { randomInt } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { arbitraryCast, arbitraryProcess, compiledOnce } from '../../../test/support/arbitrary-process.ts';
import { type TaskVerb, taskVerbs, verbOn } from '../../../test/support/arbitrary-verbs.ts';
import { Play } from '../../../test/support/play.ts';
import { advance } from './advance.ts';
import type { Command } from './run/command.ts';
import type { CaseState } from './run/state.ts';

const people = ['clerk', 'head', 'dean-1', 'dean-2', 'dean-3', 'finance', 'stranger'] as const;

/** What somebody tries: mostly something that could be right, sometimes nonsense. */
interface Attempt {
  readonly kind:
    | 'decide'
    | 'decide-any'
    | 'fire'
    | 'withdraw'
    | 'comment'
    | 'save'
    | 'retry'
    | 'signal'
    | 'urge'
    | 'suspend'
    | 'resume'
    | 'take-back'
    | 'jump'
    | 'terminate'
    | 'copy'
    | TaskVerb;
  readonly who: number;
  readonly which: number;
  readonly outcome: number;
}

const attempt: fc.Arbitrary<Attempt> = fc.record({
  kind: fc.constantFrom(
    'decide',
    'decide',
    'decide',
    'decide',
    'decide',
    'decide',
    'decide-any',
    'fire',
    'comment',
    'save',
    'retry',
    'withdraw',
    'signal',
    ...taskVerbs,
    'add-signers',
    'delegate',
    'urge',
    'suspend',
    'resume',
    'resume',
    'take-back',
    'take-back',
    'jump',
    'terminate',
    'copy',
  ),
  who: fc.nat({ max: 1000 }),
  which: fc.nat({ max: 1000 }),
  outcome: fc.nat({ max: 1000 }),
});

const isTaskVerb = (kind: string): kind is TaskVerb => (taskVerbs as readonly string[]).includes(kind);

function commandOf(play: Play, { kind, who, which, outcome }: Attempt): Command | undefined {
  const anybody = people[who % people.length] ?? 'clerk';
  const { state } = play;
  const tasks = [...play.tasks];
  const [task, { step, assignee }] = tasks[which % Math.max(tasks.length, 1)] ?? [99, { step: '', assignee: undefined }];
  const entitled = people.filter((person) =>
    assignee?.kind === 'person'
      ? assignee.person === person
      : play.actor(person).posts.some(({ post, organisation }) => post === assignee?.post && organisation === assignee.organisation),
  );
  const by = play.actor(
    kind === 'decide' || (kind === 'claim' && who % 4 > 0) ? (entitled[who % Math.max(entitled.length, 1)] ?? anybody) : anybody,
  );
  const issued = play.issue();
  if (isTaskVerb(kind)) return verbOn(play, kind, { who, which, outcome }, people, issued);
  switch (kind) {
    case 'decide':
    case 'decide-any': {
      const compiledStep = play.workflow.steps.get(step);
      const outcomes = [...(compiledStep?.outcomes.keys() ?? []), 'nonsense'];
      const named = outcomes[outcome % (outcomes.length - (kind === 'decide' ? 1 : 0))] ?? 'approve';
      const targets = [undefined, ...(compiledStep?.returns.filter(({ chosen }) => chosen).map(({ to }) => to) ?? [])];
      const returnTo = named === 'return' ? targets[who % targets.length] : undefined;
      const fields = step === 'draft' || step === 'returned' ? { amount: which } : undefined;
      return {
        kind: 'decide',
        ...issued,
        by,
        task,
        outcome: named,
        formVersion: state.form.version,
        comment: '说明',
        ...(returnTo && { returnTo }),
        ...(fields && { fields }),
      };
    }
    case 'fire': {
      const timers = [...play.timers.keys()];
      return { kind: 'fire-timer', ...issued, timer: timers[which % Math.max(timers.length, 1)] ?? 99 };
    }
    case 'withdraw':
      return { kind: 'withdraw', ...issued, by: which % 4 === 0 ? by : play.actor('head'), comment: '撤回' };
    case 'comment':
      return { kind: 'comment', ...issued, by, comment: '请尽快' };
    case 'save':
      return { kind: 'save', ...issued, by: play.actor('clerk'), task, formVersion: state.form.version, fields: { amount: which } };
    case 'urge':
      return { kind, ...issued, by };
    case 'suspend':
    case 'resume':
      return { kind, ...issued, by, comment: '核查' };
    case 'take-back': {
      const decided = play.state.undo?.[which % play.state.undo.length] ?? { task: (which % 9) + 1, by };
      return { kind, ...issued, by: typeof decided.by === 'string' ? play.actor(decided.by) : by, task: decided.task };
    }
    case 'jump':
      return {
        kind,
        ...issued,
        by,
        to: [...play.workflow.steps.keys(), 'nowhere'][which % (play.workflow.steps.size + 1)] ?? '',
        comment: '更正',
      };
    case 'copy':
      return { kind, ...issued, by, to: [{ kind: 'person', person: anybody }] };
    case 'terminate':
      return which % 10 === 0 ? { kind, ...issued, by, comment: '停办' } : undefined;
    case 'signal':
      return { kind: 'signal', ...issued, signal: which % 25 === 0 ? 'cancel' : 'recall' };
    case 'retry':
      return {
        kind: 'retry',
        ...issued,
        by,
        step: Object.keys(state.steps)[which % Math.max(Object.keys(state.steps).length, 1)] ?? 'none',
      };
  }
}

/** Runs random attempts on a random process with random holders of its posts, and calls `check` around every command. */
const runs = (check: (play: Play, command: Command, before: CaseState) => void) =>
  fc.property(arbitraryProcess, arbitraryCast, fc.array(attempt, { minLength: 5, maxLength: 40 }), (document, cast, attempts) => {
    const play = new Play(compiledOnce(document), { cast }).start('clerk', { amount: 1 });
    expect(play.last.kind).toBe('advanced');
    for (const each of attempts) {
      const command = commandOf(play, each);
      if (command !== undefined) check(play, command, play.state);
    }
  });

/** One seed: every property is asked of the same histories. */
const sameHistories = { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 200), seed: randomInt(2 ** 32) };
const holds = (property: ReturnType<typeof runs>): void => fc.assert(property, sameHistories);

describe('whatever is done to whatever process', () => {
  it('no region is in two states, and every open task belongs to a step that is live', () => {
    holds(
      runs((play, command) => {
        play.perform(command);
        const { states } = play.view();
        expectOneStatePerRegion(play, states);
        const { steps } = play.state;
        expect(Object.keys(steps).filter((step) => !states.includes(step))).toEqual([]);
        expect(states.filter((state) => play.workflow.steps.has(state) && steps[state] === undefined)).toEqual([]);
        expect([...play.tasks.keys()].sort(ascending)).toEqual(openTasks(play.state).sort(ascending));
        for (const step of Object.values(steps)) {
          const isAnswerable = step.tasks.some(({ ballot }) => ballot === undefined);
          expect(isAnswerable || step.held === true || step.waitsFor !== undefined).toBe(true);
          if (step.waitsFor !== undefined) expect(states).toContain(step.waitsFor);
        }
      }),
    );
  });

  it('nothing is asked of those who recused themselves, and they decide nothing', () => {
    holds(
      runs((play, command, { recused = [] }) => {
        const result = play.perform(command);
        for (const person of play.state.recused ?? [])
          expect([...play.tasks.values()].filter(({ assignee }) => assignee.kind === 'person' && assignee.person === person)).toEqual([]);
        const isTheirs = command.kind === 'decide' && recused.includes(command.by.person);
        if (isTheirs) expect(result.kind).toBe('refused');
      }),
    );
  });

  it('whoever signs for somebody is asked, and what they wait for ends with the last of them', () => {
    holds(
      runs((play, command) => {
        play.perform(command);
        for (const { tasks, groups = [] } of Object.values(play.state.steps)) {
          const numbers = new Set(groups.map(({ number }) => number));
          expect(tasks.filter(({ added }) => added?.group !== undefined && !numbers.has(added.group))).toEqual([]);
          for (const { number } of groups) {
            const members = [...tasks, ...groups.map(({ principal }) => principal)].filter(({ added }) => added?.group === number);
            expect(members.some((task) => task.ballot === undefined || numbers.has(task.number))).toBe(true);
          }
          expect(tasks.filter(({ added }) => (added?.depth ?? 0) > 3)).toEqual([]);
        }
      }),
    );
  });

  it('nobody’s vote counts twice', () => {
    holds(
      runs((play, command) => {
        play.perform(command);
        for (const { step, tasks } of Object.values(play.state.steps)) {
          const ballots = tasks.flatMap(({ ballot }) => (ballot ? [ballot.by] : []));
          if (play.workflow.steps.get(step)?.step.decide.by === 'vote') expect(new Set(ballots).size).toBe(ballots.length);
          expect(new Set(tasks.map(({ number }) => number)).size).toBe(tasks.length);
        }
      }),
    );
  });

  it('a finished case has no open task, no running timer and no incident', () => {
    holds(
      runs((play, command) => {
        play.perform(command);
        if (play.state.machine.status !== 'done') return;
        expect([play.tasks.size, play.timers.size, play.incidents.size]).toEqual([0, 0, 0]);
        expect([play.state.steps, play.state.timers]).toEqual([{}, {}]);
      }),
    );
  });

  it('the same command on the same state gives the same result, saved and restored or not, and leaves the state alone', () => {
    holds(
      runs((play, command, before) => {
        const copy = JSON.parse(JSON.stringify(before)) as CaseState;
        const first = advance(play.workflow, before, command, play.world());
        expect(before).toEqual(copy);
        expect(advance(play.workflow, copy, command, play.world())).toEqual(first);
        play.perform(command);
      }),
    );
  });

  it('the same command again changes nothing', () => {
    holds(
      runs((play, command) => {
        if (play.perform(command).kind !== 'advanced') return;
        const again = advance(play.workflow, play.state, command, play.world());
        if (again.kind === 'advanced') expect([again.state, again.effects, again.entries]).toEqual([play.state, [], []]);
        else expect(again.kind).toBe('refused');
      }),
    );
  });

  it('the history tells every move without a gap', () => {
    holds(
      runs((play, command, before) => {
        const stood = new Play(play.workflow, { cast: {} });
        stood.state = before;
        const result = play.perform(command);
        if (result.kind !== 'advanced') return;
        let at = stood.view().states;
        for (const entry of result.entries) {
          expect(entry.from).toEqual(at);
          at = entry.to;
        }
        expect(at).toEqual(play.view().states);
      }),
    );
  });
});

const ascending = (a: number, b: number): number => a - b;

const openTasks = ({ steps }: CaseState): number[] =>
  Object.values(steps).flatMap(({ tasks }) => tasks.filter(({ ballot }) => ballot === undefined).map(({ number }) => number));

/** Two active states may only stand side by side under a parallel state. */
function expectOneStatePerRegion(play: Play, states: readonly string[]): void {
  for (const one of states) {
    for (const other of states) {
      if (one >= other) continue;
      const [left, right] = [one.split('.'), other.split('.')];
      let shared = 0;
      while (left[shared] === right[shared]) shared += 1;
      const path = left.slice(0, shared);
      const node = path.reduce((at, key) => at.states?.[key] ?? at, play.workflow.definition.machine);
      expect(node.type).toBe('parallel');
    }
  }
}
