import {
  type CompiledStep,
  isApplicants,
  outlineOf,
  type StaffedPlace,
  type StaffedRow,
  type StaffingKind,
  severityOf,
  staffingOf,
  type Text,
  type Workflow,
} from '#engine';
import type { Database } from '#platform';
import { namesOf } from '../queries/assignee-names.ts';

export interface PlacesRequest {
  /** From 1. */
  readonly page: number;
  /** What the name of an organisation, or of the one it is part of, has in it. */
  readonly search?: string | undefined;
  /** Only organisations at which something is the matter. */
  readonly isTroubled: boolean;
}

/** Who would be asked, organisation by step. */
export interface StaffedPlaces {
  readonly total: number;
  readonly page: number;
  readonly size: number;
  readonly steps: readonly { readonly path: string; readonly title: Text }[];
  readonly items: readonly { readonly place: Pick<StaffedPlace, 'id' | 'name' | 'above'>; readonly steps: readonly PlaceStep[] }[];
}

interface PlaceStep {
  /** The first of those who could answer. */
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly count: number;
  readonly isApplicant: boolean;
  readonly kinds: readonly StaffingKind[];
  readonly severity: 'error' | 'warning' | null;
}

const collator = new Intl.Collator('zh');
const wholeName = ({ name, above = '' }: StaffedPlace): string => `${above} ${name}`;

const size = 50;
const namedPeople = 3;

/** A page of the organisations at which a case may be started, with who would be asked there in every step. */
export async function staffedPlaces(
  database: Database,
  tenant: string,
  { workflow, places }: { readonly workflow: Workflow; readonly places: readonly StaffedPlace[] },
  { page, search = '', isTroubled }: PlacesRequest,
): Promise<StaffedPlaces> {
  const steps = inOrder(workflow);
  const sought = search.trim().toLowerCase();
  const rows = staffingOf(workflow, places)
    .filter(({ place }) => wholeName(place).toLowerCase().includes(sought))
    .filter(({ steps }) => !isTroubled || steps.some(({ kinds }) => kinds.length > 0))
    .toSorted((one, other) => collator.compare(wholeName(one.place), wholeName(other.place)));
  const shown = rows.slice((page - 1) * size, page * size);
  const people = shown.flatMap(({ steps }) => steps.flatMap((step) => step.people.slice(0, namedPeople)));
  const names = await namesOf(
    database,
    tenant,
    [...new Set(people)].filter((person) => person !== ''),
  );
  return {
    total: rows.length,
    page,
    size,
    steps: steps.map(({ path, step }) => ({ path, title: step.title })),
    items: shown.map((row) => itemOf(row, steps, names)),
  };
}

/** The steps in the order in which a case comes to them when all goes well. */
const inOrder = ({ definition, steps }: Workflow): CompiledStep[] =>
  outlineOf(definition).flatMap(({ path }) => {
    const step = steps.get(path);
    return step === undefined ? [] : [step];
  });

function itemOf(
  { place: { id, name, above }, steps: found }: StaffedRow,
  steps: readonly CompiledStep[],
  names: ReadonlyMap<string, string>,
) {
  const byPath = new Map(found.map((one) => [one.step, one]));
  return {
    place: { id, name, ...(above !== undefined && { above }) },
    steps: steps.map((compiled): PlaceStep => {
      const { people = [], kinds = [] } = byPath.get(compiled.path) ?? {};
      const severities = kinds.map((kind) => severityOf(kind, compiled.step));
      return {
        people: people.slice(0, namedPeople).map((person) => ({ id: person, name: names.get(person) ?? '' })),
        count: people.length,
        isApplicant: isApplicants(compiled),
        kinds,
        severity: severities.find((one) => one === 'error') ?? severities[0] ?? null,
      };
    }),
  };
}
