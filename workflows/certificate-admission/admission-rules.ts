import { rule, rules } from '#engine';

/** What the department's application must keep, the first time and again after a return. */
export const applicationRules = rules(
  rule('R-NC21-13', '!facts.certificate.isCancelled', {
    zh: '教育部已取消“{facts.certificate.name}”证书，不得再引入。',
    en: 'The Ministry has cancelled the certificate “{facts.certificate.name}”; it must not be introduced again.',
  }),
  rule('R-NC21-10', 'form.builtRatio >= 0.8 || form.?planMatchRatio.orValue(0.0) >= 0.8', {
    zh: '软硬件建成率与建设方案覆盖率均不足80%，不得先引后看、先试再建。',
    en: 'Neither the share built nor the share covered by the construction plan reaches 80 %: build first, then introduce.',
  }),
  // Which levels there are is the Ministry's list, not the school's choice; where the register has none it cannot judge.
  rule('R-AH21-02', '!facts.certificate.areLevelsKnown || form.levels.all(level, level in facts.certificate.levels)', {
    zh: '所选等级不在该证书公布的等级之内。',
    en: 'The certificate has not been published at every level chosen.',
  }),
);

export const argumentRules = rules(
  rule('R-NC21-12', 'has(form.jointMeetingMinutes)', {
    zh: '论证须附系党政联席会纪要。',
    en: 'The argument needs the minutes of the joint meeting.',
  }),
  rule('R-AH21-08', 'form.?conclusion.orValue("") == "agree"', {
    zh: '论证结论为“同意”方可通过。',
    en: 'Only an argument that concludes with agreement passes.',
  }),
  // The text asks for an argument by experts; that there are three is proposed.
  rule('R-AH21-08', 'has(form.experts) && size(form.experts) >= 3', {
    zh: '论证专家不少于3人。',
    en: 'At least three experts take part in the argument.',
  }),
);

export const officeMeetingRules = rules(
  rule('R-NC21-12', 'has(form.officeMeetingMinutes)', {
    zh: '审议须附校长办公会纪要。',
    en: 'The deliberation needs the minutes of the principal office meeting.',
  }),
);

export const partyCommitteeRules = rules(
  rule('R-NC21-12', 'has(form.partyCommitteeMinutes)', {
    zh: '审定须附党委会纪要。',
    en: 'The decision needs the minutes of the party committee.',
  }),
);

export const agreementRules = rules(
  rule('R-NC21-14', 'has(form.agreement)', {
    zh: '须附双方签署的合作协议。',
    en: 'The cooperation agreement signed by both parties must be attached.',
  }),
  rule(
    'R-NC21-14',
    'has(form.agreementFrom) && has(form.agreementTo) && form.agreementFrom <= form.agreementTo && timestamp(form.agreementTo + "T23:59:59+08:00") >= now',
    {
      zh: '协议起止日期须填写完整、先后有序，且协议尚未到期。',
      en: 'The agreement must have a first and a later last day, and must not have run out.',
    },
  ),
);

export const siteRules = rules(
  rule('R-NC21-17', 'has(form.siteApplication)', {
    zh: '证书准入后应即申报考核站点，请填写站点申报编号。',
    en: 'An admitted certificate applies for an assessment site at once: give the number of the application.',
  }),
);
