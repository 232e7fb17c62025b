import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { arbitraryCast, arbitraryProcess } from '../../../test/support/arbitrary-process.ts';
import { arbitraryAttempt, personId, subjectByIds, tryOn } from '../../../test/support/case-attempts.ts';
import { compiled, Play } from '../../../test/support/play.ts';
import type { CaseState } from './run/state.ts';

const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 150);

/** What of a case a decision may change and taking it back must restore: all but its form, its counters and its records. */
function standing({ machine, data, returns, steps, timers, reached }: CaseState) {
  const due = Object.entries(timers).map(([event, { dueAt }]) => [event, dueAt] as const);
  return { machine, data, returns: new Set(returns), steps, timers: new Map(due), reached: reached ?? [] };
}

it('whatever was decided in whatever process, taken back at once the case stands as it stood, and can be decided again', () => {
  fc.assert(
    fc.property(
      arbitraryProcess,
      arbitraryCast,
      fc.array(arbitraryAttempt, { minLength: 5, maxLength: 30 }),
      (document, people, attempts) => {
        const cast = Object.fromEntries(Object.entries(people).map(([post, holders]) => [post, holders.map(personId)]));
        const play = new Play(compiled(document), { cast, subject: subjectByIds }).start(personId('clerk'), { amount: 1 });
        for (const attempt of attempts) {
          const before = { state: play.state, tasks: new Map(play.tasks), incidents: new Set(play.incidents) };
          const tried = tryOn(play, cast, attempt, []);
          if (tried?.command.kind !== 'decide' || play.state.machine.status === 'done') continue;
          const { command } = tried;
          const taken = play.perform({ kind: 'take-back', ...play.issue(), by: command.by, task: command.task });
          if (taken.kind !== 'advanced') {
            // Where others were asked to sign beside somebody, an answer stays until the step is settled.
            expect(taken).toMatchObject({ code: 'take-back.too-late' });
            const step = before.tasks.get(command.task)?.step ?? '';
            expect([before.state.steps[step]?.groups, play.state.steps[step]?.groups].some((groups) => groups !== undefined)).toBe(true);
            continue;
          }
          const isFormSame = JSON.stringify(before.state.form.fields) === JSON.stringify(play.state.form.fields);
          if (isFormSame) expect(standing(play.state)).toEqual(standing(before.state));
          expect(standing(play.state).machine).toEqual(before.state.machine);
          expect(new Set(play.tasks.keys())).toEqual(new Set(before.tasks.keys()));
          expect(play.incidents).toEqual(before.incidents);
          const { kind, by, task, outcome, comment = '' } = command;
          const again = { kind, ...play.issue(), by, task, outcome, comment, formVersion: play.state.form.version };
          expect(play.perform(again)).toMatchObject({ kind: 'advanced' });
        }
      },
    ),
    { numRuns },
  );
});
