import { z } from 'zod';
import { TextOut } from '../http/schema.ts';

export const SignInBody = z
  .strictObject({ account: z.string().min(1).max(100), password: z.string().min(1).max(500) })
  .meta({ id: 'SignIn' });

export const SessionOut = z
  .object({
    person: z.object({ id: z.uuid(), name: z.string(), account: z.string() }),
    posts: z.array(z.object({ key: z.string(), title: TextOut, organisation: z.object({ id: z.uuid(), name: z.string() }) })).readonly(),
    permissions: z.array(z.string()).readonly().meta({ description: 'What these posts allow somewhere in the tree.' }),
    csrfToken: z.string().meta({ description: 'To be sent as X-CSRF-Token with every request that changes something.' }),
  })
  .meta({ id: 'Session' });
