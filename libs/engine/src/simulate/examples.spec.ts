import { expect, it } from '@jest/globals';
import { draft, final, one, post, processOf, step } from '../../../../test/support/definitions.ts';
import { plainDueTime } from '../../../../test/support/plain-due-time.ts';
import { compile } from '../compile/compile.ts';
import type { Definition } from '../definition/definition.ts';
import type { Example } from '../definition/example.ts';
import { verify } from '../verify/verify.ts';

const process = processOf({
  initial: 'draft',
  states: {
    draft: draft('review'),
    review: {
      meta: step(post('head'), one('approve', 'reject'), { title: { zh: '审核' } }),
      on: { approve: 'approved', reject: 'rejected' },
    },
    approved: final,
    rejected: final,
  },
});

const happy: Example = {
  title: { zh: '一次通过', en: 'Passes at once' },
  at: '2024-03-22T01:00:00.000Z',
  moves: [
    { kind: 'start', fields: { amount: 3 } },
    { kind: 'decide', by: 'clerk@school', step: 'draft', outcome: 'submit' },
    { kind: 'decide', by: 'head@school', step: 'review', outcome: 'approve' },
  ],
  expected: { states: ['approved'], route: ['draft', 'review', 'approved'] },
};

const surroundings = { dueTime: plainDueTime, facts: {} };
const found = (example: Partial<Example>, more: Partial<Definition> = {}) =>
  verify({ ...process, ...more, examples: [{ ...happy, ...example }] }, surroundings).map(({ code, pointer, severity }) => [
    code,
    pointer,
    severity,
  ]);

it('says nothing against an example that goes as it says', () => {
  expect(found({})).toEqual([]);
});

it.each<[string, Partial<Example>, string, string]>([
  ['a move that is not taken', { moves: happy.moves.filter((_, index) => index !== 1) }, 'example.refused', '/examples/0/moves/1'],
  [
    'another end',
    { expected: { states: ['rejected'], route: ['draft', 'review', 'rejected'] } },
    'example.ends-elsewhere',
    '/examples/0/expected/states',
  ],
  [
    'another way',
    { expected: { ...happy.expected, route: ['draft', 'approved'] } },
    'example.goes-elsewhere',
    '/examples/0/expected/route',
  ],
])('an example keeps a definition from being published by %s', (_, change, code, pointer) => {
  expect(found(change)).toEqual([[code, pointer, 'error']]);
});

it('checks its shape: a move that nobody knows has no place in it', () => {
  const document = { ...process, examples: [{ ...happy, moves: [{ kind: 'fly' }] }] };
  const compiled = compile(document, surroundings);
  expect(compiled.kind === 'faulty' && compiled.problems.map(({ code, pointer }) => [code, pointer])).toEqual([
    ['document.invalid', '/examples/0/moves/0/kind'],
  ]);
});
