import type { Text } from '../definition/basics.ts';
import type { World } from '../run/result.ts';
import { Staffing } from '../run/staffing.ts';
import type { Assignee, PersonId } from '../run/state.ts';
import type { CompiledStep, Workflow } from '../workflow.ts';

/** An organisation that may start a case, with who holds the posts there and above, by `postKey`. */
export interface StaffedPlace {
  readonly id: string;
  readonly name: string;
  /** The organisation it is part of, by name: departments of two schools may be called the same. */
  readonly above?: string | undefined;
  readonly posts: World['posts'];
  /** Whose cases are looked at, where it is not those of whoever may start one. */
  readonly applicants?: readonly PersonId[] | undefined;
}

/** Whom a step would ask in a case of an organisation. */
export interface AskedInStep {
  readonly step: string;
  readonly title: Text;
  readonly asked: readonly Assignee[];
  /** Everybody who could answer, each once. */
  readonly people: readonly PersonId[];
}

/** The posts that have to be known of a place: those that steps ask, and those that start cases. */
export const postsAsked = ({ posts, definition }: Workflow): Workflow['posts'] => {
  const starting = definition.start.posts.map((post) => ({ post, at: definition.subject }));
  return [...new Map([...posts, ...starting].map((place) => [`${place.post}@${place.at}`, place])).values()];
};

/** Whoever may start a case of a place; of a case that the system starts, nobody, who is called ''. */
export function startersAt({ definition: { start, subject } }: Workflow, { posts, applicants }: StaffedPlace): readonly PersonId[] {
  if (applicants !== undefined) return applicants;
  const people = start.posts.flatMap((post) => posts[`${post}@${subject}`]?.holders ?? []);
  const none = start.bySystem === true || start.asChild === true ? [''] : [];
  return [...new Set([...people, ...none])];
}

/** Who would be asked in each step of a case that somebody starts, found as a running case finds them. */
export function askedFor(workflow: Workflow, place: StaffedPlace, applicant: PersonId): AskedInStep[] {
  const staffing = new Staffing({ posts: place.posts, facts: {} }, applicant, []);
  return [...workflow.steps].map(([step, compiled]) => {
    const asked = staffing.find(compiled).map(({ assignee }) => assignee);
    return { step, title: compiled.step.title, asked, people: peopleOf(staffing, compiled, asked) };
  });
}

function peopleOf(staffing: Staffing, compiled: CompiledStep, asked: readonly Assignee[]): PersonId[] {
  const people = asked.flatMap((assignee) => (assignee.kind === 'person' ? [assignee.person] : staffing.holders(compiled, assignee)));
  return [...new Set(people)];
}
