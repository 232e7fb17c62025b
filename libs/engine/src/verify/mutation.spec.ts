import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parallel } from '../../../../test/definitions/good/parallel.ts';
import { plain } from '../../../../test/definitions/good/plain.ts';
import { arbitraryProcess } from '../../../../test/support/arbitrary-process.ts';
import { bareCatalogue } from '../../../../test/support/bare-catalogue.ts';
import { arbitraryMutation, mutated } from '../../../../test/support/mutation.ts';
import { plainDueTime } from '../../../../test/support/plain-due-time.ts';
import { type Walk, walked } from '../../../../test/support/random-walk.ts';
import { compile } from '../compile/compile.ts';
import type { Definition } from '../definition/definition.ts';
import type { CaseState } from '../run/state.ts';
import { findingTexts } from './finding-texts.ts';
import { verify } from './verify.ts';

const surroundings = { dueTime: plainDueTime, facts: {} };
const runs = 10_000;
const runsEach = 40;

const good = [...plain, ...parallel].map(([, document]) => document);
const arbitraryDefinition = fc.oneof(
  { weight: 1, arbitrary: arbitraryProcess },
  { weight: 3, arbitrary: fc.constantFrom<Definition[]>(...good) },
  { weight: 1, arbitrary: fc.constantFrom<Definition[]>(...bareCatalogue) },
);

/** What the engine throws says by which scene it can be seen again. */
function gone(walk: () => Walk, scene: () => string): Walk {
  try {
    return walk();
  } catch (error) {
    throw new Error(scene(), { cause: error });
  }
}

it(`whatever verify passes of mutated definitions, ${runs} random runs on the engine never get stuck`, () => {
  let done = 0;
  const told = new Map<string, number>();
  const seeds = fc.tuple(arbitraryDefinition, fc.array(arbitraryMutation, { minLength: 0, maxLength: 3 }), fc.nat());
  for (const [definition, mutations, seed] of fc.sample(seeds, { numRuns: 4000 })) {
    if (done >= runs) break;
    const document = mutated(definition, mutations);
    const errors = verify(document, surroundings).filter(({ severity }) => severity === 'error');
    for (const { code } of errors) told.set(code, (told.get(code) ?? 0) + 1);
    if (errors.length > 0) continue;
    const compiled = compile(document, surroundings);
    if (compiled.kind === 'faulty') throw new Error('verify let pass what does not compile');
    for (let run = 0; run < runsEach; run += 1) {
      const scene = (state?: CaseState) =>
        JSON.stringify({ at: state?.machine.value, steps: state?.steps, machine: document.machine, mutations, seed: seed + run });
      const { isDone, state } = gone(() => walked(compiled.workflow, seed + run), scene);
      expect(isDone ? '' : scene(state)).toBe('');
    }
    done += runsEach;
  }
  expect(done).toBeGreaterThanOrEqual(runs);
  // Mutation finds its way to what only verify sees, not only to what does not compile.
  expect([...told.keys()].filter((code) => Object.hasOwn(findingTexts, code)).length).toBeGreaterThanOrEqual(3);
});
