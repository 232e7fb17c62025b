import { usePreferences } from '../theme/preferences.ts';
import { type Session, useMe } from './session.ts';

/** A post of mine, as addresses name it. */
export const throughOf = ({ key, organisation }: Session['posts'][number]): string => `${key}@${organisation.id}`;

/** The post that I look through from page to page, as long as I hold it: one of mine, or `own` for myself. */
export function useRememberedThrough(): readonly [string | undefined, (through: string | undefined) => void] {
  const { person, posts } = useMe();
  const { throughOf: kept, setThrough } = usePreferences();
  const remembered = kept[person.id];
  const isMine = remembered === 'own' || posts.some((post) => throughOf(post) === remembered);
  return [isMine ? remembered : undefined, (through) => setThrough(person.id, through)];
}
