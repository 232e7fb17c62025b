import { z } from 'zod';
import { InstantOut, NamedOut, TextOut, Titled } from '../http/schema.ts';

const day = z.iso.date().meta({ description: 'Such as 2026-03-02, by the business zone; both days are within it.' });

export const AbsenceBody = z
  .strictObject({
    deputy: z.uuid().meta({ description: 'Id of the person who decides meanwhile.' }),
    firstDay: day,
    lastDay: day,
    definitions: z
      .array(z.string().min(1).max(60))
      .min(1)
      .max(50)
      .optional()
      .meta({ description: 'Only for these processes, by their keys.' }),
    reason: z.string().max(200).optional(),
  })
  .meta({ id: 'AbsenceRequest' });

export const AbsenceOut = z
  .object({
    id: z.string(),
    person: NamedOut,
    deputy: NamedOut,
    firstDay: z.string(),
    lastDay: z.string(),
    definitions: z.array(z.string()).readonly().optional(),
    reason: z.string().optional(),
  })
  .meta({ id: 'Absence' });

export const AbsencesOut = z
  .object({
    items: z.array(AbsenceOut).readonly(),
    representing: z.array(AbsenceOut).readonly().meta({ description: 'Those of others whose deputy I am, today or later.' }),
  })
  .meta({ id: 'Absences' });

export const AbsenceListOut = z.object({ items: z.array(AbsenceOut).readonly() }).meta({ id: 'AbsenceList' });

export const DoneForMePageOut = z
  .object({
    items: z
      .array(
        z.object({
          instance: z.string(),
          title: TextOut,
          definition: z.object({ key: z.string(), version: z.int(), title: TextOut }),
          step: Titled.optional(),
          task: z.string().optional(),
          kind: z.string(),
          outcome: z.string().optional(),
          comment: z.string().optional(),
          by: NamedOut.meta({ description: 'The deputy.' }),
          at: InstantOut,
        }),
      )
      .readonly(),
    next: z.string().optional(),
  })
  .meta({ id: 'DoneForMePage' });
