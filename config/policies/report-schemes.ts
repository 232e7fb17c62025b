import type { ReportRule, Scheme } from '#reporting';

const fortnightly: ReportRule = {
  report: 'fortnightly',
  title: { zh: '双周报', en: 'Fortnightly report' },
  basis: ['R-AH21-33'],
  cadence: { every: 'half-month', dueDays: [12, 27] },
  restDay: 'as-written',
  streak: { rule: 'R-AH21-35', limit: 3, missMeans: 'notFilled' },
  review: 'accept',
};

/** 安徽: 皖教秘职成〔2021〕41号 三(二) (R-AH21-33, -35) and 皖教秘职成〔2024〕22号 六(三) (R-AH24-20, -21). */
export const anhuiReports: Scheme = {
  key: 'anhui',
  title: { zh: '安徽：双周报、月报', en: 'Anhui: fortnightly and monthly reports' },
  documents: ['皖教秘职成〔2021〕41号', '皖教秘职成〔2024〕22号'],
  reports: [
    fortnightly,
    {
      report: 'monthly',
      title: { zh: '工作进度月报表', en: 'Monthly progress report' },
      basis: ['R-AH24-20', 'R-AH24-21'],
      cadence: { every: 'month', dueDay: 27 }, // the text gives no day
      restDay: 'as-written',
      review: 'evaluate',
      annexOf: { report: 'fortnightly', rule: 'R-AH24-20' },
    },
  ],
  onCause: 'circular',
  rule: 'R-AH21-35',
  slowProgress: 'R-AH24-21',
};

/** 湖北: 鄂教职成办〔2020〕1号 工作要求6 (R-HB20-19, -20). The weekday is not in the text; Sunday is proposed. */
export const hubeiReports: Scheme = {
  key: 'hubei',
  title: { zh: '湖北：周报', en: 'Hubei: weekly reports' },
  documents: ['鄂教职成办〔2020〕1号'],
  reports: [
    {
      report: 'weekly',
      title: { zh: '周报', en: 'Weekly report' },
      basis: ['R-HB20-19'],
      cadence: { every: 'week', dueWeekday: 7 },
      restDay: 'as-written',
      streak: { rule: 'R-HB20-20', limit: 3, missMeans: 'notOnTime' },
      review: 'accept',
    },
  ],
  onCause: 'cancelReview', // the system opens the case, people decide it
  rule: 'R-HB20-20',
  violations: 'R-HB20-20',
};

/** Anhui's fortnightly report by itself, for a first look at the system. */
const demonstrationReports: Scheme = {
  ...anhuiReports,
  key: 'demonstration',
  title: { zh: '演示：双周报', en: 'Demonstration: fortnightly reports' },
  reports: [fortnightly],
};

export const reportSchemes: readonly Scheme[] = [anhuiReports, hubeiReports, demonstrationReports];
