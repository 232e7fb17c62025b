import type { Cases } from '#case';
import { agedRows, type Chore, daysBefore } from '#clockwork';
import type { ImportStore } from '#directory';
import type { Notices } from '#notice';
import type { Clock, Config, Database } from '#platform';

interface ChoreParts {
  readonly cases: Cases;
  readonly notices: Notices;
  readonly directory: ImportStore;
  readonly database: Database;
  readonly clock: Clock;
  readonly config: Config;
}

/** Everything that is seen to about once an hour: the whole list. */
export const choresOf = ({
  cases: { unattachedFiles, unfinishedUploads, childCases },
  notices,
  directory,
  database,
  clock,
  config,
}: ChoreParts): Chore[] => [
  {
    name: 'lost notices',
    run: async () => sum(await Promise.all((await directory.tenants()).map((tenant) => notices.announceMissing(tenant)))),
  },
  { name: 'lost child cases', run: () => childCases.tendMissed() },
  ...agedRows(database, clock, config),
  // What lies on the disk is as old as the machine's own clock says.
  { name: 'unfinished uploads', run: (_now, limit) => unfinishedUploads.remove(daysBefore(clock.real(), 1), limit) },
  // Removed before more is given up: so there is always time between the two.
  { name: 'uploads', run: (now, limit) => unattachedFiles.remove(now, limit) },
  { name: 'uploads given up', run: (now, limit) => unattachedFiles.giveUp(daysBefore(now, config.uploadDays), now, limit) },
];

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
