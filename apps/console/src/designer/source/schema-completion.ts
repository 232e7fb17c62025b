import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';
import { type EditorView, hoverTooltip, type Tooltip } from '@codemirror/view';
import { useDesigned } from '../document/designed.ts';
import { keysAt, type SyntaxNode } from './places.ts';
import { type MemberOffer, type Schema, Shapes } from './schema.ts';

/** What a member is called that an object has to have. */
interface Said {
  readonly required: string;
}

/** Members and values by the schema of a definition. */
export function schemaCompletion(schema: Schema, said: Said) {
  const shapes = new Shapes(schema);
  return ({ state, pos, explicit }: CompletionContext): CompletionResult | null => {
    const node = syntaxTree(state).resolveInner(pos, -1);
    const typed = { state, node, pos };
    if (isValue(node)) return explicit || node.name === 'String' ? valuesOf(shapes, typed) : null;
    return explicit || node.name === 'PropertyName' ? membersOf(shapes, typed, said) : null;
  };
}

/** Where something is being typed. */
interface Typed {
  readonly state: EditorState;
  readonly node: SyntaxNode;
  readonly pos: number;
}

function membersOf(shapes: Shapes, { state, node, pos }: Typed, said: Said): CompletionResult | null {
  const object = objectAround(node);
  if (object === null) return null;
  const named = node.name === 'PropertyName' ? node : undefined;
  const present = namesIn(state, object).filter((name) => named === undefined || name !== textOf(state, named));
  const isNew = named === undefined || isAlone(named);
  const options = shapes
    .membersAt(useDesigned.getState().document, keysAt(state, object), present)
    .map((offer) => memberOption(offer, isNew, said));
  return options.length === 0 ? null : { from: named?.from ?? pos, to: named?.to ?? pos, options };
}

/** Whether a member's name has no value yet. */
const isAlone = ({ nextSibling, parent }: SyntaxNode): boolean => nextSibling === null || parent?.getChild('⚠') !== null;

function valuesOf(shapes: Shapes, { state, node, pos }: Typed): CompletionResult | null {
  const values = shapes.valuesAt(useDesigned.getState().document, keysAt(state, node));
  if (values.length === 0) return null;
  const { from, to } = node.name === 'Property' ? { from: pos, to: pos } : node;
  return { from, to, options: values.map((value): Completion => ({ label: JSON.stringify(value) })) };
}

/** What the schema says of the member under the pointer. */
export const schemaHover = (schema: Schema) => {
  const shapes = new Shapes(schema);
  return hoverTooltip(({ state }: EditorView, pos: number): Tooltip | null => {
    const node = syntaxTree(state).resolveInner(pos, 1);
    if (node.name !== 'PropertyName') return null;
    const said = shapes.describeAt(useDesigned.getState().document, [...keysAt(state, objectAround(node)), textOf(state, node)]);
    if (said === undefined) return null;
    return {
      pos: node.from,
      end: node.to,
      create: () => {
        const dom = document.createElement('div');
        dom.textContent = said;
        return { dom };
      },
    };
  });
};

const textOf = (state: EditorState, { from, to }: SyntaxNode): string => state.sliceDoc(from, to).replace(/^"|"$/g, '');
const isValue = (node: SyntaxNode): boolean =>
  /^(String|True|False|Null|Number)$/.test(node.name) || (node.name === 'Property' && node.lastChild?.name !== 'PropertyName');

function objectAround(node: SyntaxNode): SyntaxNode | null {
  for (let at: SyntaxNode | null = node; at !== null; at = at.parent) if (at.name === 'Object') return at;
  return null;
}

const namesIn = (state: EditorState, object: SyntaxNode): readonly string[] =>
  object.getChildren('Property').flatMap((property) => {
    const name = property.getChild('PropertyName');
    return name === null ? [] : [textOf(state, name)];
  });

function memberOption({ name, isRequired, description, begin }: MemberOffer, isNew: boolean, { required }: Said): Completion {
  return {
    label: `"${name}"`,
    ...(isRequired && { detail: required }),
    ...(description !== undefined && { info: description }),
    boost: isRequired ? 1 : 0,
    apply: (view, _, from, to) => {
      const insert = isNew ? `"${name}": ${begin}` : `"${name}"`;
      const inside = isNew && /^(\{\}|\[\]|"")$/.test(begin) ? 1 : 0;
      view.dispatch({ changes: { from, to, insert }, selection: { anchor: from + insert.length - inside }, userEvent: 'input.complete' });
    },
  };
}
