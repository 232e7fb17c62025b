import type { AssigneeRule } from '../definition/assignee.ts';
import type { Text } from '../definition/basics.ts';
import type { PersonId } from '../run/state.ts';
import { type CompiledStep, postKey, type Workflow } from '../workflow.ts';
import { type AskedInStep, askedFor, type StaffedPlace, startersAt } from './asked.ts';

/**
 * What is the matter with who would be asked: nobody is found; the only holder of a post is the applicant; a single
 * person could answer; one person alone answers in more than one step.
 */
export type StaffingKind = 'nobody' | 'applicant' | 'alone' | 'twice';

export interface StaffingFinding {
  readonly kind: StaffingKind;
  /** An error stops a case; a warning is for somebody to look at: a step that is skipped when nobody is found goes on. */
  readonly severity: 'error' | 'warning';
  readonly step: string;
  readonly title: Text;
  /** Some of the organisations it is so at, by name. */
  readonly places: readonly { readonly id: string; readonly name: string }[];
  readonly count: number;
}

export interface Assignability {
  /** Organisations at which somebody, or the system, may start a case. */
  readonly places: number;
  /** Organisations of the level at which nobody holds a post that starts one. */
  readonly withoutStarter: number;
  /** What harms most comes first. */
  readonly findings: readonly StaffingFinding[];
}

const listed = 20;

/** Goes through every step for every organisation, as a case of it would. */
export function assignabilityOf(workflow: Workflow, places: readonly StaffedPlace[]): Assignability {
  const startable = places.map((place) => ({ place, starters: startersAt(workflow, place) })).filter(({ starters }) => starters.length > 0);
  const found = new Map<string, { kind: StaffingKind; step: CompiledStep; at: StaffedPlace[] }>();
  for (const { place, starters } of startable) {
    for (const [key, { kind, step }] of troublesAt(workflow, place, starters)) {
      const known = found.get(key) ?? { kind, step, at: [] };
      known.at.push(place);
      found.set(key, known);
    }
  }
  const findings = [...found.values()].map(
    ({ kind, step, at }): StaffingFinding => ({
      kind,
      severity: kind === 'nobody' && !('skip' in step.step.whenNobody) ? 'error' : 'warning',
      step: step.path,
      title: step.step.title,
      places: at.slice(0, listed).map(({ id, name }) => ({ id, name })),
      count: at.length,
    }),
  );
  return {
    places: startable.length,
    withoutStarter: places.length - startable.length,
    findings: findings.toSorted((one, other) => harm(other) - harm(one) || other.count - one.count || one.step.localeCompare(other.step)),
  };
}

const kinds: readonly StaffingKind[] = ['alone', 'twice', 'applicant', 'nobody'];
const harm = ({ kind, severity }: StaffingFinding): number => kinds.indexOf(kind) + (severity === 'error' ? kinds.length : 0);

type Troubles = Map<string, { readonly kind: StaffingKind; readonly step: CompiledStep }>;

function troublesAt(workflow: Workflow, place: StaffedPlace, starters: readonly PersonId[]): Troubles {
  const troubles: Troubles = new Map();
  for (const applicant of starters) {
    const asked = askedFor(workflow, place, applicant);
    const sole = solePeople(workflow, asked);
    for (const one of asked) {
      const step = workflow.steps.get(one.step);
      if (step === undefined || isApplicants(step)) continue;
      for (const kind of kindsOf(one, step, { place, applicant, sole })) troubles.set(`${kind} ${one.step}`, { kind, step });
    }
  }
  return troubles;
}

interface Circumstances {
  readonly place: StaffedPlace;
  readonly applicant: PersonId;
  /** Steps by the one person who could answer them. */
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

const isApplicants = ({ step }: CompiledStep): boolean => step.assignees.every((rule) => 'applicant' in rule);

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
