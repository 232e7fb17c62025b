import { languageTag } from './language.ts';

const marks = {
  'zh-CN': { comma: '、', semicolon: '；', colon: '：', open: '（', close: '）' },
  en: { comma: ', ', semicolon: '; ', colon: ': ', open: ' (', close: ')' },
} as const;

/** Of the language that is spoken: for components, which are drawn anew when it changes. */
const now = () => marks[languageTag()];

/** Things one after another. */
export const listed = (parts: readonly string[]): string => parts.join(now().comma);

/** Whole statements one after another. */
export const stated = (parts: readonly string[]): string => parts.join(now().semicolon);

/** What something is called, and what is said of it. */
export const labelled = (label: string, said: string): string => `${label}${now().colon}${said}`;

/** Something with a remark in brackets. */
export const remarked = (said: string, remark: string): string => `${said}${now().open}${remark}${now().close}`;
