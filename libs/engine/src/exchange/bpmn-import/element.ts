/** An element of BPMN as bpmn-moddle parses it: its attributes and what it holds, by name. */
export interface BpmnElement {
  readonly $type: string;
  readonly $attrs?: Readonly<Record<string, unknown>>;
  readonly [name: string]: unknown;
}

/** What bpmn-moddle makes of a file, or what it says against it. */
export type ParsedBpmn =
  | { readonly rootElement: BpmnElement; readonly warnings: readonly BpmnWarning[] }
  | { readonly failed: string; readonly warnings: readonly BpmnWarning[] };

export interface BpmnWarning {
  readonly message: string;
  readonly element?: BpmnElement;
  readonly property?: string;
  readonly value?: unknown;
}

/** What is said of elements: what the file calls them, without what no name may have. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

const isElement = (value: unknown): value is BpmnElement =>
  typeof value === 'object' && value !== null && '$type' in value && typeof value.$type === 'string';

/** The type without the namespace: `UserTask`, `formField`. */
export const typeOf = ({ $type }: BpmnElement): string => $type.slice($type.indexOf(':') + 1);

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';

/** One line without control characters, so long at the most. */
export function lineOf(value: unknown, longest = 200): string {
  const text = textOf(value);
  const line = text.replace(/[\p{Cc}\s]+/gu, ' ').trim();
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}

export const own = (element: BpmnElement, name: string): unknown => (name in element ? element[name] : undefined);

export function inside(element: BpmnElement | undefined, name: string): BpmnElement | undefined {
  const value = element && own(element, name);
  return isElement(value) ? value : undefined;
}

export function listOf(element: BpmnElement | undefined, name: string): BpmnElement[] {
  const value = element && own(element, name);
  return Array.isArray(value) ? value.filter(isElement) : [];
}

export const namedAs = (element: BpmnElement): Named => ({ id: lineOf(own(element, 'id'), 120), name: lineOf(own(element, 'name')) });

/** An attribute of an extension, whatever prefix the file gives its namespace. */
export function extensionAttribute({ $attrs = {} }: BpmnElement, name: string): string {
  const found = Object.entries($attrs).find(([key]) => key.slice(key.indexOf(':') + 1) === name);
  return lineOf(found?.[1], 500);
}

/** Elements in its `extensionElements`, whatever they are. */
export const extensionsOf = (element: BpmnElement): BpmnElement[] => listOf(inside(element, 'extensionElements'), 'values');

export const childrenOf = (element: BpmnElement): BpmnElement[] => listOf(element, '$children');

/** An attribute of an element that no schema describes. */
export const attributeOf = (element: BpmnElement, name: string): string => lineOf(own(element, name), 500);

export const documentationOf = (element: BpmnElement): string =>
  listOf(element, 'documentation')
    .map((one) => textOf(own(one, 'text')))
    .join('\n')
    .split('\n')
    .map((line) => lineOf(line, 500))
    .join('\n')
    .trim()
    .slice(0, 2000);

/** What an expression says; empty without one. */
export const bodyOf = (expression: BpmnElement | undefined): string => lineOf(expression && own(expression, 'body'), 1000);
