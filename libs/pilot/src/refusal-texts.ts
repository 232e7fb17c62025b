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
  'window.day-outside': {
    zh: '{day} 不在 {year} 年内。窗口的起止日期都须在这一年。',
    en: '{day} is not in {year}. A window begins and ends in its year.',
  },
  'window.ends-first': { zh: '窗口的截止日 {to} 早于开始日 {from}。', en: 'A window ends on {to}, before it begins on {from}.' },
  'window.out-of-order': {
    zh: '后一级的审核截止（{after}）不能早于前一级（{before}）：最后一天报来的也要有时间审核。',
    en: 'A later stage closes on {after}, before the one that hands in to it closes on {before}: what comes on the last day has to be reviewed, too.',
  },
  'window.overlapping': {
    zh: '秋季窗口自 {from} 开始，而春季窗口到 {to} 才截止，两者重叠。',
    en: 'The autumn window begins on {from}, and that of spring ends on {to}: they overlap.',
  },
  'window.closed': {
    zh: '{from} 至 {to} 的窗口已经结束，不能再改：已办结的申报以它为准。',
    en: 'The window from {from} to {to} is over and stays as it was: applications were decided by it.',
  },
  'window.begun': { zh: '窗口已于 {from} 开放，开始日不能再改。', en: 'The window has been open since {from}: its first day stays.' },
  'window.closes-in-past': {
    zh: '截止日 {to} 已过（今天是 {today}）。最早可在今天截止。',
    en: 'The last day, {to}, is over (today is {today}). Close it today at the earliest.',
  },
  'window.changed': {
    zh: '其间有人改动了这一年的窗口。请重新查看后再改。',
    en: 'Somebody else has changed the windows of this year meanwhile. Look at them again before you change them.',
  },
  'window.not-entered': {
    zh: '{year} 年的窗口没有录入过，无可撤销。',
    en: 'No windows were entered for {year}: there is nothing to withdraw.',
  },
} as const;
