import type { Round } from '#clockwork';

/** Everything that falls due by the calendar and not by a case: the whole list. */
export const rounds: readonly Round[] = [];
