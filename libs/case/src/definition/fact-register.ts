import type { FactCatalogue, Fields } from '#engine';

export interface FactQuestion {
  readonly tenant: string;
  readonly source: string;
  readonly with: Fields;
  /** The moment the answer must be true for. */
  readonly at: Date;
}

/**
 * The registers that rules may ask: certificates, approved plans, windows. Implemented above this library, where the
 * registers are; here only what a case needs of them.
 */
export abstract class FactRegister {
  abstract readonly catalogue: FactCatalogue;

  /** What the register knows, or null when it has no such entry. */
  abstract answer(question: FactQuestion): Promise<Fields | null>;
}
