import { stepPlaces } from '../../compile/check/steps.ts';
import { called, type Place } from '../../compile/tree.ts';
import type { Guard } from '../../definition/machine.ts';
import { fieldsRead } from '../../form/plan.ts';
import { fieldPointer } from '../../problem.ts';
import { type Finding, finding } from '../finding.ts';
import type { Inspection } from '../inspection.ts';
import { wantsAll, withoutAny, writersOf } from './forms.ts';

/** What a field's conditions say is not settled beforehand, and what they want can be filled in by the time it is asked for. */
export const checkConditions = (inspection: Inspection): Finding[] =>
  Object.keys(inspection.definition.form.schema.properties).flatMap((field) => [
    ...checkMeaning(inspection, field),
    ...checkWanted(inspection, field),
  ]);

function checkMeaning({ definition, conditions }: Inspection, field: string): Finding[] {
  const { 'x-shown': shown, 'x-required': wanted } = definition.form.schema.properties[field] ?? {};
  const guardOf = (source: string): Guard => ({ type: 'rules', params: { when: source, all: [] } });
  const isAlways = (source: string | undefined): boolean => source !== undefined && conditions.always(guardOf(source));
  const isNever = (source: string | undefined): boolean => source !== undefined && conditions.never(guardOf(source));
  const found = (code: 'field.never-applies' | 'field.condition-idle', condition: string) =>
    finding(code, fieldPointer(field, condition), { parameters: { field } });
  return [
    ...(isNever(shown) ? [found('field.never-applies', 'x-shown')] : []),
    ...(isAlways(shown) ? [found('field.condition-idle', 'x-shown')] : []),
    ...(isAlways(wanted) || isNever(wanted) ? [found('field.condition-idle', 'x-required')] : []),
  ];
}

/** Only where all that its conditions read may have been filled in: before that they need not hold. */
function checkWanted(inspection: Inspection, field: string): Finding[] {
  const { start, form } = inspection.definition;
  const { 'x-shown': shown, 'x-required': wanted, 'x-calc': calculation } = form.schema.properties[field] ?? {};
  const isRequired = shown !== undefined && form.schema.required?.includes(field) === true;
  // Whoever else begins a case may have filled in anything.
  if (start.bySystem || start.asChild || calculation !== undefined || (wanted === undefined && !isRequired)) return [];
  const sources = [shown, wanted].flatMap((source) => source ?? []);
  const { empty, filled } = possibilities(inspection, field);
  const stuck = stepPlaces(inspection.tree).find(
    (place) =>
      empty.has(place) &&
      !filled.has(place) &&
      wantsAll(inspection, place) &&
      sources.every((source) => mayHold(inspection, source, place)),
  );
  if (stuck === undefined) return [];
  const at = fieldPointer(field, wanted === undefined ? 'x-shown' : 'x-required');
  return [
    finding('field.wanted-unwritten', at, {
      parameters: { field, step: called([stuck]) },
      counterExample: inspection.exampleOf(stuck),
    }),
  ];
}

/** Where a case can be with a field empty, and where with it filled in, whatever is wanted on the way. */
const possibilities = (inspection: Inspection, field: string) =>
  withoutAny(inspection, writersOf(inspection, field), (place) => inspection.after(place));

function mayHold(inspection: Inspection, source: string, place: Place): boolean {
  const { schema } = inspection.definition.form;
  return fieldsRead(source).every((name) => {
    const calculation = schema.properties[name]?.['x-calc'];
    return calculation === undefined ? possibilities(inspection, name).filled.has(place) : mayHold(inspection, calculation, place);
  });
}
