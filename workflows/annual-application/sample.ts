import type { Fields } from '#engine';

/** Who is to be taught. */
export const line = { level: 'intermediate', major: '510203', cohort: '2022级', students: 40 };

/** 年度申报 of one class for Web前端开发, spring 2024. */
export const application: Fields = {
  year: 2024,
  season: 'spring',
  certificate: 'X002',
  lines: [line],
  argumentMatch: '证书标准与软件技术专业核心课程一致。',
  argumentIntegration: '课程体系已融入证书标准。',
  argumentIndustry: '服务本地软件产业。',
  argumentHistory: '首次申报。',
  trainers: 4,
  assessors: 2,
  facilities: '机房4间。',
  plannedExamMonth: '2024-06',
  budget: 20_000,
  isPlatformRegistered: true,
};
