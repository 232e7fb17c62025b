import type { OrganisationKind, Text } from '../definition/basics.ts';
import type { Step } from '../definition/step.ts';
import { pointerTo } from '../problem.ts';
import type { CompiledStep, Workflow } from '../workflow.ts';
import type { StaffedPlace } from './asked.ts';
import { type StaffedRow, type StaffingKind, staffingOf } from './staffing.ts';
import { staffingMessage } from './texts.ts';

type NamedPlace = Pick<StaffedPlace, 'id' | 'name' | 'above'>;

export interface StaffingFinding {
  readonly code: `staffing.${StaffingKind}`;
  readonly kind: StaffingKind;
  /** An error stops a case; a warning is for somebody to look at. */
  readonly severity: 'error' | 'warning';
  readonly step: string;
  readonly title: Text;
  /** JSON Pointer (RFC 6901) into the document: who the step asks. */
  readonly pointer: string;
  readonly message: Required<Text>;
  /** The organisations it is so at. */
  readonly places: readonly NamedPlace[];
}

export interface Assignability {
  /** The level that cases are started at. */
  readonly level: OrganisationKind;
  /** Organisations at which somebody, or the system, may start a case. */
  readonly places: number;
  /** Organisations of the level at which nobody holds a post that starts one. */
  readonly withoutStarter: number;
  /** What harms most comes first. */
  readonly findings: readonly StaffingFinding[];
}

/** Goes through every step for every organisation, as a case of it would. */
export function assignabilityOf(workflow: Workflow, places: readonly StaffedPlace[]): Assignability {
  const rows = staffingOf(workflow, places);
  return {
    level: workflow.definition.subject,
    places: rows.length,
    withoutStarter: places.length - rows.length,
    findings: findingsIn(workflow, rows, () => true),
  };
}

/** What is the matter, in a step at an organisation by its id. */
interface Trouble {
  readonly kind: StaffingKind;
  readonly step: string;
  readonly place: string;
}

/** What is the matter, step by step, what harms most first; as far as it counts. */
export function findingsIn(workflow: Workflow, rows: readonly StaffedRow[], counts: (trouble: Trouble) => boolean): StaffingFinding[] {
  const found = new Map<string, { kind: StaffingKind; step: string; at: NamedPlace[] }>();
  for (const { place, steps } of rows) {
    for (const { step, kinds } of steps) {
      for (const kind of kinds.filter((one) => counts({ kind: one, step, place: place.id }))) {
        const known = found.get(`${kind} ${step}`) ?? { kind, step, at: [] };
        known.at.push(named(place));
        found.set(`${kind} ${step}`, known);
      }
    }
  }
  return [...found.values()]
    .flatMap(({ kind, step, at }) => {
      const compiled = workflow.steps.get(step);
      return compiled === undefined ? [] : [findingOf(kind, compiled, workflow.definition.subject, at)];
    })
    .toSorted((one, other) => harm(other) - harm(one) || other.places.length - one.places.length || one.step.localeCompare(other.step));
}

const named = ({ id, name, above }: StaffedPlace): NamedPlace => ({ id, name, ...(above !== undefined && { above }) });

function findingOf(
  kind: StaffingKind,
  { path, step }: CompiledStep,
  level: OrganisationKind,
  places: readonly NamedPlace[],
): StaffingFinding {
  const isSkipped = 'skip' in step.whenNobody;
  return {
    code: `staffing.${kind}`,
    kind,
    severity: severityOf(kind, step),
    step: path,
    title: step.title,
    pointer: pointerTo('machine', ...path.split('.').flatMap((name) => ['states', name]), 'meta', 'step', 'assignees'),
    message: staffingMessage(kind, { title: step.title, count: places.length, level, isSkipped }),
    places,
  };
}

/** What stops a case is an error: a step that finds nobody and is not skipped then. */
export const severityOf = (kind: StaffingKind, { whenNobody }: Pick<Step, 'whenNobody'>): 'error' | 'warning' =>
  kind === 'nobody' && !('skip' in whenNobody) ? 'error' : 'warning';

const kinds: readonly StaffingKind[] = ['alone', 'twice', 'applicant', 'nobody'];
const harm = ({ kind, severity }: StaffingFinding): number => kinds.indexOf(kind) + (severity === 'error' ? kinds.length : 0);
