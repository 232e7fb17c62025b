import { listed, remarked } from '../words/punctuation.ts';
/** How names and values are said in the language of whoever looks. */
export interface ChangeWords {
  /** Undefined for a name or a value that has no word. */
  readonly wordOf: (key: string) => string | undefined;
  /** An instant, such as `2026-03-30T01:00:00.000Z`. */
  readonly instant: (at: string) => string;
}

export interface ChangeLine {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** What is for machines, or stands in the case's own history, to which the entry leads. */
const unsaid: ReadonlySet<string> = new Set(['states', 'sequence', 'step', 'task', 'handover']);

/** Names whose values are words themselves, by what the words are called. */
const spoken: ReadonlySet<string> = new Set(['kind', 'type', 'format', 'language', 'kinds']);

interface Day {
  readonly date: string;
  readonly name: string;
  readonly isOffDay: boolean;
  readonly source: string;
}

/** What there was and what there is now, name by name, in words; what did not change is said once. */
export function changeLines(before: unknown, after: unknown, words: ChangeWords): ChangeLine[] {
  const [old, present] = [recordOf(before), recordOf(after)];
  const names = [...new Set([...Object.keys(old), ...Object.keys(present)])].filter((name) => !unsaid.has(name));
  return names.map((name) => ({
    name: words.wordOf(name) ?? name,
    before: written(name, old[name], words),
    after: written(name, present[name], words),
  }));
}

/** A list is one of days of the calendar. */
function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  if (Array.isArray(value)) return { days: value };
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

function written(name: string, value: unknown, words: ChangeWords): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return words.wordOf(value ? 'yes' : 'no') ?? '';
  if (Array.isArray(value)) return writtenAll(name, value, words);
  const said = typeof value === 'string' ? value : JSON.stringify(value);
  if (spoken.has(name)) return words.wordOf(said) ?? said;
  return /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(said) ? words.instant(said) : said;
}

function writtenAll(name: string, values: readonly unknown[], words: ChangeWords): string {
  if (values.length === 0) return words.wordOf('none') ?? '';
  if (values.every(isDay)) {
    const sources = listed([...new Set(values.map(({ source }) => source))]);
    const days = values.map((day) => `${day.date} ${day.name} ${words.wordOf(day.isOffDay ? 'rest' : 'work') ?? ''}`);
    return remarked(listed(days), sources);
  }
  return listed(values.map((value) => written(name, value, words)));
}

const isDay = (value: unknown): value is Day => typeof value === 'object' && value !== null && 'date' in value && 'isOffDay' in value;
