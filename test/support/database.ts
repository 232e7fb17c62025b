import type { DataSource } from 'typeorm';
import { DefinitionVersionEntity } from '#case';
import { directoryEntities } from '#directory';
import { createDataSource, Database } from '#platform';
import { afterwards, copiedDatabase } from './copied-database.ts';

/** A copied database, with a pool on it that is closed before the database goes. */
export async function testDatabase(poolSize = 8): Promise<{ url: string; database: Database; dataSource: DataSource }> {
  const url = await copiedDatabase();
  const dataSource = createDataSource({
    url,
    poolSize,
    applicationName: 'test',
    entities: [...directoryEntities, DefinitionVersionEntity],
  });
  await dataSource.initialize();
  afterwards(() => dataSource.destroy());
  return { url, dataSource, database: new Database(dataSource) };
}
