import pc from 'picocolors';
import { verbOf } from './office-words.ts';

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

const time = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' });

/** Where it led to, in English. */
export const englishOf = ({ to }: HistoryLine): string => to.map(({ title }) => title.en ?? '').join(', ');

/** Such as `市级初审 同意 → 省级审核`. */
export function whatHappened({ kind, step, outcome, to }: HistoryLine): string {
  const what = verbOf({ kind, outcome });
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
