import type { Definition } from '#engine';

type Members = Readonly<Record<string, unknown>>;
const isMembers = (value: unknown): value is Members => typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): boolean => isMembers(value) && typeof value['zh'] === 'string';
const isNone = (value: unknown): boolean => value === undefined;

/**
 * Whether a document has enough of the form of a definition to be drawn and edited in panels; what else is wrong with it is a finding.
 * Anything else is edited as its source.
 */
export function isDrawable(document: unknown): document is Definition {
  if (!isMembers(document)) return false;
  const { key, title, start, summary, form, machine, basis } = document;
  const isHeaded = typeof key === 'string' && isText(title) && isText(summary) && Array.isArray(basis);
  const mayStart = isMembers(start) && Array.isArray(start['posts']);
  return isHeaded && mayStart && isForm(form) && isState(machine);
}

function isForm(form: unknown): boolean {
  const schema = isMembers(form) ? form['schema'] : undefined;
  const properties = isMembers(schema) ? schema['properties'] : undefined;
  return isMembers(properties) && Object.values(properties).every((field) => isMembers(field) && typeof field['title'] === 'string');
}

function isState(node: unknown): boolean {
  if (!isMembers(node)) return false;
  const { states, on, after, meta } = node;
  const areWays = [on, after].every((ways) => isNone(ways) || isMembers(ways));
  const isSaid = isNone(meta) || (isMembers(meta) && (isNone(meta['title']) || isText(meta['title'])) && isStep(meta['step']));
  return areWays && isSaid && (isNone(states) || (isMembers(states) && Object.values(states).every(isState)));
}

function isStep(step: unknown): boolean {
  if (isNone(step)) return true;
  if (!isMembers(step) || !isMembers(step['decide'])) return false;
  const { by, outcomes } = step['decide'];
  const isDecided = by === 'vote' || Array.isArray(outcomes);
  return isText(step['title']) && Array.isArray(step['assignees']) && isMembers(step['whenNobody']) && isDecided;
}
