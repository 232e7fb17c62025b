/** What a refused person reads where it is this library that refuses, by code. */
export const directoryTexts = {
  'sign-in.failed': { zh: '账号或密码不正确。', en: 'Account or password is wrong.' },
  'sign-in.locked': {
    zh: '密码多次错误，账号已锁定。请 {minutes} 分钟后再试。',
    en: 'Too many wrong passwords: the account is locked. Try again in {minutes} minute(s).',
  },
  'permission.missing': {
    zh: '您的岗位没有此项权限（{permission}）。请联系管理员。',
    en: 'None of your posts allows this ({permission}). Ask an administrator.',
  },
  'absence.person-unknown': { zh: '没有这个人，或者不归您管理。', en: 'There is no such person, or they are not yours to look after.' },
  'absence.unknown': { zh: '没有这段代理，或者不是这个人的。', en: 'There is no such absence of this person.' },
  'absence.period-invalid': { zh: '结束日期早于开始日期。请改正。', en: 'The last day is before the first. Correct it.' },
  'absence.past': {
    zh: '这段时间已经过去，不能再设置或更改代理。',
    en: 'This period is over: its deputy cannot be set or changed any more.',
  },
  'absence.deputy-self': { zh: '不能由本人代理自己。请另选一人。', en: 'Nobody is their own deputy. Choose somebody else.' },
  'absence.deputy-unknown': {
    zh: '没有这个代理人，或其账号已停用。请另选一人。',
    en: 'There is no such deputy, or the account is disabled. Choose somebody else.',
  },
  'absence.overlapping': {
    zh: '这段时间里同一流程已经有代理人。请先调整原来的代理。',
    en: 'Some of these days have a deputy for the same process already. Change that one first.',
  },
  'absence.cycle': {
    zh: '代理成了循环：所选的人在这段时间又由本人代理。请另选一人。',
    en: 'The deputies would go in a circle: the one chosen is represented by this person in turn. Choose somebody else.',
  },
  'absence.chain-too-long': {
    zh: '代理最多连续 {limit} 层。请选一个在这段时间不由他人代理的人。',
    en: 'Deputies may follow each other {limit} times at most. Choose somebody who is there on these days.',
  },
} as const;
