import { macros } from '../expression/inspect.ts';
import { operands, type Syntax, syntaxOf } from '../expression/language.ts';
import type { Member, Scope } from '../expression/variables.ts';

/** Something an expression reads: its names from the variable on, and what it is. */
export interface Read {
  readonly path: readonly string[];
  readonly member: Member;
}

/** What an expression reads, each once, in the order it is written. @throws ParseError */
export function readsOf(source: string, scope: Scope): readonly Read[] {
  const found = new Map<string, Read>();
  const walk = (node: Syntax, bound: ReadonlySet<string>): void => {
    const read = readAt(node, bound, scope);
    if (read !== undefined) found.set(read.path.join('.'), read);
    else if (node.op === 'rcall' && macros.has(node.args[0])) {
      const [, list, [variable, ...bodies]] = node.args;
      walk(list, bound);
      const inner = variable?.op === 'id' ? new Set([...bound, variable.args]) : bound;
      for (const body of bodies) walk(body, inner);
    } else for (const operand of operands(node)) walk(operand, bound);
  };
  walk(syntaxOf(source), new Set());
  return [...found.values()];
}

/** The innermost of what can be read by name here: `form.a`, `facts.school.type`, `now`. */
function readAt(node: Syntax, bound: ReadonlySet<string>, scope: Scope): Read | undefined {
  const path = pathOf(node);
  const [first = ''] = path ?? [];
  if (path === undefined || bound.has(first)) return undefined;
  let member = scope.variables.find(({ name }) => name === first);
  for (const name of path.slice(1)) member = scope.members.get(member?.type ?? '')?.find((each) => each.name === name);
  return member === undefined || member.type.startsWith('$') ? undefined : { path, member };
}

function pathOf(node: Syntax): readonly string[] | undefined {
  switch (node.op) {
    case 'id':
      return [node.args];
    case '.':
    case '.?':
      return below(node.args[0], node.args[1]);
    case '[]':
    case '[?]': {
      const [of, index] = node.args;
      return index.op === 'value' && typeof index.args === 'string' ? below(of, index.args) : undefined;
    }
    default:
      return undefined;
  }
}

function below(owner: Syntax, name: string): readonly string[] | undefined {
  const path = pathOf(owner);
  return path === undefined ? undefined : [...path, name];
}
