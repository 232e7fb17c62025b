import type { Fields } from '#engine';

/** What a department writes when it asks for a certificate. */
type Application = Readonly<Record<'certificate' | 'lead' | 'major' | 'cooperation' | 'facilities' | 'integration', string>>;

/** Web前端开发 for the department of information engineering, which `npm run demo` plays. */
export const webDevelopment: Application = {
  certificate: 'X002',
  lead: '信息工程系证书负责人',
  major: '510203',
  cooperation: '与两家软件企业共建实训基地，已签订三年合作协议。',
  facilities: '前端实训室两间，工位96个，服务器与开发环境齐备。',
  integration: '“网页设计”“JavaScript程序设计”两门课程的标准已对照证书标准修订。',
};

/** 移动应用软件测试. */
export const softwareTesting: Application = {
  certificate: 'X044',
  lead: '信息工程系证书负责人',
  major: '510203',
  cooperation: '与一家软件测评机构共建实训室，企业工程师每学期授课32学时。',
  facilities: '软件测试实训室一间，工位48个，测试终端60台。',
  integration: '“软件测试技术”“移动应用开发”两门课程的标准已对照证书标准修订。',
};

/** 物流管理. */
export const logistics: Application = {
  certificate: 'X003',
  lead: '经济管理系证书负责人',
  major: '530802',
  cooperation: '与三家物流企业签订订单培养协议，共同开发实训项目。',
  facilities: '仓储实训中心一处，立体库与分拣线各一套，工位60个。',
  integration: '“仓储管理”“运输管理”两门课程的标准已对照证书标准修订。',
};

export const admissionFields = ({ major, ...application }: Application): Fields => ({
  ...application,
  levels: ['intermediate'],
  majors: [major],
  team: ['教研室主任', '课程组组长', '企业兼职教师'],
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
    { name: '专家甲', unit: '行业协会', title: '高级工程师' },
    { name: '专家乙', unit: '兄弟院校', title: '教授' },
    { name: '专家丙', unit: '合作企业', title: '技术总监' },
  ],
  conclusion: 'agree',
  jointMeetingMinutes: minutes,
});
