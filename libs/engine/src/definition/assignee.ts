import { z } from 'zod';
import { OrganisationKind } from './basics.ts';

/** Who gets a task: the case's applicant, or a post at a level of the organisation tree above the case. */
export const AssigneeRule = z
  .union([
    z.strictObject({ applicant: z.literal(true) }),
    z.strictObject({
      post: z.string().min(1).max(60),
      at: OrganisationKind,
      /** One task for each holder of the post, in place of one candidate task that any of them may decide. */
      each: z.literal(true).exactOptional(),
      /** How much this vote counts where votes are counted by weight. Without it, 1. */
      weight: z.int().min(1).max(1000).exactOptional(),
    }),
  ])
  .meta({ id: 'AssigneeRule', description: 'Who gets a task: the applicant, or a post at a level of the organisation tree.' });
export type AssigneeRule = z.infer<typeof AssigneeRule>;
export type PostRule = Extract<AssigneeRule, { post: string }>;

/** 上级: whoever stands above the posts that a step asks, by the post catalogue; the nearest that somebody holds. */
export const Superior = z
  .strictObject({ superior: z.literal(true) })
  .meta({ id: 'Superior', description: 'The superior of the posts that the step asks, by the post catalogue.' });
export type Superior = z.infer<typeof Superior>;
