import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { testDatabase } from '../../../../test/support/database.ts';
import { openReportingHouse, type ReportingHouse } from '../../../../test/support/reporting-house.ts';
import { contradictions } from '../../../../test/support/tables.ts';

const schools = 12;
const periods = ['2024-04-A', '2024-04-B', '2024-05-A', '2024-05-B', '2024-06-A', '2024-06-B'];
const dues = ['2024-04-12', '2024-04-27', '2024-05-12', '2024-05-27', '2024-06-12', '2024-06-27'];
const end = '2024-06-28T00:00:00.000Z';

interface Filing {
  readonly school: string;
  readonly period: string;
  readonly at: string;
}

/** For each school and period nothing, a report in time, or one that is some days late. */
const filings = fc.sample(
  fc
    .array(
      fc.array(fc.constantFrom(undefined, undefined, undefined, -2, -1, 3, 20), { minLength: periods.length, maxLength: periods.length }),
      {
        minLength: schools,
        maxLength: schools,
      },
    )
    .map((plans): Filing[] =>
      plans
        .flatMap((days, school) =>
          days.flatMap((after, place) => {
            if (after === undefined) return [];
            const at = new Date(Date.parse(`${dues[place]}T06:00:00Z`) + after * 86_400_000).toISOString();
            return [{ school: `school-${school + 1}`, period: periods[place] ?? '', at }];
          }),
        )
        .filter(({ at }) => at < end)
        .sort((one, other) => (one.at < other.at ? -1 : 1)),
    ),
  { numRuns: 1, seed: 20_240_328 },
)[0];

const open = async () => {
  const { database, dataSource } = await testDatabase();
  const house = await openReportingHouse({ database, dataSource }, { schools, at: '2024-03-28T00:00:00Z' });
  for (let school = 1; school <= schools; school += 1) await house.join(`school-${school}`, 'demonstration', '2024-03-28');
  return { house, dataSource };
};

/** How every school stands, and whether there is a case against it. */
async function outcome(house: ReportingHouse) {
  const page = await house.reporting.standings.page(await house.caller('office'), { limit: 100 });
  if ('code' in page) throw new Error(page.code);
  return page.items.map(({ school, view, causes, case: found }) => ({
    school: school.name,
    view,
    causes: causes.map(({ kind, obligations }) => [kind, ...obligations.map(({ period }) => period)]),
    states: found?.states,
  }));
}

const [there, away] = [await open(), await open()];

it('workers that were away for three months come to what they had come to if they had been there all the time', async () => {
  for (const { school, period, at } of filings ?? []) {
    for (let next = await there.house.reporting.round.next(there.house.clock.now()); next !== undefined && next.toISOString() <= at; ) {
      await there.house.passTo(next.toISOString());
      next = await there.house.reporting.round.next(next);
    }
    for (const { house } of [there, away]) {
      house.clock.turnTo(at);
      await house.file(school, 'fortnightly', period);
    }
  }
  for (const { house } of [there, away]) await house.passTo(end);
  const expected = await outcome(there.house);
  expect(await outcome(away.house)).toEqual(expected);
  expect(expected.some(({ view }) => view === 'flagged')).toBe(true);
  expect(expected.some(({ view }) => view !== 'flagged')).toBe(true);
  expect(expected.filter(({ view, states }) => (view === 'flagged') !== (states?.length === 1))).toEqual([]);
  for (const { dataSource } of [there, away]) expect(await contradictions(dataSource)).toEqual([]);
});
