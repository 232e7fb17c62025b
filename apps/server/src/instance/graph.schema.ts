import { z } from 'zod';
import { InstantOut, NamedOut, TextOut } from '../http/schema.ts';

export const GraphOut = z
  .object({
    nodes: z
      .array(
        z
          .object({
            path: z.string(),
            title: TextOut,
            kind: z.enum(['step', 'errand', 'state', 'end']),
            posts: z
              .array(z.object({ key: z.string(), title: TextOut }))
              .readonly()
              .meta({ description: 'Posts that the definition asks there; empty where it is the applicant, or nobody.' }),
            isApplicants: z.boolean(),
            standing: z
              .enum(['here', 'ahead', 'behind', 'beside'])
              .meta({ description: 'It stands there, may come there, has only been there, or will not come there.' }),
            isOnTheWay: z.boolean().meta({ description: 'It comes there if all that is said from now on is yes.' }),
            visits: z
              .array(
                z.object({ enteredAt: InstantOut, leftAt: InstantOut.optional(), by: NamedOut.optional(), outcome: z.string().optional() }),
              )
              .readonly(),
          })
          .meta({ id: 'CaseGraphNode' }),
      )
      .readonly()
      .meta({ description: 'In the order in which a case comes to them when all goes well.' }),
    edges: z
      .array(
        z
          .object({
            from: z.string(),
            to: z.string(),
            kind: z.enum(['pass', 'return', 'refuse', 'withdraw', 'time', 'other', 'by-hand']),
            outcome: z.string().optional(),
            title: TextOut.optional(),
            takenAt: InstantOut.optional().meta({ description: 'When it was last gone along.' }),
            isAhead: z.boolean().meta({ description: 'The case may still go along it.' }),
          })
          .meta({ id: 'CaseGraphEdge' }),
      )
      .readonly(),
  })
  .meta({ id: 'CaseGraph', description: 'The machine of a case: where it has been, where it stands, what may come.' });
