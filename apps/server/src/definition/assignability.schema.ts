import { z } from 'zod';
import { NamedOut, TextOut } from '../http/schema.ts';

export const AssignabilityOut = z
  .object({
    places: z.int().meta({ description: 'Organisations at which a case may be started.' }),
    withoutStarter: z.int().meta({ description: 'Organisations of the level at which nobody holds a post that starts one.' }),
    findings: z
      .array(
        z.object({
          kind: z.enum(['nobody', 'applicant', 'alone', 'twice']),
          severity: z.enum(['error', 'warning']),
          step: z.string(),
          title: TextOut,
          places: z.array(NamedOut).readonly().meta({ description: 'The first twenty.' }),
          count: z.int(),
        }),
      )
      .readonly()
      .meta({ description: 'What harms most first.' }),
  })
  .meta({ id: 'Assignability', description: 'Whether every step finds somebody, for every organisation that may start the process.' });
