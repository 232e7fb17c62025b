/** What a list of cases or tasks may be narrowed to. */
export interface Filters {
  /** The key of a process. */
  readonly definition?: string | undefined;
  /** The path of a step. */
  readonly step?: string | undefined;
  /** An organisation: its cases and those of everything below it. */
  readonly organisation?: string | undefined;
}

interface Conditions {
  /** The number of the first of the three parameters `filterValues` gives; `$1` is the tenant. */
  readonly from: number;
  /** How a row says that it is in the step of this parameter. */
  readonly inStep: (parameter: string) => string;
}

/** The same filters as a condition. An organisation that does not exist has nothing below it. */
export const filterConditions = ({ from, inStep }: Conditions): string =>
  `($${from}::text IS NULL OR definition_key = $${from})
   AND ($${from + 1}::text IS NULL OR ${inStep(`$${from + 1}::text`)})
   AND ($${from + 2}::uuid IS NULL
     OR starts_with(organisation_path, (SELECT o.path FROM organisation o WHERE o.tenant = $1 AND o.id = $${from + 2})))`;

export const filterValues = ({ definition, step, organisation }: Filters): (string | null)[] => [
  definition ?? null,
  step ?? null,
  organisation ?? null,
];
