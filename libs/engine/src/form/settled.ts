import type { Fields, Json } from '../run/state.ts';
import type { Calculation, FormPlan } from './plan.ts';

/** A form after all that follows from what was entered. */
export interface SettledForm {
  readonly fields: Fields;
  /** Fields that do not apply; none of them has a value. */
  readonly absent: ReadonlySet<string>;
}

/**
 * Empties what does not apply and reckons what is calculated, each field after those that it depends on: settling what is settled changes
 * nothing.
 *
 * @param reckon what a calculation comes to with the form as it is by then, `was` before; undefined while that cannot be told
 */
export function settled(
  { following }: FormPlan,
  entered: Fields,
  reckon: (calculation: Calculation, fields: Fields, was: Json | undefined) => Json | undefined,
): SettledForm {
  const fields: Record<string, Json> = { ...entered };
  const absent = new Set<string>();
  for (const { field, applies, calculation } of following) {
    const was = fields[field];
    const isThere = applies(fields);
    if (!isThere) absent.add(field);
    if (isThere && calculation === undefined) continue;
    delete fields[field];
    const value = isThere && calculation !== undefined ? reckon(calculation, fields, was) : undefined;
    if (value !== undefined) fields[field] = value;
  }
  return { fields, absent };
}

/** What a calculation comes to without anything but the form; where it reads anything else, what it came to before. */
export const reckonedAlone = ({ alone }: Calculation, fields: Fields, was: Json | undefined): Json | undefined =>
  alone === undefined ? was : alone(fields);

/** The fields that do not apply to a form whose calculated fields are taken as they stand. */
export const absentIn = (plan: FormPlan, fields: Fields): ReadonlySet<string> =>
  settled(plan, fields, (_calculation, _fields, was) => was).absent;

/** The fields that their conditions want in a form, of those that apply. */
export function wantedIn({ wanted }: FormPlan, fields: Fields, absent: ReadonlySet<string>): string[] {
  return [...wanted].flatMap(([field, isWanted]) => (!absent.has(field) && isWanted(fields) ? [field] : []));
}
