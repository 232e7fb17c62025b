import { type BpmnRefusal, bpmnLimits, refusedFile } from './refusal.ts';

/** What begins at a `<` and is no element, and where it ends. */
const apart = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;

/**
 * Looks over the text of a file before any parser does: its size, how much is in it and how deep, and that it defines no
 * entities, which is how a small file becomes a large one, or reads another.
 */
export function checkBpmnFile(text: string): BpmnRefusal | undefined {
  if (text.length > bpmnLimits.characters) return refusedFile('bpmn.too-large', { limit: bpmnLimits.characters / 1024 / 1024 });
  const seen = { depth: 0, elements: 0 };
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at)) {
    const between = apart.find(([begin]) => text.startsWith(begin, at));
    const end = between === undefined ? endOfTag(text, at) : endAfter(text, between[1], at);
    if (end < 0) return refusedFile('bpmn.not-xml');
    const refusal = between === undefined ? count(text.slice(at, end), seen) : undefined;
    if (refusal !== undefined) return refusal;
    at = end;
  }
  return seen.elements === 0 || seen.depth !== 0 ? refusedFile('bpmn.not-xml') : undefined;
}

function count(tag: string, seen: { depth: number; elements: number }): BpmnRefusal | undefined {
  if (tag.startsWith('<!')) return refusedFile('bpmn.doctype');
  if (tag.startsWith('</')) seen.depth -= 1;
  else seen.elements += 1;
  if (!tag.startsWith('</') && !tag.endsWith('/>')) seen.depth += 1;
  if (seen.depth > bpmnLimits.depth) return refusedFile('bpmn.too-deep', { limit: bpmnLimits.depth });
  return seen.elements > bpmnLimits.elements ? refusedFile('bpmn.too-many-elements', { limit: bpmnLimits.elements }) : undefined;
}

function endAfter(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? -1 : found + mark.length;
}

/** After the `>` of a tag; one within quotes is part of a value. */
function endOfTag(text: string, from: number): number {
  let quote = '';
  for (let at = from + 1; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return at + 1;
  }
  return -1;
}
