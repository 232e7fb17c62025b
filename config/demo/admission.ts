import type { Fields } from '#engine';

/** What a department writes when it asks for the certificate Web前端开发 (X002). */
export const admissionFields = (certificate: string): Fields => ({
  certificate,
  levels: ['intermediate'],
  majors: ['510203'],
  lead: '信息工程系证书负责人',
  team: ['软件技术教研室主任', '前端课程组组长', '企业兼职教师'],
  cooperation: '与两家软件企业共建实训基地，已签订三年合作协议。',
  facilities: '前端实训室两间，工位96个，服务器与开发环境齐备。',
  integration: '“网页设计”“JavaScript程序设计”两门课程的标准已对照证书标准修订。',
  requiredItems: 20,
  builtItems: 17,
  planMatchRatio: 0.9,
  industryFit: 5,
  enterpriseRecognition: 4,
});

/** What the joint meeting adds once the experts have argued; its minutes are attached. */
export const argumentFields = (minutes: string): Fields => ({
  expertOpinion: '专业基础扎实，实训条件满足证书标准，建议准入。',
  experts: [
    { name: '专家甲', unit: '软件行业协会', title: '高级工程师' },
    { name: '专家乙', unit: '兄弟院校软件学院', title: '教授' },
    { name: '专家丙', unit: '合作企业', title: '技术总监' },
  ],
  conclusion: 'agree',
  jointMeetingMinutes: minutes,
});
