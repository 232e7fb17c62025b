import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { arbitraryCast, arbitraryProcess, compiledOnce } from '../../../../test/support/arbitrary-process.ts';
import { draft, final, one, post, processOf, step } from '../../../../test/support/definitions.ts';
import { begin, type Cast, compiled, plainSubject } from '../../../../test/support/play.ts';
import { askedFor, type StaffedPlace } from './asked.ts';
import { assignabilityOf, findingsIn } from './assignability.ts';
import { staffingOf } from './staffing.ts';

const placeOf = (cast: Cast, name = '江淮职业技术学院'): StaffedPlace => ({
  id: name,
  name,
  posts: Object.fromEntries(
    Object.entries(cast).map(([key, holders]) => [key, { organisation: plainSubject[key.split('@')[1] ?? '']?.id ?? '', holders }]),
  ),
});

const review = (name: string, target: string, more: Parameters<typeof step>[2] = {}) => ({
  meta: step(post(name), one('approve'), more),
  on: { approve: target },
});

const twoSteps = (more: Parameters<typeof step>[2] = {}) =>
  compiled(
    processOf({
      initial: 'draft',
      states: { draft: draft('first'), first: review('head', 'second', more), second: review('dean', 'done'), done: final },
    }),
  );

const told = (cast: Cast, workflow = twoSteps()) =>
  assignabilityOf(workflow, [placeOf(cast)]).findings.map(
    ({ kind, severity, step, places }) => `${severity} ${kind} ${step} ${places.length}`,
  );

const full: Cast = { 'clerk@school': ['clerk'], 'head@school': ['head-1', 'head-2'], 'dean@school': ['dean-1', 'dean-2'] };

describe('who would be asked', () => {
  it('is whom the engine asks, whatever the process and whoever holds its posts', () => {
    let compared = 0;
    fc.assert(
      fc.property(arbitraryProcess, arbitraryCast, (definition, cast) => {
        const workflow = compiledOnce(definition);
        const play = begin(workflow, { cast }).start('clerk', { amount: 1 });
        play.decide('clerk', 'submit');
        const asked = new Map(askedFor(workflow, placeOf(cast), 'clerk').map((found) => [found.step, found.asked]));
        for (const open of Object.values(play.state.steps)) {
          const queue = open.queue.map(({ assignee }) => assignee);
          expect([...open.tasks.map(({ assignee }) => assignee), ...queue]).toEqual(asked.get(open.step));
          compared += 1;
        }
      }),
      { numRuns: 40 },
    );
    expect(compared).toBeGreaterThan(20);
  });
});

describe('assignability', () => {
  it('has nothing to say where every step finds several people', () => {
    expect(told(full)).toEqual([]);
  });

  it('finds the step nobody could be asked in: an error, unless it is skipped then', () => {
    expect(told({ ...full, 'head@school': [] })).toEqual(['error nobody first 1']);
    expect(told({ ...full, 'head@school': [] }, twoSteps({ whenNobody: { skip: 'approve' } }))).toEqual(['warning nobody first 1']);
    expect(told({ ...full, 'head@school': [] }, twoSteps({ whenNobody: { assign: [post('dean')] } }))).toEqual([]);
  });

  it('finds an applicant who alone holds the post of an approver', () => {
    expect(told({ ...full, 'head@school': ['clerk'] })).toEqual(['error nobody first 1']);
    expect(told({ ...full, 'head@school': ['clerk'] }, twoSteps({ whenNobody: { assign: [post('dean')] } }))).toEqual([
      'warning applicant first 1',
    ]);
    expect(told({ ...full, 'head@school': ['clerk'] }, twoSteps({ applicantMayDecide: true }))).toEqual(['warning alone first 1']);
  });

  it('finds a step with one person only, and the same person in two', () => {
    expect(told({ ...full, 'head@school': ['head-1'] })).toEqual(['warning alone first 1']);
    expect(told({ ...full, 'head@school': ['both'], 'dean@school': ['both'] })).toEqual([
      'warning twice first 1',
      'warning twice second 1',
      'warning alone first 1',
      'warning alone second 1',
    ]);
  });

  it('says at how many organisations and at which, with the place in the document, and leaves out where nobody may start', () => {
    const places = Array.from({ length: 30 }, (_, number) => placeOf({ ...full, 'head@school': [] }, `第${number}学校`));
    const report = assignabilityOf(twoSteps(), [...places, placeOf({ ...full, 'clerk@school': [] }, '无人发起')]);
    expect(report).toMatchObject({ level: 'school', places: 30, withoutStarter: 1 });
    expect(report.findings).toMatchObject([
      {
        code: 'staffing.nobody',
        pointer: '/machine/states/first/meta/step/assignees',
        places: places.map(({ id, name }) => ({ id, name })),
      },
    ]);
    expect(report.findings[0]?.message).toEqual({
      zh: '“环节”：30 所学校无人可办。请任命相应岗位，或写明无人时改由谁办理。',
      en: '"环节": nobody at 30 schools. Appoint somebody to the post, or say who is asked when nobody holds it.',
    });
  });

  it('looks at the cases of others than those who may start one', () => {
    const gone = { ...placeOf({ ...full, 'clerk@school': [], 'head@school': ['head-1'] }), applicants: ['head-1'] };
    expect(assignabilityOf(twoSteps(), [gone])).toMatchObject({ places: 1, findings: [{ kind: 'nobody', step: 'first' }] });
  });

  it('leaves out what is not asked about', () => {
    const places = [placeOf({ ...full, 'head@school': [] }, '甲'), placeOf({ ...full, 'head@school': [] }, '乙')];
    const rows = staffingOf(twoSteps(), places);
    expect(findingsIn(twoSteps(), rows, ({ place }) => place === '乙')).toMatchObject([{ kind: 'nobody', places: [{ name: '乙' }] }]);
    expect(findingsIn(twoSteps(), rows, () => false)).toEqual([]);
  });

  it('has a row for every organisation, and in it who could answer in each step', () => {
    const [row] = staffingOf(twoSteps(), [placeOf({ ...full, 'clerk@school': ['clerk', 'head-1'] })]);
    expect(row?.steps).toEqual([
      { step: 'draft', people: ['clerk', 'head-1'], kinds: [] },
      { step: 'first', people: ['head-1', 'head-2'], kinds: ['alone'] },
      { step: 'second', people: ['dean-1', 'dean-2'], kinds: [] },
    ]);
  });

  it('asks the applicant alone where a step is the applicant’s, and has nothing to say of it', () => {
    const workflow = compiled(processOf({ initial: 'draft', states: { draft: draft('done'), done: final } }));
    expect(askedFor(workflow, placeOf(full), 'clerk').map(({ people }) => people)).toEqual([['clerk']]);
    expect(assignabilityOf(workflow, [placeOf(full)]).findings).toEqual([]);
  });
});
