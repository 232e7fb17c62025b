import type { AssigneeRule, PostRule, Superior } from '../definition/assignee.ts';
import { type CompiledStep, postKey } from '../workflow.ts';
import type { Actor } from './actor.ts';
import type { World } from './result.ts';
import type { Assignee, PersonId, Task } from './state.ts';

export interface Assignment {
  readonly assignee: Assignee;
  readonly weight: number;
}

/**
 * Who is asked in a step: each rule's post with somebody to answer for it. Somebody who started the case does not count,
 * unless the step says that the applicant may decide; a post that nobody else holds is answered for by its superior where
 * the step says that. In a vote everybody votes in person, and once.
 */
export function assignmentsOf(rules: readonly AssigneeRule[], compiled: CompiledStep, applicant: PersonId, world: World): Assignment[] {
  const found = rules.flatMap((rule): Assignment[] => {
    if ('applicant' in rule) return applicant === '' ? [] : [{ assignee: { kind: 'person', person: applicant }, weight: 1 }];
    const own = seatsOf(rule, compiled, applicant, world);
    const isApplicants = world.posts[postKey(rule)]?.holders.includes(applicant) === true;
    if (own.length > 0 || !isApplicants || compiled.samePerson.applicant !== 'superior') return own;
    const superior = superiorOf(rule, compiled, applicant, world);
    return superior === undefined ? [] : seatsOf(superior, compiled, applicant, world);
  });
  return merge(found);
}

function seatsOf(rule: PostRule, { step }: CompiledStep, applicant: PersonId, world: World): Assignment[] {
  const held = world.posts[postKey(rule)];
  const holders = (held?.holders ?? []).filter((person) => step.applicantMayDecide || person !== applicant);
  if (held === undefined || holders.length === 0) return [];
  const { post, weight = 1 } = rule;
  const { organisation } = held;
  if (rule.each || step.decide.by === 'vote') {
    return holders.map((person) => ({ assignee: { kind: 'person', person, post, organisation }, weight }));
  }
  return [{ assignee: { kind: 'post', post, organisation }, weight }];
}

/** 上级: the nearest post above that somebody may answer for, asked in the same way. */
function superiorOf(rule: PostRule, compiled: CompiledStep, applicant: PersonId, world: World): PostRule | undefined {
  return compiled
    .above(rule.post)
    .map((place): PostRule => ({ ...rule, ...place }))
    .find((superior) => seatsOf(superior, compiled, applicant, world).length > 0);
}

/** The rules with the superiors of the step's own posts in the place of `superior`. */
export function withSuperiors(
  rules: readonly (AssigneeRule | Superior)[],
  compiled: CompiledStep,
  applicant: PersonId,
  world: World,
): AssigneeRule[] {
  const above = () =>
    compiled.step.assignees.flatMap((rule) => ('post' in rule ? (superiorOf(rule, compiled, applicant, world) ?? []) : []));
  return rules.flatMap((rule) => ('superior' in rule ? above() : [rule]));
}

/** One task for each person and post, however many rules name them; their weights add up. */
function merge(assignments: readonly Assignment[]): Assignment[] {
  const merged = new Map<string, Assignment>();
  for (const { assignee, weight } of assignments) {
    const key = keyOf(assignee);
    merged.set(key, { assignee, weight: weight + (merged.get(key)?.weight ?? 0) });
  }
  return [...merged.values()];
}

/** Tells assignees apart: a person is the same whatever post they are asked by. */
export const keyOf = (assignee: Assignee): string =>
  assignee.kind === 'person' ? assignee.person : `${assignee.post}@${assignee.organisation}`;

/** Whom a notice goes to. */
export const recipientsOf = (rules: readonly AssigneeRule[], applicant: PersonId, world: World): Assignee[] =>
  rules.flatMap((rule): Assignee[] => {
    if ('applicant' in rule) return applicant === '' ? [] : [{ kind: 'person', person: applicant }];
    const held = world.posts[postKey(rule)];
    return held === undefined ? [] : [{ kind: 'post', post: rule.post, organisation: held.organisation }];
  });

/** Whether a task addressed like this is for this person to decide: theirs by name, or by a post they hold. */
export const isAddressedTo = (assignee: Assignee, { person, posts }: Actor): boolean =>
  assignee.kind === 'person'
    ? assignee.person === person
    : posts.some(({ post, organisation }) => post === assignee.post && organisation === assignee.organisation);

/** Whom a task waits for: its assignee, or the one of a post's holders who has claimed it. */
export const awaitedOf = ({ assignee, claimedBy }: Task): Assignee =>
  claimedBy === undefined ? assignee : { ...assignee, kind: 'person', person: claimedBy };

/** Whether a task waits for somebody: by name, by who has claimed it, or by a post they hold. */
export const isWaitingFor = (task: Task, actor: Actor): boolean => isAddressedTo(awaitedOf(task), actor);
