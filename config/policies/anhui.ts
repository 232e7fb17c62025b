import type { ProvincePolicy } from '#pilot';

/** 安徽: 皖教秘职成〔2024〕22号 (R-AH24-…). What no source says is marked as proposed. */
export const anhui: ProvincePolicy = {
  notices: [
    {
      year: 2024,
      document: '皖教秘职成〔2024〕22号',
      seasons: {
        spring: {
          school: { from: '03-22', to: '04-02' }, // R-AH24-07
          city: { from: '03-22', to: '04-05' }, // R-AH24-08
          province: { from: '03-26', to: '04-10' }, // R-AH24-09
        },
        autumn: {
          school: { from: '09-15', to: '09-25' },
          city: { from: '09-15', to: '09-28' },
          province: { from: '09-20', to: '09-30' },
        },
      },
    },
  ],
  // The notice of 2024 let the cities' window end on 清明 without a word: the printed days hold (A-19).
  windowOnRestDay: 'as-written',
  // R-AH24-06 demands the number, no source gives one. The evaluation organisations publish them; entered here by the
  // certificate's code, each becomes a hard limit. A certificate without one is not held to any.
  minimumOpening: {},
  // R-AH24-04 gives no threshold; 60 % is proposed.
  lowRate: 0.6,
};
