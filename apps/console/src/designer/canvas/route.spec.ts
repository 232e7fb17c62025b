import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Point } from '../../case/path/layout.ts';
import { routed, type Standing } from './route.ts';

const coordinate = fc.integer({ min: -2000, max: 2000 });
const standing = (id: string): fc.Arbitrary<Standing> =>
  fc.record({
    id: fc.constant(id),
    at: fc.record({ x: coordinate, y: coordinate }),
    width: fc.integer({ min: 40, max: 400 }),
    height: fc.integer({ min: 10, max: 120 }),
  });
const isWithin = ({ x }: Point, { at, width }: Standing): boolean => x >= at.x && x <= at.x + width;
const borders = [
  { x: 0, y: 0 },
  { x: 9, y: 9 },
] as const;

it('leads down through the bends as they were laid out', () => {
  const upper: Standing = { id: 'upper', at: { x: 0, y: 0 }, width: 100, height: 50 };
  const lower: Standing = { id: 'lower', at: { x: 0, y: 200 }, width: 100, height: 50 };
  const bend = { x: 50, y: 120 };
  expect(routed({ from: 'upper', to: 'lower' }, [borders[0], bend, borders[1]], [upper, lower])).toEqual([bend]);
});

it('goes up beside what it leaves and what it arrives at, on the side of the bends', () => {
  const upper: Standing = { id: 'upper', at: { x: 0, y: 0 }, width: 100, height: 50 };
  const lower: Standing = { id: 'lower', at: { x: 200, y: 200 }, width: 100, height: 50 };
  const bend = { x: 120, y: 120 };
  expect(routed({ from: 'lower', to: 'upper' }, [borders[0], bend, borders[1]], [upper, lower])).toEqual([
    { x: 186, y: 264 },
    { x: 186, y: 186 },
    bend,
    { x: 114, y: 64 },
    { x: 114, y: -14 },
  ]);
});

it('begins beside whatever it leaves upwards, and ends beside what it arrives at', () => {
  const bends = fc.array(fc.record({ x: coordinate, y: coordinate }), { maxLength: 4 });
  fc.assert(
    fc.property(standing('one'), standing('other'), bends, (one, other, between) => {
      fc.pre(other.at.y <= one.at.y);
      const route = routed({ from: 'one', to: 'other' }, [borders[0], ...between, borders[1]], [one, other]);
      expect(route.slice(2, -2)).toEqual(between);
      for (const [side, box] of [
        [route.slice(0, 2), one],
        [route.slice(-2), other],
      ] as const) {
        expect(side.filter((bend) => isWithin(bend, box))).toEqual([]);
        expect(side.map(({ y }) => y)).toEqual([box.at.y + box.height + 14, box.at.y - 14]);
      }
    }),
  );
});
