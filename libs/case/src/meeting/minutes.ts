import { createHash } from 'node:crypto';
import type { Finding, FindingOutcome, Member } from './finding.ts';

/** Everything the minutes of a meeting say. */
export interface MinutesParts {
  /** The body's title and that of its organisation, in Chinese. */
  readonly body: string;
  readonly organisation: string;
  readonly number: string;
  /** On the wall, such as `2024-03-22 09:00`. */
  readonly heldAt: string;
  readonly members: readonly Member[];
  readonly paragraphs: readonly Paragraph[];
  /** Who signs them, and when, on the wall. */
  readonly secretary: string;
  readonly signedAt: string;
}

interface Paragraph extends Finding {
  readonly caseNumber: string;
  readonly title: string;
  readonly process: string;
  readonly step: string;
}

const outcomeTitles: Readonly<Record<FindingOutcome, string>> = {
  passed: '通过',
  'passed-with-conditions': '附条件通过',
  deferred: '暂缓',
  'not-passed': '不予通过',
};

/** 会议纪要, as it is signed. */
export function minutesOf(parts: MinutesParts): string {
  const { body, organisation, number, heldAt, members, paragraphs, secretary, signedAt } = parts;
  const present = members.filter(({ isPresent }) => isPresent).map(({ name }) => name);
  const absent = members.filter(({ isPresent }) => !isPresent).map(({ name }) => name);
  return [
    `${organisation}${body}会议纪要`,
    number,
    `时间：${heldAt}`,
    `应到 ${members.length} 人，实到 ${present.length} 人`,
    `出席：${present.join('、')}`,
    ...(absent.length > 0 ? [`缺席：${absent.join('、')}`] : []),
    ...paragraphs.flatMap((paragraph, index) => ['', ...paragraphLines(paragraph, index + 1)]),
    '',
    `秘书：${secretary}`,
    `签发：${signedAt}`,
    '',
  ].join('\n');
}

function paragraphLines({ caseNumber, title, process, step, ...finding }: Paragraph, number: number): string[] {
  const { outcome, text, recusals, tally, conditions } = finding;
  return [
    `${number}. ${title}（第 ${caseNumber} 号，${process}，${step}）`,
    ...(recusals.length > 0 ? [`回避：${recusals.join('、')}`] : []),
    ...(tally === undefined ? [] : [`表决：同意 ${tally.for} 票，不同意 ${tally.against} 票，弃权 ${tally.abstained} 票`]),
    `决定：${outcomeTitles[outcome]}`,
    ...(conditions === undefined ? [] : [`条件：${conditions}`]),
    text,
  ];
}

/** SHA-256 of the text in UTF-8, hexadecimal. */
export const digestOfMinutes = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
