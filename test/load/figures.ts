/** One measured value; `target` is for the ratio to the floor, or for the value where there is no floor. */
export interface Figure {
  readonly name: string;
  readonly concurrency: number | null;
  readonly value: number;
  readonly unit: string;
  readonly floor: number | null;
  readonly ratio: number | null;
  readonly target: number | null;
  readonly better: 'higher' | 'lower';
}

/** What a run came to. */
export interface Outcome {
  readonly figures: readonly Figure[];
  /** On what and how they were measured. */
  readonly notes: readonly string[];
  /** Sentences about what is not as it must be. */
  readonly faults: readonly string[];
}

/** A table of its own, cells as they are printed; the first column is what a row is about. */
export interface Report {
  readonly notes: readonly string[];
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly faults: readonly string[];
}

export function isShort({ value, ratio, target, better }: Figure): boolean {
  if (target === null) return false;
  const measured = ratio ?? value;
  return better === 'higher' ? measured < target : measured > target;
}

const heads = ['', 'concurrency', 'measured', 'floor', 'ratio', 'target', ''];

function cellsOf(figure: Figure): string[] {
  const { name, concurrency, value, unit, floor, ratio, target, better } = figure;
  return [
    name,
    concurrency === null ? '' : String(concurrency),
    `${rounded(value)} ${unit}`,
    floor === null ? '' : rounded(floor),
    ratio === null ? '' : ratio.toFixed(2),
    target === null ? '' : `${better === 'higher' ? '≥' : '≤'} ${target}`,
    isShort(figure) ? 'short' : '',
  ];
}

const rounded = (value: number): string => (value >= 100 ? String(Math.round(value)) : value.toPrecision(3));

export const reportOf = ({ figures, notes, faults }: Outcome): Report => ({ notes, heads, rows: figures.map(cellsOf), faults });

/** A table for the terminal; numbers stand to the right. */
export function tableOf({ heads: first, rows: others }: Report): string {
  const rows = [first, ...others];
  const widths = first.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ');
  return rows.map((row) => line(row).trimEnd()).join('\n');
}

export function markdownOf({ heads: first, rows }: Report): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rule = first.map((_, column) => (column === 0 || column === first.length - 1 ? '---' : '---:'));
  return [line(first), line(rule), ...rows.map(line)].join('\n');
}

/** Which of a page's tables it is. */
export type Place = 'bench' | 'scale' | 'timers' | 'profile' | 'console' | 'verify';

/** The text with what stands between the markers of this name replaced. @throws Error when it has no such markers. */
export function replaceBetweenMarkers(text: string, place: Place, content: string): string {
  const [begin, end] = [`<!-- ${place}: begin -->`, `<!-- ${place}: end -->`];
  const [from, until] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || until < from) throw new Error(`There are no lines "${begin}" and "${end}" to put the table between.`);
  return `${text.slice(0, from + begin.length)}\n\n${content}\n\n${text.slice(until)}`;
}
