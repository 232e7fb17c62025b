import type { Settlement, Tally } from './policy.ts';

/** 或签: the first decision settles the step with its outcome; nobody else is asked any more. */
export const one = ({ cast }: Tally): Settlement => cast[0]?.outcome;
