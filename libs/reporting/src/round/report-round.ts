import type { Round } from '#clockwork';
import type { LookStore, SchoolToLookAt } from '../store/look.store.ts';
import type { Oversight } from './oversight.ts';

/** Schools looked at together. */
const batch = 100;

/** Periods open, are reminded of and fall due, for every school at its instant. */
export const reportRound = (looks: LookStore, oversight: Oversight): Round => ({
  name: 'reports',
  next: (now) => looks.next(now),
  run: async (now) => {
    const failures: unknown[] = [];
    let last: SchoolToLookAt | undefined;
    do {
      const due = await looks.due(now, last, batch);
      for (const [tenant, schools] of byTenant(due)) {
        await oversight.look(tenant, schools).catch((error: unknown) => failures.push(error));
      }
      last = due.length === batch ? due.at(-1) : undefined;
    } while (last !== undefined);
    if (failures.length > 0) throw failures[0];
  },
});

function byTenant(schools: readonly SchoolToLookAt[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { tenant, school_id } of schools) found.set(tenant, [...(found.get(tenant) ?? []), school_id]);
  return found;
}
