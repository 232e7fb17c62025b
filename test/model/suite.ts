import { it } from '@jest/globals';
import fc from 'fast-check';
import { Tally } from './matrix.ts';
import { policies, type TopologyName, variants } from './topology.ts';
import { groundOf, play, trialsUpTo } from './trial.ts';

/** Of each of the eight kinds of a topology: together with the other topologies, over 100,000 sequences. */
const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 2100);

const trials = trialsUpTo(6);

// Refusals are a third of what it comes to; where they were thrown says nothing, and to find out takes longer than the rest.
Error.stackTraceLimit = 0;

/** The engine and the reference side by side in one topology. */
export function sideBySide(topology: TopologyName): void {
  const kinds = policies.flatMap((policy) => variants.map((variant) => [policy, variant] as const));
  it.each(kinds)('%s, %s: the engine and the reference say the same, and what has to hold holds', (policy, variant) => {
    const ground = groundOf(topology, policy, variant);
    const tally = new Tally();
    fc.assert(
      fc.property(trials, (trial) => play(ground, trial, tally)),
      { numRuns },
    );
  });
}
