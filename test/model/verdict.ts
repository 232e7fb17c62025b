import type { Circle, Voice } from './circle.ts';
import type { Variant } from './topology.ts';

/** What a step's own circle has come to; undefined while it is open. */
export function verdict(circle: Circle, variant: Variant): string | undefined {
  const said = circle.voices.filter(({ said, signing }) => said !== undefined && signing === undefined);
  const outcomes = said.map((voice) => voice.said?.outcome ?? '');
  switch (circle.rule) {
    case 'one':
      return outcomes[0];
    case 'all':
    case 'sequence':
      return outcomes.find((outcome) => outcome !== 'approve') ?? (said.length === circle.voices.length ? 'approve' : undefined);
    case 'vote':
      return votedBy(circle.voices, said, variant);
  }
}

/** Decided when, however those vote who have not yet, it comes to the same; and not before half have voted where a quorum is asked for. */
function votedBy(all: readonly Voice[], said: readonly Voice[], variant: Variant): string | undefined {
  const weightOf = ({ weight }: Voice) => (variant === 'resume' ? weight : 1);
  const total = (voices: readonly Voice[]) => voices.reduce((sum, voice) => sum + weightOf(voice), 0);
  const saying = (outcome: string) => total(said.filter((voice) => voice.said?.outcome === outcome));
  const rest = all.filter((voice) => !said.includes(voice)).map(weightOf);
  const everybody = total(all);
  if (variant === 'resume' && total(said) < everybody / 2) return undefined;
  const results = new Set(
    endings(rest, { ayes: saying('approve'), noes: saying('reject') }).map(({ ayes, noes }) =>
      variant === 'restart' ? ayes >= everybody / 2 && everybody > 0 : ayes > (ayes + noes) / 2,
    ),
  );
  if (results.size !== 1) return undefined;
  return results.has(true) ? 'approve' : 'reject';
}

interface Count {
  readonly ayes: number;
  readonly noes: number;
}

/** Every way in which the rest may vote. */
function endings([weight, ...rest]: readonly number[], count: Count): Count[] {
  if (weight === undefined) return [count];
  return [{ ...count, ayes: count.ayes + weight }, { ...count, noes: count.noes + weight }, count].flatMap((each) => endings(rest, each));
}
