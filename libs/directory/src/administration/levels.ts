/**
 * The levels of the organisation tree, from the top, with the types there are at each. The notices tell apart four
 * types of schools (R-AH24-07, R-NC21-03).
 */
export const levels = {
  province: ['province'],
  city: ['city'],
  school: ['higher_vocational', 'applied_undergraduate', 'secondary_provincial', 'secondary_local'],
  department: ['department'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

const order = Object.keys(levels);

/** Whether an organisation of this kind and type may stand directly below one of the other kind. */
export function isPlaced(above: string, kind: string, type: string): boolean {
  const types: readonly string[] = Object.hasOwn(levels, kind) ? levels[kind as keyof typeof levels] : [];
  const [upper, lower] = [order.indexOf(above), order.indexOf(kind)];
  const isBelow = kind === 'department' ? above === 'school' : upper >= 0 && lower > upper;
  return isBelow && types.includes(type);
}
