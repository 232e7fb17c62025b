import { type Fields, type FormSchema, normalise, planOf, reckonedAlone, settled, wantedIn } from '#engine';

/** What follows from what is filled in, as the engine will find it. */
export interface Follows {
  /** Fields that do not apply. */
  readonly absent: ReadonlySet<string>;
  /** Fields that are wanted by their conditions. */
  readonly wanted: ReadonlySet<string>;
  /** The form with its calculated fields, as far as they can be told here. */
  readonly fields: Fields;
}

/** @param calculated what the server has reckoned, for what only it can reckon */
export type Follower = (fields: Fields, calculated: Fields) => Follows;

export function followerOf(schema: unknown): Follower {
  const properties = readable((schema as FormSchema).properties);
  const reckoned = Object.keys(properties).filter((name) => properties[name]?.['x-calc'] !== undefined);
  const plan = planOf({ properties });
  return (entered, calculated) => {
    const known = Object.fromEntries(
      reckoned.flatMap((name) => (calculated[name] === undefined ? [] : [[name, calculated[name]] as const])),
    );
    const { fields, absent } = settled(plan, { ...normalise(entered), ...known }, reckonedAlone);
    return { fields, absent, wanted: new Set(wantedIn(plan, fields, absent)) };
  };
}

/** While a definition is written, what cannot be read yet says nothing. */
const readable = (properties: FormSchema['properties']): FormSchema['properties'] =>
  Object.fromEntries(
    Object.entries(properties).map(([name, field]) => {
      try {
        planOf({ properties: { [name]: field } });
        return [name, field];
      } catch {
        const { 'x-shown': _shown, 'x-required': _wanted, 'x-calc': _calculation, ...plain } = field;
        return [name, plain];
      }
    }),
  );
