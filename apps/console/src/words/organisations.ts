import type { Words } from './words.ts';

/** 组织: organisations, people, their posts, and what becomes of their work when they leave. */
export const organisations = {
  nobodyFound: ['没有找到。可按姓名、机构或岗位查找。', 'Nobody found. Try a name, an organisation or a post.'],
} satisfies Words;
