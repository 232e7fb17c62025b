import type { Digest } from './digest.ts';
import { noticeTexts } from './notice-texts.ts';

/** The least that any of the robots takes, in UTF-8: WeCom's 4096 bytes, with room for the line that says how many are left out. */
const mostBytes = 3900;

/** A digest for a chat group: as many lines as fit, and how many do not. `isMarkdown` says whether links may be hidden behind their text. */
export function robotTextOf(digest: Digest, isMarkdown: boolean): string {
  const { further } = noticeTexts[digest.language];
  const lines = digest.groups.flatMap(({ heading, lines }) => [
    { said: isMarkdown ? `**${heading} (${lines.length})**` : `${heading} (${lines.length})`, counts: 0 },
    ...lines.map(({ text, link }) => ({ said: `- ${linked(plain(text), link, isMarkdown)}`, counts: 1 })),
  ]);
  const said: string[] = [];
  let bytes = 0;
  let left = lines.reduce((sum, { counts }) => sum + counts, 0);
  for (const line of lines) {
    bytes += Buffer.byteLength(line.said) + 1;
    if (bytes > mostBytes) break;
    said.push(line.said);
    left -= line.counts;
  }
  return [...said, ...(left === 0 ? [] : [further(left)])].join('\n');
}

function linked(text: string, link: string | undefined, isMarkdown: boolean): string {
  if (link === undefined) return text;
  return isMarkdown ? `[${text}](${link})` : `${text} ${link}`;
}

const wide: Readonly<Record<string, string>> = {
  '<': '＜',
  '>': '＞',
  '[': '［',
  ']': '］',
  '(': '（',
  ')': '）',
  '*': '＊',
  '`': '｀',
  '#': '＃',
  '@': '＠',
};

/**
 * What people wrote into titles must neither mention everybody in the group nor become a link. The robots know no common
 * way to escape, so the characters that mean something to any of them are put in their full width.
 */
const plain = (text: string): string => text.replace(/[<>[\]()*`#@]/g, (character) => wide[character] ?? character);
