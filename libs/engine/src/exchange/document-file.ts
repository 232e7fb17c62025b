import { documentLimits } from '../compile/compile.ts';
import type { Text } from '../definition/basics.ts';

/** What a file turned out to hold, or why it was not taken. */
export type ReadDocument =
  | { readonly kind: 'read'; readonly document: Readonly<Record<string, unknown>> }
  | { readonly kind: 'refused'; readonly because: Text };

/** A definition as the text of a file; `readDocument` gives the same document back. */
export const documentText = (document: unknown): string => `${JSON.stringify(document, null, 2)}\n`;

const notTaken = (zh: string, en: string): ReadDocument => ({ kind: 'refused', because: { zh, en } });

/**
 * Reads the text of a file as a definition. Whether the definition is sound is for `compile` to say: what is half done
 * may be brought in as well. Refused is what is no definition at all.
 */
export function readDocument(text: string): ReadDocument {
  if (text.length > documentLimits.bytes) {
    const kilobytes = documentLimits.bytes / 1024;
    return notTaken(
      `文件超过 ${kilobytes} KB，无法作为流程定义导入。`,
      `The file is larger than ${kilobytes} KB, more than a definition may be.`,
    );
  }
  const document = parsed(text);
  if (typeof document !== 'object' || document === null || Array.isArray(document)) {
    return notTaken(
      '文件内容不是 JSON 对象，请选择导出的流程定义文件。',
      'The file is no JSON object. Choose a definition that was exported.',
    );
  }
  if (!('format' in document) || document.format !== 1 || !('machine' in document)) {
    return notTaken('文件不是流程定义：缺少 format 或 machine。', 'The file is no workflow definition: `format` or `machine` is missing.');
  }
  return { kind: 'read', document: { ...document } };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
