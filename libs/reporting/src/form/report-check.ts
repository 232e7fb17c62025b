import { type BrokenRule, checkOf, type FieldProblem, type Fields, type Json, normalise, type Text } from '#engine';
import type { Report } from '../scheme.ts';
import { reportForms } from './report-forms.ts';

const checks = {
  fortnightly: checkOf(reportForms.fortnightly.schema),
  weekly: checkOf(reportForms.weekly.schema),
  monthly: checkOf(reportForms.monthly.schema),
} satisfies Record<Report, unknown>;

/** What keeps a report from being filed. */
export interface Faults {
  readonly fields: readonly FieldProblem[];
  readonly rules: readonly BrokenRule[];
}

/** Only what is wrong with the fields that are there. */
export const faultsOfDraft = (report: Report, fields: Fields): readonly FieldProblem[] => checks[report].draft(normalise(fields));

/**
 * What a report must be to be filed: complete, and its figures must agree with each other.
 * @param before the report filed before this one, with whose totals it must agree
 */
export function faultsOf(report: Report, entered: Fields, before: Fields | undefined): Faults {
  const fields = normalise(entered);
  const problems = checks[report].complete(fields);
  if (problems.length > 0) return { fields: problems, rules: [] };
  return { fields: [], rules: report === 'monthly' ? monthlyRules(fields, before) : periodicalRules(fields, report) };
}

const demand = (isKept: boolean, rule: string, message: Required<Text>): BrokenRule[] => (isKept ? [] : [{ rule, message }]);

const figure = (fields: Fields, name: string): number => Number(fields[name] ?? 0);

const pairs = [
  ['trainedStudents', '培训学生数', 'students trained'],
  ['trainedSocial', '培训社会人员数', 'social learners trained'],
  ['examined', '考核人数', 'examined'],
  ['certified', '取证人数', 'certified'],
  ['teacherTraining', '师资培训人次', 'teachers trained'],
] as const;

function periodicalRules(fields: Fields, report: Report): BrokenRule[] {
  const rule = report === 'weekly' ? 'R-HB20-19' : 'R-AH21-33';
  return [
    ...demand(fields['progress'] !== undefined || fields['nothingNew'] === true, rule, {
      zh: '须填写工作进展；确无新进展的，勾选“本期无新进展”。',
      en: 'Write down the progress, or declare that there is nothing new.',
    }),
    ...pairs.flatMap(([name, zh, en]) =>
      demand(figure(fields, name) <= figure(fields, `${name}Total`), rule, {
        zh: `${zh}：本期数不能大于累计数。`,
        en: `More ${en} in this period than in total.`,
      }),
    ),
    ...demand(figure(fields, 'certifiedTotal') <= figure(fields, 'examinedTotal'), rule, {
      zh: '累计取证人数不能大于累计考核人数。',
      en: 'More have been certified than were examined.',
    }),
  ];
}

const rule = 'R-AH24-20';

/** Annex 5: certificates ≤ passed ≤ examined, and the total is that of the last report and this month's. */
function monthlyRules(fields: Fields, before: Fields | undefined): BrokenRule[] {
  const known = new Map(rowsOf(before ?? {}).map((row) => [keyOf(row), row]));
  const rows = rowsOf(fields);
  return [
    ...demand(new Set(rows.map(keyOf)).size === rows.length, rule, {
      zh: '同一证书同一等级只能填一行。',
      en: 'A certificate and level may stand in one line only.',
    }),
    ...rows.flatMap((row, index) => rowRules(row, index + 1, known.get(keyOf(row)))),
  ];
}

function rowRules(row: Fields, line: number, before: Fields | undefined): BrokenRule[] {
  const [month, total] = [figure(row, 'examinedMonth'), figure(row, 'examinedTotal')];
  const [passed, issued] = [figure(row, 'passed'), figure(row, 'issued')];
  const earlier = before === undefined ? undefined : figure(before, 'examinedTotal');
  return [
    ...demand(issued <= passed && passed <= total, rule, {
      zh: `第${line}行：应为 发证人数≤通过人数≤累计实考人数。`,
      en: `Line ${line}: certificates issued ≤ passed ≤ examined in total.`,
    }),
    ...demand(earlier === undefined ? month <= total : earlier + month === total, rule, {
      zh: `第${line}行：累计实考人数应为上期累计${earlier ?? 0}人加本月${month}人。`,
      en: `Line ${line}: the total must be the ${earlier ?? 0} of the last report and the ${month} of this month.`,
    }),
  ];
}

const rowsOf = ({ rows }: Fields): Fields[] => (Array.isArray(rows) ? rows.filter(isRow) : []);
const isRow = (value: Json): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const keyOf = ({ certificate, level }: Fields): string => JSON.stringify([certificate, level]);
