/** A piece of an expression as it is written, for whoever shows or completes it; the grammar is the parser's. */
export interface Token {
  readonly kind: 'name' | 'word' | 'number' | 'text' | 'operator' | 'bracket' | 'comment' | 'unknown';
  readonly from: number;
  readonly to: number;
  readonly written: string;
}

const words = new Set(['true', 'false', 'null', 'in']);
const pieces = [
  ['comment', String.raw`//[^\n]*`],
  // A text that is still being typed ends with what there is.
  [
    'text',
    String.raw`[rRbB]{0,2}(?:"""(?:[^\\]|\\[^])*?(?:"""|$)|'''(?:[^\\]|\\[^])*?(?:'''|$)|"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?)`,
  ],
  ['number', String.raw`0[xX][0-9a-fA-F]+[uU]?|(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?[uU]?`],
  ['name', String.raw`[A-Za-z_][A-Za-z0-9_]*`],
  ['operator', String.raw`&&|\|\||[=!<>]=|[-+*/%<>!?:.,]`],
  ['bracket', String.raw`[()[\]{}]`],
  ['unknown', String.raw`[^\s]`],
] as const;
const piece = new RegExp(pieces.map(([kind, pattern]) => `(?<${kind}>${pattern})`).join('|'), 'g');

/** The pieces of an expression, complete or not, without the spaces between them. */
export function tokensOf(source: string): Token[] {
  return [...source.matchAll(piece)].map((match) => {
    const [written] = match;
    const kind = pieces.find(([name]) => match.groups?.[name] !== undefined)?.[0] ?? 'unknown';
    return { kind: kind === 'name' && words.has(written) ? 'word' : kind, from: match.index, to: match.index + written.length, written };
  });
}
