import type { Words } from './words.ts';

export const workbench = {
  title: ['工作台', 'Workbench'],
  restDay: ['休息日', 'a day of rest'],
  counts: ['待办概况', 'What waits'],
  waiting: ['待办', 'To do'],
  overdue: ['已逾期', 'Overdue'],
  soon: ['即将到期', 'Due soon'],
  mine: ['请我办理', 'What needs me'],
  mineHint: ['先到期的在前', 'What is due first comes first'],
  all: ['全部 {{count}} 件', { one: 'All {{count}}', other: 'All {{count}}' }],
  started: ['我发起的', 'What I started'],
  allStarted: ['全部', 'All'],
  notices: ['最近通知', 'Latest notices'],
} satisfies Words;
