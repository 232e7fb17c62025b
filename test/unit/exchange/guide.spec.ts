import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Definition, guideOf } from '#engine';
import { clauseSources } from '../../../config/clauses.ts';
import { posts } from '../../../config/posts.ts';
import { workflowCatalogue } from '../../../workflows/catalogue.ts';
import { certificateAdmission } from '../../../workflows/certificate-admission/definition.ts';
import { arbitraryProcess, compiledOnce } from '../../support/arbitrary-process.ts';
import { compilePilot } from '../../support/pilot-play.ts';

const titles = Object.fromEntries(Object.entries(posts).map(([post, { title }]) => [post, title]));
const guide = (definition: Definition) => guideOf(compilePilot(definition), titles);

type State = Definition['machine'];
const stepsOf = ({ states = {} }: State, path = ''): string[] =>
  Object.entries(states).flatMap(([name, state]) => [...(state.meta?.step ? [path + name] : []), ...stepsOf(state, `${path}${name}.`)]);

const citedIn = (document: unknown): string[] => [
  ...new Set([...JSON.stringify(document).matchAll(/"(R-[A-Z]+\d+-\d+)"/g)].map(([, number]) => number as string)),
];

/** The document with one place of it changed. */
function changed(change: (machine: State & { states: Record<string, State> }) => void, of = certificateAdmission): Definition {
  const copy = structuredClone(of);
  change(copy.machine as State & { states: Record<string, State> });
  return copy;
}

describe('the guide for applicants', () => {
  it.each(workflowCatalogue.map((definition) => [definition.key, definition] as const))(
    'of %s has every step, every clause and every field that somebody has to fill in',
    (_, definition) => {
      const { steps, basis, fields, rules } = guide(definition);
      expect(steps.map(({ path }) => path)).toEqual(expect.arrayContaining(stepsOf(definition.machine)));
      const { form: _form, examples: _examples, ...process } = definition;
      expect(basis).toEqual(expect.arrayContaining(citedIn(process).filter((number) => !citedIn(definition.facts ?? {}).includes(number))));
      const asked = [
        ...fields.filter(({ isRequired }) => isRequired).map(({ title }) => title.zh),
        ...steps.flatMap(({ required }) => required.map(({ zh }) => zh)),
      ];
      if (definition.start.posts.length > 0) {
        const required = (definition.form.schema.required ?? []).flatMap((name) => {
          const field = definition.form.schema.properties[name];
          return field === undefined || field['x-calc'] !== undefined ? [] : [field.title];
        });
        expect(asked).toEqual(expect.arrayContaining(required));
      }
      const kept = [...JSON.stringify(definition.machine).matchAll(/"rule":"(R-[^"\\\\]+)"/g)].map(([, number]) => number);
      expect(rules.map(({ rule }) => rule)).toEqual(expect.arrayContaining([...new Set(kept)]));
    },
  );

  it('has every step of any process, once', () => {
    fc.assert(
      fc.property(arbitraryProcess, (definition) => {
        const { steps } = guideOf(compiledOnce(definition), {});
        expect(steps.map(({ path }) => path).toSorted()).toEqual(stepsOf(definition.machine).toSorted());
      }),
      { numRuns: 40 },
    );
  });

  it('is the way of certificate admission, body by body, with the longest it takes', () => {
    const { steps, longest, start } = guide(certificateAdmission);
    expect(start.posts.map(({ zh }) => zh)).toEqual(['证书负责人']);
    const onTheWay = steps.filter(({ isOnTheWay }) => isOnTheWay);
    expect(onTheWay.map(({ bodies }) => bodies.map(({ zh }) => zh).join('、'))).toEqual(
      expect.arrayContaining(['申请人', '系党政联席会', '教务处（证书试点管理部门）', '校长办公会', '党委会']),
    );
    expect(longest.workingDays).toBeGreaterThanOrEqual(10);
    expect(steps.find(({ path }) => path === 'expertArgument')?.turns.map(({ kind, to }) => `${kind} ${to.zh}`)).toEqual([
      'return 修改准入论证表',
      'refuse 不予准入',
    ]);
  });

  it('asks for things in the order of the form, and says what news ends a case', () => {
    const { fields, steps } = guide(certificateAdmission);
    const order = certificateAdmission.form.ui?.['ui:order'] as readonly string[];
    const asked = new Set(fields.map(({ name }) => name));
    expect(fields.map(({ name }) => name)).toEqual(order.filter((name) => asked.has(name)));
    expect(fields[0]?.title.zh).toBe('证书');
    const shuffled: Definition = structuredClone(certificateAdmission);
    Object.assign(shuffled.form.schema, { properties: Object.fromEntries(Object.entries(shuffled.form.schema.properties).toReversed()) });
    expect(guide(shuffled).fields).toEqual(fields);
    expect(steps.find(({ title }) => title.zh === '登记合作协议')?.turns.map(({ title, to }) => `${title?.zh}：${to.zh}`)).toEqual([
      '教育部取消证书：已退出',
    ]);
  });

  it('changes with the definition: a due time, a body, a rule, a step', () => {
    const before = guide(certificateAdmission);
    const later = guide(changed(({ states }) => Object.assign(states.academicAudit?.meta?.step ?? {}, { due: { workingDays: 9 } })));
    expect(later.longest.workingDays).toBe(before.longest.workingDays + 4);
    const another = guide(
      changed(({ states }) => Object.assign(states.academicAudit?.meta?.step ?? {}, { assignees: [{ post: 'dean', at: 'department' }] })),
    );
    expect(another.steps.find(({ path }) => path === 'academicAudit')?.bodies).toEqual([posts.dean?.title]);
    const renamed = guide(changed(({ states }) => Object.assign(states.academicAudit?.meta?.step ?? {}, { title: { zh: '复核' } })));
    expect(renamed.steps.map(({ title }) => title.zh)).toContain('复核');
    expect(before.steps.map(({ title }) => title.zh)).not.toContain('复核');
  });
});

describe('the clauses', () => {
  const known = clauseSources.flatMap(({ clauses }) => clauses.map(({ number }) => number));

  it('have one number each, and every number that a process cites is one of them', () => {
    expect(new Set(known).size).toBe(known.length);
    for (const definition of workflowCatalogue) expect(known).toEqual(expect.arrayContaining(citedIn(definition)));
  });
});
