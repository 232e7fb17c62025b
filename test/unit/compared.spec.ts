import { expect, it } from '@jest/globals';
import type { Definition } from '#engine';
import { merged, placesOf, wayOf } from '../../apps/console/src/definition/compared/merged.ts';
import { workflowCatalogue } from '../../workflows/catalogue.ts';
import { draft, final, one, post, processOf, step } from '../support/definitions.ts';

const decided = (title: string, ...outcomes: Parameters<typeof one>) => step(post('dean'), one(...outcomes), { title: { zh: title } });

const before = processOf({
  initial: 'draft',
  states: {
    draft: draft('review'),
    review: { meta: decided('审核', 'approve', 'return'), on: { approve: 'seal', return: 'draft' } },
    seal: { meta: decided('用印', 'approve'), on: { approve: 'done' } },
    done: final,
  },
});

const after = processOf({
  initial: 'draft',
  states: {
    draft: draft('review'),
    review: { meta: decided('初审', 'approve', 'return', 'reject'), on: { approve: 'council', return: 'draft', reject: 'refused' } },
    council: { meta: decided('校长办公会', 'approve'), on: { approve: 'done' } },
    refused: final,
    done: final,
  },
});

const compared = merged(before, after);

it('has both in one outline, what is gone behind what it followed', () => {
  expect(compared.outline.map(({ path }) => path)).toEqual(['', 'draft', 'review', 'seal', 'council', 'done', 'refused']);
  expect(compared.outline.find(({ path }) => path === 'seal')?.ways.map(({ targets }) => targets)).toEqual([['done']]);
});

it('says of each state and each way what has become of it', () => {
  expect(Object.fromEntries(compared.places)).toEqual({ review: 'changed', council: 'added', refused: 'added', seal: 'removed' });
  expect(Object.fromEntries(compared.ways)).toEqual({
    '/machine/states/review/on/approve': 'changed',
    'was:/machine/states/review/on/approve': 'removed',
    '/machine/states/review/on/reject': 'added',
    'was:/machine/states/seal/on/approve': 'removed',
  });
});

it('has a place for every difference of the machine', () => {
  for (const difference of compared.differences) expect(placesOf(compared, difference)).not.toEqual([]);
  const ways = compared.differences.flatMap((difference) => wayOf(compared, difference)?.pointer ?? []);
  expect(ways).toEqual(['/machine/states/review/on/approve', '/machine/states/review/on/reject']);
});

it('follows a state that was only renamed', () => {
  const { machine } = before;
  const { seal, ...rest } = machine.states ?? {};
  const renamed: Definition = {
    ...before,
    machine: {
      ...machine,
      states: { ...rest, ...(seal && { stamp: seal }), review: { ...rest['review'], on: { approve: 'stamp', return: 'draft' } } },
    },
  };
  const { outline, places } = merged(before, renamed);
  expect(outline.map(({ path }) => path)).toEqual(['', 'draft', 'review', 'stamp', 'done']);
  expect(Object.fromEntries(places)).toEqual({ stamp: 'changed' });
});

it('marks nothing of two that are the same', () => {
  for (const document of workflowCatalogue) {
    const { differences, places, ways, outline } = merged(document, document);
    expect([differences, [...places], [...ways]]).toEqual([[], [], []]);
    expect(outline.length).toBeGreaterThan(0);
  }
});
