import type { Move } from './move.ts';
import type { Topology } from './topology.ts';

const ofCase = new Set([
  'child-ended',
  'child-refused',
  'call-answered',
  'call-failed',
  'end',
  'comment',
  'copy',
  'urge',
  'recuse',
  'withdraw',
  'jump',
  'suspend',
  'resume',
  'terminate',
  'signal',
  'take-back',
]);

/** The row of the matrix a move is counted in. What is done in the draft says nothing about the policy. */
export function rowOf(move: Move, topology: Topology): string | undefined {
  if (move.step === 'draft' && !ofCase.has(move.verb)) return undefined;
  if (move.verb === 'add-signers') return `add-signers ${move.place}`;
  if (move.verb !== 'decide') return move.verb;
  if (move.outcome !== 'return') return move.outcome;
  return `return to ${targetOf(move, topology)}, ${topology.variant}`;
}

function targetOf({ step, returnTo }: Move, topology: Topology): string {
  if (returnTo === undefined) return 'the applicant';
  if (isBeside(topology, step, returnTo)) return 'another region';
  const earlier = topology.earlierThan(step).filter((each) => !isBeside(topology, step, each));
  return earlier.at(-1) === returnTo ? 'the previous step' : 'an earlier step';
}

const isBeside = ({ forks }: Topology, one: string, other: string): boolean =>
  forks.some(({ regions }) => {
    const regionOf = (step: string) => regions.find(({ path }) => step.startsWith(`${path}.`));
    const [first, second] = [regionOf(one), regionOf(other)];
    return first !== undefined && second !== undefined && first !== second;
  });
