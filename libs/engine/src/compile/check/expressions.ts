import type { Children } from '../../definition/children.ts';
import type { Definition } from '../../definition/definition.ts';
import type { Action, Guard } from '../../definition/machine.ts';
import type { FactCatalogue, Given } from '../../expression/variables.ts';
import { pointerTo, problem } from '../../problem.ts';
import { isErrandEvent } from '../events.ts';
import { type Arrow, arrowsOf, type Place, type Tree } from '../tree.ts';
import { ExpressionPool, expectedOf } from './expression-pool.ts';

/** Visits every expression of a document and leaves it, checked and compiled, in a pool. */
export function checkExpressions(tree: Tree, definition: Definition, catalogue: FactCatalogue): ExpressionPool {
  const pool = new ExpressionPool(definition, catalogue);
  addForm(pool, definition);
  addFacts(pool, definition, catalogue);
  pool.addText(definition.summary, '/summary');
  definition.unique?.by.forEach((source, index) => pool.add(source, `/unique/by${pointerTo(index)}`, 'string'));
  if (definition.unique) pool.addText(definition.unique.message, '/unique/message');
  for (const [name, due] of Object.entries(definition.delays ?? {})) pool.addDue(due, `/delays${pointerTo(name)}`);
  const machine = new MachineExpressions(pool, definition);
  for (const place of tree.places) machine.addPlace(place);
  return pool;
}

function addForm(pool: ExpressionPool, { form }: Definition): void {
  const fields = form.schema.properties;
  for (const [name, field] of Object.entries(fields)) {
    const calculation = field['x-calc'];
    if (calculation === undefined) continue;
    const pointer = `/form/schema/properties${pointerTo(name)}/x-calc`;
    const read = pool.add(calculation, pointer, expectedOf(field));
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
    for (const [parameter, type] of Object.entries(source.parameters)) {
      const expression = fact.with[parameter] ?? '';
      pool.add(expression, `${pointer}/with${pointerTo(parameter)}`, type === 'double' ? 'number' : 'string');
    }
  }
}

class MachineExpressions {
  private readonly brought = new Map<string, Given>();

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
    const given = each === undefined ? undefined : this.pool.addList(each, `${pointer}/each`);
    if (each !== undefined && given === undefined) return;
    if (organisation !== undefined) this.pool.add(organisation, `${pointer}/organisation`, 'string', given);
    this.addAll(form, `${pointer}/form`, given);
  }

  private addAll(values: Readonly<Record<string, string>>, pointer: string, given?: Given): void {
    for (const [name, source] of Object.entries(values)) this.pool.add(source, `${pointer}${pointerTo(name)}`, 'any', given);
  }

  /** What an event brings with it. */
  private givenUnder(event: string, { errand }: Place): Given | undefined {
    const known = this.brought.get(event);
    if (known !== undefined) return known;
    const { signals = {} } = this.definition;
    if (Object.hasOwn(signals, event)) {
      const given: Given = { kind: 'signal', payload: signals[event]?.payload };
      this.brought.set(event, given);
      return given;
    }
    if (!isErrandEvent(event)) return undefined;
    if (errand?.of === 'children') return { kind: 'children', output: errand.children.output };
    return errand?.of === 'call' && event === 'callDone' ? { kind: 'result', result: errand.call.result } : undefined;
  }

  private addArrow({ source, transition, pointer, trigger, name }: Arrow): void {
    const given = trigger === 'on' ? this.givenUnder(name, source) : undefined;
    if (transition.guard) this.addGuard(transition.guard, `${pointer}/guard`, given);
    this.addActions(transition.actions, `${pointer}/actions`, given);
  }

  private addGuard(guard: Guard, pointer: string, given?: Given): void {
    if (guard.params.when !== undefined) this.pool.add(guard.params.when, `${pointer}/params/when`, 'bool', given);
    for (const [index, rule] of guard.params.all.entries()) {
      const at = `${pointer}/params/all${pointerTo(index)}`;
      this.pool.add(rule.when, `${at}/when`, 'bool', given);
      this.pool.addText(rule.message, `${at}/message`, given);
    }
  }

  private addActions(actions: Action | Action[] | undefined, pointer: string, given?: Given): void {
    for (const [index, action] of [actions ?? []].flat().entries()) {
      this.addAction(action, Array.isArray(actions) ? `${pointer}${pointerTo(index)}` : pointer, given);
    }
  }

  private addAction(action: Action, pointer: string, given?: Given): void {
    switch (action.type) {
      case 'notify':
        return this.pool.addText(action.params.message, `${pointer}/params/message`, given);
      case 'set':
        for (const [name, source] of Object.entries(action.params)) {
          this.addAssignment(name, source, `${pointer}/params${pointerTo(name)}`, given);
        }
        return;
      case 'signal':
        this.pool.add(action.params.instance, `${pointer}/params/instance`, 'string', given);
        this.addAll(action.params.payload ?? {}, `${pointer}/params/payload`, given);
    }
  }

  private addAssignment(name: string, source: string, pointer: string, given?: Given): void {
    const field = this.definition.data?.properties[name];
    if (field === undefined) this.pool.problems.push(problem('data.field-unknown', pointer, { field: name }));
    else this.pool.add(source, pointer, expectedOf(field), given);
  }
}
