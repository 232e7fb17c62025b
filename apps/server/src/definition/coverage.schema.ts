import { z } from 'zod';
import { Definition } from '#engine';
import { TextOut } from '../http/schema.ts';

export const coverageQuery = z.object({ definition: Definition.shape.key.optional() });

const CitationOut = z
  .object({
    kind: z.enum(['process', 'step', 'way', 'reminder', 'rung', 'delay', 'limit', 'unique', 'report']),
    definition: z.string().optional().meta({ description: 'The process; of a report that schools file, none.' }),
    process: TextOut.meta({ description: 'What the process, or the report, is called.' }),
    state: z.string().optional().meta({ description: 'The state it is in, by its path.' }),
    title: TextOut.optional(),
    examples: z.int().meta({ description: 'How many examples of the process come by there.' }),
  })
  .meta({ id: 'ClauseCitation', description: 'Something that names a clause.' });

const ClauseOut = z
  .object({
    number: z.string(),
    article: z.string(),
    text: TextOut,
    isForProcesses: z.boolean().meta({ description: 'Whether a process could carry it out; others are about money, data or offices.' }),
    isCovered: z.boolean().meta({ description: 'Whether more than a process as a whole names it.' }),
    citations: z.array(CitationOut).readonly(),
  })
  .meta({ id: 'CoveredClause' });

export const CoverageOut = z
  .object({
    sources: z.array(z.object({ document: z.string(), title: TextOut, clauses: z.array(ClauseOut).readonly() })).readonly(),
    unknown: z
      .array(z.object({ number: z.string(), citations: z.array(CitationOut).readonly() }))
      .readonly()
      .meta({ description: 'Numbers that definitions name and no source has.' }),
    processes: z.array(z.object({ key: z.string(), title: TextOut })).readonly(),
  })
  .meta({ id: 'ClauseCoverage', description: 'Which clauses of which notice the processes in force carry out, and which none does.' });
