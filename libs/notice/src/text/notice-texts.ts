import type { Language } from '#directory';
import type { NoticeKind } from '../store/notice.entity.ts';

/** The fixed words of mails and messages. */
export interface NoticeTexts {
  /** What stands before every subject, so that mails can be told and sorted. */
  readonly product: string;
  readonly kinds: Readonly<Record<NoticeKind, string>>;
  /** What the notices of a kind ask for. */
  readonly asks: Readonly<Record<NoticeKind, string>>;
  readonly several: (count: number) => string;
  readonly caseNumber: (number: string) => string;
  readonly due: (time: string) => string;
  readonly further: (count: number) => string;
  readonly footer: string;
  readonly test: string;
  readonly separators: { readonly colon: string; readonly list: string; readonly parts: string };
}

export const noticeTexts: Readonly<Record<Language, NoticeTexts>> = {
  'zh-CN': {
    product: '【审批】',
    kinds: { escalation: '升级督办', urge: '催办', reminder: '到期提醒', 'task-opened': '待办任务', message: '消息' },
    asks: {
      escalation: '以下事项逾期未办，已升级至您：',
      urge: '申请人请您尽快办理：',
      reminder: '以下任务即将到期或已逾期，请及时办理：',
      'task-opened': '以下任务等待您办理：',
      message: '以下消息供您知悉：',
    },
    several: (count) => `${count} 条通知`,
    caseNumber: (number) => `第 ${number} 号`,
    due: (time) => `${time} 前办理`,
    further: (count) => `另有 ${count} 条，请登录系统查看。`,
    footer: '本邮件由审批系统自动发出，请勿直接回复。接收方式可在系统的通知设置中更改。',
    test: '这是一条测试消息：本群已可接收审批通知。',
    separators: { colon: '：', list: '，', parts: ' · ' },
  },
  en: {
    product: '[Shenpi] ',
    kinds: { escalation: 'Escalation', urge: 'Urge', reminder: 'Reminder', 'task-opened': 'Task', message: 'Message' },
    asks: {
      escalation: 'These are overdue and have come up to you:',
      urge: 'You are asked to decide these soon:',
      reminder: 'These tasks fall due soon or are overdue:',
      'task-opened': 'These tasks wait for you:',
      message: 'For your information:',
    },
    several: (count) => `${count} notices`,
    caseNumber: (number) => `No. ${number}`,
    due: (time) => `due ${time}`,
    further: (count) => `${count} more: please sign in to see them.`,
    footer: 'Sent by the approval system; please do not reply. How you are told can be changed in your notice settings.',
    test: 'This is a test: notices of approvals can be received here.',
    separators: { colon: ': ', list: ', ', parts: ' · ' },
  },
};
