import { compile, type Definition, outlineOf } from '#engine';
import { applicant, final, one, post, processOf, step } from './definitions.ts';
import { plainDueTime } from './plain-due-time.ts';

export const chain = (): Definition =>
  processOf(
    {
      initial: 'draft',
      states: {
        done: final,
        refused: final,
        head: { meta: step(post('head'), one('approve', 'return', 'reject')), on: { approve: 'done', return: 'draft', reject: 'refused' } },
        draft: { meta: step(applicant, one('submit'), { fields: { '*': 'write' } }), on: { submit: 'clerk', withdraw: 'refused' } },
        clerk: {
          meta: step(post('clerk'), one('approve', 'return'), { return: { to: ['draft'], reentry: 'resume' } }),
          on: { approve: { target: 'head', guard: { type: 'rules', params: { all: [] } } } },
        },
      },
    },
    {
      withdraw: { until: ['head'] },
      unique: { rule: 'R-1', by: ['subject.school.id'], message: { zh: '已有' }, releasedBy: ['refused', 'terminated'] },
    },
  );

export const problemsOf = (definition: Definition) => {
  const compiled = compile(definition, { dueTime: plainDueTime, facts: {} });
  return compiled.kind === 'faulty' ? compiled.problems.map(({ code, pointer }) => `${code} ${pointer}`) : [];
};

export const pathsOf = (definition: Definition) => outlineOf(definition).map(({ path }) => path);

/** Where a state leads, by what. */
export const waysOf = (definition: Definition, path: string) =>
  Object.fromEntries(
    outlineOf(definition)
      .find((place) => place.path === path)
      ?.ways.map(({ name, trigger, targets }) => [name || trigger, targets]) ?? [],
  );
