import { addDays } from '../time/zone.ts';

/** A day that is not what its weekday says. */
export interface ListedDay {
  readonly date: string;
  readonly name: string;
  readonly isOffDay: boolean;
}

/** What was read of a list, and the lines nobody could make sense of. */
export interface HolidayList {
  readonly days: readonly ListedDay[];
  readonly unread: readonly string[];
}

/**
 * Reads a year's holidays as people have them: the text of the State Council's notice, a table of date, name and kind
 * (休 or 班), or JSON such as `[{date, name, isOffDay}]`.
 */
export function readHolidays(text: string, year: number): HolidayList {
  const given = text.trim();
  const { days, unread } = /^[[{]/.test(given) ? fromJson(given) : fromLines(given, year);
  return { days: [...days].sort((one, other) => (one.date < other.date ? -1 : 1)), unread };
}

function fromJson(text: string): HolidayList {
  try {
    const parsed: unknown = JSON.parse(text);
    const items = Array.isArray(parsed) ? parsed : (parsed as { days?: unknown }).days;
    if (!Array.isArray(items)) return { days: [], unread: [text.slice(0, 60)] };
    const unread = items.filter((item) => !isListedDay(item)).map((item) => JSON.stringify(item));
    return { days: items.filter(isListedDay).map(({ date, name, isOffDay }) => ({ date, name, isOffDay })), unread };
  } catch {
    return { days: [], unread: [text.slice(0, 60)] };
  }
}

const isListedDay = (item: unknown): item is ListedDay => {
  if (typeof item !== 'object' || item === null) return false;
  const { date, name, isOffDay } = item as Readonly<Record<string, unknown>>;
  return typeof date === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(date) && typeof name === 'string' && typeof isOffDay === 'boolean';
};

function fromLines(text: string, year: number): HolidayList {
  const days: ListedDay[] = [];
  const unread: string[] = [];
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '' || isHeading(line)) continue;
    const found = line.includes('放假') ? fromNotice(line, year) : fromRow(line, year);
    if (found.length === 0) unread.push(line);
    days.push(...found);
  }
  return { days, unread };
}

/** The first row of a table, which names its columns. */
const isHeading = (line: string): boolean => /^(日期|date)\b|^日期/i.test(line);

/** A paragraph such as “二、春节：1月28日（周二）至2月4日放假调休，共8天。1月26日（周日）、2月8日（周六）上班。” */
function fromNotice(paragraph: string, year: number): ListedDay[] {
  const plain = paragraph.replace(/[（(][^）)]*[）)]/g, '').replace(/\s/g, '');
  const [, name = ''] = /^(?:[一二三四五六七八九十\d]+[、.．])?([^：:\d]+)[：:]/.exec(plain) ?? [];
  const body = plain.slice(plain.search(/[：:]/) + 1);
  return body
    .split(/[。；;]/)
    .filter((sentence) => sentence.includes('放假') || sentence.includes('上班'))
    .flatMap((sentence) => datesIn(sentence, year).map((date) => ({ date, name, isOffDay: !sentence.includes('上班') })));
}

/** A row such as `2027-01-01 元旦 休`, or `2027-02-05 至 2027-02-11, 春节, 休`. */
function fromRow(row: string, year: number): ListedDay[] {
  const [, kind = ''] =
    /(?:^|[\s,，;；\t|])(休|休息日|放假|节假日|班|上班|调休上班|补班|工作日|off|rest|on|work|true|false)$/i.exec(row) ?? [];
  const name = row
    .replace(anyDate, ' ')
    .replace(kind, ' ')
    .match(/[\p{L}、·]+/gu)
    ?.find((word) => !['至', '到'].includes(word));
  if (kind === '' || name === undefined) return [];
  const isOffDay = /^(休|休息日|放假|节假日|off|rest|true)$/i.test(kind);
  return datesIn(row.replace(/\s/g, ''), year).map((date) => ({ date, name, isOffDay }));
}

const anyDate = /\d{4}[-/年]\d{1,2}[-/月]\d{1,2}日?|\d{1,2}月\d{1,2}日/g;
const dates = /(?:(\d{4})[-/年])?(\d{1,2})[-/月](\d{1,2})日?(?:(?:至|到|—|–|~|～)(?:(\d{4})[-/年])?(?:(\d{1,2})[-/月])?(\d{1,2})日?)?/g;

/** All days that a sentence names, those of a span included. A year or month that is not said is the one before it. */
function datesIn(sentence: string, year: number): string[] {
  return [...sentence.matchAll(dates)].flatMap(([, ofYear, month, day, lastYear, lastMonth, lastDay]) => {
    const first = dateOf(ofYear ?? String(year), month, day);
    const last = lastDay === undefined ? first : dateOf(lastYear ?? ofYear ?? String(year), lastMonth ?? month, lastDay);
    if (first === undefined || last === undefined) return [];
    const span: string[] = [];
    for (let date = first; date <= last && span.length < 40; date = addDays(date, 1)) span.push(date);
    return span;
  });
}

function dateOf(year: string, month = '', day = ''): string | undefined {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const read = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(date) ? date : undefined;
}
