import type { Children } from '../../definition/children.ts';
import type { Definition } from '../../definition/definition.ts';
import type { Action, Guard } from '../../definition/machine.ts';
import type { FactCatalogue } from '../../expression/variables.ts';
import { fieldPointer, pointerTo, problem } from '../../problem.ts';
import { type Arrow, arrowsOf, type Place, type Tree } from '../tree.ts';
import { ExpressionPool } from './expression-pool.ts';

/** Visits every expression of a document and leaves it, checked and compiled, in a pool. */
export function checkExpressions(tree: Tree, definition: Definition, catalogue: FactCatalogue): ExpressionPool {
  const pool = new ExpressionPool(definition, catalogue);
  addForm(pool, definition);
  addFacts(pool, definition, catalogue);
  pool.addText(definition.summary, '/summary');
  definition.unique?.by.forEach((source, index) => pool.add(source, `/unique/by${pointerTo(index)}`));
  if (definition.unique) pool.addText(definition.unique.message, '/unique/message');
  for (const [name, due] of Object.entries(definition.delays ?? {})) pool.addDue(due, `/delays${pointerTo(name)}`);
  const machine = new MachineExpressions(pool, definition);
  for (const place of tree.places) machine.addPlace(place);
  return pool;
}

function addForm(pool: ExpressionPool, { form }: Definition): void {
  const fields = form.schema.properties;
  for (const [name, field] of Object.entries(fields)) {
    for (const condition of ['x-shown', 'x-required'] as const) {
      const source = field[condition];
      if (source !== undefined) pool.add(source, fieldPointer(name, condition));
    }
    const { 'x-calc': calculation } = field;
    if (calculation === undefined) continue;
    const pointer = fieldPointer(name, 'x-calc');
    const read = pool.add(calculation, pointer);
    const other = [...(read ?? [])].find((field) => fields[field]?.['x-calc'] !== undefined);
    if (other !== undefined) pool.problems.push(problem('form.calculation', pointer, { field: name, other }));
  }
}

function addFacts(pool: ExpressionPool, { facts = {} }: Definition, catalogue: FactCatalogue): void {
  for (const [name, fact] of Object.entries(facts)) {
    const pointer = `/facts${pointerTo(name)}`;
    const source = catalogue[fact.source];
    if (source === undefined) {
      const known = Object.keys(catalogue).sort().join(', ');
      pool.problems.push(problem('fact.source-unknown', `${pointer}/source`, { source: fact.source, known }));
      continue;
    }
    const expected = Object.keys(source.parameters).sort().join(', ');
    const actual = Object.keys(fact.with).sort().join(', ');
    if (expected !== actual) {
      pool.problems.push(problem('fact.parameter', `${pointer}/with`, { source: fact.source, expected, actual }));
      continue;
    }
    for (const parameter of Object.keys(source.parameters)) pool.add(fact.with[parameter] ?? '', `${pointer}/with${pointerTo(parameter)}`);
  }
}

class MachineExpressions {
  constructor(
    private readonly pool: ExpressionPool,
    private readonly definition: Definition,
  ) {}

  addPlace(place: Place): void {
    const { node, step, pointer } = place;
    if (step?.due !== undefined) this.pool.addDue(step.due, `${pointer}/meta/step/due`);
    this.addActions(node.entry, `${pointer}/entry`);
    this.addActions(node.exit, `${pointer}/exit`);
    this.addAll(node.output ?? {}, `${pointer}/output`);
    this.addErrand(place);
    for (const arrow of arrowsOf(place)) this.addArrow(arrow);
  }

  private addErrand({ errand, pointer }: Place): void {
    if (errand?.of === 'children') this.addChildren(errand.children, `${pointer}/meta/children`);
    if (errand?.of === 'call') this.addAll(errand.call.body, `${pointer}/meta/call/body`);
  }

  private addChildren({ each, organisation, form }: Children, pointer: string): void {
    // Without the list, what its items are is not known either.
    if (each !== undefined && this.pool.add(each, `${pointer}/each`) === undefined) return;
    if (organisation !== undefined) this.pool.add(organisation, `${pointer}/organisation`);
    this.addAll(form, `${pointer}/form`);
  }

  private addAll(values: Readonly<Record<string, string>>, pointer: string): void {
    for (const [name, source] of Object.entries(values)) this.pool.add(source, `${pointer}${pointerTo(name)}`);
  }

  private addArrow({ transition, pointer }: Arrow): void {
    if (transition.guard) this.addGuard(transition.guard, `${pointer}/guard`);
    this.addActions(transition.actions, `${pointer}/actions`);
  }

  private addGuard(guard: Guard, pointer: string): void {
    if (guard.params.when !== undefined) this.pool.add(guard.params.when, `${pointer}/params/when`);
    for (const [index, rule] of guard.params.all.entries()) {
      const at = `${pointer}/params/all${pointerTo(index)}`;
      this.pool.add(rule.when, `${at}/when`);
      this.pool.addText(rule.message, `${at}/message`);
    }
  }

  private addActions(actions: Action | Action[] | undefined, pointer: string): void {
    for (const [index, action] of [actions ?? []].flat().entries()) {
      this.addAction(action, Array.isArray(actions) ? `${pointer}${pointerTo(index)}` : pointer);
    }
  }

  private addAction(action: Action, pointer: string): void {
    switch (action.type) {
      case 'notify':
        return this.pool.addText(action.params.message, `${pointer}/params/message`);
      case 'set':
        for (const [name, source] of Object.entries(action.params)) {
          this.addAssignment(name, source, `${pointer}/params${pointerTo(name)}`);
        }
        return;
      case 'signal':
        this.pool.add(action.params.instance, `${pointer}/params/instance`);
        this.addAll(action.params.payload ?? {}, `${pointer}/params/payload`);
    }
  }

  private addAssignment(name: string, source: string, pointer: string): void {
    if (this.definition.data?.properties[name] !== undefined) this.pool.add(source, pointer);
    else this.pool.problems.push(problem('data.field-unknown', pointer, { field: name }));
  }
}
