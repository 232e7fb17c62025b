/** What a refused person reads where it is this library that refuses, by code. */
export const pilotTexts = {
  'calendar.date-outside': {
    zh: '{date} 不在 {year} 年内。跨年假期在上一年十二月的日子，请在那一年中更正。',
    en: '{date} is not in {year}. Correct the December days of a holiday that goes over the new year in the year they lie in.',
  },
  'calendar.date-twice': { zh: '{date} 列出了两次。', en: '{date} is listed twice.' },
  'calendar.list-implausible': {
    zh: '名单列出 {rest} 个休息日、{shifted} 个调休上班日，与国务院办公厅历年通知不符（休息日 {from} 至 {to} 个，调休上班日至多 {mostShifted} 个）。请核对是否为全年名单。',
    en: 'The list names {rest} rest days and {shifted} shifted working days, which no notice of the State Council does ({from} to {to}, and at most {mostShifted}). Check that it is the whole year’s.',
  },
  'calendar.holiday-missing': {
    zh: '名单中缺少法定节假日 {date}。请核对是否为全年名单。',
    en: 'The list lacks the statutory holiday {date}. Check that it is the whole year’s.',
  },
  'calendar.not-corrected': {
    zh: '{date} 没有更正，与随系统提供的日历一致。',
    en: '{date} was not corrected: it is as in the list that came with the software.',
  },
} as const;
