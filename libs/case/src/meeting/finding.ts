import type { PostDefinition } from '#directory';
import { reaches } from '#engine';
import type { Refusal } from '#platform';

/** Who belongs to a body when it meets. Within one meeting a name stands for one person. */
export interface Member {
  readonly name: string;
  /** Their account, if they have one: by it the meeting knows who may not decide on their own case. */
  readonly person?: string | undefined;
  readonly isPresent: boolean;
}

export const findingOutcomes = ['passed', 'passed-with-conditions', 'deferred', 'not-passed'] as const;
export type FindingOutcome = (typeof findingOutcomes)[number];

export interface Tally {
  readonly for: number;
  readonly against: number;
  readonly abstained: number;
}

/** What a meeting came to on one item. */
export interface Finding {
  readonly outcome: FindingOutcome;
  /** What the minutes say. */
  readonly text: string;
  /** Names of members present who take no part in this item. */
  readonly recusals: readonly string[];
  /** Needed unless the item was deferred. */
  readonly tally?: Tally | undefined;
  /** Needed with `passed-with-conditions`, and only there. */
  readonly conditions?: string | undefined;
}

/** How the body meets; what is not said: more than half present, and any result that the votes add up to. */
type Rules = PostDefinition['meets'];

const half = { moreThan: '1/2' } as const;

/** @returns why these people cannot decide anything, if they cannot. */
export function quorumFault(rules: Rules, members: readonly Member[], recused = 0): Refusal | undefined {
  const present = members.filter(({ isPresent }) => isPresent).length - recused;
  const eligible = members.length - recused;
  if (reaches(rules?.quorum ?? half, present, eligible)) return undefined;
  return { kind: 'refused', code: 'meeting.no-quorum', params: { present, members: eligible } };
}

/**
 * Whether a finding can be what these members came to. Who is recused counts neither as present nor as a member.
 * @param applicant whose case it is
 */
export function findingFault(rules: Rules, members: readonly Member[], finding: Finding, applicant: string | null): Refusal | undefined {
  return (
    recusalFault(members, finding, applicant) ??
    wordingFault(finding) ??
    (finding.outcome === 'deferred' && finding.tally === undefined
      ? undefined
      : (quorumFault(rules, members, finding.recusals.length) ?? tallyFault(rules, members, finding)))
  );
}

function recusalFault(members: readonly Member[], { recusals }: Finding, applicant: string | null): Refusal | undefined {
  const present = members.filter(({ isPresent }) => isPresent);
  const stranger = recusals.find((name, index) => recusals.indexOf(name) !== index || !present.some((member) => member.name === name));
  if (stranger !== undefined) return { kind: 'refused', code: 'meeting.member-not-present', params: { name: stranger } };
  const own = present.find(({ name, person }) => applicant !== null && person === applicant && !recusals.includes(name));
  return own && { kind: 'refused', code: 'meeting.applicant-not-recused', params: { name: own.name } };
}

function wordingFault({ outcome, text, conditions = '' }: Finding): Refusal | undefined {
  if (text.trim() === '') return { kind: 'refused', code: 'meeting.text-missing' };
  const isConditional = outcome === 'passed-with-conditions';
  return isConditional === (conditions.trim() !== '') ? undefined : { kind: 'refused', code: 'meeting.conditions' };
}

function tallyFault(rules: Rules, members: readonly Member[], { outcome, recusals, tally }: Finding): Refusal | undefined {
  const voters = members.filter(({ isPresent }) => isPresent).length - recusals.length;
  const cast = tally === undefined ? 0 : tally.for + tally.against + tally.abstained;
  const isWhole =
    tally !== undefined && [tally.for, tally.against, tally.abstained].every((votes) => Number.isInteger(votes) && votes >= 0);
  if (!isWhole || cast !== voters) return { kind: 'refused', code: 'meeting.tally-wrong', params: { cast, voters } };
  if (rules?.pass === undefined || outcome === 'deferred') return undefined;
  const isPassed = reaches(rules.pass, tally.for, members.length - recusals.length);
  return isPassed === (outcome !== 'not-passed') ? undefined : { kind: 'refused', code: 'meeting.outcome-against-votes' };
}
