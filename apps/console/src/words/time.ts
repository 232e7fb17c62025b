import type { Words } from './words.ts';

/** When something was, and how long there is. */
export const time = {
  justNow: ['刚刚', 'just now'],
  minutesAgo: ['{{count}} 分钟前', { one: '{{count}} minute ago', other: '{{count}} minutes ago' }],
  hoursAgo: ['{{count}} 小时前', { one: '{{count}} hour ago', other: '{{count}} hours ago' }],
  workingDaysLeft: [
    '还剩 {{count}} 个工作日（{{day}}前）',
    { one: '{{count}} working day left (by {{day}})', other: '{{count}} working days left (by {{day}})' },
  ],
  dueToday: ['今天 {{clock}} 前', 'today by {{clock}}'],
  overdueDays: [
    '已逾期 {{count}} 个工作日（{{day}}到期）',
    { one: '{{count}} working day overdue (since {{day}})', other: '{{count}} working days overdue (since {{day}})' },
  ],
  overdueToday: ['已逾期（{{day}} {{clock}} 到期）', 'overdue (since {{day}}, {{clock}})'],
  noDue: ['无期限', 'no deadline'],
} satisfies Words;
