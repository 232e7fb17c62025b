/**
 * Why something was not done, for the person who asked: a stable code and what the sentence needs. The server turns it
 * into a problem document (RFC 9457) in the caller's language.
 */
export interface Refusal {
  readonly kind: 'refused';
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

export const isRefused = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && (value as { kind?: unknown }).kind === 'refused';

/** A refusal where no value can be returned: thrown by guards and parsers at the edge, caught by the problem filter. */
export class RefusedError extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}

export const refuse = (code: string, params?: Refusal['params']): RefusedError =>
  new RefusedError({ kind: 'refused', code, ...(params && { params }) });

/** The moment's trouble: the database is away or busy. The same request may succeed a little later. */
export class TransientError extends Error {}
