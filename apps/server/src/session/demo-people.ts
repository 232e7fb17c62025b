import type { Text } from '#engine';
import { demoDirectory, demoPassword } from '../../../../config/demo/organisations.ts';
import { posts } from '../../../../config/posts.ts';

/** Somebody of the demo, by whose post one may try the system. */
interface DemoPerson {
  readonly account: string;
  readonly post: Text;
  readonly organisation: string;
  /** The school, or the office, that the post belongs to: those of one stand together. */
  readonly house: string;
  /** One of those by whom a case is played from end to end. */
  readonly isSuggested: boolean;
}

export interface Demo {
  readonly password: string;
  readonly people: readonly DemoPerson[];
}

const suggested = /^(jh-|hefei$|sheng$|admin$)/;

const organisations = new Map(demoDirectory.organisations.map((organisation) => [organisation.code, organisation]));

/** Everybody who can sign in on a demo start, in the order of the directory. */
export const demo: Demo = {
  password: demoPassword,
  people: demoDirectory.people.flatMap(({ account, posts: [held] }) => {
    const organisation = organisations.get(held?.organisation ?? '');
    const post = posts[held?.post ?? ''];
    if (organisation === undefined || post === undefined) return [];
    const house = organisation.kind === 'department' ? organisations.get(organisation.parent ?? '') : organisation;
    const names = { organisation: organisation.name, house: house?.name ?? organisation.name };
    return [{ account, post: post.title, ...names, isSuggested: suggested.test(account) }];
  }),
};
