import type { Words } from './words.ts';

export const workbench = {
  title: ['工作台', 'Workbench'],
  restDay: ['休息日', 'a day of rest'],
  counts: ['待办概况', 'What waits'],
  waiting: ['待办', 'To do'],
  overdue: ['已逾期', 'Overdue'],
  soon: ['即将到期', 'Due soon'],
  mine: ['请我办理', 'What needs me'],
  mineHint: ['离最后期限近的在前', 'What is nearest to its last lawful day comes first'],
  all: ['全部 {{count}} 件', { one: 'All {{count}}', other: 'All {{count}}' }],
  started: ['我发起的', 'What I started'],
  allStarted: ['全部', 'All'],
  notices: ['最近通知', 'Latest notices'],
  allNotices: ['全部', 'All'],
  agenda: ['会议', 'Meetings'],
  agendaWaiting: ['等待上会 {{count}} 项', { one: '{{count}} item waits for a meeting', other: '{{count}} items wait for a meeting' }],
  agendaWaitingMore: [
    '等待上会 {{count}} 项以上',
    { one: 'More than {{count}} item waits', other: 'More than {{count}} items wait for a meeting' },
  ],
  reports: ['要报送的材料', 'Reports to file'],
  allReports: ['报送日历', 'Calendar'],
  noReports: ['目前没有要报送的材料。', 'Nothing is to be filed now.'],
} satisfies Words;
