import pc from 'picocolors';
import { pad, widthOf } from '../columns.ts';
import { verbOf } from '../office-words.ts';
import type { HistoryLine } from '../timeline.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** What the table says beside what every story prints. */
export interface OfficeLine extends HistoryLine {
  readonly by?: Named & { readonly post?: { readonly title: { readonly zh: string } } };
  readonly onBehalfOf?: Named;
  readonly people?: readonly Named[];
  readonly from: HistoryLine['to'];
  readonly detail: {
    readonly place?: 'before' | 'after' | 'beside';
    readonly recipients?: readonly { readonly person?: string }[];
    readonly meeting?: { readonly number: string; readonly paragraph: number; readonly conditions?: string };
  };
}

const places = { before: '前', after: '后', beside: '并' } as const;
const time = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hour12: false,
});

/** 审批记录 as a table. @param nameOf somebody's name, by id */
export function tableOf(lines: readonly OfficeLine[], nameOf: (person: string) => string): string[] {
  const rows = lines.map((line) => cellsOf(line, nameOf));
  const head = ['时间', '经办人', '岗位', '环节', '办理', '说明'];
  const widths = head.map((_title, column) => Math.max(...[head, ...rows].map((row) => widthOf(row[column] ?? ''))));
  const lineOf = (row: readonly string[]): string => `  ${row.map((cell, column) => pad(cell, widths[column] ?? 0)).join('  ')}`.trimEnd();
  return [pc.dim(lineOf(head)), ...rows.map(lineOf)];
}

function cellsOf(line: OfficeLine, nameOf: (person: string) => string): string[] {
  const { at, by, onBehalfOf, step } = line;
  const who = `${by?.name ?? '系统'}${onBehalfOf === undefined ? '' : `（代${onBehalfOf.name}）`}`;
  const { place } = line.detail;
  const verb = `${place === undefined || line.kind !== 'signers-added' ? '' : places[place]}${verbOf(line)}`;
  return [time.format(new Date(at)), who, by?.post?.title.zh ?? '', step?.title.zh ?? '', verb, notesOf(line, nameOf).join('；')];
}

/** Why, whom it concerns, by which meeting, and where it led. */
function notesOf({ kind, comment, people = [], detail, from, to }: OfficeLine, nameOf: (person: string) => string): string[] {
  const { recipients = [], meeting } = detail;
  const concerned = [
    ...people.map(({ name }) => name),
    ...recipients.flatMap(({ person }) => (person === undefined ? [] : nameOf(person))),
  ];
  const pathsOf = (states: HistoryLine['to']): string => states.map(({ path }) => path).join();
  const isMoved = kind === 'started' || pathsOf(from) !== pathsOf(to);
  return [
    ...(comment === undefined || comment === '' ? [] : [`“${comment}”`]),
    ...(concerned.length === 0 ? [] : [`涉及${concerned.join('、')}`]),
    ...(meeting === undefined ? [] : [`${meeting.number}纪要第${meeting.paragraph}项`]),
    ...(meeting?.conditions === undefined ? [] : [`条件：${meeting.conditions}`]),
    ...(isMoved && to.length > 0 ? [`转入${to.map(({ title }) => title.zh).join('、')}`] : []),
  ];
}
