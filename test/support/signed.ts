import type { Policy } from '#engine';
import { cast, draft, final, post, processOf, step } from './definitions.ts';
import { begin, type Play } from './play.ts';

const deans = { ...post('dean'), each: true } as const;

export const vote = (quorum?: string): Policy => ({
  by: 'vote',
  count: 'head',
  of: 'eligible',
  pass: { moreThan: '1/2' },
  ...(quorum !== undefined && { quorum }),
});

/** Three deans, tasks 2 to 4, under a policy; the form has a field that they may write. */
export function opinion(policy: Policy): Play {
  const document = processOf({
    initial: 'draft',
    states: {
      draft: draft('opinion'),
      opinion: {
        meta: step(deans, policy, { fields: { opinion: 'write' }, due: 'P3D', remind: [{ before: 'P1D' }] }),
        on: { approve: 'given', reject: 'refused' },
      },
      given: final,
      refused: final,
    },
  });
  const play = begin(document, { cast }).start('clerk', { amount: 1 });
  play.decide('clerk', 'submit');
  return play;
}

export const ask = (play: Play, person: string, place: string, people: string[], policy = 'all') =>
  play.send(person, { kind: 'add-signers', task: taskOf(play, person), place, people, policy, comment: '请会签' });

export const remove = (play: Play, person: string, people: string[], more: object = {}) =>
  play.send(person, { kind: 'remove-signers', step: 'opinion', people, comment: '不再需要', ...more });

export const decide = (play: Play, person: string, outcome = 'approve', more: object = {}) =>
  play.send(person, { kind: 'decide', task: taskOf(play, person), outcome, formVersion: 1, comment: '说明', ...more });

const taskOf = ({ tasks }: Play, person: string): number =>
  [...tasks].find(([, { assignee }]) => assignee.kind === 'person' && assignee.person === person)?.[0] ?? 2;

export const asked = ({ tasks }: Play): string[] =>
  [...tasks.values()].map(({ assignee }) => (assignee.kind === 'person' ? assignee.person : assignee.post)).sort();
