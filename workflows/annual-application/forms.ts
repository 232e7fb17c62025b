import { field, formOf } from '#engine';
import { levels, seasons } from '../levels-and-seasons.ts';

/**
 * F02 职业技能等级证书申报表 (annex 2; the real columns were not found, these follow R-AH24-02 to -17). The opinions of the
 * city and the province are their decisions' comments.
 */
export const applicationForm = formOf(
  {
    year: field.whole(['申报年度', 'Year'], { minimum: 2000, maximum: 2999 }),
    season: field.choice(['申报批次', 'Season'], seasons),
    certificate: field.reference(['证书', 'Certificate'], 'certificate'),
    certificateName: field.text(['证书名称', 'Name of the certificate'], { 'x-calc': 'facts.certificate.name' }),
    organisation: field.text(['评价组织', 'Evaluation organisation'], { 'x-calc': 'facts.certificate.organisation' }),
    lines: field.table(
      ['申报明细', 'Lines'],
      {
        level: field.choice(['等级', 'Level'], levels),
        major: field.reference(['申报专业', 'Major'], 'major'),
        cohort: field.text(['年级／班级', 'Cohort'], { maxLength: 60 }),
        students: field.whole(['申报人数（学生）', 'Students'], { minimum: 1 }),
        socialLearners: field.whole(['社会人员人数', 'Social learners'], { minimum: 0 }),
      },
      { required: ['level', 'major', 'students'], minItems: 1, maxItems: 60 },
    ),
    total: field.whole(['合计人数', 'Total'], {
      'x-calc': 'sum(form.lines.map(l, has(l.socialLearners) ? l.students + l.socialLearners : l.students))',
    }),
    // 0 where the register does not know it.
    minimumOpening: field.whole(['开考最低人数', 'Minimum opening number'], {
      'x-calc': 'facts.certificate.minimumOpening',
    }),
    argumentMatch: field.text(['标准与专业教学匹配度论证', 'Match of the standard with the teaching']),
    argumentIntegration: field.text(['融合度（书证融通）论证', 'Integration of courses and certificate']),
    argumentIndustry: field.text(['产业对口情况', 'Fit with the industry']),
    argumentHistory: field.text(['往年考核完成情况', 'Assessments of former years']),
    // completion = examined ÷ approved, issue = issued ÷ examined. Empty for a first application.
    lastCompletionRate: field.share(['上年完成率', 'Completion rate of last year']),
    lastIssueRate: field.share(['上年发证率', 'Issue rate of last year']),
    lowRateReason: field.text(['低完成率、低发证率说明', 'Reason for a low rate']),
    trainers: field.whole(['培训师人数', 'Trainers'], { minimum: 0 }),
    assessors: field.whole(['考评员人数', 'Assessors'], { minimum: 0 }),
    facilities: field.text(['实训条件', 'Training facilities']),
    site: field.text(['考核站点', 'Assessment site'], { maxLength: 200 }),
    plannedExamMonth: field.month(['计划考核时间', 'Month of the assessment']),
    budget: field.money(['经费预算', 'Budget'], { exclusiveMinimum: 0 }),
    fee: field.money(['费用标准（元/人）', 'Fee per candidate']),
    // R-AH24-10: the national platform cannot be asked; the school declares it and the reviewer checks.
    isPlatformRegistered: field.yesNo(['已在国家平台注册', 'Registered on the national platform']),
    conclusion: field.choice(['论证结论', 'Conclusion of the argument'], {
      agree: ['同意', 'Agreed'],
      revise: ['修改后再议', 'To be revised'],
      disagree: ['不同意', 'Not agreed'],
    }),
    meetingSession: field.text(['校长办公会届次', 'Session of the principal office meeting'], { maxLength: 100 }),
    meetingDate: field.date(['校长办公会时间', 'Day of the meeting']),
    minutes: field.file(['会议纪要', 'Minutes']),
    isBudgetIncluded: field.yesNo(['证书经费已纳入学校年度总预算', 'Funds included in the annual budget']),
    sealedScan: field.file(['申报表盖章扫描件', 'Stamped scan of the form']),
    isSummaryReceived: field.yesNo(['已收到申报学校汇总表', 'Summary table received']),
  },
  [
    'year',
    'season',
    'certificate',
    'lines',
    'argumentMatch',
    'argumentIntegration',
    'argumentIndustry',
    'argumentHistory',
    'trainers',
    'assessors',
    'facilities',
    'plannedExamMonth',
    'budget',
    'isPlatformRegistered',
  ],
);

/**
 * What the case remembers: who returned it and the lines as they were then, and the approved plan by level and major,
 * to which each increase adds a line (R-AH24-15).
 */
export const applicationData = formOf(
  {
    returnedBy: field.text(['退回单位', 'Returned by'], { maxLength: 20 }),
    returnedLines: field.text(['退回时的申报明细', 'Lines as returned'], { maxLength: 20_000 }),
    plan: field.table(
      ['批准计划', 'Approved plan'],
      {
        level: field.choice(['等级', 'Level'], levels),
        major: field.reference(['专业', 'Major'], 'major'),
        headcount: field.whole(['人数', 'Headcount'], { minimum: 1 }),
      },
      { required: ['level', 'major', 'headcount'], maxItems: 1000 },
    ),
  },
  ['plan'],
).schema;

export const increasePayload = formOf(
  {
    level: field.choice(['等级', 'Level'], levels),
    major: field.reference(['专业', 'Major'], 'major'),
    increase: field.whole(['增加人数', 'Increase'], { minimum: 1 }),
  },
  ['level', 'major', 'increase'],
).schema;
