import { RE2JS } from 're2js';
import type { Definition } from '../../definition/definition.ts';
import type { SchemaNode } from '../../definition/form.ts';
import { type Problem, pointerTo, problem } from '../../problem.ts';
import type { Tree } from '../tree.ts';

/** Schemas that name fields they do not have, or patterns that cannot be matched in linear time. */
export function checkForms(tree: Tree, definition: Definition): Problem[] {
  const payloads = Object.entries(definition.signals ?? {}).flatMap(([name, { payload }]) =>
    payload ? checkSchema(payload, `/signals${pointerTo(name)}/payload`) : [],
  );
  return [
    ...checkSchema(definition.form.schema, '/form/schema'),
    ...(definition.data ? checkSchema(definition.data, '/data') : []),
    ...payloads,
    ...checkUnique(tree, definition),
    ...checkWithdrawal(tree, definition),
  ];
}

function checkSchema(schema: SchemaNode, pointer: string): Problem[] {
  const visit = (field: SchemaNode, at: string): Problem[] => [
    ...(field.pattern !== undefined && !isLinear(field.pattern)
      ? [problem('form.pattern', `${at}/pattern`, { pattern: field.pattern })]
      : []),
    ...(field.required ?? []).flatMap((name, index) =>
      Object.hasOwn(field.properties ?? {}, name)
        ? []
        : [problem('form.required-unknown', `${at}/required${pointerTo(index)}`, { field: name })],
    ),
    ...Object.entries(field.properties ?? {}).flatMap(([name, inner]) => visit(inner, `${at}/properties${pointerTo(name)}`)),
    ...(field.items ? visit(field.items, `${at}/items`) : []),
  ];
  return visit(schema, pointer);
}

function isLinear(pattern: string): boolean {
  try {
    RE2JS.compile(pattern);
    return true;
  } catch {
    return false;
  }
}

function checkWithdrawal(tree: Tree, { withdraw }: Definition): Problem[] {
  return (withdraw?.until ?? []).flatMap((state, index) =>
    tree.byPath.has(state) ? [] : [problem('withdraw.state-unknown', `/withdraw/until${pointerTo(index)}`, { state })],
  );
}

function checkUnique(tree: Tree, { unique }: Definition): Problem[] {
  return (unique?.releasedBy ?? []).flatMap((state, index) => {
    const place = tree.root.children.find((child) => child.key === state);
    return place?.type === 'final' || state === 'terminated'
      ? []
      : [problem('unique.state-unknown', `/unique/releasedBy${pointerTo(index)}`, { state })];
  });
}
