import type { PostTitles } from '#engine';
import type { SurroundingsData } from '../definition/surroundings.ts';

/** What posts are called, by their keys. */
export const titlesOf = (posts: SurroundingsData['posts']): PostTitles => Object.fromEntries(posts.map((post) => [post.key, post.title]));
