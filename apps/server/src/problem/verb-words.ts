import type { Text } from '#engine';

/** What is called by a word of the programs' is told by one of the office's. What a process names for itself keeps its name. */
const words: Readonly<Record<string, Required<Text>>> = {
  approve: { zh: '同意', en: 'approve' },
  reject: { zh: '不同意', en: 'reject' },
  return: { zh: '退回', en: 'return' },
  submit: { zh: '提交', en: 'submit' },
  resubmit: { zh: '重新提交', en: 'submit again' },
  abstain: { zh: '弃权', en: 'abstain' },
  defer: { zh: '暂缓', en: 'put off' },
  comment: { zh: '留言', en: 'comment' },
  supplement: { zh: '补充材料', en: 'supplement' },
  withdraw: { zh: '撤回', en: 'withdraw' },
  release: { zh: '取消签收', en: 'release' },
  transfer: { zh: '转办', en: 'transfer' },
  delegate: { zh: '委派', en: 'delegate' },
  resolve: { zh: '答复委派', en: 'answer' },
  'add-signers': { zh: '加签', en: 'add signers' },
  'remove-signers': { zh: '减签', en: 'remove signers' },
  recuse: { zh: '回避', en: 'recuse' },
  suspend: { zh: '挂起', en: 'suspend' },
  resume: { zh: '恢复', en: 'resume' },
  jump: { zh: '跳转', en: 'move by hand' },
  terminate: { zh: '终止', en: 'terminate' },
};

export const verbWord = (verb: string | number, language: keyof Text): string => words[verb]?.[language] ?? String(verb);
