import type { Words } from './words.ts';

export const queue = {
  title: ['待办', 'To do'],
  open: ['待办', 'To do'],
  decided: ['已办', 'Decided'],
  started: ['我发起', 'Started'],
  copied: ['抄送', 'Copied'],
  lists: ['清单', 'Lists'],
  total: ['{{count}} 件', { one: '{{count}} task', other: '{{count}} tasks' }],
  totalMore: ['{{count}} 件以上', { one: 'more than {{count}}', other: 'more than {{count}}' }],
  emptyOpen: ['现在没有等您办理的事项', 'Nothing waits for you'],
  emptyOpenHint: ['轮到您的岗位办理时，会出现在这里，并有通知。', 'What comes to your post appears here, and you are told.'],
} satisfies Words;
