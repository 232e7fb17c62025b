import pc from 'picocolors';
import { pad, widthOf } from './columns.ts';

/** 学校 × 期次, as the server gives it. */
export interface Grid {
  readonly periods: readonly { readonly key: string; readonly to: string }[];
  readonly items: readonly {
    readonly school: { readonly id: string; readonly name: string };
    readonly cells: Readonly<Record<string, { readonly state: string; readonly isMiss: boolean } | undefined>>;
  }[];
}

/** Beside a school's cells: in which period it was flagged, and how it stands. */
export interface RowNote {
  readonly flaggedIn?: string | undefined;
  readonly standing: string;
}

type Paint = (text: string) => string;

const marks: Readonly<Record<string, readonly [mark: string, paint: Paint]>> = {
  submitted: ['报', pc.green],
  accepted: ['报', pc.green],
  late: ['迟', pc.yellow],
  missed: ['漏', pc.red],
  exempted: ['免', pc.cyan],
  returned: ['退', pc.magenta],
};
const flag: Paint = (text) => pc.bgRed(pc.white(text));
const waiting = pc.dim('··');

/** What the marks mean. */
export const legend = [
  `${pc.green('报')} 按时 in time`,
  `${pc.yellow('迟')} 补报 late`,
  `${pc.red('漏')} 漏报 missed`,
  `${pc.cyan('免')} 免报、申诉成立 excused, appeal accepted`,
  `${flag('旗')} 连续三期漏报，系统标记 flagged by the system`,
  `${waiting} 未到期 not due yet`,
].join('  ');

const weekdays = ['日', '一', '二', '三', '四', '五', '六'];
const cellWidth = 8;

/** The grid as lines: a school a row, a due day a column, months above them. */
export function linesOf({ periods, items }: Grid, isRestDay: (day: string) => boolean, noteOf: (school: string) => RowNote): string[] {
  const nameWidth = Math.max(...items.map(({ school }) => widthOf(school.name)), 8);
  const months = periods.map(({ to }, index) => {
    const month = to.slice(0, 7);
    return pad(periods[index - 1]?.to.startsWith(month) === true ? '' : month, cellWidth);
  });
  const days = periods.map(({ to }) => {
    const weekday = weekdays[new Date(to).getUTCDay()] ?? '';
    return pad(`${to.slice(8)}${weekday}${isRestDay(to) ? '休' : ''}`, cellWidth);
  });
  const rows = items.map(({ school, cells }) => {
    const { flaggedIn, standing } = noteOf(school.id);
    const marked = periods.map(({ key }) => markOf(cells[key]?.state, key === flaggedIn));
    return `  ${pad(school.name, nameWidth)}  ${marked.join('')}${standing}`;
  });
  const indent = ' '.repeat(nameWidth + 4);
  return [`${indent}${pc.bold(months.join(''))}`, `${indent}${pc.dim(days.join(''))}`, ...rows];
}

function markOf(state: string | undefined, isFlagged: boolean): string {
  const [mark, paint] = marks[state ?? ''] ?? ['··', pc.dim];
  const text = isFlagged ? `${paint(mark)}${flag('旗')}` : paint(mark);
  return `${text}${' '.repeat(cellWidth - (isFlagged ? 4 : 2))}`;
}
