import { use, useMemo } from 'react';
import type { Fields } from '#engine';
import type { FieldSchema, FormDocument } from '../case/form-fields.ts';
import type { Follower, Follows } from './conditions.ts';

let loaded: Promise<typeof import('./conditions.ts')> | undefined;

/** What evaluates conditions is heavy, and comes only with a form that has some. */
const load = () => (loaded ??= import('./conditions.ts'));

const hasConditions = ({ properties = {} }: FieldSchema): boolean =>
  Object.values(properties).some((field) => field['x-shown'] !== undefined || field['x-required'] !== undefined);

/** Follows the conditions of a form; undefined where it has none. */
export function useFollower({ schema }: FormDocument): Follower | undefined {
  const made = hasConditions(schema as FieldSchema) ? use(load()) : undefined;
  return useMemo(() => made?.followerOf(schema), [made, schema]);
}

/** The same as long as nothing appears, goes, or is wanted anew, so that a form is not drawn again for every letter. */
export function useSameRules(follows: Follows | undefined): Pick<Follows, 'absent' | 'wanted'> | undefined {
  const key = follows && JSON.stringify([[...follows.absent].sort(), [...follows.wanted].sort()]);
  return useMemo(() => {
    if (key === undefined) return undefined;
    const [absent, wanted] = JSON.parse(key) as [string[], string[]];
    return { absent: new Set(absent), wanted: new Set(wanted) };
  }, [key]);
}

export const without = (fields: Fields, names: readonly string[]): Fields =>
  names.length === 0 ? fields : Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));
