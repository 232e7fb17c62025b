import { stepPlaces } from '../../compile/check/steps.ts';
import { ancestry, called, isWithin, type Place } from '../../compile/tree.ts';
import { alwaysThere } from '../../definition/form.ts';
import { outcomesOf } from '../../definition/outcomes.ts';
import { fieldPointer } from '../../problem.ts';
import { type Finding, finding } from '../finding.ts';
import { grouped } from '../grouped.ts';
import type { Inspection } from '../inspection.ts';

/** What a form requires can be filled in by the time it is asked for, and its fields can be told apart. */
export const checkForms = (inspection: Inspection): Finding[] => [
  ...checkRequired(inspection),
  ...checkTitles(inspection),
  ...checkOptions(inspection),
];

function checkRequired(inspection: Inspection): Finding[] {
  const { start, form } = inspection.definition;
  // Whoever else begins a case may have filled in anything.
  if (start.bySystem || start.asChild) return [];
  const required = alwaysThere(form.schema).filter((field) => form.schema.properties[field]?.['x-calc'] === undefined);
  const byWriters = grouped(required, (field) =>
    writersOf(inspection, field)
      .map(({ path }) => path)
      .join(),
  );
  return byWriters.flatMap((fields) => checkFields(inspection, fields));
}

/** The steps in which a field may be filled in. */
export function writersOf({ tree, workflow }: Inspection, field: string): Place[] {
  return stepPlaces(tree).filter(({ path, step }) => {
    const access = workflow.steps.get(path)?.accessOf(field);
    return access === 'write' || access === 'required' || step.supplement?.fields.includes(field) === true;
  });
}

/** Fields that the same steps may write: a step that wants the form complete before any of those has been open never passes. */
function checkFields(inspection: Inspection, fields: readonly string[]): Finding[] {
  const [field = ''] = fields;
  const writers = writersOf(inspection, field);
  const without = withoutAny(inspection, writers, (place) => onwardEmpty(inspection, place));
  const stuck = stepPlaces(inspection.tree).filter(
    (place) => without.empty.has(place) && !without.filled.has(place) && wantsAll(inspection, place),
  );
  return stuck.flatMap((place) =>
    fields.map((name) =>
      finding('field.never-written', `${place.pointer}/meta/step/fields`, {
        parameters: { field: name, step: called([place]) },
        counterExample: inspection.exampleOf(place),
      }),
    ),
  );
}

export const wantsAll = ({ workflow }: Inspection, { path }: Place): boolean => workflow.steps.get(path)?.mayWrite === true;

/** Where a case can be with the field still empty, and where with it filled in. */
export function withoutAny(
  inspection: Inspection,
  writers: readonly Place[],
  onward: (place: Place) => readonly Place[],
): { empty: ReadonlySet<Place>; filled: ReadonlySet<Place> } {
  const empty = new Set<Place>();
  const filled = new Set<Place>();
  const come = (place: Place, isFilled: boolean): void => void (isFilled || isBeside(place, writers) ? filled : empty).add(place);
  for (const place of inspection.firstPlaces) come(place, false);
  for (const place of empty) for (const next of onward(place)) come(next, false);
  for (const place of filled) for (const next of inspection.after(place)) filled.add(next);
  return { empty, filled };
}

/** Whether it is one of the writers, or shares a parallel state with one. */
function isBeside(place: Place, writers: readonly Place[]): boolean {
  const outermost = ancestry(place).findLast(({ type }) => type === 'parallel');
  return writers.some((writer) => writer === place || (outermost !== undefined && isWithin(writer, outermost)));
}

/** Where a case comes to from a place while the field is empty: a step that wants the whole form does not pass. */
function onwardEmpty(inspection: Inspection, place: Place): readonly Place[] {
  const { step } = place;
  if (step === undefined || !wantsAll(inspection, place)) return inspection.after(place);
  const passing = new Set(outcomesOf(step.decide).flatMap(({ name, kind }) => (kind === 'pass' ? [name] : [])));
  return inspection
    .waysAround(place)
    .filter(({ happening }) => happening?.kind !== 'decide' || !passing.has(happening.outcome))
    .flatMap(({ landings }) => landings.flatMap(({ leaves }) => leaves));
}

function checkTitles({ definition, tree }: Inspection): Finding[] {
  const fields = Object.entries(definition.form.schema.properties);
  const sameField = fields.flatMap(([field, { title }], index) => {
    const other = fields.slice(0, index).find(([, earlier]) => earlier.title === title)?.[0];
    const at = fieldPointer(field, 'title');
    return other === undefined ? [] : [finding('field.duplicate-title', at, { parameters: { field, other, title } })];
  });
  const steps = stepPlaces(tree);
  const sameStep = steps.flatMap((place, index) => {
    const { pointer, step } = place;
    const other = steps.slice(0, index).find((earlier) => earlier.step.title.zh === step.title.zh);
    const parameters = { step: called([place]), other: called(other === undefined ? [] : [other]), title: step.title.zh };
    return other === undefined ? [] : [finding('step.duplicate-title', `${pointer}/meta/step/title`, { parameters })];
  });
  return [...sameField, ...sameStep];
}

function checkOptions({ definition }: Inspection): Finding[] {
  return Object.entries(definition.form.schema.properties).flatMap(([field, schema]) => {
    const options = schema.type === 'string' ? (schema.oneOf ?? []).map((option) => option.const) : [];
    return options.flatMap((choice, index) =>
      options.indexOf(choice) < index
        ? [finding('field.duplicate-choice', fieldPointer(field, 'oneOf', index), { parameters: { field, choice } })]
        : [],
    );
  });
}
