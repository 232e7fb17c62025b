import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileTypeFromFile } from 'file-type';

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What may be uploaded, by the name's extension: the content's own type, as it is recognised, and the type it is served as. */
const accepted: Readonly<Record<string, { readonly recognised: string; readonly servedAs: string }>> = {
  '.pdf': { recognised: 'application/pdf', servedAs: 'application/pdf' },
  '.png': { recognised: 'image/png', servedAs: 'image/png' },
  '.jpg': { recognised: 'image/jpeg', servedAs: 'image/jpeg' },
  '.jpeg': { recognised: 'image/jpeg', servedAs: 'image/jpeg' },
  '.docx': { recognised: word, servedAs: word },
  '.xlsx': { recognised: sheet, servedAs: sheet },
  '.doc': { recognised: 'application/x-cfb', servedAs: 'application/msword' },
  '.xls': { recognised: 'application/x-cfb', servedAs: 'application/vnd.ms-excel' },
  // OFD (GB/T 33190) is a ZIP container like DOCX.
  '.ofd': { recognised: 'application/zip', servedAs: 'application/ofd' },
  '.txt': { recognised: 'text', servedAs: 'text/plain' },
  '.csv': { recognised: 'text', servedAs: 'text/csv' },
};

export const acceptedExtensions = Object.keys(accepted);

export type MediaType =
  | { readonly kind: 'accepted'; readonly type: string }
  /** No file of this kind is taken. */
  | { readonly kind: 'unwanted' }
  /** The content is not what the name says. */
  | { readonly kind: 'mismatch'; readonly recognised: string };

/** What a file is, by its content and its name together. */
export async function mediaTypeOf(path: string, name: string): Promise<MediaType> {
  const expected = accepted[extname(name).toLowerCase()];
  if (expected === undefined) return { kind: 'unwanted' };
  const mark = (await fileTypeFromFile(path))?.mime;
  if (mark !== undefined || expected.recognised !== 'text') {
    return mark === expected.recognised
      ? { kind: 'accepted', type: expected.servedAs }
      : { kind: 'mismatch', recognised: mark ?? 'unknown' };
  }
  const charset = await charsetOf(path);
  return charset === undefined
    ? { kind: 'mismatch', recognised: 'unknown' }
    : { kind: 'accepted', type: `${expected.servedAs}; charset=${charset}` };
}

/**
 * Text has no mark at its beginning: it is text if it can be read as such and has no control characters. Chinese Excel
 * still saves CSV in GB 18030.
 */
async function charsetOf(path: string): Promise<string | undefined> {
  const content = await readFile(path);
  return ['utf-8', 'gb18030'].find((charset) => {
    try {
      const text = new TextDecoder(charset, { fatal: true }).decode(content);
      return !/(?![\t\n\r])\p{Cc}/u.test(text);
    } catch {
      return false;
    }
  });
}
