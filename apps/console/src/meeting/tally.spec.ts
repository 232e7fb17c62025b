import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { castIn, recounted, unanimous, votersOf } from './tally.ts';

const members = ['校长', '书记', '教务处长'].map((name, index) => ({ name, isPresent: index < 2 }));
const decided = fc.constantFrom('passed', 'passed-with-conditions', 'not-passed');

describe('the votes on an item', () => {
  it('are those of whoever is present and not recused', () => {
    expect(votersOf({ members }, [])).toBe(2);
    expect(votersOf({ members }, ['校长', '教务处长'])).toBe(1);
  });

  it('are all for what was decided, and nobody’s where nothing was', () => {
    expect(unanimous('passed', 6)).toEqual({ for: 6, against: 0, abstained: 0 });
    expect(unanimous('not-passed', 6)).toEqual({ for: 0, against: 6, abstained: 0 });
    expect(unanimous('deferred', 6)).toBeUndefined();
  });

  it('add up again whoever else is counted, while there are enough', () => {
    fc.assert(
      fc.property(decided, fc.nat(40), fc.nat(40), fc.nat(40), (outcome, voters, others, abstained) => {
        fc.pre(others + abstained <= voters);
        const other = outcome === 'not-passed' ? 'for' : 'against';
        const first = recounted(outcome, voters, { for: 0, against: 0, abstained: 0 }, { [other]: others });
        const tally = recounted(outcome, voters, first, { abstained });
        expect(castIn(tally)).toBe(voters);
        expect(tally).toMatchObject({ [other]: others, abstained });
      }),
    );
  });
});
