import { afterAll, describe, expect, it } from '@jest/globals';
import { createMachine } from 'xstate';
import { uncompilable } from '../../../../test/definitions/broken/compiled.ts';
import { catalogue, climb, clocked, ending, passing, process } from '../../../../test/definitions/sample.ts';
import { all, applicant, cast, draft, final, one, post, processOf, step } from '../../../../test/support/definitions.ts';
import { plainDueTime } from '../../../../test/support/plain-due-time.ts';
import { begin } from '../../../../test/support/play.ts';
import type { Step } from '../definition/step.ts';
import { problemCodes } from '../problem.ts';
import { compile } from './compile.ts';

function problemsOf(document: unknown) {
  const result = compile(document, { dueTime: plainDueTime, facts: catalogue });
  return result.kind === 'faulty' ? result.problems : [];
}

const seen = new Set<string>();

describe('compile refuses', () => {
  it.each(uncompilable)('%s', (_, document, code, pointer) => {
    const problems = problemsOf(document);
    expect(problems.map((found) => [found.code, found.pointer])).toContainEqual([code, pointer]);
    for (const { message } of problems) for (const sentence of Object.values(message)) expect(sentence).not.toMatch(/\{\w+\}/);
    seen.add(code);
  });

  // What examples come to is not the compiler's to say.
  const own = problemCodes.filter((code) => !code.startsWith('example.'));
  afterAll(() => expect(own.filter((code) => !seen.has(code))).toEqual([]));
});

describe('compile accepts', () => {
  it('the sound process the faults were made from', () => {
    expect(problemsOf(process(ending))).toEqual([]);
  });

  it('reminders and a ladder, also of a step that is due at an instant', () => {
    const clocks: Partial<Step> = {
      due: { at: 'timestamp("2024-05-01T00:00:00Z")' },
      remind: [
        { before: { workingDays: 1, at: '09:00' } },
        { before: { workingHours: 4 } },
        { at: 'due', to: [post('dean')] },
        { after: 'P1D', every: { workingDays: 1 }, times: 30 },
      ],
      escalate: [climb('PT0S'), climb({ workingHours: 4 }), { ...passing('approve'), basis: ['R-1-1'] }],
    };
    const result = compile(clocked(clocks), { dueTime: plainDueTime, facts: {} });
    expect(result).toMatchObject({ kind: 'compiled', workflow: { hasClocks: true } });
    expect(result.kind === 'compiled' && result.workflow.posts).toContainEqual({ post: 'dean', at: 'school' });
  });

  it('a document that XState itself can open', () => {
    const document = process({ ...ending, after: { P3D: 'end' } });
    const opened = createMachine({ id: document.key, ...document.machine } as never);
    expect(Object.keys(opened.states)).toEqual(['draft', 'second', 'end']);
  });

  it('one answer on a state for all the steps inside it', () => {
    const document = processOf({
      initial: 'draft',
      states: {
        draft: draft('review'),
        review: {
          initial: 'first',
          on: { reject: 'rejected' },
          states: {
            first: { meta: step(post('head'), one('approve', 'reject')), on: { approve: 'second' } },
            second: { meta: step(post('finance'), all('approve', 'reject')), on: { approve: '#sample-process.approved' } },
          },
        },
        approved: final,
        rejected: final,
      },
    });
    const play = begin(document, { cast }).start('clerk', { amount: 1 });
    play.decide('clerk', 'submit');
    play.decide('head', 'approve');
    play.decide('finance', 'reject', { comment: '不行' });
    expect(play.view().states).toEqual(['rejected']);
  });

  it('gives the same event in two regions to each step by itself', () => {
    const region = (name: string) => ({
      initial: 'open',
      states: { open: { meta: step(post(name), one('approve')), on: { approve: 'done' } }, done: final },
    });
    const document = processOf({
      initial: 'draft',
      states: {
        draft: draft('review'),
        review: { type: 'parallel', onDone: 'end', states: { a: region('head'), b: region('finance') } },
        end: final,
      },
    });
    const play = begin(document, { cast }).start('clerk', { amount: 1 });
    play.decide('clerk', 'submit');
    play.decide('finance', 'approve');
    expect(play.view()).toMatchObject({ states: ['review.a.open', 'review.b.done'], tasks: ['review.a.open: head@school'] });
    play.decide('head', 'approve');
    expect(play.view().states).toEqual(['end']);
  });

  it('a document nobody can change afterwards by keeping a reference', () => {
    const document = structuredClone(process(ending));
    const result = compile(document, { dueTime: plainDueTime, facts: {} });
    document.machine.states = {};
    expect(result).toMatchObject({ kind: 'compiled', workflow: { definition: { machine: { states: { end: { type: 'final' } } } } } });
  });
});

it('names the applicant as an assignee without a post', () => {
  const document = processOf({
    initial: 'draft',
    states: { draft: { meta: step(applicant, one('submit')), on: { submit: 'end' } }, end: final },
  });
  expect(problemsOf(document)).toEqual([]);
});
