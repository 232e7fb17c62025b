import writeExcelFile, { type SheetData } from 'write-excel-file/node';
import type { ListedTask, OnTimeStep, WaitingStep } from '#case';

export interface FollowedUp {
  readonly waiting: readonly WaitingStep[];
  readonly stuck: readonly ListedTask[];
  readonly onTime: readonly OnTimeStep[];
}

interface Column<Row> {
  readonly title: string;
  readonly width: number;
  readonly cell: (row: Row) => Cell;
}

type Cell = SheetData[number][number];

// A type is always said: what a person wrote stays a text, also when it begins with =.
const text = (value: string): Cell => ({ type: String, value });
const number = (value: number): Cell => ({ type: Number, value });
const share = (value: number | undefined): Cell => (value === undefined ? null : { type: Number, value, format: '0.0%' });

/** Spreadsheets know no time zones: the wall clock of the offices stands in them. */
const moment = (at: string | undefined): Cell =>
  at === undefined ? null : { type: Date, value: new Date(Date.parse(at) + 8 * 3_600_000), format: 'yyyy-mm-dd hh:mm' };

const process = { title: '流程', width: 24, cell: ({ definition }: WaitingStep | OnTimeStep | ListedTask) => text(definition.title.zh) };
const step = { title: '环节', width: 26, cell: ({ step: { title } }: WaitingStep | OnTimeStep | ListedTask) => text(title.zh) };

const ages = ['2个工作日内', '3至5个工作日', '6至10个工作日', '11至20个工作日', '20个工作日以上'];

const waitingColumns: readonly Column<WaitingStep>[] = [
  process,
  step,
  { title: '在办', width: 8, cell: ({ total }) => number(total) },
  { title: '其中逾期', width: 10, cell: ({ overdue }) => number(overdue) },
  ...ages.map((title, place) => ({ title, width: 15, cell: (row: WaitingStep) => number(row.ages[place] ?? 0) })),
  { title: '最早到达', width: 18, cell: ({ oldestSince }) => moment(oldestSince) },
];

const stuckColumns: readonly Column<ListedTask>[] = [
  { title: '事项', width: 44, cell: ({ title }) => text(title.zh) },
  process,
  step,
  { title: '到达', width: 18, cell: ({ openedAt }) => moment(openedAt) },
  { title: '到期', width: 18, cell: ({ dueAt }) => moment(dueAt) },
  { title: '逾期工作日', width: 12, cell: ({ workingDaysLeft }) => (workingDaysLeft === undefined ? null : number(-workingDaysLeft)) },
];

const onTimeColumns: readonly Column<OnTimeStep>[] = [
  process,
  step,
  { title: '机构', width: 28, cell: ({ organisation }) => (organisation === undefined ? null : text(organisation.name)) },
  { title: '办结', width: 8, cell: ({ decided }) => number(decided) },
  { title: '有期限的', width: 10, cell: ({ withDue }) => number(withDue) },
  { title: '按时', width: 8, cell: ({ onTime }) => number(onTime) },
  { title: '按时率', width: 10, cell: ({ withDue, onTime }) => share(withDue === 0 ? undefined : onTime / withDue) },
];

/** What is followed up as an Excel workbook: a sheet each for what is open, overdue, and decided in time. */
export function workbookOf({ waiting, stuck, onTime }: FollowedUp): Promise<Buffer> {
  return writeExcelFile([
    sheetOf('在办', waitingColumns, waiting),
    sheetOf('逾期', stuckColumns, stuck),
    sheetOf('按时率', onTimeColumns, onTime),
  ]).toBuffer();
}

function sheetOf<Row>(sheet: string, columns: readonly Column<Row>[], rows: readonly Row[]) {
  const head = columns.map(({ title }): Cell => ({ type: String, value: title, fontWeight: 'bold', backgroundColor: '#EAF1FE' }));
  return {
    sheet,
    data: [head, ...rows.map((row) => columns.map(({ cell }) => cell(row)))],
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
  };
}
