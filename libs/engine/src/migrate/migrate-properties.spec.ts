import { randomInt } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { arbitraryCast, arbitraryEditions, arbitraryProcess, compiledOnce } from '../../../../test/support/arbitrary-process.ts';
import { arbitraryAttempt, personId, subjectByIds, tryOn } from '../../../../test/support/case-attempts.ts';
import { compiled, Play } from '../../../../test/support/play.ts';
import { type Happening, replay } from '../replay/replay.ts';
import type { Advanced, Result } from '../run/result.ts';
import type { CaseState, Fields } from '../run/state.ts';
import type { Workflow } from '../workflow.ts';
import { counterpartsOf } from './counterparts.ts';
import { isEnd, kindOf, type Mapping, standings, treeOf } from './layout.ts';
import { verdictOf } from './verdict.ts';

const runs = { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 50), seed: randomInt(2 ** 32) };
const attempts = fc.array(arbitraryAttempt, { minLength: 1, maxLength: 25 });
const castOf = (people: Readonly<Record<string, readonly string[]>>) =>
  Object.fromEntries(Object.entries(people).map(([post, holders]) => [post, holders.map(personId)]));

type Cast = Record<string, readonly string[]>;

/** A case that has come somewhere. */
function played(workflow: Workflow, cast: Cast, tries: readonly Parameters<typeof tryOn>[2][]): Play {
  const play = new Play(workflow, { cast, subject: subjectByIds }).start(personId('clerk'), { amount: 1 });
  for (const attempt of tries) tryOn(play, cast, attempt, []);
  return play;
}

/** What is proposed for a case, and where nothing is, any state that one could stand at. */
function mappingFor(from: Workflow, to: Workflow, state: CaseState, choice: number): Mapping {
  const verdict = verdictOf(from, to, state);
  const { same } = counterpartsOf(from, to);
  const possible = standings(treeOf(to)).filter((place) => !isEnd(place) && kindOf(place) !== 'final');
  const chosen = Object.entries(verdict.choices).map(([path, proposal], index) => {
    const any = possible[(choice + index) % possible.length]?.path ?? '';
    return [path, choice % 3 > 0 && proposal !== null ? proposal : any] as const;
  });
  return { ...same, ...Object.fromEntries(chosen) };
}

/** The case but for the numbers that were given out and the ids that were seen. */
function standing({
  applied: _applied,
  lastTask: _task,
  lastTimer: _timer,
  visits: _visits,
  timers,
  migration: _migration,
  ...rest
}: CaseState) {
  return { ...rest, timers: Object.fromEntries(Object.entries(timers).map(([event, { dueAt }]) => [event, dueAt])) };
}

const bookOf = (play: Play) => ({
  tasks: [...play.tasks.entries()].sort(([one], [other]) => one - other),
  timers: [...play.timers.values()].map(({ event, dueAt }) => `${event} ${dueAt}`).sort(),
  incidents: [...play.incidents].sort(),
});

function expectSound(play: Play): void {
  const { state, workflow } = play;
  const { states } = play.view();
  if (state.machine.status === 'done') {
    expect([play.tasks.size, play.timers.size, play.incidents.size]).toEqual([0, 0, 0]);
    return;
  }
  const isStep = (path: string) => workflow.steps.has(path);
  expect(states.filter((path) => !workflow.leaves.has(path))).toEqual([]);
  expect(Object.keys(state.steps).sort()).toEqual(states.filter(isStep).sort());
  const open = Object.values(state.steps).flatMap(({ tasks }) =>
    tasks.filter(({ ballot }) => ballot === undefined).map(({ number }) => number),
  );
  expect([...play.tasks.keys()].sort(ascending)).toEqual(open.sort(ascending));
  const running = Object.entries(state.timers).map(([event, { number }]) => `${number} ${event}`);
  expect([...play.timers].map(([number, { event }]) => `${number} ${event}`).sort()).toEqual(running.sort());
  expect([...play.incidents].sort()).toEqual(
    Object.values(state.steps)
      .flatMap(({ held, step }) => (held ? [step] : []))
      .sort(),
  );
  for (const { step, tasks, held, waitsFor } of Object.values(state.steps)) {
    expect([step, tasks.some(({ ballot }) => ballot === undefined) || held === true || waitsFor !== undefined]).toEqual([step, true]);
    if (waitsFor !== undefined) expect(states).toContain(waitsFor);
  }
}

const everybody = ['clerk', 'head', 'dean-1', 'dean-2', 'dean-3', 'finance'].map(personId);

const ascending = (one: number, other: number): number => one - other;

describe('whatever case of whatever process', () => {
  it('migrated to a version that is the same, nothing is different but the version', () => {
    fc.assert(
      fc.property(arbitraryProcess, arbitraryCast, attempts, (document, people, tries) => {
        const play = played(compiledOnce(document), castOf(people), tries);
        const before = play.state;
        const again = compiled(document);
        const isDone = before.machine.status === 'done';
        expect(verdictOf(play.workflow, again, before)).toMatchObject(isDone ? { kind: 'stays' } : { kind: 'safe', reasons: [] });
        const result = play.migrate(again);
        if (isDone) return expect(result).toMatchObject({ code: 'case.finished' });
        expect(result).toMatchObject({ kind: 'advanced', effects: [], entries: [{ kind: 'migrated' }] });
        const { migration, applied: _applied, ...after } = play.state;
        const { applied: _before, ...was } = before;
        expect(after).toEqual(was);
        expect(migration?.from).toBe(1);
      }),
      runs,
    );
  });

  it('migrated to another version, it stands somewhere of that version, and put back at once it stands as it stood', () => {
    let moved = 0;
    fc.assert(
      fc.property(arbitraryEditions, arbitraryCast, attempts, fc.nat({ max: 99 }), (editions, people, tries, choice) => {
        const [from, to] = editions.map(compiledOnce) as [Workflow, Workflow];
        const play = played(from, castOf(people), tries);
        const before = { state: play.state, book: bookOf(play) };
        const verdict = verdictOf(from, to, play.state);
        const result = play.migrate(to, mappingFor(from, to, play.state, choice));
        if (verdict.kind === 'stays') expect(result.kind).toBe('refused');
        if (verdict.kind === 'safe') expect(result.kind).toBe('advanced');
        if (result.kind !== 'advanced') return;
        moved += 1;
        expectSound(play);
        if (play.state.migration === undefined) return;
        expect(play.reverseMigration(from)).toMatchObject({ kind: 'advanced', entries: [{ kind: 'migration-reversed' }] });
        expect(standing(play.state)).toEqual(standing(before.state));
        expect(bookOf(play)).toEqual(before.book);
        expectSound(play);
      }),
      runs,
    );
    expect(moved).toBeGreaterThan(runs.numRuns / 4);
  });

  it('migrated, it goes on to its end, and its history tells all of it', () => {
    fc.assert(
      fc.property(arbitraryEditions, arbitraryCast, attempts, attempts, fc.nat({ max: 99 }), (editions, people, tries, more, choice) => {
        const [from, to] = editions.map(compiledOnce) as [Workflow, Workflow];
        const cast = castOf(people);
        const play = new Recorded(from, { cast, subject: subjectByIds }).start(personId('clerk'), { amount: 1 });
        for (const attempt of tries) tryOn(play, cast, attempt, []);
        if (play.migrate(to, mappingFor(from, to, play.state, choice)).kind !== 'advanced') return;
        for (const attempt of more) {
          tryOn(play, cast, attempt, []);
          expectSound(play);
        }
        for (const post of [...Object.keys(cast), 'ghost@school']) cast[post] = everybody.slice(1);
        drive(play);
        if ((play.state.recused ?? []).length === 0) expect(play.view()).toMatchObject({ tasks: [], timers: [] });
        const replayed = replay(
          from,
          JSON.parse(JSON.stringify(play.history)) as Happening[],
          new Map([
            [1, from],
            [2, to],
          ]),
        );
        expect(replayed).toMatchObject({ kind: 'replayed' });
        if (replayed.kind === 'replayed') expect(JSON.parse(JSON.stringify(replayed.state))).toEqual(play.state);
      }),
      runs,
    );
  });
});

/** Keeps what is written down of each command. */
class Recorded extends Play {
  readonly history: Happening[] = [];

  override start(person: string, fields: Fields): this {
    super.start(person, fields);
    return this.noted(this.last);
  }

  override perform(command: Parameters<Play['perform']>[0]): Result {
    const result = super.perform(command);
    this.noted(result, command);
    return result;
  }

  override migrate(to: Workflow, mapping: Mapping): Result {
    const result = super.migrate(to, mapping);
    this.noted(result);
    return result;
  }

  private noted(result: Result, command?: { readonly id: string; readonly at: string }): this {
    if (result.kind === 'advanced' && result.entries.length > 0)
      this.history.push({ ...idOf(result, this.state, command), entries: result.entries, fields: this.state.form.fields });
    return this;
  }
}

const idOf = (_result: Advanced, { applied, startedAt }: CaseState, command?: { readonly id: string; readonly at: string }) => ({
  id: command?.id ?? applied.at(-1) ?? 'start',
  at: command?.at ?? startedAt,
});

/** Everybody who is asked lets it pass, and time passes, until it has ended. */
function drive(play: Play): void {
  const admin = personId('clerk');
  if (play.state.suspension !== undefined) play.send(admin, { kind: 'resume', comment: '恢复' });
  for (let turns = 0; turns < 200 && play.state.machine.status !== 'done'; turns += 1) {
    const held = Object.values(play.state.steps).find((step) => step.held);
    if (held !== undefined && (play.state.recused ?? []).length === 0) {
      expect(play.send(admin, { kind: 'retry', step: held.step })).toMatchObject({ kind: 'advanced' });
      continue;
    }
    const isTaken = [...play.tasks.keys()].some((task) => passes(play, task));
    if (isTaken) continue;
    if ((play.state.recused ?? []).length > 0) return;
    expect({ stuck: play.view(), steps: play.state.steps }).toEqual({});
  }
}

/** Whoever may, lets a task pass or answers it. */
function passes(play: Play, task: number): boolean {
  const open = Object.values(play.state.steps).find(({ tasks }) => tasks.some(({ number }) => number === task));
  const found = open?.tasks.find(({ number }) => number === task);
  const outcomes = [...(play.workflow.steps.get(open?.step ?? '')?.outcomes.values() ?? [])];
  const isSigner = found?.added?.group !== undefined;
  const outcome = isSigner ? 'approve' : (outcomes.find(({ kind }) => kind === 'pass')?.name ?? '');
  if (found?.delegatedBy !== undefined && found.assignee.kind === 'person')
    return play.send(found.assignee.person, { kind: 'resolve', task, comment: '答复' }).kind === 'advanced';
  return everybody.some((person) => {
    const command = { kind: 'decide', task, outcome, comment: '同意', formVersion: play.state.form.version, fields: {} } as const;
    return play.send(person, command).kind === 'advanced';
  });
}
