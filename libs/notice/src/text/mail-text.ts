import type { Digest } from './digest.ts';
import { noticeTexts } from './notice-texts.ts';

export interface MailText {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** The two bodies of a mail; they say the same. */
export function mailTextOf(digest: Digest): MailText {
  const { footer } = noticeTexts[digest.language];
  const text = digest.groups
    .map(({ heading, ask, lines }) =>
      [
        `${heading} (${lines.length})`,
        ask,
        ...lines.map(({ text, link }) => `  - ${text}${link === undefined ? '' : `\n    ${link}`}`),
        '',
      ].join('\n'),
    )
    .join('\n');
  return { subject: digest.subject, text: `${text}\n-- \n${footer}\n`, html: htmlOf(digest, footer) };
}

function htmlOf({ language, subject, groups }: Digest, footer: string): string {
  const sections = groups.map(({ heading, ask, lines }) => {
    const items = lines.map(
      ({ text, link }) => `<li>${link === undefined ? escape(text) : `<a href="${escape(link)}">${escape(text)}</a>`}</li>`,
    );
    return `<h2 style="font-size:16px">${escape(heading)} (${lines.length})</h2>\n<p>${escape(ask)}</p>\n<ul>\n${items.join('\n')}\n</ul>`;
  });
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><title>${escape(subject)}</title></head>
<body style="font-family:sans-serif;font-size:14px;line-height:1.6;color:#1f1f1f">
${sections.join('\n')}
<p style="color:#666;font-size:12px">${escape(footer)}</p>
</body>
</html>
`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
