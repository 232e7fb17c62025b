import { clocks } from './compiled-clocks.ts';
import { documents } from './compiled-documents.ts';
import { errands } from './compiled-errands.ts';
import { expressions } from './compiled-expressions.ts';
import { returns } from './compiled-returns.ts';
import { steps } from './compiled-steps.ts';
import { transitions } from './compiled-transitions.ts';
import { wrongConditions } from './conditions.ts';

/** What the compiler refuses. */
export const uncompilable = [...documents, ...transitions, ...steps, ...returns, ...expressions, ...wrongConditions, ...clocks, ...errands];
