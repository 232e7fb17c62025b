import type { FastifyRequest } from 'fastify';
import { type Refusal, RefusedError } from '#platform';

/** Levels of nesting a body may have: a definition's document may have 40, and stands in a body. */
const depthLimit = 44;

/**
 * Refuses what nothing behind could handle: bodies nested without end, and texts PostgreSQL cannot keep. Runs for every
 * route, before anything looks at the body.
 */
export function checkBody({ body, url }: FastifyRequest): void {
  const refusal = fault(body, 1) ?? (isStorable(decodeSafely(url)) ? undefined : textInvalid);
  if (refusal !== undefined) throw new RefusedError(refusal);
}

const textInvalid: Refusal = { kind: 'refused', code: 'request.text-invalid' };

function fault(value: unknown, depth: number): Refusal | undefined {
  if (typeof value === 'string') return isStorable(value) ? undefined : textInvalid;
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth > depthLimit) return { kind: 'refused', code: 'request.too-deep', params: { limit: depthLimit } };
  for (const [key, inner] of Object.entries(value)) {
    const found = faultOfName(key) ?? fault(inner, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Nest would leave these out without a word. */
const reserved = new Set(['__proto__', 'constructor', 'prototype']);

function faultOfName(name: string): Refusal | undefined {
  if (reserved.has(name)) return { kind: 'refused', code: 'request.name-reserved', params: { name } };
  return isStorable(name) ? undefined : textInvalid;
}

const isStorable = (text: string): boolean => !text.includes('\u0000') && text.isWellFormed();

function decodeSafely(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return '\u0000';
  }
}
