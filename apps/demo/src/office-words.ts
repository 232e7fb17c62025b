import type { Entry } from '#engine';

/** What each kind of line in a history is called in an office. */
const kinds: Readonly<Record<Entry['kind'], string>> = {
  started: '发起',
  saved: '暂存',
  decided: '办理',
  deferred: '暂缓',
  withdrawn: '撤回',
  commented: '留言',
  'timer-fired': '到期',
  signalled: '联动',
  retried: '重新派办',
  skipped: '跳过',
  'approved-earlier': '前序已同意',
  carried: '结转',
  reminded: '提醒',
  escalated: '升级',
  urged: '催办',
  suspended: '挂起',
  resumed: '恢复',
  claimed: '签收',
  released: '取消签收',
  transferred: '转办',
  delegated: '委派',
  resolved: '答复委派',
  'signers-added': '加签',
  'signers-removed': '减签',
  recused: '回避',
  settled: '按其余意见办结',
  'taken-back': '拿回',
  jumped: '跳转',
  terminated: '终止',
  copied: '抄送',
  supplemented: '补充材料',
  migrated: '迁移版本',
  'migration-reversed': '撤销迁移',
  'child-ended': '子流程办结',
  'child-failed': '子流程异常',
  'children-settled': '子流程汇总',
  ended: '随上级流程终止',
  'call-answered': '外部回复',
  'call-failed': '外部调用失败',
};

const outcomes: Readonly<Record<string, string>> = {
  submit: '提交',
  resubmit: '重新提交',
  approve: '同意',
  return: '退回',
  reject: '不同意',
  abstain: '弃权',
  takeOver: '接办',
};

/** What was done, in one word: a decision by its outcome, everything else by its kind. */
export const verbOf = ({ kind, outcome }: { readonly kind: string; readonly outcome?: string | undefined }): string =>
  (kind === 'decided' ? outcomes[outcome ?? ''] : kinds[kind as Entry['kind']]) ?? '办理';
