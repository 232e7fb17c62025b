import { ApiDefaultResponse } from '@nestjs/swagger';
import type { CommandRecord, Outcome, PreviewView } from '#case';
import { isRefused, type Refusal, RefusedError, refuse } from '#platform';
import { CurrentRefusedError } from '../problem/problem.ts';
import { statuses } from '../problem/statuses.ts';
import { isProblemCode } from '../problem/texts.ts';
import { ProblemOut } from './schema.ts';

/** The reply to a command that was not refused: what was done or, where that was asked, what would be. */
export type CommandAnswer = CommandRecord | PreviewView;

/**
 * The reply to a command that was done. Where somebody else was quicker, the refusal brings the case as it is now.
 * @throws RefusedError for a command that was not done
 */
export async function answerOf(outcome: Outcome, current: () => Promise<unknown>): Promise<CommandAnswer> {
  if (outcome.kind === 'done') return outcome.record;
  if (outcome.kind === 'shown') return outcome.preview;
  const isOvertaken = isProblemCode(outcome.code) && statuses[outcome.code] === 409;
  const view = isOvertaken ? await current() : undefined;
  throw view === undefined ? new RefusedError(outcome) : new CurrentRefusedError(outcome, view);
}

/** @throws RefusedError when it is a refusal */
export function accepted<T>(value: T): Exclude<T, { readonly kind: 'refused' }> {
  if (isRefused(value)) throw new RefusedError(value);
  return value as Exclude<T, { readonly kind: 'refused' }>;
}

/** @throws RefusedError with the code when there is nothing */
export function found<T>(value: T | undefined, code: string, params?: Refusal['params']): T {
  if (value === undefined) throw refuse(code, params);
  return value;
}

/** Documents that everything else is a problem document. */
export const ApiProblems = () => ApiDefaultResponse({ description: 'Refused, and why (RFC 9457).', standardSchema: ProblemOut });
