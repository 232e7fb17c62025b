import type { Words } from './words.ts';

export const notices = {
  shown: ['显示', 'Show'],
  all: ['全部', 'All'],
  unread: ['未读 {{count}}', { one: '{{count}} unread', other: '{{count}} unread' }],
  none: ['没有通知', 'No notices'],
  allRead: ['没有未读通知', 'Nothing unread'],
  allReadHint: ['新的通知会出现在这里，并在页面右上方提示。', 'New notices are shown here, and counted at the top of every page.'],
  earlier: ['显示更早的通知', 'Show earlier notices'],
} satisfies Words;
