import type { Cases } from '#case';
import type { Round } from '#clockwork';
import type { ImportStore } from '#directory';

export interface StaffingRoundParts {
  readonly staffing: Cases['nightlyStaffing'];
  readonly tenants: Pick<ImportStore, 'tenants'>;
}

/** Looks every night whether the steps of the processes find somebody still. */
export const staffingRound = ({ staffing, tenants }: StaffingRoundParts): Round => ({
  name: 'staffing',
  next: async (now) => staffing.next(now),
  run: async () => staffing.look(await tenants.tenants()),
});
