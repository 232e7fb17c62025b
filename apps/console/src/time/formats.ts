import { type Language, useLanguage } from '../words/language.ts';
import { zone } from './zone.ts';

const tag = { zh: 'zh-CN', en: 'en-GB' } as const;

const kinds = {
  /** 4 月 2 日 */
  day: { month: 'long', day: 'numeric' },
  /** 2026 年 4 月 2 日 */
  date: { year: 'numeric', month: 'long', day: 'numeric' },
  /** 2026 年 4 月 */
  month: { year: 'numeric', month: 'long' },
  /** 4 月 2 日 星期四 */
  today: { month: 'long', day: 'numeric', weekday: 'long' },
  /** 16:30 */
  clock: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  /** All of it, for whoever wants to know exactly. */
  exact: { year: 'numeric', month: 'long', day: 'numeric', weekday: 'long', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
} as const satisfies Readonly<Record<string, Intl.DateTimeFormatOptions>>;

type Kind = keyof typeof kinds;

const formats = new Map<string, Intl.DateTimeFormat>();

/** An instant in words, by the clock of the offices. */
function written(instant: number | string, kind: Kind, language: Language): string {
  const name = `${language} ${kind}`;
  const format = formats.get(name) ?? new Intl.DateTimeFormat(tag[language], { timeZone: zone, ...kinds[kind] });
  formats.set(name, format);
  const text = format.format(new Date(instant));
  // A thin gap between figures and characters, as everywhere else in the console.
  return language === 'zh' ? text.replace(/(\d)(?=[年月日])/g, '$1 ').replace(/([年月日])(?=\d|星)/g, '$1 ') : text;
}

export function useWritten(): (instant: number | string, kind: Kind) => string {
  const language = useLanguage();
  return (instant, kind) => written(instant, kind, language);
}
/** A number as it is written, with its unit behind it where there is one: 1,200 元. */
export function numbered(value: number, language: Language, unit?: string): string {
  const text = new Intl.NumberFormat(tag[language], { maximumFractionDigits: 4 }).format(value);
  return unit === undefined ? text : `${text} ${unit}`;
}

/** A share from 0 to 1 as a percentage. */
export const percentage = (share: number, language: Language): string =>
  new Intl.NumberFormat(tag[language], { style: 'percent', maximumFractionDigits: 1 }).format(share);

const mebibyte = 1024 * 1024;

/** The size of a file: 320 KB, 1.4 MB. */
export const sized = (bytes: number, language: Language): string =>
  bytes < mebibyte ? numbered(Math.ceil(bytes / 1024), language, 'KB') : numbered(Math.round((10 * bytes) / mebibyte) / 10, language, 'MB');
