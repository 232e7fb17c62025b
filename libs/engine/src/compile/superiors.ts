import type { AssigneeRule, PostRule } from '../definition/assignee.ts';
import { organisationKinds } from '../definition/basics.ts';
import type { Definition } from '../definition/definition.ts';
import type { SamePerson, Step } from '../definition/step.ts';
import type { PostPlace, Superiors } from '../workflow.ts';

/** Posts as a catalogue lists them, by their keys. */
type Posts = Readonly<Record<string, { readonly at: string; readonly superior?: string }>>;

/**
 * Which post stands above which, out of the catalogue of posts.
 * @throws Error for a superior that does not exist, or stands below itself: no process could rely on such a catalogue.
 */
export function superiorsIn(posts: Posts): Superiors {
  const superiors = Object.entries(posts).flatMap(([post, { superior }]) =>
    superior === undefined ? [] : [[post, { post: superior, at: levelOf(posts, superior) }] as const],
  );
  const above: Superiors = Object.fromEntries(superiors);
  for (const [post] of superiors) {
    const met = new Set([post]);
    for (let next = above[post]; next !== undefined; next = above[next.post]) {
      if (met.has(next.post)) throw new Error(`the posts above ${post} go round in a ring at ${next.post}`);
      met.add(next.post);
    }
  }
  return above;
}

function levelOf(posts: Posts, post: string): PostPlace['at'] {
  const level = organisationKinds.find((kind) => kind === posts[post]?.at);
  if (level === undefined) throw new Error(`there is no post ${post} at a level of the organisation tree`);
  return level;
}

/** The posts above one, the nearest first. A catalogue that goes round in a ring ends where it would begin again. */
export function postsAbove(post: string, superiors: Superiors): PostPlace[] {
  const above: PostPlace[] = [];
  for (let next = superiors[post]; next !== undefined && !isKnown(above, post, next); next = superiors[next.post]) above.push(next);
  return above;
}

const isKnown = (above: readonly PostPlace[], post: string, next: PostPlace): boolean =>
  next.post === post || above.some((known) => known.post === next.post);

const isPostRule = (rule: AssigneeRule): rule is PostRule => 'post' in rule;

/** What a step does about the same person, as it says itself or as its definition says. */
export const samePersonOf = ({ samePerson }: Step, definition: Definition): Required<SamePerson> => ({
  applicant: samePerson?.applicant ?? definition.samePerson?.applicant ?? 'another',
  alreadyApproved: samePerson?.alreadyApproved ?? definition.samePerson?.alreadyApproved ?? 'ask',
});

/** Whether a step may ask a superior: of which posts, and where it says so. */
export function superiorsAsked(step: Step, definition: Definition): { readonly pointer: string; readonly posts: readonly PostRule[] }[] {
  const posts = step.assignees.filter(isPostRule);
  const rungs = (step.escalate ?? []).flatMap((rung, index) =>
    'to' in rung && rung.to.some((rule) => 'superior' in rule) ? [`/escalate/${index}/to`] : [],
  );
  const pointers = [
    ...('superior' in step.whenNobody ? ['/whenNobody'] : []),
    ...rungs,
    ...(samePersonOf(step, definition).applicant === 'superior' ? ['/samePerson'] : []),
  ];
  return pointers.map((pointer) => ({ pointer, posts }));
}
