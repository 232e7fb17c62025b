import type { Text } from './basics.ts';
import type { Outcome, OutcomeKind, Policy } from './step.ts';

/** An outcome as the engine uses it, whether well-known or declared by the step. */
export interface OutcomeSpecification {
  readonly name: string;
  readonly title: Text;
  readonly kind: OutcomeKind;
  readonly commentRequired: boolean;
}

const outcome = (name: string, title: Text, kind: OutcomeKind): OutcomeSpecification => ({
  name,
  title,
  kind,
  commentRequired: kind !== 'pass',
});

const wellKnown: Readonly<Record<Extract<Outcome, string>, OutcomeSpecification>> = {
  approve: outcome('approve', { zh: '同意', en: 'Approve' }, 'pass'),
  submit: outcome('submit', { zh: '提交', en: 'Submit' }, 'pass'),
  resubmit: outcome('resubmit', { zh: '重新提交', en: 'Submit again' }, 'pass'),
  reject: outcome('reject', { zh: '不同意', en: 'Reject' }, 'refuse'),
  return: outcome('return', { zh: '退回', en: 'Return' }, 'return'),
};

/** A voter who takes no side: counted for the quorum, for nothing else. */
const abstain: OutcomeSpecification = {
  ...outcome('abstain', { zh: '弃权', en: 'Abstain' }, 'refuse'),
  commentRequired: false,
};

/** What an assignee may say under a policy. A vote is always for, against, or neither. */
export function outcomesOf(policy: Policy): OutcomeSpecification[] {
  if (policy.by === 'vote') return [wellKnown.approve, wellKnown.reject, abstain];
  return policy.outcomes.map((declared) =>
    typeof declared === 'string'
      ? wellKnown[declared]
      : {
          name: declared.name,
          title: declared.title,
          kind: declared.kind,
          commentRequired: (declared.comment ?? (declared.kind === 'pass' ? 'optional' : 'required')) === 'required',
        },
  );
}

/** What an outcome is called in a step, also in a document that is not whole. */
export function outcomeTitle(policy: Policy, name: string): Text | undefined {
  const declared = 'outcomes' in policy ? policy.outcomes.find((each) => typeof each === 'object' && each.name === name) : undefined;
  if (typeof declared === 'object') return declared.title;
  return Object.entries(wellKnown).find(([known]) => known === name)?.[1].title;
}

/** What a whole step may come to, each of which needs a transition. */
export const settlementsOf = (policy: Policy): OutcomeSpecification[] =>
  outcomesOf(policy).filter(({ name }) => policy.by !== 'vote' || name !== 'abstain');
