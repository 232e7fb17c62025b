import { toJson } from '../expression/expression.ts';
import { normalise } from '../form/normalise.ts';
import { absentIn, settled, wantedIn } from '../form/settled.ts';
import type { Workflow } from '../workflow.ts';
import { refused } from './refusal.ts';
import { Halt, type Scope, type Standing } from './scope.ts';
import type { CaseState, Fields } from './state.ts';

type Form = CaseState['form'];

/**
 * The form after some of its fields were changed: emptied fields left out, so are those that do not apply any more, calculated
 * fields reckoned anew, the version one higher if anything is different.
 *
 * @throws Halt `form.invalid` when something is written into a field that does not apply then
 */
export function changed(workflow: Workflow, scope: Scope, standing: Standing, changes: Fields): Form {
  const { form } = standing;
  const entered = normalise({ ...form.fields, ...changes });
  const { fields, absent } = settled(workflow.plan, entered, ({ source }, now) => {
    const value = valueOrNothing(() => scope.evaluate(source, { ...standing, form: { ...form, fields: now } }));
    return value === undefined ? undefined : toJson(value);
  });
  const astray = Object.entries(normalise(changes)).filter(([name, value]) => absent.has(name) && !isMissing(value));
  refuseInvalid(astray.map(([name]) => ({ path: `/${name}`, code: 'not-applicable' })));
  return isSame(fields, form.fields) ? form : { version: form.version + 1, fields };
}

/** What cannot be reckoned yet, because fields it needs are still empty, is left out. */
export function valueOrNothing<T>(evaluate: () => T): T | undefined {
  try {
    return evaluate();
  } catch (error) {
    if (error instanceof Halt && error.result.kind === 'refused') return undefined;
    throw error;
  }
}

/** What does not apply is never missing. @throws Halt `form.invalid`, naming every field that is wrong. */
export function checkComplete({ form, plan }: Workflow, fields: Fields, alsoRequired: readonly string[]): void {
  const absent = absentIn(plan, fields);
  const wanted = [...new Set([...alsoRequired, ...wantedIn(plan, fields, absent)])];
  const missing = wanted.filter((field) => !absent.has(field) && isMissing(fields[field]));
  const problems = form.complete(fields).filter(({ path, code }) => code !== 'required' || !absent.has(path.slice(1)));
  const more = missing
    .map((field) => ({ path: `/${field}`, code: 'required' as const }))
    .filter(({ path }) => !problems.some((problem) => problem.path === path));
  refuseInvalid([...problems, ...more]);
}

/** @throws Halt `form.invalid` when a field that is there is wrong; what is missing may still come. */
export const checkDraft = ({ form }: Workflow, fields: Fields): void => refuseInvalid(form.draft(fields));

/** @throws Halt when what a `set` action made of the case's data does not fit its declaration. */
export function checkData({ data: check }: Workflow, data: Fields): void {
  const [wrong] = check.draft(data);
  if (wrong !== undefined) throw new Halt(refused('expression.failed', { params: { expression: 'set', reason: wrong.path } }));
}

function refuseInvalid(fields: ReturnType<Workflow['form']['draft']>): void {
  if (fields.length > 0) throw new Halt(refused('form.invalid', { fields }));
}

const isMissing = (value: Fields[string] | undefined): boolean => value === undefined || (Array.isArray(value) && value.length === 0);

/** Same content; the order of keys does not matter. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  const keys = Object.keys(one);
  return (
    Array.isArray(one) === Array.isArray(other) &&
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && isSame((one as Fields)[key], (other as Fields)[key]))
  );
}
