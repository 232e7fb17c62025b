import type { Fields } from '#engine';

/** 证书准入 of Web前端开发, as it is applied for. */
export const application: Fields = {
  certificate: 'X002',
  levels: ['intermediate'],
  majors: ['510203'],
  lead: '软件技术专业带头人',
  team: ['软件技术专业教师'],
  cooperation: '与本地软件企业共建实训基地。',
  facilities: '机房4间，工位200个。',
  integration: '人才培养方案已融入证书标准。',
  requiredItems: 10,
  builtItems: 9,
  planMatchRatio: 0.5,
  industryFit: 5,
  enterpriseRecognition: 4,
};

export const expert = { name: '行业专家', unit: '省软件行业协会', title: '高级工程师' };

/** What the joint meeting adds. */
export const argument: Fields = {
  expertOpinion: '符合准入条件。',
  experts: [expert, { ...expert, name: '企业专家' }, { ...expert, name: '校内专家' }],
  conclusion: 'agree',
  jointMeetingMinutes: 'sample-file',
};
