import pc from 'picocolors';

interface Titled {
  readonly path: string;
  readonly title: { readonly zh: string; readonly en?: string };
}

export interface HistoryLine {
  readonly sequence: number;
  readonly at: string;
  readonly kind: string;
  readonly by?: { readonly name: string };
  readonly step?: Titled;
  readonly outcome?: string;
  readonly comment?: string;
  readonly to: readonly Titled[];
  readonly attachments: readonly unknown[];
  readonly hash: string;
}

const kinds: Readonly<Record<string, string>> = {
  started: '发起',
  saved: '保存',
  decided: '办理',
  withdrawn: '撤回',
  commented: '留言',
  'timer-fired': '定时',
  signalled: '信号',
  retried: '重试',
  skipped: '跳过',
  reminded: '提醒',
  escalated: '升级',
  urged: '催办',
  suspended: '挂起',
  resumed: '恢复',
  'taken-back': '拿回',
  jumped: '跳转',
  terminated: '终止',
  copied: '抄送',
  supplemented: '补充',
};
const outcomes: Readonly<Record<string, string>> = {
  submit: '提交',
  resubmit: '重新提交',
  approve: '同意',
  return: '退回',
  reject: '不同意',
  takeOver: '接办',
};

const time = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' });

/** Where it led to, in English. */
export const englishOf = ({ to }: HistoryLine): string => to.map(({ title }) => title.en ?? '').join(', ');

/** Such as `市级初审 同意 → 省级审核`. */
export function whatHappened({ kind, step, outcome, to }: HistoryLine): string {
  const what = outcome === undefined ? (kinds[kind] ?? kind) : (outcomes[outcome] ?? outcome);
  const where = to.map(({ title }) => title.zh).join('、');
  const place = step === undefined ? '' : `${step.title.zh} `;
  return `${place}${pc.bold(what)} → ${where}`;
}

/** 审批记录 as lines of text. */
export const timelineOf = (lines: readonly HistoryLine[]): string[] =>
  lines.flatMap((line) => {
    const { sequence, at, by, comment, hash } = line;
    return [
      `  ${pc.dim(String(sequence).padStart(2))}  ${time.format(new Date(at))}  ${by?.name ?? '系统'}  ${whatHappened(line)}  ${pc.dim(hash.slice(0, 12))}`,
      ...(comment === undefined ? [] : [`      ${pc.dim(`“${comment}”`)}`]),
    ];
  });
