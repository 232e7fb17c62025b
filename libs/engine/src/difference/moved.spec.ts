import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { arbitraryProcess } from '../../../../test/support/arbitrary-process.ts';
import { draft, final, one, post, processOf, step } from '../../../../test/support/definitions.ts';
import { renameDelay } from '../edit/delays.ts';
import { renameField } from '../edit/fields.ts';
import { moveInto } from '../edit/moving.ts';
import { outlineOf } from '../edit/outline.ts';
import { removeState, renameState } from '../edit/states.ts';
import { movedPlaces } from './moved.ts';

const asked = (zh: string, to: string) => ({ meta: step(post('head'), one('approve'), { title: { zh } }), on: { approve: to } });
const deciding = processOf(
  {
    initial: 'draft',
    states: {
      draft: draft('first'),
      first: { ...asked('初审', 'both'), after: { late: 'end' } },
      both: {
        meta: { title: { zh: '会办' } },
        type: 'parallel',
        states: {
          left: { initial: 'inner', states: { inner: asked('左', 'over'), second: asked('左二', 'over'), over: final } },
          right: { initial: 'inner', states: { inner: asked('右', 'over'), over: final } },
        },
        onDone: 'end',
      },
      end: final,
    },
  },
  { delays: { late: 'P9D', later: 'P10D' } },
);

describe('what stands elsewhere in a later document', () => {
  it('is found with all that is inside it, once', () => {
    expect(movedPlaces(deciding, renameState(deciding, 'both', 'together').definition)).toEqual([
      { from: '/machine/states/both', to: '/machine/states/together' },
    ]);
    expect(movedPlaces(deciding, moveInto(deciding, 'first', 'both.right').definition)).toEqual([
      { from: '/machine/states/first', to: '/machine/states/both/states/right/states/first' },
    ]);
    expect(movedPlaces(deciding, renameField(deciding, 'reason', 'why'))).toEqual([
      { from: '/form/schema/properties/reason', to: '/form/schema/properties/why' },
    ]);
    expect(movedPlaces(deciding, renameDelay(deciding, 'late', 'overdue'))).toEqual([{ from: '/delays/late', to: '/delays/overdue' }]);
  });

  it('is nothing that is gone, that has come, or that could be either of two', () => {
    expect(movedPlaces(deciding, removeState(deciding, 'first'))).toEqual([]);
    expect(movedPlaces(removeState(deciding, 'first'), deciding)).toEqual([]);
    const twins = (one: string, other: string) =>
      processOf({ initial: one, states: { [one]: asked('同名', other), [other]: asked('同名', 'end'), end: final } });
    expect(movedPlaces(twins('a', 'b'), twins('c', 'd'))).toEqual([]);
    expect([movedPlaces(undefined, deciding), movedPlaces({ machine: 'none' }, { machine: 1 })]).toEqual([[], []]);
  });

  it('comes back when it is undone, in any process', () => {
    fc.assert(
      fc.property(arbitraryProcess, fc.nat(), (definition, at) => {
        expect(movedPlaces(definition, structuredClone(definition))).toEqual([]);
        const places = outlineOf(definition).filter(({ parent }) => parent !== undefined);
        const place = places[at % places.length];
        if (place === undefined) return;
        const { definition: renamed } = renameState(definition, place.path, 'renamedHere');
        const there = movedPlaces(definition, renamed);
        expect(there).toEqual([{ from: place.pointer, to: place.pointer.replace(/[^/]+$/, 'renamedHere') }]);
        expect(movedPlaces(renamed, definition)).toEqual(there.map(({ from, to }) => ({ from: to, to: from })));
      }),
      { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 60) },
    );
  });
});
