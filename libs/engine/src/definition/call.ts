import { z } from 'zod';
import { Delay, Expression, Key, Name, Text } from './basics.ts';
import { DataSchema } from './form.ts';

/** A webhook that a state calls when it is entered, and waits for. */
export const Call = z
  .strictObject({
    title: Text.exactOptional(),
    /** The key under which an administrator has put down the webhook. */
    to: Key,
    /** What is sent, name → expression. */
    body: z.record(Name, Expression),
    /** The shape of its answer, which expressions read as `result`; without it, the answer is not looked at. */
    result: DataSchema.exactOptional(),
    /** For how long it is tried; without it, as often as a delivery of any other kind. */
    within: Delay.exactOptional(),
  })
  .meta({
    id: 'Call',
    description:
      'A webhook that is called. Its answer comes as `callDone`; what fails for good as `callFailed`, or else it is an incident.',
  });
export type Call = z.infer<typeof Call>;
