import type { Cases } from '#case';
import { agedRows, type Chore, daysBefore } from '#clockwork';
import type { Config, Database } from '#platform';

/** Everything that is removed by policy: the whole list. */
export const choresOf = ({ unattachedFiles }: Cases, database: Database, config: Config): Chore[] => [
  ...agedRows(database, config),
  // Removed before more is given up: so there is always time between the two.
  { name: 'uploads', run: (now, limit) => unattachedFiles.remove(now, limit) },
  { name: 'uploads given up', run: (now, limit) => unattachedFiles.giveUp(daysBefore(now, config.uploadDays), now, limit) },
];
