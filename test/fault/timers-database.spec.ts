import { expect, it } from '@jest/globals';
import { DefinitionVersionEntity } from '#case';
import { directoryEntities } from '#directory';
import { createDataSource, Database, migrate, startEmbeddedPostgres } from '#platform';
import { temporaryFolder } from '../support/api.ts';
import { afterwards } from '../support/copied-database.ts';
import { eventually } from '../support/eventually.ts';
import { TimerScene } from './timer-scene.ts';

const many = 60;

it('a PostgreSQL that is restarted while timers fall due costs none of them', async () => {
  const folder = temporaryFolder();
  let postgres = await startEmbeddedPostgres({ folder, port: 0 });
  afterwards(() => postgres.stop());
  const dataSource = createDataSource({
    url: postgres.url,
    poolSize: 8,
    applicationName: 'test',
    entities: [...directoryEntities, DefinitionVersionEntity],
  });
  await dataSource.initialize();
  afterwards(() => dataSource.destroy());
  await migrate(dataSource);
  const scene = await TimerScene.open({ url: postgres.url, database: new Database(dataSource), dataSource });
  await scene.begin(many);
  const worker = scene.worker();
  await worker.start();

  // It goes away with some fired, some claimed and some not looked at yet.
  scene.turnBy(3);
  await eventually(async () => expect(await scene.effects()).toBeGreaterThan(0));
  await postgres.stop();
  postgres = await startEmbeddedPostgres({ folder, port: Number(new URL(postgres.url).port) });
  await eventually(async () => expect(await scene.effects()).toBe(many), 60_000);

  // And for the whole of a due period.
  await scene.begin(many);
  await postgres.stop();
  scene.turnBy(3);
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  postgres = await startEmbeddedPostgres({ folder, port: Number(new URL(postgres.url).port) });
  await eventually(async () => expect(await scene.effects()).toBe(2 * many), 60_000);
  await worker.stop();
  expect(await scene.totals('PostgreSQL restarted')).toMatchObject({ timers: 2 * many, effects: 2 * many });
});
