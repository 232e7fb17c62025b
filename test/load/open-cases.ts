import { NestFactory } from '@nestjs/core';
import { DueTimes, workingCalendar } from '#calendar';
import { CASES, CaseModule, type Cases, DefinitionVersionEntity } from '#case';
import { DirectoryModule, directoryEntities, ImportStore, SignIn } from '#directory';
import type { Definition } from '#engine';
import { PilotRegisters } from '#pilot';
import { openPlatform, PlatformModule, readConfig } from '#platform';
import { Schemes } from '#reporting';
import { officialCalendar, registerData } from '../../config/pilot.ts';
import { reportSchemes } from '../../config/policies/report-schemes.ts';
import { posts } from '../../config/posts.ts';

export interface OpenCases {
  readonly address: string;
  readonly cases: Cases;
  readonly directory: ImportStore;
  readonly signIn: SignIn;
  close(): Promise<void>;
}

/** The cases of a database as a server has them, in this process, without HTTP before them and without a worker beside. */
export async function openCases(address: string, folder: string): Promise<OpenCases> {
  const config = readConfig({ DATABASE_URL: address, SHENPI_DATA: folder, SHENPI_LOG_LEVEL: 'warn' });
  const entities = [...directoryEntities, DefinitionVersionEntity];
  const platform = await openPlatform({ config, applicationName: 'shenpi-bench', entities });
  const calendar = workingCalendar(officialCalendar);
  const application = await NestFactory.createApplicationContext(
    {
      module: class {},
      imports: [
        PlatformModule.with(platform),
        DirectoryModule.with(posts),
        CaseModule.with({
          facts: new PilotRegisters({
            database: platform.database,
            data: registerData,
            schemes: new Schemes(reportSchemes, platform.amendments),
            calendarOf: () => calendar,
            amendments: platform.amendments,
          }),
          dueTimeOf: () => new DueTimes(calendar),
        }),
      ],
    },
    { logger: false, abortOnError: false },
  );
  const close = async (): Promise<void> => {
    await application.close();
    await platform.close();
  };
  return { address, cases: application.get<Cases>(CASES), directory: application.get(ImportStore), signIn: application.get(SignIn), close };
}

/** @throws Error saying what is wrong with the definition. */
export async function publish({ cases }: OpenCases, tenant: string, definition: Definition): Promise<void> {
  const published = await cases.workflows.publish(tenant, definition, null, null);
  if ('problems' in published) throw new Error(published.problems.map(({ pointer, message }) => `${pointer} ${message.en}`).join('\n'));
}
