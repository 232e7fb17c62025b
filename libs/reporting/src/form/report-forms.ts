import { type Form, field, formOf } from '#engine';
import type { Report } from '../scheme.ts';

const pair = (zh: string, en: string) =>
  [
    field.whole([`${zh}（本期）`, `${en}, this period`], { minimum: 0, 'x-unit': '人' }),
    field.whole([`${zh}（累计）`, `${en}, in total`], { minimum: 0, 'x-unit': '人' }),
  ] as const;

const [trainedStudents, trainedStudentsTotal] = pair('培训学生数', 'Students trained');
const [trainedSocial, trainedSocialTotal] = pair('培训社会人员数', 'Social learners trained');
const [examined, examinedTotal] = pair('考核人数', 'Examined');
const [certified, certifiedTotal] = pair('取证人数', 'Certified');
const [teacherTraining, teacherTrainingTotal] = pair('师资培训人次', 'Teachers trained');

/** F06 平台周报: the five blocks of R-AH21-33; the figures are proposed. */
const periodical: Form = formOf(
  {
    progress: field.text(['工作进展', 'Progress']),
    experience: field.text(['工作经验', 'Experience']),
    cases: field.text(['典型案例', 'Typical cases']),
    problems: field.text(['存在问题', 'Problems']),
    suggestions: field.text(['政策建议', 'Suggestions for policy']),
    nothingNew: field.yesNo(['本期无新进展', 'Nothing new in this period']),
    trainedStudents,
    trainedStudentsTotal,
    trainedSocial,
    trainedSocialTotal,
    examined,
    examinedTotal,
    certified,
    certifiedTotal,
    teacherTraining,
    teacherTrainingTotal,
    spending: field.money(['经费支出', 'Spending']),
  },
  ['trainedStudents', 'trainedStudentsTotal', 'examined', 'examinedTotal', 'certified', 'certifiedTotal'],
);

/** F05 工作进度月报表 (annex 5 of AH24). */
const monthly: Form = formOf(
  {
    rows: field.table(
      ['证书进度', 'Progress by certificate'],
      {
        certificate: field.reference(['证书', 'Certificate'], 'certificate'),
        level: field.choice(['等级', 'Level'], {
          junior: ['初级', 'Elementary'],
          intermediate: ['中级', 'Intermediate'],
          advanced: ['高级', 'Advanced'],
        }),
        approved: field.whole(['批准计划人数', 'Approved'], { minimum: 1 }),
        trained: field.whole(['已培训人数', 'Trained'], { minimum: 0 }),
        registered: field.whole(['已报名人数', 'Registered'], { minimum: 0 }),
        examinedMonth: field.whole(['本月实考人数', 'Examined this month'], { minimum: 0 }),
        examinedTotal: field.whole(['累计实考人数', 'Examined in total'], { minimum: 0 }),
        passed: field.whole(['通过人数', 'Passed'], { minimum: 0 }),
        issued: field.whole(['发证人数', 'Certificates issued'], { minimum: 0 }),
        plannedExam: field.date(['计划考核时间', 'Planned assessment']),
        reason: field.text(['未完成原因', 'Why it is behind']),
      },
      {
        minItems: 1,
        required: ['certificate', 'level', 'approved', 'trained', 'registered', 'examinedMonth', 'examinedTotal', 'passed', 'issued'],
      },
    ),
    issues: field.text(['存在问题与建议', 'Problems and suggestions']),
    filledBy: field.text(['填报人', 'Filled in by'], { maxLength: 60 }),
    checkedBy: field.text(['审核人', 'Checked by'], { maxLength: 60 }),
  },
  ['rows', 'filledBy', 'checkedBy'],
);

/** The form of every report. */
export const reportForms: Readonly<Record<Report, Form>> = { fortnightly: periodical, weekly: periodical, monthly };
