import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { Tally } from './matrix.ts';
import { pageFile, pageOf } from './page.ts';
import { policies, topologies, variants } from './topology.ts';
import { groundOf, play, trialsUpTo } from './trial.ts';

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '1' }, seed: { type: 'string' }, write: { type: 'boolean', default: false } },
});

const kinds = topologies.flatMap((topology) => policies.flatMap((policy) => variants.map((variant) => ({ topology, policy, variant }))));
const until = Date.now() + Number(values.minutes) * 60_000;
const perRound = 250;
const seed = Number(values.seed ?? Date.now() % 2 ** 31);
const tally = new Tally();
const trials = trialsUpTo(24);
let sequences = 0;
let commands = 0;

process.stdout.write(`seed ${seed}\n`);
for (let round = 0; round === 0 || Date.now() < until; round += 1) {
  for (const [index, { topology, policy, variant }] of kinds.entries()) {
    const ground = groundOf(topology, policy, variant);
    const property = fc.property(trials, (trial) => {
      commands += trial.numbers.length;
      play(ground, trial, tally);
    });
    const details = fc.check(property, { numRuns: perRound, seed: seed + round * kinds.length + index });
    if (details.failed) {
      const cause = details.errorInstance instanceof Error ? details.errorInstance.message : '';
      throw new Error(`${topology}, ${policy}, ${variant}\n${fc.defaultReportMessage(details)}\n${cause}`);
    }
    sequences += perRound;
  }
  const cpu = process.cpuUsage();
  process.stdout.write(
    `${sequences} sequences, ${commands} commands, ${Math.round((cpu.user + cpu.system) / 1e6)} s, ${tally.faults().length} cells to go\n`,
  );
}
const missing = [...tally.faults(), ...tally.unknownRows()];
process.stdout.write(`\n${tally.toString()}\n\n${missing.join('\n')}\n`);
if (missing.length > 0) process.exitCode = 1;
else if (values.write) writeFileSync(pageFile, pageOf(tally, `${sequences} sequences of ${commands} commands, seed ${seed}`));
