import { z } from 'zod';
import { InstantOut, TextOut } from '../http/schema.ts';
import { areas } from './areas.ts';

const Language = z.enum(['zh-CN', 'en']);
export const LanguageBody = z.strictObject({ language: Language }).meta({ id: 'LanguageChoice' });

export const SignInBody = z
  .strictObject({
    account: z.string().min(1).max(100),
    password: z.string().min(1).max(500),
    newPassword: z
      .string()
      .min(10)
      .max(200)
      .optional()
      .meta({ description: 'Chosen at the first sign-in with a one-time password; refused as sign-in.password-one-time without it.' }),
  })
  .meta({ id: 'SignIn' });

export const SessionOut = z
  .object({
    person: z.object({ id: z.uuid(), name: z.string(), account: z.string() }),
    language: Language.meta({ description: 'In which the person reads and is written to.' }),
    posts: z
      .array(
        z.object({
          key: z.string(),
          title: TextOut,
          organisation: z.object({ id: z.uuid(), name: z.string() }),
          permissions: z.array(z.string()).readonly().meta({ description: 'What this post allows, at its organisation and below.' }),
          areas: z.array(z.enum(areas)).readonly().meta({ description: 'What of the console one sees by this post alone.' }),
          isBody: z.boolean().meta({ description: 'Whether this is a body whose meetings decide something: I am its secretary.' }),
        }),
      )
      .readonly(),
    areas: z.array(z.enum(areas)).readonly().meta({ description: 'What of the console one sees, in the order of its rail.' }),
    permissions: z.array(z.string()).readonly().meta({ description: 'What these posts allow somewhere in the tree.' }),
    present: InstantOut.meta({
      description: 'What time it is for the server; a demonstration may be elsewhere than the calendar on the wall.',
    }),
    csrfToken: z.string().meta({ description: 'To be sent as X-CSRF-Token with every request that changes something.' }),
  })
  .meta({ id: 'Session' });

export const DemoOut = z
  .object({
    password: z.string().optional().meta({ description: 'Everybody’s.' }),
    people: z
      .array(
        z.object({
          account: z.string(),
          post: TextOut,
          organisation: z.string(),
          house: z.string().meta({ description: 'The school or office it belongs to.' }),
          isSuggested: z.boolean().meta({ description: 'One of those by whom a case is played from end to end.' }),
        }),
      )
      .readonly(),
  })
  .meta({ id: 'Demo', description: 'As whom one may try the system; nobody, unless it was started as a demo.' });
