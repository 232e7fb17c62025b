import type { Way } from './report-schools.ts';

type Ways = readonly [Way, Way, Way, Way];

/** What became of the four reports that fell due before a demonstration began, where they were not simply filed; by the school's code. */
export const recentWays: Readonly<Record<string, Ways>> = {
  LZ: ['filed', 'late', 'filed', 'filed'],
  HS: ['late', 'filed', 'filed', 'filed'],
  CS: ['filed', 'filed', 'exempted', 'filed'],
  XC: ['missed', 'missed', 'filed', 'filed'],
  YC: ['missed', 'late', 'filed', 'missed'],
  HZ: ['filed', 'missed', 'missed', 'missed'],
  YZ: ['late', 'missed', 'missed', 'missed'],
  BZ: ['filed', 'filed', 'late', 'filed'],
};

/** The school that has appealed against its first miss and not been answered yet. */
export const appealingSchool = 'YC';
