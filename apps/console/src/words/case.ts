import type { Words } from './words.ts';

export const caseWords = {
  title: ['申请', 'Case'],
} satisfies Words;
