import type { Fields } from '#engine';

/** When the season's demonstration begins: two days before schools may apply in spring 2024 (R-AH24-07). */
export const seasonBegins = '2024-03-20T09:00:00+08:00';

/** Web前端开发 in spring 2024. */
export const webApplication: Fields = {
  year: 2024,
  season: 'spring',
  certificate: 'X002',
  lines: [{ level: 'intermediate', major: '510203', cohort: '2022级', students: 40 }],
  argumentMatch: '证书标准与软件技术专业核心课程一致。',
  argumentIntegration: '课程体系已融入证书标准。',
  argumentIndustry: '服务本地软件产业。',
  argumentHistory: '首次申报。',
  trainers: 4,
  assessors: 2,
  facilities: '机房四间。',
  plannedExamMonth: '2024-06',
  budget: 20_000,
  isPlatformRegistered: true,
};

/** 物流管理, which its school does not get ready in time. */
export const logisticsApplication: Fields = {
  ...webApplication,
  certificate: 'X003',
  lines: [{ level: 'junior', major: '530802', cohort: '2023级', students: 36 }],
  argumentMatch: '证书标准与物流管理专业核心课程一致。',
  argumentIndustry: '服务本地物流产业。',
  facilities: '仓储实训中心一处。',
};

/** What the principal office meeting adds; its minutes are attached. */
export const meetingFields = (minutes: string): Fields => ({
  meetingSession: '2024年第3次',
  meetingDate: '2024-03-21',
  minutes,
  isBudgetIncluded: true,
});
