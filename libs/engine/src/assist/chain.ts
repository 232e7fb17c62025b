import type { Token } from '../expression/tokens.ts';

const opening: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** The index of the bracket that opens what one closes. */
function openOf(tokens: readonly Token[], close: number): number {
  let depth = 0;
  for (let index = close; index >= 0; index -= 1) {
    const { kind, written } = tokens[index] ?? { kind: 'unknown', written: '' };
    if (kind !== 'bracket') continue;
    depth += written in opening ? 1 : -1;
    if (depth === 0) return index;
  }
  return -1;
}

/**
 * The index at which what is read begins that ends before a piece: of `1 + form.lines[0].a.`, that of `form`.
 * @returns `end` where nothing is read there
 */
export function chainStart(tokens: readonly Token[], end: number): number {
  let at = end;
  for (;;) {
    at = beforeBrackets(tokens, at);
    if (!['name', 'text'].includes(tokens[at - 1]?.kind ?? '')) return at;
    const dot = tokens[at - 2]?.written === '?' ? at - 3 : at - 2;
    if (tokens[dot]?.written !== '.') return at - 1;
    at = dot;
  }
}

/** The index behind what is called or indexed before a piece: of `a.b(1)[0]`, that of `(`. */
function beforeBrackets(tokens: readonly Token[], end: number): number {
  const { kind, written } = tokens[end - 1] ?? {};
  if (kind !== 'bracket' || written === undefined || !(written in opening)) return end;
  const open = openOf(tokens, end - 1);
  if (open < 0) return end;
  return isOperand(tokens[open - 1]) ? beforeBrackets(tokens, open) : open;
}

/** Whether something ends with it that can be compared, called or indexed. */
export const isOperand = (token: Token | undefined): boolean =>
  token !== undefined &&
  (token.kind === 'name' ||
    token.kind === 'text' ||
    token.kind === 'number' ||
    /^[)\]}]$/.test(token.written) ||
    /^(true|false|null)$/.test(token.written));

/** List functions that are open at a piece, from the outermost: the variable each binds, and the list it runs over. */
export function openLoops(
  tokens: readonly Token[],
  loops: ReadonlySet<string>,
): { readonly variable: string; readonly list: readonly Token[] }[] {
  const open: number[] = [];
  tokens.forEach(({ kind, written }, index) => {
    if (kind !== 'bracket') return;
    if (written in opening) open.pop();
    else open.push(index);
  });
  return open.flatMap((index) => {
    const [dot, name, , variable, comma] = tokens.slice(Math.max(0, index - 2), index + 3);
    const isLoop = index >= 2 && dot?.written === '.' && loops.has(name?.written ?? '');
    if (!isLoop || variable?.kind !== 'name' || comma?.written !== ',') return [];
    return [{ variable: variable.written, list: tokens.slice(chainStart(tokens, index - 2), index - 2) }];
  });
}
