import type { Clock, Database } from '#platform';
import type { Workflows } from '../definition/workflows.ts';
import type { Door } from '../door/door.ts';
import { ChildStore } from '../store/child.store.ts';
import { ChildCases } from './child-cases.ts';

/** What cases have others do. */
export interface Errands {
  readonly childCases: ChildCases;
}

interface ErrandsParts {
  readonly door: Door;
  readonly database: Database;
  readonly workflows: Workflows;
  readonly clock: Clock;
}

export const openErrands = ({ database, ...parts }: ErrandsParts): Errands => ({
  childCases: new ChildCases({ ...parts, store: new ChildStore(database) }),
});
