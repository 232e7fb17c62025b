import { z } from 'zod';
import { levels } from '#directory';
import { NamedOut, TextOut } from '../http/schema.ts';

const Day = z.iso.date();
const DayOut = z.string().meta({ format: 'date' });
const name = z.string().trim().min(1).max(100);
const comment = z.string().trim().min(1).max(1000).meta({ description: 'Why; it is kept in the audit log.' });
const kinds = Object.keys(levels) as [keyof typeof levels];
const types = Object.values(levels).flat() as unknown as [(typeof levels)[keyof typeof levels][number]];

export const OrganisationBody = z
  .strictObject({ parent: z.uuid(), kind: z.enum(kinds), type: z.enum(types), name })
  .meta({ id: 'OrganisationDraft' });
export const NameBody = z.strictObject({ name }).meta({ id: 'OrganisationName' });
export const ReasonBody = z.strictObject({ comment }).meta({ id: 'AdministrationReason' });

const organisation = {
  id: z.string(),
  parent: z.string().nullable().meta({ description: 'Null at the root.' }),
  kind: z.string(),
  type: z.string(),
  name: z.string(),
  closedOn: DayOut.nullable().meta({ description: 'Since when it is no more.' }),
};

export const OrganisationOut = z.object(organisation).meta({ id: 'AdministeredOrganisation' });

export const OrganisationsOut = z
  .object({
    items: z
      .array(
        z
          .object({ ...organisation, people: z.int().meta({ description: 'Who hold a post there today.' }) })
          .meta({ id: 'OrganisationWithPeople' }),
      )
      .readonly(),
  })
  .meta({ id: 'AdministeredOrganisations' });

export const ClosingOut = z
  .object({
    isPossible: z.boolean(),
    organisations: z.int().meta({ description: 'Open organisations below it.' }),
    posts: z.int().meta({ description: 'Posts held there, now or later.' }),
    tasks: z.int().meta({ description: 'Open tasks of its cases.' }),
  })
  .meta({ id: 'OrganisationClosing' });

export const PostsOut = z
  .object({ items: z.array(z.object({ key: z.string(), title: TextOut, at: z.string() })).readonly() })
  .meta({ id: 'PostCatalogue' });

export const PostingBody = z
  .strictObject({
    post: z.string().min(1).max(60),
    organisation: z.uuid(),
    from: Day.meta({ description: 'The first day on which it is held.' }),
    until: Day.optional().meta({ description: 'The last one; open without it.' }),
  })
  .meta({ id: 'Posting' });

export const PersonBody = z
  .strictObject({
    account: z
      .string()
      .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{1,59}$/)
      .meta({ description: 'What they sign in with.' }),
    name,
    mail: z.email().max(200).optional().meta({ description: 'Where notices are mailed to.' }),
    posting: PostingBody,
  })
  .meta({ id: 'PersonDraft' });

export const EndingBody = z
  .strictObject({ lastDay: Day, comment: comment.optional() })
  .meta({ id: 'PostEnding', description: 'The last day on which the post is held.' });

export const EndingQuery = z.object({ lastDay: Day });

export const EndingOut = z
  .object({
    isPossible: z.boolean(),
    personal: z.int().meta({ description: 'Open tasks that are theirs alone: to be handed over.' }),
    unheld: z.int().meta({ description: 'Open tasks of the post, where nobody else holds it.' }),
  })
  .meta({ id: 'PostEndingOutlook' });

export const PersonOut = z
  .object({
    id: z.string(),
    name: z.string(),
    account: z.string(),
    mail: z.string().nullable(),
    isLocked: z.boolean(),
    isNew: z.boolean().meta({ description: 'Has yet to choose a password.' }),
    posts: z
      .array(
        z
          .object({
            id: z.string(),
            post: z.object({ key: z.string(), title: TextOut }),
            organisation: NamedOut,
            from: DayOut,
            until: DayOut.nullable(),
            isHeld: z.boolean().meta({ description: 'Today.' }),
          })
          .meta({ id: 'HeldPost' }),
      )
      .readonly(),
  })
  .meta({ id: 'AdministeredPerson' });

export const PeopleQuery = z.object({
  organisation: z.uuid().optional().meta({ description: 'Those who hold or held a post at this organisation itself.' }),
  q: z.string().max(60).default('').meta({ description: 'Part of a name or an account.' }),
});

export const PeopleOut = z.object({ items: z.array(PersonOut).readonly() }).meta({ id: 'AdministeredPeople' });

export const NewcomerOut = z
  .object({
    person: PersonOut,
    password: z.string().meta({ description: 'For the first sign-in, at which another is chosen. It is shown here alone.' }),
  })
  .meta({ id: 'Newcomer' });
