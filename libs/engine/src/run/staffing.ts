import type { AssigneeRule, Superior } from '../definition/assignee.ts';
import type { CompiledStep } from '../workflow.ts';
import { type Assignment, assignmentsOf, keyOf, withSuperiors } from './assign.ts';
import type { World } from './result.ts';
import type { Assignee, PersonId, Task } from './state.ts';

type PostAssignee = Extract<Assignee, { kind: 'post' }>;

/** Who may be asked in a case: those who hold its posts, apart from whoever has recused themselves. */
export class Staffing {
  constructor(
    private readonly everybody: World,
    private readonly applicant: PersonId,
    private recusedPeople: readonly PersonId[],
  ) {}

  get recused(): readonly PersonId[] {
    return this.recusedPeople;
  }

  recuse(person: PersonId): void {
    this.recusedPeople = [...this.recusedPeople, person];
  }

  /** Who is asked in a step: those it names; when they are not to be found, those it names for that. */
  find(compiled: CompiledStep): Assignment[] {
    const { assignees, whenNobody } = compiled.step;
    const found = this.assigned(compiled, assignees);
    if (found.length > 0) return found;
    if ('assign' in whenNobody) return this.assigned(compiled, whenNobody.assign);
    return 'superior' in whenNobody ? this.assigned(compiled, this.named(compiled, [whenNobody])) : [];
  }

  /** Those of the rules' people who have no task among these, and did not answer one. */
  newcomers(compiled: CompiledStep, rules: readonly (AssigneeRule | Superior)[], tasks: readonly Task[]): Assignment[] {
    const known = new Set(tasks.flatMap(({ assignee, ballot, delegatedBy }) => [keyOf(assignee), ballot?.by, delegatedBy]));
    return this.assigned(compiled, this.named(compiled, rules)).filter(({ assignee }) => !known.has(keyOf(assignee)));
  }

  /** The rules with the superiors of a step's posts by name, as far as somebody holds theirs. */
  named(compiled: CompiledStep, rules: readonly (AssigneeRule | Superior)[]): AssigneeRule[] {
    return withSuperiors(rules, compiled, this.applicant, this.world);
  }

  /** Whether nobody is left to answer for a post, because of those who have recused themselves. */
  isVacated(compiled: CompiledStep, post: PostAssignee): boolean {
    return this.holdersOf(this.everybody, compiled, post).length > 0 && this.holders(compiled, post).length === 0;
  }

  /** Those who may answer for a post in a step. */
  holders(compiled: CompiledStep, post: PostAssignee): readonly PersonId[] {
    return this.holdersOf(this.world, compiled, post);
  }

  private holdersOf({ posts }: World, { step }: CompiledStep, { post, organisation }: PostAssignee): readonly PersonId[] {
    const found = Object.entries(posts).find(([key, held]) => key.startsWith(`${post}@`) && held.organisation === organisation);
    return found?.[1].holders.filter((person) => step.applicantMayDecide || person !== this.applicant) ?? [];
  }

  private assigned(compiled: CompiledStep, rules: readonly AssigneeRule[]): Assignment[] {
    return assignmentsOf(rules, compiled, this.applicant, this.world);
  }

  /** The world as it is for this case: nobody holds a post in it who has recused themselves. */
  private get world(): World {
    if (this.recusedPeople.length === 0) return this.everybody;
    const posts = Object.entries(this.everybody.posts).map(([key, held]) => [
      key,
      { ...held, holders: held.holders.filter((person) => !this.recusedPeople.includes(person)) },
    ]);
    return { ...this.everybody, posts: Object.fromEntries(posts) };
  }
}
