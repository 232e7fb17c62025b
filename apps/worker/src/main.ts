import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { CaseModule, DefinitionVersionEntity } from '#case';
import { DirectoryModule, directoryEntities } from '#directory';
import { noticeEntities } from '#notice';
import { CalendarModule, Calendars, PilotRegisters } from '#pilot';
import { ConfigurationError, NestLogger, openPlatform, PlatformModule, readConfig } from '#platform';
import { ReportingModule, Schemes } from '#reporting';
import { officialCalendar, registerData, reportPosts } from '../../../config/pilot.ts';
import { reportSchemes } from '../../../config/policies/report-schemes.ts';
import { posts } from '../../../config/posts.ts';
import { WorkerModule } from './worker.module.ts';

/** A process for the background work alone, beside servers on the same database. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  if (config.databaseUrl === undefined) {
    throw new ConfigurationError(
      '单独运行的后台进程需要 DATABASE_URL；内置数据库由服务进程自带后台。\nA worker of its own needs DATABASE_URL; with the embedded database the server does this work itself.',
    );
  }
  const entities = [...directoryEntities, ...noticeEntities, DefinitionVersionEntity];
  const platform = await openPlatform({ config, applicationName: 'shenpi-worker', entities });
  const { amendments } = platform;
  const calendars = new Calendars(platform, officialCalendar);
  await calendars.start();
  const schemes = new Schemes(reportSchemes, amendments);
  const reporting = { schemes, amendments, calendarOf: (tenant: string) => calendars.seen(tenant), reportPosts };
  const app = await NestFactory.createApplicationContext(
    {
      module: WorkerModule,
      imports: [
        PlatformModule.with(platform),
        DirectoryModule.with(posts),
        CalendarModule.with(calendars),
        CaseModule.with({
          facts: new PilotRegisters({
            database: platform.database,
            data: registerData,
            schemes,
            calendarOf: (tenant) => calendars.of(tenant),
            amendments,
          }),
          dueTimeOf: (tenant) => calendars.dueTimesOf(tenant),
        }),
        ReportingModule.with(reporting),
      ],
    },
    { logger: new NestLogger(platform.logger), abortOnError: false },
  );
  platform.logger.info('worker started');
  const stop = async (): Promise<void> => {
    await app.close();
    await platform.close();
    platform.logger.info('worker stopped');
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof ConfigurationError ? error.message : (error as Error).stack}\n`);
  process.exit(1);
});
