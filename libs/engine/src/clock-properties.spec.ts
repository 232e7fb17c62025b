import { randomInt } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { arbitraryCast, arbitraryProcess, compiledOnce } from '../../../test/support/arbitrary-process.ts';
import { often } from '../../../test/support/often.ts';
import { plainDueTime } from '../../../test/support/plain-due-time.ts';
import { Play } from '../../../test/support/play.ts';
import type { Delay } from './definition/basics.ts';
import type { Command } from './run/command.ts';
import type { Advanced, Result } from './run/result.ts';
import type { CaseState } from './run/state.ts';
import { stepTimerOf } from './run/step-timer.ts';

const minute = 60_000;

/** What happens next; the number chooses how long, which timer, whose task. */
interface Happening {
  readonly kind:
    | 'time passes'
    | 'a timer fires'
    | 'an old timer fires'
    | 'decide'
    | 'save'
    | 'recall'
    | 'urge'
    | 'retry'
    | 'suspend'
    | 'resume';
  readonly which: number;
}

const happening: fc.Arbitrary<Happening> = fc.record({
  kind: fc.oneof(
    often(6, 'time passes' as const),
    often(8, 'a timer fires' as const),
    often(3, 'an old timer fires' as const),
    often(5, 'decide' as const),
    often(2, 'save' as const),
    often(1, 'recall' as const),
    often(1, 'urge' as const),
    often(1, 'retry' as const),
    often(2, 'suspend' as const),
    often(3, 'resume' as const),
  ),
  which: fc.nat({ max: 10_000 }),
});

const lengthOf = (delay: Delay): number =>
  Date.parse(plainDueTime.after(delay, '2024-01-01T00:00:00.000Z')) - Date.parse('2024-01-01T00:00:00.000Z');

/** A case whose timers fire late, twice and in any order, while people act; it watches a clock that stands while the case is suspended. */
class Watched {
  readonly play: Play;
  /** Milliseconds in which the case was not suspended. */
  active = 0;
  private now = Date.parse('2024-03-22T01:00:00.000Z');
  /** When each opening of a step began, and each delay of the machine, on the clock that stands. */
  readonly opened = new Map<string, number>();
  readonly delays = new Map<string, number>();

  constructor(play: Play) {
    this.play = play;
    this.note({}, play.last as Advanced);
  }

  /** @returns what came of it, with the state it was done to; undefined where nothing was. */
  let({ kind, which }: Happening): { readonly command: Command; readonly before: CaseState; readonly result: Result } | undefined {
    const command = this.commandOf(kind, which);
    if (command === undefined) return undefined;
    const before = this.play.state;
    const result = this.play.perform(command);
    if (result.kind === 'advanced') this.note(before.steps, result, command.kind === 'resume' || command.kind === 'suspend');
    return { command, before, result };
  }

  private commandOf(kind: Happening['kind'], which: number): Command | undefined {
    const { play } = this;
    const issued = play.issue();
    const by = play.actor('head');
    const [task = 99, { step, assignee } = { step: '', assignee: undefined }] = [...play.tasks][which % Math.max(play.tasks.size, 1)] ?? [];
    const decider = play.actor(assignee?.kind === 'person' ? assignee.person : this.holderOf(assignee?.post ?? '', which));
    const due = [...play.timers].filter(([, { dueAt }]) => Date.parse(dueAt) <= this.now).map(([number]) => number);
    switch (kind) {
      case 'time passes':
        this.pass((which % 3000) * minute);
        return undefined;
      case 'a timer fires':
        return due.length === 0 ? undefined : { kind: 'fire-timer', ...issued, timer: due[which % due.length] ?? 0 };
      case 'an old timer fires': {
        const timer = 1 + (which % Math.max(play.state.lastTimer, 1));
        return play.timers.has(timer) ? undefined : { kind: 'fire-timer', ...issued, timer };
      }
      case 'decide': {
        const outcomes = [...(play.workflow.steps.get(step)?.outcomes.keys() ?? [])];
        const outcome = outcomes[which % Math.max(outcomes.length, 1)] ?? 'approve';
        return { kind: 'decide', ...issued, by: decider, task, outcome, formVersion: play.state.form.version, comment: '说明' };
      }
      case 'save':
        return {
          kind: 'save',
          ...issued,
          by: decider,
          task,
          formVersion: play.state.form.version,
          fields: { amount: (which % 4) * 900 },
        };
      case 'recall':
        return { kind: 'signal', ...issued, signal: 'recall' };
      case 'urge':
        return { kind: 'urge', ...issued, by };
      case 'retry':
        return { kind: 'retry', ...issued, by, step: Object.keys(play.state.steps)[which % 3] ?? 'none' };
      case 'suspend':
      case 'resume':
        return { kind, ...issued, by, comment: '核查' };
    }
  }

  private holderOf(post: string, which: number): string {
    const holders = this.play.world().posts[`${post}@school`]?.holders ?? [];
    return holders[which % Math.max(holders.length, 1)] ?? 'nobody';
  }

  private pass(milliseconds: number): void {
    this.now += milliseconds;
    if (this.play.state.suspension === undefined) this.active += milliseconds;
    this.play.turnTo(new Date(this.now).toISOString());
  }

  private note(before: CaseState['steps'], { effects, state }: Advanced, goesOn = false): void {
    for (const { step, visit } of Object.values(state.steps))
      if (before[step]?.visit !== visit) this.opened.set(`${step} ${visit}`, this.active);
    for (const effect of effects) {
      if (effect.kind !== 'set-timer' || stepTimerOf(effect.event) !== undefined) continue;
      if (!goesOn || !this.delays.has(effect.event)) this.delays.set(effect.event, this.active);
    }
  }
}

type Check = (watched: Watched, done: { readonly command: Command; readonly before: CaseState; readonly result: Result }) => void;

/** One seed: every property is asked of the same histories. */
const sameHistories = { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 200), seed: randomInt(2 ** 32) };

/** @param prepare what to check over a whole run */
const holds = (prepare: () => Check): void =>
  fc.assert(
    fc.property(arbitraryProcess, arbitraryCast, fc.array(happening, { minLength: 10, maxLength: 80 }), (document, cast, happenings) => {
      const watched = new Watched(new Play(compiledOnce(document), { cast }).start('clerk', { amount: 1 }));
      watched.let({ kind: 'decide', which: 0 });
      const check = prepare();
      for (const each of happenings) {
        const done = watched.let(each);
        if (done !== undefined) check(watched, done);
      }
    }),
    sameHistories,
  );

const entriesOf = (result: Result): Advanced['entries'] => (result.kind === 'advanced' ? result.entries : []);
const notices = (result: Result) =>
  result.kind === 'advanced' ? result.effects.filter((effect) => effect.kind === 'notify' && effect.notice !== 'message') : [];

describe('whatever happens to the clocks of whatever process', () => {
  it('the timers of the state are those that were set and not cleared, and a suspended or finished case has none', () => {
    holds(() => ({ play }) => {
      const running = Object.entries(play.state.timers).map(([event, { number, dueAt }]) => [number, { event, dueAt }] as const);
      expect(new Map(running)).toEqual(play.timers);
      const stands = play.state.suspension !== undefined || play.state.machine.status === 'done';
      if (stands) expect(play.timers.size).toBe(0);
      if (play.state.machine.status === 'done') expect(play.state.suspension).toBeUndefined();
    });
  });

  it('every timer of an open step names the step, its visit and its moment', () => {
    holds(() => ({ play }) => {
      for (const { event, dueAt } of play.timers.values()) {
        const timer = stepTimerOf(event);
        if (timer === undefined) continue;
        expect(play.state.steps[timer.step]).toMatchObject({ visit: timer.visit });
        expect(play.state.steps[timer.step]?.waitsFor).toBeUndefined();
        expect(event.endsWith(dueAt)).toBe(true);
      }
    });
  });

  it('a timer has one effect: fired again, and under the same name, it has none', () => {
    holds(() => {
      const numbers = new Set<number>();
      const names = new Set<string>();
      return (_, { command, result }) => {
        if (command.kind !== 'fire-timer') return;
        if (result.kind === 'refused' && ['timer.not-running', 'case.finished'].includes(result.code)) return;
        expect(result.kind).toBe('advanced');
        expect(numbers.has(command.timer)).toBe(false);
        numbers.add(command.timer);
        for (const { kind, cause = '' } of entriesOf(result)) {
          if (kind === 'timer-fired' || kind === 'skipped') continue;
          expect(names).not.toContain(cause);
          names.add(cause);
        }
      };
    });
  });

  it('nobody is reminded of a step that is closed, or of a task that is', () => {
    holds(() => ({ play }, { before, result }) => {
      const opened =
        result.kind === 'advanced' ? result.effects.flatMap((effect) => (effect.kind === 'open-task' ? [effect.task] : [])) : [];
      const open = Object.values(before.steps).flatMap(({ tasks }) =>
        tasks.filter(({ ballot }) => ballot === undefined).map(({ number }) => number),
      );
      for (const notice of notices(result)) {
        if (notice.kind !== 'notify') continue;
        expect((notice.tasks ?? []).filter((task) => ![...open, ...opened].includes(task))).toEqual([]);
        if (notice.notice !== 'escalation') expect((notice.tasks ?? []).filter((task) => !play.tasks.has(task))).toEqual([]);
      }
      for (const { kind, step = '' } of entriesOf(result)) {
        if (kind !== 'reminded' && kind !== 'escalated' && kind !== 'urged') continue;
        expect(before.suspension).toBeUndefined();
        expect(before.steps[step]).toBeDefined();
        expect(before.steps[step]?.waitsFor).toBeUndefined();
      }
    });
  });

  it('suspended time never counts', () => {
    holds(() => ({ active, opened, delays, play }, { before, result }) => {
      for (const { kind, cause = '' } of entriesOf(result)) {
        if (kind === 'timer-fired') expect(active - (delays.get(cause) ?? 0)).toBeGreaterThanOrEqual(lengthOf('P1D'));
        const timer = stepTimerOf(cause);
        const step = timer && play.workflow.steps.get(timer.step)?.step;
        if (
          timer === undefined ||
          step?.due === undefined ||
          (typeof step.due === 'object' && !('workingDays' in step.due) && 'at' in step.due)
        )
          continue;
        const due = lengthOf(step.due);
        const since = active - (opened.get(`${timer.step} ${timer.visit}`) ?? 0);
        expect(since).toBeGreaterThanOrEqual(due + offsetOf(step, timer));
        expect(before.suspension).toBeUndefined();
      }
    });
  });

  it('only the system is the author of what timers do', () => {
    holds(() => (_, { command, result }) => {
      if (command.kind !== 'fire-timer') return;
      for (const { author } of entriesOf(result)) expect(author).toEqual({ kind: 'system' });
      if (result.kind !== 'advanced') return;
      for (const effect of result.effects) if (effect.kind === 'close-task') expect(effect.by).toBeUndefined();
    });
  });
});

type Step = NonNullable<ReturnType<Play['workflow']['steps']['get']>>['step'];

/** How long after the due time a reminder or a rung takes effect. */
function offsetOf({ remind, escalate }: Step, { kind, index, round }: NonNullable<ReturnType<typeof stepTimerOf>>): number {
  if (kind === 'escalate') return lengthOf(escalate?.[index]?.after ?? 'P0D');
  const reminder = remind?.[index] ?? { at: 'due' };
  if ('before' in reminder) return -lengthOf(reminder.before);
  if ('at' in reminder) return 0;
  return lengthOf(reminder.after) + (round - 1) * lengthOf(reminder.every ?? 'P0D');
}
