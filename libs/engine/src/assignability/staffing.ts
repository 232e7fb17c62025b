import type { AssigneeRule } from '../definition/assignee.ts';
import type { PersonId } from '../run/state.ts';
import { type CompiledStep, postKey, type Workflow } from '../workflow.ts';
import { type AskedInStep, askedFor, type StaffedPlace, startersAt } from './asked.ts';

/**
 * What is the matter with who would be asked: nobody is found; the only holder of a post is the applicant; a single
 * person could answer; one person alone answers in more than one step.
 */
export type StaffingKind = 'nobody' | 'applicant' | 'alone' | 'twice';

/** A step at an organisation: everybody who could answer, whoever there is the applicant, and what is the matter with that. */
export interface StaffedStep {
  readonly step: string;
  readonly people: readonly PersonId[];
  readonly kinds: readonly StaffingKind[];
}

export interface StaffedRow {
  readonly place: StaffedPlace;
  /** In the order of the document. */
  readonly steps: readonly StaffedStep[];
}

/** Every step at every organisation at which somebody, or the system, may start a case: found as a case of each applicant would find it. */
export function staffingOf(workflow: Workflow, places: readonly StaffedPlace[]): StaffedRow[] {
  return places.flatMap((place) => {
    const starters = startersAt(workflow, place);
    return starters.length === 0 ? [] : [{ place, steps: stepsAt(workflow, place, starters) }];
  });
}

/** Whether a step is the applicant's alone. */
export const isApplicants = ({ step }: CompiledStep): boolean => step.assignees.every((rule) => 'applicant' in rule);

function stepsAt(workflow: Workflow, place: StaffedPlace, starters: readonly PersonId[]): StaffedStep[] {
  const found = new Map([...workflow.steps.keys()].map((step) => [step, { people: new Set<PersonId>(), kinds: new Set<StaffingKind>() }]));
  for (const applicant of starters) {
    const asked = askedFor(workflow, place, applicant);
    const sole = solePeople(workflow, asked);
    for (const one of asked) {
      const compiled = workflow.steps.get(one.step);
      const known = found.get(one.step);
      if (compiled === undefined || known === undefined) continue;
      for (const person of one.people) known.people.add(person);
      if (!isApplicants(compiled)) for (const kind of kindsOf(one, compiled, { place, applicant, sole })) known.kinds.add(kind);
    }
  }
  return [...found].map(([step, { people, kinds }]) => ({ step, people: [...people], kinds: [...kinds] }));
}

interface Circumstances {
  readonly place: StaffedPlace;
  readonly applicant: PersonId;
  /** In how many steps somebody is the one person who could answer. */
  readonly sole: ReadonlyMap<PersonId, number>;
}

function kindsOf({ asked, people }: AskedInStep, compiled: CompiledStep, { place, applicant, sole }: Circumstances): StaffingKind[] {
  if (asked.length === 0) return ['nobody'];
  const [only] = people;
  const isAlone = people.length === 1;
  return [
    ...(!compiled.step.applicantMayDecide && compiled.step.assignees.some((rule) => isHeldAlone(rule, place, applicant))
      ? (['applicant'] as const)
      : []),
    ...(isAlone ? (['alone'] as const) : []),
    ...(isAlone && only !== undefined && (sole.get(only) ?? 0) > 1 ? (['twice'] as const) : []),
  ];
}

const isHeldAlone = (rule: AssigneeRule, { posts }: StaffedPlace, applicant: PersonId): boolean => {
  const holders = 'post' in rule ? (posts[postKey(rule)]?.holders ?? []) : [];
  return holders.length > 0 && holders.every((person) => person === applicant);
};

function solePeople(workflow: Workflow, asked: readonly AskedInStep[]): ReadonlyMap<PersonId, number> {
  const sole = new Map<PersonId, number>();
  for (const { step, people } of asked) {
    const [only] = people;
    const compiled = workflow.steps.get(step);
    if (only === undefined || people.length > 1 || compiled === undefined || isApplicants(compiled)) continue;
    sole.set(only, (sole.get(only) ?? 0) + 1);
  }
  return sole;
}
