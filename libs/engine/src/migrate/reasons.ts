import type { Text } from '../definition/basics.ts';

const texts = {
  finished: { zh: '这件申请已经办结，不再迁移。', en: 'The case is finished; it stays where it ended.' },
  'form-invalid': {
    zh: '表单内容不符合新版本的表单：{fields}。请先更正，或保留在原版本办结。',
    en: 'What is filled in does not fit the form of the new version: {fields}. Correct it first, or let the case end on its version.',
  },
  'data-invalid': {
    zh: '流程数据“{field}”不符合新版本的声明，只能在原版本办结。',
    en: 'The case’s data "{field}" does not fit the new version; the case can only end on its own.',
  },
  'errand-lost': {
    zh: '“{state}”正在等候子流程或外部调用，新版本没有可以接着等候的状态。请等其结束后再迁移。',
    en: 'In "{state}" others are waited for, and the new version has no state that could go on waiting. Migrate when they have answered.',
  },
  'state-missing': { zh: '新版本没有“{state}”，请选择接续办理的状态。', en: 'The new version has no "{state}". Choose where to go on.' },
  'state-moved': {
    zh: '“{state}”在新版本中像是“{target}”，请确认。',
    en: '"{state}" seems to be "{target}" in the new version. Confirm it.',
  },
  'state-renamed': {
    zh: '“{state}”在新版本中换了标识或位置，请确认。',
    en: '"{state}" has another name in the machine of the new version, or another place. Confirm it.',
  },
  'position-unclear': {
    zh: '所对应的各状态在新版本中不能同时办理，请另行选择。',
    en: 'The states that would take the place of these cannot be active at once in the new version. Choose others.',
  },
  'state-lost': { zh: '从“{state}”不再能到达“{lost}”。', en: 'From "{state}" the case cannot come to "{lost}" any more.' },
  'outcome-lost': {
    zh: '“{lost}”在新版本中没有结果“{name}”。',
    en: '"{lost}" has no outcome "{name}" any more.',
  },
  'timer-lost': { zh: '“{lost}”在新版本中没有时限“{name}”。', en: '"{lost}" has no timer "{name}" any more.' },
  'signal-lost': { zh: '在“{lost}”不再接收信号“{name}”。', en: 'In "{lost}" the signal "{name}" is not listened to any more.' },
  'withdraw-lost': { zh: '在“{lost}”不再能撤回。', en: 'In "{lost}" the case cannot be withdrawn any more.' },
  'return-lost': {
    zh: '退回到“{state}”的申请，新版本不能直接送回“{lost}”，将按流程重新逐级办理。',
    en: 'What was returned to "{state}" cannot go straight back to "{lost}" in the new version: it would take every step again.',
  },
  'work-lost': {
    zh: '“{state}”的办理人或会签规则不同，已有的意见、签收、委派或加签将作废，重新办理。',
    en: 'Who decides "{state}", or how, is different: what people have said, claimed, delegated or added there would be void.',
  },
} satisfies Record<string, Required<Text>>;

export type ReasonCode = keyof typeof texts;

/** Why a case cannot simply be migrated, in words for the administrator. */
export interface Reason {
  readonly code: ReasonCode;
  /** Path of the active state that it is about; without it, the whole case. */
  readonly state?: string;
  readonly message: Required<Text>;
}

type Parameters = Readonly<Record<string, string | Required<Text>>>;

export function reason(code: ReasonCode, state: string | undefined, parameters: Parameters = {}): Reason {
  const fill = (language: 'zh' | 'en') =>
    texts[code][language].replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = parameters[name];
      return (typeof value === 'object' ? value[language] : value) ?? whole;
    });
  return { code, ...(state !== undefined && { state }), message: { zh: fill('zh'), en: fill('en') } };
}
