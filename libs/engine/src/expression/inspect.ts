import type { Text } from '../definition/basics.ts';
import type { FormSchema, Line } from '../definition/form.ts';
import { operands, type Syntax } from './language.ts';

/** What an expression reads, and what in it is not allowed. */
export interface Reading {
  readonly facts: ReadonlySet<string>;
  readonly formFields: ReadonlySet<string>;
  readonly faults: readonly Misreading[];
}

type Misreading = { readonly from: number; readonly to: number } & (
  | { readonly code: 'forbidden'; readonly what: Required<Text> }
  | { readonly code: 'optional-field'; readonly what: string }
);

interface Shape {
  readonly properties: Readonly<Record<string, unknown>>;
  readonly required?: readonly string[] | undefined;
}

export const macros: ReadonlySet<string> = new Set(['all', 'exists', 'exists_one', 'map', 'filter']);
/** `matches` backtracks; `bytes` and `cel.bind` have no use in a rule and widen what must be bounded. */
const forbiddenCalls = new Set(['matches', 'bytes', 'bind', 'dyn']);

/**
 * Walks an expression's syntax tree. Reading a field that the form does not require is a fault unless the expression
 * asks for it first, with `has(form.x)` or `form.?x`: otherwise a rule would fail on an empty field instead of judging it.
 */
export function inspect(root: Syntax, shapes: Shapes): Reading {
  const inspection = new Inspection(shapes);
  inspection.walk(root, new Map(shapes.item ? [['item', shapes.item]] : []), 0);
  return inspection.reading();
}

interface Shapes {
  readonly form: FormSchema;
  readonly data?: FormSchema | undefined;
  readonly result?: FormSchema | undefined;
  readonly item?: Line | undefined;
  /** A line of `children.results`. */
  readonly childResult?: Line | undefined;
}

type Access = Syntax & { op: '.' | '.?' | '[]' | '[?]' };

/** The variables that list functions have bound around a place, with the shape of the lines they run over. */
type Bound = ReadonlyMap<string, Line>;

class Inspection {
  private readonly facts = new Set<string>();
  private readonly formFields = new Set<string>();
  private readonly faults: Misreading[] = [];
  private readonly asked = new Set<string>();
  private readonly reads = new Map<string, Syntax>();

  constructor(private readonly shapes: Shapes) {}

  reading(): Reading {
    const unasked = [...this.reads].filter(([place]) => !this.asked.has(place));
    const faults = [
      ...this.faults,
      ...unasked.map(([what, { start, end }]) => ({ code: 'optional-field', what, from: start, to: end }) as const),
    ];
    return { facts: this.facts, formFields: this.formFields, faults };
  }

  walk(node: Syntax, bound: Bound, depth: number): void {
    if (node.op === '.' || node.op === '.?') this.readField(node, node.args[1], bound, node.op === '.?');
    if (node.op === '[]' || node.op === '[?]') this.readByIndex(node, bound, node.op === '[?]');
    if (node.op === 'call' || node.op === 'rcall') this.call(node, node.args[0]);
    if (node.op === 'call' && node.args[0] === 'has') this.askFor(node.args[1][0]);
    if (node.op === 'rcall' && macros.has(node.args[0])) this.walkMacro(node, bound, depth);
    else for (const operand of operands(node)) this.walk(operand, bound, depth);
  }

  private walkMacro(node: Syntax & { op: 'rcall' }, bound: Bound, depth: number): void {
    const [name, list, args] = node.args;
    if (depth > 0) this.forbid({ zh: `${name}() 放在另一个列表函数里`, en: `${name}() inside another list function` }, node);
    this.walk(list, bound, depth);
    const [variable, ...bodies] = args;
    const line = this.lineOf(list);
    const inner = new Map(bound);
    if (variable?.op === 'id') {
      if (line) inner.set(variable.args, line);
      else inner.delete(variable.args);
    }
    for (const body of bodies) this.walk(body, inner, depth + 1);
  }

  private readField(node: Access, name: string, bound: Bound, optional: boolean): void {
    const [of] = node.args;
    if (of.op !== 'id') return;
    if (of.args === 'facts') this.facts.add(name);
    if (of.args === 'form') this.formFields.add(name);
    const shape = this.shapeOf(of, bound);
    if (shape === undefined) return;
    const place = `${of.args}.${name}`;
    if (!Object.hasOwn(shape.properties, name)) {
      if (optional) this.forbid({ zh: `${place} 并不存在`, en: `${place} does not exist` }, node);
    } else if (optional) this.asked.add(place);
    else if (!shape.required?.includes(name)) this.reads.set(place, this.reads.get(place) ?? node);
  }

  private readByIndex(node: Syntax & { op: '[]' | '[?]' }, bound: Bound, optional: boolean): void {
    const [of, index] = node.args;
    if (index.op === 'value' && typeof index.args === 'string') this.readField(node, index.args, bound, optional);
    else if (of.op === 'id' && (of.args === 'facts' || this.shapeOf(of, bound) !== undefined)) {
      this.forbid({ zh: `${of.args}[…] 用算出来的名称`, en: `${of.args}[…] with a calculated name` }, node);
    }
  }

  private call(node: Syntax, name: string): void {
    if (forbiddenCalls.has(name)) this.forbid({ zh: `${name}()`, en: `${name}()` }, node);
  }

  private askFor(node: Syntax | undefined): void {
    if (node?.op === '.' && node.args[0].op === 'id') this.asked.add(`${node.args[0].args}.${node.args[1]}`);
  }

  private shapeOf(node: Syntax, bound: Bound): Shape | undefined {
    if (node.op !== 'id') return undefined;
    if (node.args === 'form') return this.shapes.form;
    if (node.args === 'data') return this.shapes.data;
    if (node.args === 'result') return this.shapes.result;
    return bound.get(node.args);
  }

  private lineOf(node: Syntax): Line | undefined {
    if (node.op === '.' && node.args[0].op === 'id' && node.args[0].args === 'children') return this.shapes.childResult;
    return lineOf(node, this.shapes.form);
  }

  private forbid(what: Required<Text>, { start, end }: Syntax): void {
    this.faults.push({ code: 'forbidden', what, from: start, to: end });
  }
}

/** The lines of the table that an expression names, or has filtered. */
export function lineOf(node: Syntax, form: FormSchema): Line | undefined {
  if (node.op === 'rcall' && node.args[0] === 'filter') return lineOf(node.args[1], form);
  if (node.op !== '.' || node.args[0].op !== 'id' || node.args[0].args !== 'form') return undefined;
  const list = form.properties[node.args[1]];
  return list?.type === 'array' && list.items.type === 'object' ? list.items : undefined;
}
