import type { FormSchema, Line } from '../definition/form.ts';
import { operands, type Syntax } from './language.ts';

/** What an expression reads, and what in it is not allowed. */
export interface Reading {
  readonly facts: ReadonlySet<string>;
  readonly formFields: ReadonlySet<string>;
  readonly faults: readonly { readonly code: 'forbidden' | 'optional-field'; readonly what: string }[];
}

interface Shape {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly required?: readonly string[] | undefined;
}

const macros = new Set(['all', 'exists', 'exists_one', 'map', 'filter']);
/** `matches` backtracks; `bytes` and `cel.bind` have no use in a rule and widen what must be bounded. */
const forbiddenCalls = new Set(['matches', 'bytes', 'bind', 'dyn']);

/**
 * Walks an expression's syntax tree. Reading a field that the form does not require is a fault unless the expression
 * asks for it first, with `has(form.x)` or `form.?x`: otherwise a rule would fail on an empty field instead of judging it.
 */
export function inspect(root: Syntax, shapes: { form: FormSchema; data?: FormSchema | undefined }): Reading {
  const facts = new Set<string>();
  const formFields = new Set<string>();
  const faults: { code: 'forbidden' | 'optional-field'; what: string }[] = [];
  const asked = new Set<string>();
  const reads: string[] = [];

  const shapeOf = (node: Syntax, bound: ReadonlyMap<string, Line>): Shape | undefined => {
    if (node.op !== 'id') return undefined;
    if (node.args === 'form') return shapes.form;
    if (node.args === 'data') return shapes.data;
    return bound.get(node.args);
  };

  const lineOf = (node: Syntax): Line | undefined => {
    if (node.op !== '.' || node.args[0].op !== 'id' || node.args[0].args !== 'form') return undefined;
    const list = shapes.form.properties[node.args[1]];
    return list?.type === 'array' && list.items.type === 'object' ? list.items : undefined;
  };

  const readField = (of: Syntax, name: string, bound: ReadonlyMap<string, Line>, optional: boolean): void => {
    if (of.op !== 'id') return;
    if (of.args === 'facts') facts.add(name);
    if (of.args === 'form') formFields.add(name);
    const shape = shapeOf(of, bound);
    if (shape === undefined) return;
    const place = `${of.args}.${name}`;
    if (!Object.hasOwn(shape.properties, name)) {
      if (optional) faults.push({ code: 'forbidden', what: `${place} does not exist` });
    } else if (optional) asked.add(place);
    else if (!shape.required?.includes(name)) reads.push(place);
  };

  const readByIndex = (of: Syntax, index: Syntax, bound: ReadonlyMap<string, Line>, optional: boolean): void => {
    if (index.op === 'value' && typeof index.args === 'string') readField(of, index.args, bound, optional);
    else if (of.op === 'id' && (of.args === 'facts' || shapeOf(of, bound) !== undefined)) {
      faults.push({ code: 'forbidden', what: `${of.args}[…] with a calculated name` });
    }
  };

  const call = (name: string): void => {
    if (forbiddenCalls.has(name)) faults.push({ code: 'forbidden', what: `${name}()` });
  };

  const askFor = (node: Syntax | undefined): void => {
    if (node?.op === '.' && node.args[0].op === 'id') asked.add(`${node.args[0].args}.${node.args[1]}`);
  };

  const walkMacro = (node: Syntax & { op: 'rcall' }, bound: ReadonlyMap<string, Line>, depth: number): void => {
    const [name, list, args] = node.args;
    if (depth > 0) faults.push({ code: 'forbidden', what: `${name}() inside another list function` });
    walk(list, bound, depth);
    const [variable, ...bodies] = args;
    const line = lineOf(list);
    const inner = new Map(bound);
    if (variable?.op === 'id') {
      if (line) inner.set(variable.args, line);
      else inner.delete(variable.args);
    }
    for (const body of bodies) walk(body, inner, depth + 1);
  };

  const walk = (node: Syntax, bound: ReadonlyMap<string, Line>, depth: number): void => {
    if (node.op === '.' || node.op === '.?') readField(node.args[0], node.args[1], bound, node.op === '.?');
    if (node.op === '[]' || node.op === '[?]') readByIndex(node.args[0], node.args[1], bound, node.op === '[?]');
    if (node.op === 'call' || node.op === 'rcall') call(node.args[0]);
    if (node.op === 'call' && node.args[0] === 'has') askFor(node.args[1][0]);
    if (node.op === 'rcall' && macros.has(node.args[0])) walkMacro(node, bound, depth);
    else for (const operand of operands(node)) walk(operand, bound, depth);
  };

  walk(root, new Map(), 0);
  for (const place of new Set(reads)) if (!asked.has(place)) faults.push({ code: 'optional-field', what: place });
  return { facts, formFields, faults };
}
