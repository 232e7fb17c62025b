import { z } from 'zod';
import { InstantOut, NamedOut, TextOut } from '../http/schema.ts';

const states = ['in-force', 'upcoming', 'former', 'retired'] as const;

const version = {
  key: z.string(),
  title: TextOut,
  version: z.int(),
  state: z.enum(states).meta({ description: 'Whether cases begin on it; will; did before another came; or are not to any more.' }),
  contentHash: z.string(),
  publishedAt: InstantOut,
  publishedBy: NamedOut.optional().meta({ description: 'Nobody where it came with the software.' }),
  confirmedBy: NamedOut.optional(),
  note: z.string().optional(),
  effectiveAt: InstantOut,
  retired: z.object({ at: InstantOut, by: NamedOut, note: z.string() }).optional(),
};

const VersionOut = z.object(version).meta({ id: 'DefinitionVersion' });

export const OverviewOut = z
  .object({
    items: z
      .array(
        z
          .object({
            key: z.string(),
            title: TextOut,
            state: z.enum(['in-force', 'upcoming', 'retired']),
            versions: z.array(VersionOut).readonly().meta({ description: 'The newest first.' }),
          })
          .meta({ id: 'DefinitionProcess' }),
      )
      .readonly(),
  })
  .meta({ id: 'DefinitionOverview' });

export const VersionsOut = z
  .object({
    key: z.string(),
    title: TextOut,
    isSecondNeeded: z.boolean(),
    items: z
      .array(
        z.object({ ...version, running: z.int().meta({ description: 'Cases that run on it.' }) }).meta({ id: 'DefinitionVersionInUse' }),
      )
      .readonly(),
  })
  .meta({ id: 'DefinitionVersions' });

const Note = z.string().trim().min(1).max(1000);
const newest = z.int().min(0).max(2_147_483_647).meta({ description: 'The newest version that was seen; 0 for none.' });

const accepts = z.string().max(100).optional().meta({
  description: 'The `fingerprint` of what was found about who would be asked, which is accepted; needed where there is any warning.',
});

export const PublicationBody = z
  .strictObject({
    revision: z.int().min(1).max(2_147_483_647).meta({ description: 'The revision of the draft that was looked at.' }),
    newest,
    note: Note,
    accepts,
    effectiveOn: z.iso
      .date()
      .optional()
      .meta({ description: 'A day of the business zone; it comes into force as it begins. Without it, at once.' }),
  })
  .meta({ id: 'DraftPublication' });

export const ConfirmationBody = z.strictObject({ newest, accepts }).meta({ id: 'ProposalConfirmation' });
export const DeclineBody = z.strictObject({ comment: Note }).meta({ id: 'ProposalDecline' });
export const RetirementBody = z
  .strictObject({ version: z.int().min(1).max(2_147_483_647).optional(), note: Note })
  .meta({ id: 'DefinitionRetirement', description: 'Without a version, the whole process.' });
export const RestorationBody = z.strictObject({ note: Note }).meta({ id: 'DefinitionRestoration' });
export const SecondPersonBody = z
  .strictObject({ key: z.string().min(1).max(60).optional(), isRequired: z.boolean() })
  .meta({ id: 'SecondPersonSetting', description: 'Without a key, of every process.' });

const proposal = {
  id: z.string(),
  key: z.string(),
  title: TextOut,
  note: z.string(),
  contentHash: z.string(),
  effectiveAt: InstantOut.optional(),
  by: NamedOut,
  at: InstantOut,
  draft: z.object({ id: z.string(), revision: z.int() }),
};
const ProposalSummary = z.object(proposal).meta({ id: 'DefinitionProposalSummary' });
export const ProposalsOut = z.object({ items: z.array(ProposalSummary).readonly() }).meta({ id: 'DefinitionProposals' });
export const ProposalOut = z.object({ ...proposal, document: z.unknown() }).meta({ id: 'DefinitionProposal' });

export const PublicationOut = z
  .object({
    kind: z.enum(['published', 'proposed']),
    key: z.string(),
    version: z.int().optional().meta({ description: 'Where it is published.' }),
    contentHash: z.string(),
    effectiveAt: InstantOut.optional(),
  })
  .meta({ id: 'DraftPublished', description: 'A version, or a proposal that another has to confirm.' });

export const SecondPersonOut = z
  .object({
    items: z
      .array(
        z
          .object({ key: z.string().optional(), by: NamedOut, at: InstantOut, waivedBy: NamedOut.optional() })
          .meta({ id: 'SecondPersonRequired' }),
      )
      .readonly(),
  })
  .meta({
    id: 'SecondPerson',
    description: 'Where publishing takes two; without a key, everywhere. `waivedBy` waits for another to agree.',
  });
