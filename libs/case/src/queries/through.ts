import { assigneeKeys, type Caller, personKey } from '#directory';

/** Which of somebody's posts is looked through. */
export interface Through {
  /** Only what is addressed to this: `own` for the person, or a post as `<key>@<organisation id>`. */
  readonly through?: string | undefined;
}

/** As tasks are addressed; null for all. */
export const throughKey = ({ through }: Through, { person }: Pick<Caller, 'person'>): string | null =>
  through === undefined ? null : through === 'own' ? personKey(person) : `post:${through}`;

export const isThrough = (request: Through, caller: Caller, key: string): boolean => {
  const wanted = throughKey(request, caller);
  return wanted === null || key === wanted;
};

/** The keys that reach the caller, of the post that is looked through. */
export const keysThrough = (request: Through, caller: Caller): string[] =>
  [...new Set(assigneeKeys(caller))].filter((key) => isThrough(request, caller, key));
