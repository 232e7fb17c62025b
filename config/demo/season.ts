import type { Fields } from '#engine';

/** When the season's demonstration begins: two days before schools may apply in spring 2024 (R-AH24-07). */
export const seasonBegins = '2024-03-20T09:00:00+08:00';

/** Another application for 物流管理, which its school does not get ready in time: what it says differently. */
export const logisticsFields: Fields = {
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
