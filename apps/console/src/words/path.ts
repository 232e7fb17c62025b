import type { Words } from './words.ts';

/** The machine of a case, as a line and as a picture. */
export const path = {
  title: ['流程', 'The way'],
  enlarge: ['查看流程图', 'Show the picture'],
  picture: ['流程图', 'The process as a picture'],
  pictureOf: [
    '{{title}}的流程图，共 {{count}} 个环节；文字说明在图下方',
    'The process of {{title}}, {{count}} places; told in words below',
  ],
  behind: ['已办', 'Done'],
  here: ['现在在这里', 'It is here'],
  ended: ['已办结', 'Ended here'],
  ahead: ['尚未到达', 'Still to come'],
  again: ['还要再经过', 'To be passed again'],
  beside: ['不经过', 'Not on the way'],
  applicant: ['申请人', 'The applicant'],
  visits: ['第 {{count}} 次', { one: 'once', other: '{{count}} times' }],
  bySystem: ['系统', 'The system'],
  inWords: ['文字说明', 'In words'],
  edge: ['{{from}} → {{to}}（{{how}}）', '{{from}} → {{to}} ({{how}})'],
  taken: ['已走', 'gone along'],
  mayCome: ['可能经过', 'may come'],
  notComing: ['不再经过', 'not any more'],
  time: ['到期', 'In time'],
  byHand: ['管理员移动', 'By hand'],
  legendTaken: ['实线：走过的', 'Solid: gone along'],
  legendAhead: ['虚线：可能经过', 'Dashed: may come'],
  loading: ['正在画图', 'Drawing'],
} satisfies Words;
