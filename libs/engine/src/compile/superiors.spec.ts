import { describe, expect, it } from '@jest/globals';
import { posts as pilot } from '../../../../config/posts.ts';
import { superiorsIn } from './superiors.ts';

const post = (at: string, superior?: string) => ({ at, ...(superior !== undefined && { superior }) });

describe('the posts above', () => {
  it('stand at the level the catalogue says', () => {
    expect(superiorsIn({ dean: post('department', 'leader'), leader: post('school') })).toEqual({ dean: { post: 'leader', at: 'school' } });
  });

  it.each([
    ['a post that there is not', { dean: post('department', 'leader') }, 'no post leader'],
    ['a post at no level', { dean: post('department', 'leader'), leader: post('moon') }, 'no post leader'],
    ['a post above itself', { dean: post('department', 'dean') }, 'ring at dean'],
    ['a ring', { dean: post('department', 'leader'), leader: post('school', 'dean') }, 'ring at dean'],
  ])('are never %s', (_what, posts, message) => {
    expect(() => superiorsIn(posts)).toThrow(message);
  });

  it('of the pilot end at the province, at the school’s leader in charge, and at the party committee', () => {
    const above = superiorsIn(pilot);
    const highest = (key: string): string => (above[key] === undefined ? key : highest(above[key].post));
    const decidingPosts = Object.keys(pilot).filter((key) => key !== 'administrator');
    expect(new Set(decidingPosts.map(highest))).toEqual(new Set(['school-leader', 'party-committee', 'province-education']));
  });
});
