import type { CommandRecord } from '#case';
import { type Definition, field, formOf } from '#engine';
import { type Client, done } from './client.ts';
import { draft, final, one, post, processOf, step } from './definitions.ts';
import { decided } from './office.ts';

/** A request that takes supplements while the academic affairs office looks at it; the dean files it. */
export const supplementing: Definition = processOf(
  {
    initial: 'draft',
    states: {
      draft: draft('check'),
      check: {
        meta: step(post('academic-affairs'), one('approve', 'return'), { supplement: { fields: ['evidence', 'reason'] } }),
        on: { approve: 'filing', return: 'draft' },
      },
      filing: { meta: step(post('dean', 'department'), one('approve')), on: { approve: 'approved' } },
      approved: final,
    },
  },
  {
    key: 'supplementing',
    subject: 'department',
    start: { posts: ['certificate-lead'] },
    form: formOf(
      {
        amount: field.whole(['数量', 'Amount']),
        reason: field.text(['理由', 'Reason']),
        evidence: field.file(['佐证材料', 'Evidence']),
      },
      ['amount'],
    ),
  },
);

/** A request that waits for the academic affairs office, with version 1 of its form. @returns the case's id. */
export async function requested(lead: Client): Promise<string> {
  const request = { definition: supplementing.key, organisation: lead.at('certificate-lead'), fields: { amount: 3 } };
  const { instance } = done(await lead.post<CommandRecord>('instances', request));
  await decided(lead, instance, { outcome: 'submit' });
  return instance;
}
