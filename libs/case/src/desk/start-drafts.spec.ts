import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { testDatabase } from '../../../../test/support/database.ts';
import { openHouse } from '../../../../test/support/house.ts';
import { admission, countersigning } from '../../../../test/support/house-processes.ts';
import type { StartDraft } from './start-drafts.ts';

const { database, dataSource } = await testDatabase();
const house = await openHouse({ database, dataSource }, { definitions: [admission, countersigning] });
const { startDrafts } = house.cases;
const lead = await house.caller('lead');
const key = admission.key;

const isDraft = (answer: object): answer is StartDraft => !('kind' in answer);

describe('A draft of a form', () => {
  it('is kept as it was typed, for its person alone, with where it is to be started', async () => {
    const organisation = await house.organisation('information');
    const draft = await startDrafts.put(lead, key, { organisation, fields: { certificate: '网络工', ratio: 'not a number' } }, undefined);
    expect(draft).toMatchObject({ definition: { key, title: { zh: '证书准入' } }, organisation, fields: { ratio: 'not a number' } });
    expect(await startDrafts.read(lead, key)).toEqual(draft);
    expect(await startDrafts.read(await house.caller('second-lead'), key)).toBeUndefined();
    expect(await startDrafts.put(lead, 'none', { fields: {} }, undefined)).toMatchObject({ code: 'definition.unknown' });
    expect((await startDrafts.list(lead)).map(({ definition }) => definition.key)).toEqual([key]);
    expect(await startDrafts.remove(lead, key, undefined)).toBeUndefined();
    expect(await startDrafts.remove(lead, key, undefined)).toMatchObject({ code: 'draft.unknown' });
  });

  it('is never overwritten by a window that has not seen it, whatever two windows do', async () => {
    const step = fc.record({
      window: fc.constantFrom(0, 1),
      does: fc.constantFrom('type', 'type', 'type', 'throw away', 'look'),
      passes: fc.constantFrom(0, 1),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
        await dataSource.query('DELETE FROM start_draft');
        const seen: (string | undefined)[] = [undefined, undefined];
        // What is there, by which window it was put there or seen last.
        let there: { text: string; seenBy: Set<number> } | undefined;
        for (const [index, { window, does, passes }] of steps.entries()) {
          house.clock.advance(passes);
          if (does === 'look') {
            const draft = await startDrafts.read(lead, key);
            expect(draft?.fields).toEqual(there && { text: there.text });
            seen[window] = draft?.version;
            there?.seenBy.add(window);
            continue;
          }
          if (does === 'type') {
            const text = `${index}`;
            const answer = await startDrafts.put(lead, key, { fields: { text } }, seen[window]);
            const maySave = there === undefined ? seen[window] === undefined : there.seenBy.has(window);
            expect(isDraft(answer)).toBe(maySave);
            if (isDraft(answer)) {
              seen[window] = answer.version;
              there = { text, seenBy: new Set([window]) };
            } else
              expect(answer).toMatchObject({
                code: 'draft.changed',
                current: there === undefined ? null : { fields: { text: there.text } },
              });
            continue;
          }
          const wasSeen = there?.seenBy.has(window) === true;
          const refusal = await startDrafts.remove(lead, key, seen[window] ?? '0.0');
          expect(refusal === undefined).toBe(wasSeen);
          if (wasSeen) {
            there = undefined;
            seen[window] = undefined;
          }
        }
      }),
      { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 30) },
    );
  });
});
