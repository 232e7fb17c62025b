import { arrowsOf, buildTree } from '../compile/tree.ts';
import type { Guard } from '../definition/machine.ts';
import { valueAt } from '../edit/pointer.ts';
import { operands, parse, type Syntax } from '../expression/language.ts';
import type { FactType } from '../expression/variables.ts';
import { checkOf } from '../form/form-check.ts';
import { fieldsRead } from '../form/plan.ts';
import type { Fields, Instant, Json } from '../run/state.ts';
import type { CounterExample } from '../verify/counter-example.ts';
import type { Workflow } from '../workflow.ts';
import type { Facts } from './scene.ts';

/** What a case may be like, as far as guards ask for it. */
export interface Supposition {
  readonly form: Fields;
  readonly facts: Facts;
}

/** More cases than this are not tried: then the counter-example is played as far as it goes. */
const most = 64;

/**
 * The cases for which the guards of a counter-example may go one way or the other: each field and fact that they read, with the constants
 * they read beside it and what is next to those. The first supposes nothing.
 */
export function suppositions(workflow: Workflow, counter: CounterExample, at: Instant): readonly Supposition[] {
  const nodes = withConditions(workflow, guardsOf(workflow, counter).flatMap(sourcesOf)).flatMap((source) => within(parse(source).ast));
  const constants = nodes.flatMap((node) => (node.op === 'value' ? [node.args] : []));
  const asked = new Map<string, Asked>();
  for (const node of nodes) {
    const one = formAsked(workflow, node, constants) ?? factAsked(workflow, node, constants, at);
    if (one !== undefined) asked.set(one.key, one);
  }
  let found: Supposition[] = [{ form: {}, facts: {} }];
  for (const { answers, supposed } of asked.values()) {
    const next = found.flatMap((before) => [before, ...answers.map((answer) => supposed(before, answer))]);
    if (next.length > most) break;
    found = next;
  }
  return found;
}

/** Those that it says the way of, and those that it may be stuck before. */
function guardsOf({ definition }: Workflow, { moves, about }: CounterExample): Guard[] {
  const said = new Set(moves.flatMap(({ choices = [] }) => choices.map(({ guard }) => guard)));
  const tree = buildTree(definition.key, definition.machine);
  const places = about.flatMap((path) => tree.byPath.get(path) ?? []);
  const before = places.flatMap(arrowsOf).flatMap(({ transition }) => transition.guard ?? []);
  return [...[...said].map((pointer) => valueAt(definition, pointer) as Guard), ...before];
}

interface Asked {
  readonly key: string;
  readonly answers: readonly Json[];
  readonly supposed: (before: Supposition, answer: Json) => Supposition;
}

function sourcesOf({ params }: Guard): string[] {
  return [...(params.when === undefined ? [] : [params.when]), ...params.all.map(({ when }) => when)];
}

/** And the conditions on which the fields apply that are read, so that these may have a value. */
function withConditions({ definition: { form } }: Workflow, sources: readonly string[]): readonly string[] {
  const found = new Set(sources);
  for (const source of found) {
    for (const name of fieldsRead(source)) {
      const condition = form.schema.properties[name]?.['x-shown'];
      if (condition !== undefined) found.add(condition);
    }
  }
  return [...found];
}

const within = (node: Syntax): Syntax[] => [node, ...operands(node).flatMap(within)];

/** Of `form.amount`: values that the field takes. */
function formAsked({ definition: { form } }: Workflow, node: Syntax, constants: readonly unknown[]): Asked | undefined {
  const name = memberOf(node, 'form');
  const field = name === undefined ? undefined : form.schema.properties[name];
  if (name === undefined || field === undefined || field['x-calc'] !== undefined) return undefined;
  const { complete } = checkOf({ type: 'object', properties: { field } });
  const choices = field.type === 'string' ? (field.oneOf ?? []).map((choice) => choice.const) : [];
  const answers = [...choices, true, false, ...near(constants)].filter((value) => complete({ field: value }).length === 0);
  return { key: `form.${name}`, answers, supposed: (before, answer) => ({ ...before, form: { ...before.form, [name]: answer } }) };
}

/** Of `facts.school.province`: what the register may answer. */
function factAsked({ factTypes }: Workflow, node: Syntax, constants: readonly unknown[], at: Instant): Asked | undefined {
  if (node.op !== '.' && node.op !== '.?') return undefined;
  const [of, field] = node.args;
  const fact = memberOf(of, 'facts');
  const type = fact === undefined ? undefined : factTypes.get(fact)?.[field];
  if (fact === undefined || type === undefined) return undefined;
  return {
    key: `facts.${fact}.${field}`,
    answers: factAnswers(type, constants, at),
    supposed: ({ form, facts }, answer) => ({ form, facts: { ...facts, [fact]: { ...facts[fact], [field]: answer } } }),
  };
}

const year = 365 * 86_400_000;

function factAnswers(type: FactType, constants: readonly unknown[], at: Instant): readonly Json[] {
  const texts = constants.filter((constant) => typeof constant === 'string');
  switch (type) {
    case 'bool':
      return [true, false];
    case 'double':
      return near(constants).filter((value) => typeof value === 'number');
    case 'string':
      return texts;
    case 'list<string>':
      return [texts];
    case 'timestamp':
      return [-year, year].map((span) => new Date(Date.parse(at) + span).toISOString());
  }
}

/** Constants, and of numbers what is just below and above. */
const near = (constants: readonly unknown[]): Json[] => [
  ...new Set(
    constants.flatMap((constant): Json[] => {
      if (typeof constant === 'string') return [constant];
      return typeof constant === 'number' || typeof constant === 'bigint'
        ? [Number(constant), Number(constant) + 1, Number(constant) - 1]
        : [];
    }),
  ),
];

function memberOf(node: Syntax, variable: string): string | undefined {
  if (node.op !== '.' && node.op !== '.?') return undefined;
  const [of, name] = node.args;
  return of.op === 'id' && of.args === variable ? name : undefined;
}
