import { Initial1763700000000 } from './0001-initial.ts';

/** All migrations, oldest first. */
export const migrations = [Initial1763700000000];
