import { DueTimes, workingCalendar } from '#calendar';
import { type Superiors, type Surroundings, superiorsIn } from '#engine';
import type { components } from '../api/schema.d.ts';

/** As `GET /api/definitions/surroundings` tells them. */
export type SurroundingsData = components['schemas']['DefinitionSurroundings'];

/** What a document is compiled and verified against here: the same as on the server, so that the same is found in it. */
export const surroundingsFrom = ({ facts, posts, calendar: { hours, ...days } }: SurroundingsData): Surroundings => ({
  dueTime: new DueTimes(workingCalendar({ ...days, ...(hours && { hours }) })),
  facts,
  superiors: superiorsOf(posts),
});

/** Who stands above whom. */
export const superiorsOf = (posts: SurroundingsData['posts']): Superiors =>
  superiorsIn(Object.fromEntries(posts.map(({ key, at, superior }) => [key, { at, ...(superior !== undefined && { superior }) }])));
