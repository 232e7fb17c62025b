import { ensureSyntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';
import { keysOf } from '#engine';

export type SyntaxNode = NonNullable<ReturnType<typeof ensureSyntaxTree>>['topNode'];

export interface Range {
  readonly from: number;
  readonly to: number;
}

/** In milliseconds: no source, however long, holds up the page for more. */
const longestReading = 2_000;

/** Where a place of the document stands in its text; what is not there is where it would be. */
export function rangeOf(state: EditorState, pointer: string): Range {
  let node: SyntaxNode | null = wholeTreeOf(state)?.topNode.firstChild ?? null;
  let range: Range = { from: 0, to: 0 };
  for (const key of keysOf(pointer)) {
    const next: { readonly value: SyntaxNode | null; readonly named: Range } | undefined =
      node === null ? undefined : memberOf(state, node, key);
    if (next === undefined) return range;
    // A node has its ends as getters, which a copy of it would not.
    range = { from: next.named.from, to: next.named.to };
    node = next.value;
  }
  return range;
}

/** The editor reads a long text bit by bit; what stands further down is looked for too. */
const wholeTreeOf = (state: EditorState) => ensureSyntaxTree(state, state.doc.length, longestReading);

function memberOf(state: EditorState, node: SyntaxNode, key: string): { value: SyntaxNode | null; named: Range } | undefined {
  if (node.name === 'Array') {
    const item = childrenOf(node).filter(isItem)[Number(key)];
    return item === undefined ? undefined : { value: item, named: item };
  }
  const property = childrenOf(node).find((child) => child.name === 'Property' && keyOf(state, child) === key);
  const name = property?.getChild('PropertyName');
  return property === undefined || !name ? undefined : { value: property.lastChild, named: name };
}

const isItem = ({ name }: SyntaxNode): boolean => !/^[[\],]$/.test(name);

function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) children.push(child);
  return children;
}

function keyOf(state: EditorState, property: SyntaxNode): string {
  const name = property.getChild('PropertyName');
  return name === null ? '' : state.sliceDoc(name.from + 1, name.to - 1);
}

/** The keys of the place where a node stands: of a value itself, or of the object around. */
export function keysAt(state: EditorState, node: SyntaxNode | null): string[] {
  const keys: string[] = [];
  for (let at = node; at !== null && at.parent !== null; at = at.parent) {
    const { parent } = at;
    if (parent.name === 'Array')
      keys.unshift(
        String(
          childrenOf(parent)
            .filter(isItem)
            .findIndex(({ from }) => from === at?.from),
        ),
      );
    else if (at.name === 'Property') keys.unshift(keyOf(state, at));
  }
  return keys;
}
