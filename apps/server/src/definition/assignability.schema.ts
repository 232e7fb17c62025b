import { z } from 'zod';
import type { StaffingFinding } from '#engine';
import { NamedOut, TextOut } from '../http/schema.ts';

/** So many organisations are listed with a finding. */
const listedPlaces = 50;

const kinds = ['nobody', 'applicant', 'alone', 'twice'] as const;

const PlaceOut = z
  .object({ id: z.string(), name: z.string(), above: z.string().optional().meta({ description: 'The organisation it is part of.' }) })
  .meta({ id: 'StaffedPlace' });

export const StaffingFindingOut = z
  .object({
    code: z.string(),
    kind: z.enum(kinds),
    severity: z.enum(['error', 'warning']),
    step: z.string(),
    title: TextOut,
    pointer: z.string().meta({ description: 'JSON Pointer into the document.' }),
    message: TextOut,
    places: z
      .array(PlaceOut)
      .readonly()
      .meta({ description: `The first ${listedPlaces}.` }),
    count: z.int().meta({ description: 'At how many organisations.' }),
  })
  .meta({ id: 'StaffingFinding' });

/** With some of the organisations it is so at. */
export const listed = (finding: StaffingFinding): z.infer<typeof StaffingFindingOut> => ({
  ...finding,
  places: finding.places.slice(0, listedPlaces),
  count: finding.places.length,
});

export const AssignabilityOut = z
  .object({
    title: TextOut.meta({ description: 'Of the process.' }),
    level: z.string().meta({ description: 'Of the organisations that cases are started at.' }),
    places: z.int().meta({ description: 'Organisations at which a case may be started.' }),
    withoutStarter: z.int().meta({ description: 'Organisations of the level at which nobody holds a post that starts one.' }),
    fingerprint: z.string().meta({ description: 'Another for whatever else is found; whoever publishes accepts the warnings by it.' }),
    findings: z
      .array(StaffingFindingOut)
      .readonly()
      .meta({ description: 'What harms most first. Errors keep a draft from being published.' }),
  })
  .meta({ id: 'Assignability', description: 'Whether every step finds somebody, for every organisation that may start the process.' });

export const placeQuery = z.object({
  page: z
    .string()
    .regex(/^[1-9]\d{0,3}$/)
    .optional(),
  search: z.string().max(60).optional(),
  only: z.enum(['findings']).optional(),
});

export const StaffedPlacesOut = z
  .object({
    total: z.int().meta({ description: 'As far as they are asked for.' }),
    page: z.int(),
    size: z.int().meta({ description: 'Organisations on a page.' }),
    steps: z.array(z.object({ path: z.string(), title: TextOut })).readonly(),
    items: z
      .array(
        z.object({
          place: PlaceOut,
          steps: z
            .array(
              z.object({
                people: z.array(NamedOut).readonly().meta({ description: 'The first three who could answer.' }),
                count: z.int().meta({ description: 'How many could answer.' }),
                isApplicant: z.boolean().meta({ description: 'Whether the step is the applicant’s.' }),
                kinds: z.array(z.enum(kinds)).readonly(),
                severity: z.enum(['error', 'warning']).nullable(),
              }),
            )
            .readonly()
            .meta({ description: 'In the order of `steps`.' }),
        }),
      )
      .readonly(),
  })
  .meta({ id: 'StaffedPlaces', description: 'Who would be asked, organisation by step.' });
