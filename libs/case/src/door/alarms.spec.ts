import { beforeEach, expect, it } from '@jest/globals';
import { testDatabase } from '../../../../test/support/database.ts';
import { applicant, final, one, processOf, step } from '../../../../test/support/definitions.ts';
import { openHouse } from '../../../../test/support/house.ts';
import { sealing } from '../../../../test/support/house-processes.ts';

/** What its applicant has to confirm within ten minutes. */
const confirmation = processOf(
  {
    initial: 'waiting',
    states: {
      waiting: { meta: step(applicant, one('submit')), on: { submit: 'confirmed' }, after: { PT10M: 'lapsed' } },
      confirmed: final,
      lapsed: final,
    },
  },
  { key: 'confirmation', subject: 'department', start: { posts: ['certificate-lead'] } },
);

const { database, dataSource } = await testDatabase();
const house = await openHouse({ database, dataSource }, { definitions: [confirmation, sealing] });

const calls = async () =>
  (await house.rows<{ payload: { buckets: number[] } }>(`SELECT payload FROM outbox WHERE job = 'timer.alarm' ORDER BY id`)).map(
    ({ payload }) => payload.buckets,
  );
const started = (count: number, definition = confirmation.key) =>
  Promise.all(Array.from({ length: count }, () => house.started('lead', definition)));

beforeEach(() => dataSource.query('TRUNCATE outbox'));

it('one message calls for the alarm of a bucket, however many timers are set in it', async () => {
  house.clock.turnTo('2024-03-22T01:00:01.000Z');
  await started(1);
  await started(30);
  expect(await calls()).toEqual([[Date.parse('2024-03-22T01:10:00.000Z')]]);
  house.clock.advance(10_000);
  await started(1);
  expect((await calls()).at(-1)).toEqual([Date.parse('2024-03-22T01:10:10.000Z')]);
});

it('a timer that is due in days has a row and no message', async () => {
  await started(20, sealing.key);
  expect(await calls()).toEqual([]);
});

it('another process calls for itself, and a commit that failed has called for nothing', async () => {
  house.clock.turnTo('2024-03-22T02:00:00.000Z');
  await dataSource.query(`ALTER TABLE outbox ADD CONSTRAINT refusing CHECK (job <> 'timer.alarm')`);
  await expect(house.start('lead', confirmation.key)).rejects.toThrow();
  await dataSource.query('ALTER TABLE outbox DROP CONSTRAINT refusing');
  await started(1);
  await house.anotherProcess().started('lead', confirmation.key);
  const bucket = Date.parse('2024-03-22T02:10:00.000Z');
  expect(await calls()).toEqual([[bucket], [bucket]]);
});
