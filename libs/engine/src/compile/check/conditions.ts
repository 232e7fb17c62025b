import type { Definition } from '../../definition/definition.ts';
import { fieldsRead, ringsIn } from '../../form/plan.ts';
import { fieldPointer, type Problem, problem } from '../../problem.ts';

type Schema = Definition['form']['schema'];

/** Conditions on fields that could never be settled, or would say nothing. */
export function checkConditions({ form: { schema } }: Definition): Problem[] {
  const own = Object.keys(schema.properties).flatMap((field) => [...checkSelf(schema, field), ...checkWanted(schema, field)]);
  return [...own, ...ringsIn(schema).flatMap((ring) => checkRing(schema, ring))];
}

/** Of calculations alone it is said elsewhere. */
function checkRing({ properties }: Schema, ring: readonly string[]): Problem[] {
  const conditional = ring.find((name) => properties[name]?.['x-shown'] !== undefined);
  if (conditional === undefined) return [];
  return [problem('form.condition-circle', fieldPointer(conditional, 'x-shown'), { circle: [...ring, ...ring.slice(0, 1)].join(' → ') })];
}

const checkSelf = (schema: Schema, field: string): Problem[] =>
  (['x-shown', 'x-required'] as const)
    .filter((condition) => fieldsRead(schema.properties[field]?.[condition] ?? '').includes(field))
    .map((condition) => problem('form.condition-self', fieldPointer(field, condition), { field }));

function checkWanted({ properties, required = [] }: Schema, field: string): Problem[] {
  const { 'x-required': wanted, 'x-calc': calculation } = properties[field] ?? {};
  if (wanted === undefined) return [];
  const at = fieldPointer(field, 'x-required');
  if (calculation !== undefined) return [problem('form.condition-calculated', at, { field })];
  return required.includes(field) ? [problem('form.condition-required', at, { field })] : [];
}
