import { rule, rules, when } from '#engine';
import { isSecondary } from '../annual-application/application-rules.ts';

const planStands = [
  rule('R-AH24-15', 'facts.plan.exists', {
    zh: '本校该证书本批次没有已批准的考核计划，不能调增。',
    en: 'The school has no approved plan for this certificate and season that could be increased.',
  }),
  rule('R-AH24-14', '!facts.plan.exists || facts.plan.hasLine', {
    zh: '批准计划中没有该等级和专业；审批通过后不接受等级、专业调整。',
    en: 'The approved plan does not hold this level and major; neither can be changed after approval.',
  }),
];

export const applicationRules = rules(
  ...planStands,
  rule('R-AH24-14', 'form.increase > 0', {
    zh: '审批通过后不接受人数削减，调增人数须大于0。',
    en: 'The headcount cannot be reduced after approval: the increase must be above 0.',
  }),
);

const sendingRules = [
  rule('R-AH24-15', 'has(form.sealedScan)', {
    zh: '须上传《指标调增申请表》盖章扫描件。',
    en: 'The stamped scan of annex 4 must be attached.',
  }),
  // Proposed: an increase after the assessment would have nobody left to examine.
  rule('R-AH24-15', 'timestamp(form.examDay + "T00:00:00+08:00") > now', {
    zh: '考核已举行，不能再调增。',
    en: 'The assessment has been held; nothing can be increased any more.',
  }),
];

/** The city of a secondary school is told (proposed); the way is the same. */
export const sending = { ofSecondary: when(isSecondary, ...sendingRules), ofOthers: when(`!(${isSecondary})`, ...sendingRules) };

export const approvalRules = rules(...planStands);
