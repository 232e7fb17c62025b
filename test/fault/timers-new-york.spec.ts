import { expect, it } from '@jest/globals';
import { testDatabase } from '../support/database.ts';
import { eventually } from '../support/eventually.ts';
import { TimerScene } from './timer-scene.ts';

/**
 * The three days reach across the night of 10 March 2024, in which New York has no hour from two to three. Run by itself it
 * is in the machine's zone; `timers-zone.spec.ts` runs it in New York's.
 */
it('a timer across the night in which an hour is missing fires after three whole days', async () => {
  const scene = await TimerScene.open(await testDatabase(), { present: '2024-03-09T06:30:00.000Z' });
  await scene.begin(3);
  const due = await scene.house.rows<{ due: Date }>('SELECT due_at AS due FROM timer');
  expect(due.map((row) => row.due.toISOString())).toEqual(Array.from({ length: 3 }, () => '2024-03-12T06:30:00.000Z'));
  const worker = scene.worker();
  await worker.start();
  scene.turnBy(3, -1);
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  expect(await scene.effects()).toBe(0);
  scene.turnBy(0, 1);
  await eventually(async () => expect(await scene.effects()).toBe(3));
  await worker.stop();
  expect(await scene.totals(`across a missing hour, TZ=${process.env['TZ'] ?? 'of the machine'}`)).toMatchObject({ effects: 3 });
});
