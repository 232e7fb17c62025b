import { z } from 'zod';
import { AccessOut, InstantOut, NamedOut, TextOut, Titled } from '../http/schema.ts';

const head = { key: z.string(), version: z.int(), title: TextOut, contentHash: z.string(), publishedAt: InstantOut };

const listed = {
  ...head,
  basis: z.array(z.string()).readonly(),
  startAt: z.array(NamedOut).readonly().meta({ description: 'Where the caller may start a case.' }),
};

export const DefinitionsOut = z
  .object({
    items: z
      .array(
        z
          .object({
            ...listed,
            isInForce: z.boolean().meta({ description: 'Whether cases begin on it; those of a process that is retired run on.' }),
            steps: z.array(Titled).readonly().meta({ description: 'In which people act, in the order of the document.' }),
          })
          .meta({ id: 'ListedDefinition' }),
      )
      .readonly(),
  })
  .meta({ id: 'Definitions' });

export const DefinitionOut = z.object({ ...head, document: z.unknown() }).meta({ id: 'PublishedDefinition' });

export const StartFormOut = z
  .object({
    ...listed,
    form: z.object({ schema: z.unknown(), ui: z.unknown().optional() }),
    access: AccessOut.meta({ description: 'What the applicant may fill in while starting, by field.' }),
  })
  .meta({ id: 'StartForm' });

const document = z
  .record(z.string(), z.unknown())
  .meta({ description: 'A workflow definition; its JSON Schema is at /api/definitions/schema.' });

export const VerifyBody = z.strictObject({ document }).meta({ id: 'DefinitionToVerify' });
export const PublishBody = z.strictObject({ document, note: z.string().max(1000).optional() }).meta({ id: 'DefinitionToPublish' });

const FindingOut = z
  .object({
    code: z.string(),
    pointer: z.string().meta({ description: 'JSON Pointer into the document.' }),
    message: TextOut,
    severity: z.enum(['error', 'warning']),
    counterExample: z
      .object({ moves: z.array(z.unknown()).readonly(), about: z.array(z.string()).readonly() })
      .optional()
      .meta({ description: 'How a case comes to where it goes wrong, and the paths of the states it is about.' }),
  })
  .meta({ id: 'DefinitionFinding' });

export const FindingsOut = z
  .object({ problems: z.array(FindingOut).readonly() })
  .meta({ id: 'Findings', description: 'What is wrong with the document. Errors keep it from being published; without any it can be.' });
