import { z } from 'zod';

export const AttachmentOut = z
  .object({ id: z.string(), name: z.string(), mediaType: z.string(), size: z.int(), sha256: z.string() })
  .meta({ id: 'Attachment' });
