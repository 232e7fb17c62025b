/** What a refused person reads where it is this library that refuses, by code. */
export const directoryTexts = {
  'sign-in.failed': { zh: '账号或密码不正确。', en: 'Account or password is wrong.' },
  'sign-in.locked': {
    zh: '密码多次错误，账号已锁定。请 {minutes} 分钟后再试。',
    en: 'Too many wrong passwords: the account is locked. Try again in {minutes} minute(s).',
  },
  'sign-in.password-one-time': {
    zh: '这是一次性密码。请设置您自己的新密码，至少 10 个字符。',
    en: 'This password is for one time only. Choose one of your own, of at least 10 characters.',
  },
  'sign-in.password-same': { zh: '新密码不能与一次性密码相同。', en: 'The new password must not be the one-time password.' },
  'organisation.closed': { zh: '“{name}”已撤销。', en: '“{name}” is closed.' },
  'organisation.misplaced': {
    zh: '这类机构不能设在所选的上级之下。请另选上级或类别。',
    en: 'An organisation of this kind cannot stand below the one chosen. Choose another place or kind.',
  },
  'organisation.name-taken': {
    zh: '同一上级之下已有“{name}”。请换一个名称。',
    en: 'There is a “{name}” in the same place already. Choose another name.',
  },
  'organisation.has-tasks': {
    zh: '这里还有 {count} 项任务没有办结，不能撤销。请先办结或终止这些申请；个人名下的任务可以离职交接。',
    en: 'There are {count} open task(s) of its cases, so it cannot be closed. Settle or end those cases first; what is personally somebody’s can be handed over.',
  },
  'organisation.has-below': {
    zh: '下面还有 {count} 个机构，不能撤销。请先撤销它们。',
    en: 'There are {count} organisation(s) below it, so it cannot be closed. Close those first.',
  },
  'organisation.has-posts': {
    zh: '这里还有 {count} 个岗位有人担任，不能撤销。请先结束任职。',
    en: 'There are {count} post(s) held in it, so it cannot be closed. End those first.',
  },
  'account.unknown': { zh: '没有这个人，或者不归您管理。', en: 'There is no such person, or they are not yours to look after.' },
  'account.own': { zh: '不能对自己做这项操作。请由另一位管理员办理。', en: 'You cannot do this to yourself. Ask another administrator.' },
  'account.taken': { zh: '账号“{account}”已有人使用。请换一个。', en: 'The account “{account}” is taken. Choose another.' },
  'post.unknown': { zh: '没有这个岗位。', en: 'There is no such post.' },
  'post.misplaced': {
    zh: '“{name}”没有“{post}”这个岗位。请另选机构或岗位。',
    en: 'There is no “{post}” at “{name}”. Choose another organisation or post.',
  },
  'post.period-invalid': { zh: '结束日期早于开始日期。请改正。', en: 'The last day is before the first. Correct it.' },
  'post.held-already': {
    zh: '此人在这段时间已经担任这个岗位。',
    en: 'The person holds this post on some of these days already.',
  },
  'post.holding-unknown': {
    zh: '没有这段任职，或者不归您管理。',
    en: 'There is no such post of theirs, or it is not yours to look after.',
  },
  'post.personal-tasks': {
    zh: '名下还有 {count} 项任务没有办结，结束任职后将无人办理。请先办理离职交接。',
    en: 'There are {count} open task(s) of theirs, which nobody would decide any more. Hand them over first.',
  },
  'post.last-holder': {
    zh: '这个岗位还有 {count} 项待办，此外没有人担任。请先任命接任的人。',
    en: 'There are {count} open task(s) of the post, and nobody else holds it. Give the post to somebody else first.',
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
