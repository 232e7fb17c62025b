import type { Fields } from '#engine';

/** When the tour of all verbs begins: schools, cities and the province all have their windows open (R-AH24-07 to -09). */
export const verbsBegin = '2024-03-26T09:00:00+08:00';

/** Certificates the tour may take, in this order; on a server that lives on, earlier tours took some. */
export const tourCertificates = ['X002', 'X001', 'X004', 'X005', 'X006', 'X007', 'X008'] as const;

/** An increase of the plan that the sample application asks for. */
export const increaseOf = (certificate: string, increase: number): Fields => ({
  year: 2024,
  season: 'spring',
  certificate,
  level: 'intermediate',
  major: '510203',
  increase,
  reason: '报名人数超过原计划，实训工位可以满足。',
  examPlan: '6月下旬分两场考核。',
  examDay: '2024-06-22',
});
