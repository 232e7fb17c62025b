import type { Words } from './words.ts';

export const session = {
  title: ['登录', 'Sign in'],
  welcome: ['职业院校“1+X”证书试点审批', 'Approvals of the 1+X certificate pilot'],
  account: ['账号', 'Account'],
  password: ['密码', 'Password'],
  newPassword: ['新密码', 'New password'],
  newPasswordShort: ['至少 10 个字符。', 'At least 10 characters.'],
  signIn: ['登录', 'Sign in'],
  accountMissing: ['请填写账号。', 'Give your account.'],
  passwordMissing: ['请填写密码。', 'Give your password.'],
  expired: ['登录已过期', 'Your session has ended'],
  expiredHint: ['请重新登录。页面上已填写的内容都还在。', 'Sign in again. What you have typed is still here.'],
  demoTitle: ['演示：选一个岗位进入', 'Demonstration: step into a post'],
  demoHint: ['机构均为虚构，点一下即以该岗位登录。', 'The schools are made up. One click signs you in as that post.'],
  demoOther: ['其他学校与单位', 'Other schools and offices'],
  demoEnter: ['以{{organisation}}{{post}}登录', 'Sign in as {{post}}, {{organisation}}'],
} satisfies Words;
