import { z } from 'zod';

const comment = z.string().max(2000);
const reason = comment.min(1).meta({ description: 'Why; it is kept in the history.' });
const people = z.array(z.uuid()).min(1).max(20).meta({ description: 'Ids of people.' });

export const ReleaseBody = z
  .strictObject({ comment: comment.optional().meta({ description: 'Needed where another has claimed it.' }) })
  .meta({ id: 'Release' });

export const HandingBody = z
  .strictObject({ to: z.uuid().meta({ description: 'Id of the person.' }), comment: reason })
  .meta({ id: 'Handing', description: 'To whom a task goes, and why.' });

export const AddSignersBody = z
  .strictObject({
    place: z.enum(['before', 'after', 'beside']).meta({
      description:
        '`before`: I decide when they have signed. `after`: my approval counts when they have signed too. `beside`: they take part in the step as I do. Before or after me a refusal is advice: the task comes back to me.',
    }),
    people,
    policy: z
      .enum(['one', 'all', 'sequence'])
      .optional()
      .meta({ description: 'How those before or after me sign; `all` without it. Beside me it is the step’s own policy.' }),
    comment: reason,
  })
  .meta({ id: 'AddSigners' });

export const RemoveSignersBody = z
  .strictObject({ step: z.string().min(1).max(300).meta({ description: 'The step, by its path.' }), people, comment: reason })
  .meta({ id: 'RemoveSigners' });
