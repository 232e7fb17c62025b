/** The levels of a certificate; the national platform counts them 1, 2, 3. */
export const levels = {
  junior: ['初级', 'Elementary'],
  intermediate: ['中级', 'Intermediate'],
  advanced: ['高级', 'Advanced'],
} as const;

export const seasons = { spring: ['春季', 'Spring'], autumn: ['秋季', 'Autumn'] } as const;
