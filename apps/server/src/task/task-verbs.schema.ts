import { z } from 'zod';

const comment = z.string().max(2000);

export const ReleaseBody = z
  .strictObject({ comment: comment.optional().meta({ description: 'Needed where another has claimed it.' }) })
  .meta({ id: 'Release' });
