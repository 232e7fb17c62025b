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
} as const;
