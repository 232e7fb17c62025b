import { rule, rules, when } from '#engine';

/** The route of R-AH24-08: secondary schools, provincial ones too, go by their city. */
export const isSecondary = 'subject.school.type in ["secondary_local", "secondary_provincial"]';
const isHigher = 'subject.school.type in ["higher_vocational", "applied_undergraduate"]';

/** The lines as one text, so that a change of them can be seen. */
export const linesAsText =
  'form.lines.map(l, [l.level, l.major, l.?cohort.orValue(""), string(l.students), string(l.?socialLearners.orValue(0.0))].join("/")).join("|")';

const notCancelled = rule('R-AH24-01', '!facts.certificate.isCancelled', {
  zh: '“{facts.certificate.name}”已被教育部取消，不在申报范围。',
  en: '“{facts.certificate.name}” has been cancelled by the Ministry and cannot be applied for.',
});

const levelsPublished = rule('R-AH24-01', '!facts.certificate.areLevelsKnown || form.lines.all(l, l.level in facts.certificate.levels)', {
  zh: '申报等级不在“{facts.certificate.name}”公布的等级之内。',
  en: '“{facts.certificate.name}” has not been published at every level applied for.',
});

const minimumOpening = rule('R-AH24-06', 'form.?total.orValue(0.0) >= facts.certificate.minimumOpening', {
  zh: '申报人数{form.?total.orValue(0.0)}人，低于该证书开考最低人数{facts.certificate.minimumOpening}人。',
  en: '{form.?total.orValue(0.0)} candidates are fewer than the {facts.certificate.minimumOpening} this certificate is opened for.',
});

const sealed = rule('R-AH24-05', 'has(form.sealedScan)', {
  zh: '须上传申报表盖章扫描件。',
  en: 'The stamped scan of the form must be attached.',
});

const platformRegistered = rule('R-AH24-10', 'form.isPlatformRegistered', {
  zh: '学校尚未在国家平台注册，应先注册再申报。',
  en: 'The school must register on the national platform first.',
});

const inSchoolWindow = rule('R-AH24-07', 'now >= facts.window.schoolOpens && now <= facts.window.schoolCloses', {
  zh: '院校申报时间为{facts.window.schoolDays}。',
  en: 'Schools apply from {facts.window.schoolDays}.',
});

const inCityWindow = rule('R-AH24-08', 'now >= facts.window.cityOpens && now <= facts.window.cityCloses', {
  zh: '市级审核时间为{facts.window.cityDays}。',
  en: 'Cities review from {facts.window.cityDays}.',
});

const inProvinceWindow = rule('R-AH24-09', 'now >= facts.window.provinceOpens && now <= facts.window.provinceCloses', {
  zh: '省级审核时间为{facts.window.provinceDays}。',
  en: 'The province reviews from {facts.window.provinceDays}.',
});

const inGoodStanding = rule('R-AH21-35', '!facts.participation.isDisqualified', {
  zh: '本校已被取消该年度参与试点资格（至{facts.participation.until}），不能申报。',
  en: 'The school may not take part in the pilot that year (until {facts.participation.until}).',
});

/** What the draft must keep before the school argues it. */
export const draftRules = rules(
  rule('R-AH21-01', `${isSecondary} || ${isHigher}`, {
    zh: '本校类型不在申报范围。',
    en: 'Schools of this type are not addressed by the notice.',
  }),
  rule('R-AH24-07', 'now <= facts.window.schoolCloses', {
    zh: '该批次申报已于{facts.window.schoolDays}截止。',
    en: 'Applications for this season were open {facts.window.schoolDays} and are closed.',
  }),
  inGoodStanding,
  notCancelled,
  levelsPublished,
);

export const argumentRules = rules(
  rule('R-AH24-03', 'form.?conclusion.orValue("") == "agree"', {
    zh: '论证结论为“同意”方可通过。',
    en: 'Only an argument that concludes with agreement passes.',
  }),
  // The text asks for strict control without a figure; the figure and that a reason suffices are proposed.
  rule(
    'R-AH24-04',
    'has(form.lowRateReason) || form.?lastCompletionRate.orValue(1.0) >= facts.policy.lowRate && form.?lastIssueRate.orValue(1.0) >= facts.policy.lowRate',
    {
      zh: '上年完成率或发证率偏低，从严控制，须说明原因。',
      en: 'The completion or issue rate of last year is low; a reason must be given.',
    },
  ),
);

export const meetingRules = rules(
  rule('R-AH24-17', 'has(form.minutes)', {
    zh: '须附校长办公会纪要。',
    en: 'The minutes of the principal office meeting must be attached.',
  }),
  rule('R-AH24-17', 'form.?isBudgetIncluded.orValue(false)', {
    zh: '证书经费须纳入学校年度总预算。',
    en: 'The funds must be included in the annual budget of the school.',
  }),
);

const content = [inGoodStanding, platformRegistered, minimumOpening, sealed, notCancelled, levelsPublished];

/** 校内通过·待提交 → 市级初审 or 省级审核. */
export const submission = {
  byCity: when(isSecondary, inSchoolWindow, ...content),
  straight: when(isHigher, inSchoolWindow, ...content),
};

const byProvince = 'data.?returnedBy.orValue("") == "province"';
const areLinesChanged = `${linesAsText} != data.?returnedLines.orValue("")`;

/** 退回修改 → the reviewer who returned it; lines changed under the province's eyes go by the city again (proposed). */
export const resubmission = {
  toCity: when('data.?returnedBy.orValue("") == "city"', inCityWindow, ...content),
  byCityAgain: when(`${byProvince} && ${isSecondary} && ${areLinesChanged}`, inProvinceWindow, ...content),
  toProvince: when(`${byProvince} && !(${isSecondary} && ${areLinesChanged})`, inProvinceWindow, ...content),
};

export const cityRules = rules(
  inCityWindow,
  rule('R-AH24-12', 'form.?isSummaryReceived.orValue(false)', {
    zh: '须先收到学校盖章的申报学校汇总表，作为初审依据。',
    en: 'The school’s stamped summary table, the basis of the first review, must have been received.',
  }),
);

export const provinceRules = rules(inProvinceWindow);
