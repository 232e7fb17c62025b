import type { Words } from './words.ts';

/** Nothing there, not yet there, not to be had. */
export const states = {
  loading: ['正在载入', 'Loading'],
  failed: ['没有载入成功', 'This could not be loaded'],
  retry: ['重试', 'Try again'],
  connectionLost: [
    '与服务器的连接中断，操作可能没有完成。再按一次即可，不会重复办理。',
    'The connection was lost, so this may not have been done. Press again: it will not be done twice.',
  ],
  offline: [
    '网络已断开。页面上的内容可能不是最新的，填写的内容不会丢失。',
    'You are offline. What is shown may not be the latest; what you typed is kept.',
  ],
  cut: [
    '与服务器的连接中断，正在重新连接；连上后会自动补上新的变化。',
    'The connection to the server is broken; what is new is shown once it is back.',
  ],
  notFound: ['没有这个页面', 'There is no such page'],
  notFoundHint: ['网址可能写错了，或内容已不对您开放。', 'The address may be mistyped, or this is not open to you any more.'],
  notPermitted: ['您的岗位看不到这里', 'Your post does not open this page'],
  notPermittedHint: ['如确需查看，请联系本单位的系统管理员调整岗位。', 'If you need it, ask your administrator about your post.'],
  broken: ['页面出错了', 'Something is wrong with this page'],
  brokenHint: [
    '重新载入通常可以解决。如果反复出现，请把下面的文字告诉管理员。',
    'Loading it again usually helps. If it comes back, tell an administrator the text below.',
  ],
  reload: ['重新载入', 'Reload'],
  home: ['回到工作台', 'To the workbench'],
  none: ['—', '—'],
} satisfies Words;
