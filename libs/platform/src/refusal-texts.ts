/** What a refused person reads where it is this library that refuses, by code. */
export const platformTexts = {
  'clock.backwards': {
    zh: '时钟只能向前拨，现在是 {now}。要从更早的日子开始，请用新的数据目录启动，并设置 SHENPI_CLOCK_BEGINS。',
    en: 'The clock is only turned forward; it is {now}. To begin at an earlier day, start in a new data folder with SHENPI_CLOCK_BEGINS.',
  },
  'clock.too-far': { zh: '时钟最远拨到 {year} 年。', en: 'The clock is turned no further than the year {year}.' },
  'clock.turned-meanwhile': {
    zh: '其间有人拨动了时钟。请重新查看后再拨。',
    en: 'Somebody else has turned the clock meanwhile. Look at it again before you turn it.',
  },
} as const;
