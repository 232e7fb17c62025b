import type { Fields } from '#engine';

/** 指标调增 of an approved class. */
export const request: Fields = {
  year: 2024,
  season: 'spring',
  certificate: 'X002',
  level: 'intermediate',
  major: '510203',
  increase: 12,
  reason: '选修学生增加，实训条件允许。',
  examPlan: '6月中旬分两场考核。',
  examDay: '2024-06-15',
};
