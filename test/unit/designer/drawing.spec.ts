import { expect, it } from '@jest/globals';
import { type Definition, outlineOf } from '#engine';
import { drawn } from '../../../apps/console/src/designer/canvas/drawing.ts';
import { draft, final, one, post, processOf, step } from '../../support/definitions.ts';

const asked = { meta: step(post('head'), one('approve')), on: { approve: 'over' } };
const region = { initial: 'asked', states: { asked, over: final } };
const parallel = (states: Definition['machine']['states'] & object): Definition['machine'] => ({ type: 'parallel', states });
const process = processOf({
  initial: 'draft',
  states: {
    draft: draft('both'),
    both: {
      ...parallel({
        one: region,
        other: { initial: 'inner', states: { inner: { ...parallel({ a: region, b: region }), onDone: 'over' }, over: final } },
      }),
      onDone: 'end',
    },
    end: final,
  },
});

it('draws what waits for regions below all of them, and what follows below that', () => {
  const { nodes } = drawn(outlineOf(process));
  const top = (id: string): number => nodes.find((node) => node.id === id)?.at.y ?? Number.NaN;
  const bottom = (id: string): number => top(id) + (nodes.find((node) => node.id === id)?.height ?? Number.NaN);
  for (const end of ['both.other.inner.a.over', 'both.other.inner.b.over'])
    expect(top('both.other.inner#join')).toBeGreaterThan(bottom(end));
  for (const end of ['both.one.over', 'both.other.over', 'both.other.inner#join']) expect(top('both#join')).toBeGreaterThan(bottom(end));
  expect(top('end')).toBeGreaterThan(bottom('both#join'));
  expect(top('both')).toBeLessThan(top('both.one.asked'));
});
