import type { Words } from './words.ts';

/** Whether every step of a process finds somebody, everywhere. */
export const assignability = {
  error: ['错误', 'Error'],
  warning: ['提醒', 'Warning'],
  comma: ['、', ', '],
  andMore: ['，另有 {{count}} 个单位', { one: ', and {{count}} more', other: ', and {{count}} more' }],
  allStaffed: [
    '{{count}} 个单位的每个环节都有人可办',
    { one: 'Every step finds somebody at the one organisation', other: 'Every step finds somebody at all {{count}} organisations' },
  ],
  nowhere: ['目前没有单位可以发起这个流程', 'No organisation may start this process at present'],
  stopped: [
    '不能发布：{{count}} 个环节在一些单位无人可办',
    {
      one: 'It cannot be published: {{count}} step finds nobody somewhere',
      other: 'It cannot be published: {{count}} steps find nobody somewhere',
    },
  ],
  toAccept: [
    '由谁办理，有 {{count}} 条提醒',
    { one: '{{count}} warning about who would be asked', other: '{{count}} warnings about who would be asked' },
  ],
  accept: ['我已核对以上提醒，仍然发布', 'I have looked at these, and publish all the same'],
} satisfies Words;
