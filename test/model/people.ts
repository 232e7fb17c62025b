/** Who is there: the applicant, the holders of two posts, others, and an administrator. */
export const people = ['clerk', 'x1', 'x2', 'y1', 'y2', 'o1', 'o2', 'o3', 'admin'] as const;

/** Who holds the two posts that the steps name; it changes in the course of time. */
export interface Cast {
  readonly x: readonly string[];
  readonly y: readonly string[];
}

export const casts: readonly Cast[] = [
  { x: ['x1', 'x2'], y: ['y1', 'y2'] },
  { x: ['x1'], y: ['y1'] },
  { x: [], y: [] },
  { x: ['x2'], y: [] },
  { x: [], y: ['y2'] },
];

export const holdersOf = (cast: Cast, post: string): readonly string[] => (post === 'x' ? cast.x : post === 'y' ? cast.y : []);
