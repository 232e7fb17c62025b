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
  title: ['各单位由谁办理 · {{title}}', 'Who is asked where · {{title}}'],
  about: [
    '按今天的任职情况，在每个可以发起的单位，逐个环节找出由谁办理，与实际办理时的找法相同。',
    'Who would be asked in every step, at every organisation that may start the process, with who holds which post today: found as a case finds them.',
  ],
  toDraft: ['返回设计', 'Back to the draft'],
  findings: ['提醒', 'Findings'],
  withoutStarter: [
    '另有 {{count}} 个单位没有人能发起。',
    { one: 'At one more organisation nobody may start it.', other: 'At {{count}} more organisations nobody may start it.' },
  ],
  table: ['单位与环节', 'Organisations and steps'],
  search: ['单位名称', 'Name of an organisation'],
  onlyFindings: ['只看有提醒的', 'Only with findings'],
  place: ['单位', 'Organisation'],
  shown: ['{{count}} 个单位', { one: '{{count}} organisation', other: '{{count}} organisations' }],
  noPlaces: ['没有这样的单位', 'There is no such organisation'],
  noPlacesHint: ['换个名称，或不再只看有提醒的。', 'Look for another name, or for those without findings too.'],
  applicantStep: ['申请人', 'The applicant'],
  more: ['等 {{count}} 人', '{{count}} in all'],
  nobody: ['无人可办', 'Nobody'],
  skipped: ['无人，跳过', 'Nobody: passed over'],
  applicant: ['岗位上只有申请人', 'Only the applicant'],
  alone: ['仅此一人', 'Nobody else'],
  twice: ['与另一环节同一人', 'Same in another step'],
  troubles: ['{{count}} 处提醒', { one: '{{count}} finding', other: '{{count}} findings' }],
  seeAll: ['各单位由谁办理', 'Who is asked where'],
  toStep: ['到该环节', 'To the step'],
} satisfies Words;
