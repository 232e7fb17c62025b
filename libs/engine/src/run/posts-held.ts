import { postKey, type Workflow } from '../workflow.ts';
import type { World } from './result.ts';
import type { PersonId, Subject } from './state.ts';

/** The posts that a workflow names, where the case has the organisation, with those who hold them. */
export function postsHeld({ posts }: Workflow, subject: Subject, holdersOf: (key: string) => readonly PersonId[]): World['posts'] {
  const held = posts.flatMap((rule) => {
    const organisation = subject[rule.at]?.id;
    const key = postKey(rule);
    return organisation === undefined ? [] : [[key, { organisation, holders: holdersOf(key) }] as const];
  });
  return Object.fromEntries(held);
}
