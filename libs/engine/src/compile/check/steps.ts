import type { Definition } from '../../definition/definition.ts';
import { outcomesOf, settlementsOf } from '../../definition/outcomes.ts';
import type { Step } from '../../definition/step.ts';
import { type Problem, pointerTo, problem } from '../../problem.ts';
import { isErrandEvent } from '../events.ts';
import { targetPlaces } from '../reach.ts';
import { ancestry, arrowsOf, called, commonAncestor, isWithin, type Place, type Tree } from '../tree.ts';

export type StepPlace = Place & { readonly step: Step };

export const stepPlaces = (tree: Tree): StepPlace[] => tree.places.filter((place): place is StepPlace => place.step !== undefined);

/** What steps ask for that the rest of the document does not give, and events nobody can ever send. */
export function checkSteps(tree: Tree, definition: Definition): Problem[] {
  return [
    ...stepPlaces(tree).flatMap((place) => [
      ...checkOutcomes(place),
      ...checkFields(place, definition),
      ...checkSupplement(place, definition),
      ...checkReturns(tree, place),
      ...checkFractions(place),
    ]),
    ...checkEvents(tree, definition),
  ];
}

function checkOutcomes(place: StepPlace): Problem[] {
  const { step } = place;
  const pointer = `${place.pointer}/meta/step/decide`;
  const names = outcomesOf(step.decide).map(({ name }) => name);
  const duplicate = names.find((name, index) => names.indexOf(name) !== index);
  const answered = (name: string) =>
    ancestry(place).some(({ node }) => Object.hasOwn(node.on ?? {}, name)) || (name === 'return' && (step.return?.to ?? []).length > 0);
  return [
    ...(duplicate === undefined ? [] : [problem('outcome.duplicate', pointer, { outcome: duplicate })]),
    ...(outcomesOf(step.decide).some(({ kind }) => kind === 'pass') ? [] : [problem('outcome.without-pass', pointer)]),
    ...settlementsOf(step.decide)
      .filter(({ name }) => !answered(name))
      .map(({ title }) => problem('outcome.without-transition', pointer, { step: called([place]), outcome: title })),
    ...('skip' in step.whenNobody &&
    !settlementsOf(step.decide).some(({ name }) => 'skip' in step.whenNobody && name === step.whenNobody.skip)
      ? [problem('step.skip-unknown', `${place.pointer}/meta/step/whenNobody/skip`, { outcome: step.whenNobody.skip })]
      : []),
  ];
}

function checkFields({ step, pointer }: StepPlace, definition: Definition): Problem[] {
  const fields = definition.form.schema.properties;
  return Object.entries(step.fields ?? {}).flatMap(([field, access]) => {
    const at = `${pointer}/meta/step/fields${pointerTo(field)}`;
    if (field === '*') return [];
    if (!Object.hasOwn(fields, field)) return [problem('step.field-unknown', at, { field })];
    const isWritten = access === 'write' || access === 'required';
    return isWritten && fields[field]?.['x-calc'] !== undefined ? [problem('step.field-calculated', at, { field })] : [];
  });
}

function checkSupplement({ step, pointer }: StepPlace, definition: Definition): Problem[] {
  const fields = definition.form.schema.properties;
  return (step.supplement?.fields ?? []).flatMap((field, index) => {
    const at = `${pointer}/meta/step/supplement/fields${pointerTo(index)}`;
    if (!Object.hasOwn(fields, field)) return [problem('step.field-unknown', at, { field })];
    return fields[field]?.['x-calc'] === undefined ? [] : [problem('step.field-calculated', at, { field })];
  });
}

function checkReturns(tree: Tree, place: StepPlace): Problem[] {
  const rule = place.step.return;
  if (rule === undefined) return [];
  const pointer = `${place.pointer}/meta/step/return`;
  if (!outcomesOf(place.step.decide).some(({ name }) => name === 'return')) return [problem('return.outcome-missing', pointer)];
  const named = (rule.to ?? []).flatMap((path, index) => {
    const target = tree.byPath.get(path);
    return target?.step === undefined || target === place
      ? [problem('return.target-unknown', `${pointer}/to${pointerTo(index)}`, { target: path })]
      : [];
  });
  if (rule.reentry === 'restart') return named;
  const written = ancestry(place)
    .flatMap(arrowsOf)
    .filter((arrow) => arrow.trigger === 'on' && arrow.name === 'return')
    .flatMap((arrow) => targetPlaces(tree, arrow));
  const notSteps = written.filter((target) => target.step === undefined || isWithin(place, target));
  const crossing = written.filter((target) => commonAncestor(place, target)?.type === 'parallel');
  return [
    ...named,
    ...notSteps.map((target) => problem('return.target-not-step', pointer, { target: called([target]) })),
    ...crossing.map((target) => problem('return.target-across', pointer, { target: called([target]) })),
  ];
}

function checkFractions({ step, pointer }: StepPlace): Problem[] {
  if (step.decide.by !== 'vote') return [];
  const { pass, quorum } = step.decide;
  const fractions = ['atLeast' in pass ? pass.atLeast : pass.moreThan, ...(quorum === undefined ? [] : [quorum])];
  return fractions
    .filter((fraction) => {
      const [numerator = 0, denominator = 1] = fraction.split('/').map(Number);
      return numerator > denominator;
    })
    .map((fraction) => problem('policy.fraction', `${pointer}/meta/step/decide`, { fraction }));
}

function checkEvents(tree: Tree, definition: Definition): Problem[] {
  const signals = Object.keys(definition.signals ?? {});
  const everyOutcome = new Set(stepPlaces(tree).flatMap(({ step }) => outcomesOf(step.decide).map(({ name }) => name)));
  const taken = signals.filter((signal) => signal === 'withdraw' || isErrandEvent(signal) || everyOutcome.has(signal));
  const known = (place: Place, event: string) =>
    event === 'withdraw' ||
    isErrandEvent(event) ||
    signals.includes(event) ||
    stepPlaces(tree).some((step) => isWithin(step, place) && settlementsOf(step.step.decide).some(({ name }) => name === event));
  return [
    ...taken.map((signal) => problem('signal.name-taken', `/signals${pointerTo(signal)}`, { signal })),
    ...tree.places.flatMap((place) =>
      Object.keys(place.node.on ?? {})
        .filter((event) => !known(place, event))
        .map((event) => problem('event.unknown', `${place.pointer}/on${pointerTo(event)}`, { event })),
    ),
  ];
}
