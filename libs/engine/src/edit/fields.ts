import type { Definition } from '../definition/definition.ts';
import type { FormField } from '../definition/form.ts';
import type { StateNode } from '../definition/machine.ts';
import type { Step } from '../definition/step.ts';
import { fieldPointer } from '../problem.ts';
import { withField, withMoves } from './examples.ts';
import { renamedReads, withExpressions } from './expressions.ts';
import { renamedKey, valueAt, withValue } from './pointer.ts';

const fieldsAt = '/form/schema/properties';
const orderAt = '/form/ui/ui:order';

/** The fields of a form in the order they are shown in. */
export function fieldNames({ form: { schema, ui } }: Definition): string[] {
  const order = (ui?.['ui:order'] as readonly string[] | undefined) ?? [];
  const names = Object.keys(schema.properties);
  return [...order.filter((name) => names.includes(name)), ...names.filter((name) => !order.includes(name))];
}

/** Adds a field below the others, under a name of its own. */
export function addField(definition: Definition, field: FormField): { readonly definition: Definition; readonly name: string } {
  const taken = fieldNames(definition);
  let number = 1;
  while (taken.includes(`field${number}`)) number += 1;
  const name = `field${number}`;
  const added = withValue(definition, fieldPointer(name), field);
  return { definition: withValue(added, orderAt, [...taken, name]), name };
}

/** Puts a field further up or down on the form. */
export function moveField(definition: Definition, name: string, by: -1 | 1): Definition {
  const names = fieldNames(definition);
  const at = names.indexOf(name);
  const other = names[at + by];
  if (at < 0 || other === undefined) return definition;
  const swapped = names.map((each) => (each === name ? other : each === other ? name : each));
  return withValue(definition, orderAt, swapped);
}

/** Takes a field away, and what steps say of it. Expressions that read it are left to be mended. */
export function removeField(definition: Definition, name: string): Definition {
  const order = fieldNames(definition).filter((each) => each !== name);
  const without = withValue(withValue(definition, fieldPointer(name), undefined), orderAt, order);
  const required = (without.form.schema.required ?? []).filter((each) => each !== name);
  const unrequired = without.form.schema.required === undefined ? without : withValue(without, '/form/schema/required', required);
  return { ...unrequired, machine: withSteps(unrequired.machine, (step) => stepWithout(step, name)) };
}

/** Gives a field another name; every expression, permission and list that names it follows. The same definition where the name is taken. */
export function renameField(definition: Definition, from: string, to: string): Definition {
  const names = fieldNames(definition);
  if (!names.includes(from) || names.includes(to)) return definition;
  const read = withExpressions(definition, (source) => renamedReads(source, 'form', from, to));
  const properties = renamedKey(read.form.schema.properties, from, to);
  const named = withValue(
    withValue(read, fieldsAt, properties),
    orderAt,
    names.map((name) => (name === from ? to : name)),
  );
  const required = named.form.schema.required?.map((name) => (name === from ? to : name));
  const done = required === undefined ? named : withValue(named, '/form/schema/required', required);
  const laidOut = withValue(done, `/form/ui/${to}`, valueAt(done, `/form/ui/${from}`));
  const stepped = { ...laidOut, machine: withSteps(laidOut.machine, (step) => stepRenamed(step, from, to)) };
  return withMoves(withValue(stepped, `/form/ui/${from}`, undefined), (move) => withField(move, from, to));
}

function withSteps(node: StateNode, change: (step: Step) => Step): StateNode {
  const states = node.states && Object.fromEntries(Object.entries(node.states).map(([key, inner]) => [key, withSteps(inner, change)]));
  const step = node.meta?.step;
  return { ...node, ...(step && { meta: { ...node.meta, step: change(step) } }), ...(states && { states }) };
}

function stepRenamed(step: Step, from: string, to: string): Step {
  const { fields, supplement, meeting } = step;
  return {
    ...step,
    ...(fields && { fields: renamedKey(fields, from, to) }),
    ...(supplement && { supplement: { ...supplement, fields: supplement.fields.map((name) => (name === from ? to : name)) } }),
    ...(meeting?.number === from && { meeting: { ...meeting, number: to } }),
  };
}

function stepWithout(step: Step, name: string): Step {
  const trimmed = withValue(step, `/fields/${name}`, undefined);
  const without =
    step.fields === undefined || Object.keys(trimmed.fields ?? {}).length === 0 ? withValue(trimmed, '/fields', undefined) : trimmed;
  const supplemented = without.supplement?.fields.filter((field) => field !== name);
  const left =
    supplemented === undefined
      ? without
      : withValue(
          without,
          supplemented.length === 0 ? '/supplement' : '/supplement/fields',
          supplemented.length === 0 ? undefined : supplemented,
        );
  return valueAt(left, '/meeting/number') === name ? withValue(left, '/meeting/number', undefined) : left;
}
