import { field, formOf } from '#engine';
import { levels, seasons } from '../levels-and-seasons.ts';

/** F04 指标调增申请表 (annex 4). The two consents are decisions; the number examined so far has no register yet. */
export const increaseForm = formOf(
  {
    year: field.whole(['申报年度', 'Year'], { minimum: 2000, maximum: 2999 }),
    season: field.choice(['申报批次', 'Season'], seasons),
    certificate: field.reference(['证书', 'Certificate'], 'certificate'),
    certificateName: field.text(['证书名称', 'Name of the certificate'], { 'x-calc': 'facts.certificate.name' }),
    level: field.choice(['等级', 'Level'], levels),
    major: field.reference(['专业', 'Major'], 'major'),
    approvedHeadcount: field.whole(['原批准人数', 'Approved headcount'], { 'x-calc': 'facts.plan.headcount' }),
    increase: field.whole(['申请增加人数', 'Increase']),
    headcountAfter: field.whole(['调增后人数', 'Headcount after the increase'], {
      'x-calc': 'facts.plan.headcount + form.increase',
    }),
    reason: field.text(['调增理由', 'Reason']),
    examPlan: field.text(['考核时间安排', 'Plan of the assessment']),
    examDay: field.date(['计划考核日期', 'Day of the assessment']),
    sealedScan: field.file(['申请表盖章扫描件', 'Stamped scan of the form']),
  },
  ['year', 'season', 'certificate', 'level', 'major', 'increase', 'reason', 'examPlan', 'examDay'],
);
