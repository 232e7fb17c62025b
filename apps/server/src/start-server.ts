import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { CASES, type Cases, DefinitionVersionEntity } from '#case';
import { Directory, directoryEntities, ImportStore, SignIn } from '#directory';
import { noticeEntities } from '#notice';
import { Calendars, PilotRegisters } from '#pilot';
import { type Clock, type Config, ConfigurationError, type OpenPlatform, openPlatform } from '#platform';
import { type ReportingSettings, Schemes } from '#reporting';
import { demoDirectory } from '../../../config/demo/organisations.ts';
import { officialCalendar, registerData, reportPosts } from '../../../config/pilot.ts';
import { reportSchemes } from '../../../config/policies/report-schemes.ts';
import { posts } from '../../../config/posts.ts';
import { workflowCatalogue } from '../../../workflows/catalogue.ts';
import { templateCatalogue } from '../../../workflows/templates/catalogue.ts';
import { startDemoCases } from './demo-cases.ts';
import { startDemoReports } from './demo-reports.ts';
import { WorkerModule } from './embedded.ts';
import { publishCatalogue } from './publish.ts';
import { createServer } from './server.ts';

export interface RunningServer {
  readonly url: string;
  readonly app: NestFastifyApplication;
  readonly platform: OpenPlatform;
  /** Answers what has been asked, finishes the job at hand, closes everything in turn. */
  stop(): Promise<void>;
}

/** Sets everything up on whatever is there: an empty folder, an old one, or a database of one's own. */
export async function startServer(config: Config, clock?: Clock): Promise<RunningServer> {
  const entities = [...directoryEntities, ...noticeEntities, DefinitionVersionEntity];
  const platform = await openPlatform({ config, applicationName: 'shenpi-server', entities, ...(clock && { clock }) });
  let app: NestFastifyApplication | undefined;
  const stop = async (): Promise<void> => {
    if (app !== undefined) await close(app);
    await platform.close();
  };
  try {
    const { amendments } = platform;
    const calendars = new Calendars(platform, officialCalendar);
    await calendars.start();
    const schemes = new Schemes(reportSchemes, amendments);
    const registers = new PilotRegisters({
      database: platform.database,
      data: registerData,
      schemes,
      calendarOf: (tenant) => calendars.of(tenant),
      amendments,
    });
    const reporting = { schemes, amendments, calendarOf: (tenant: string) => calendars.seen(tenant), reportPosts };
    const templates = [...templateCatalogue, ...workflowCatalogue];
    const installation = { posts, registers, calendars, reporting, templates, amendments };
    app = await createServer(platform, installation, config.worker ? [WorkerModule] : []);
    await prepare(app, platform, reporting);
    await listen(app, config);
    return { url: urlOf(app, config), app, platform, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A connection that was busy when closing began would be waited for until the client lets go of it, a minute or more. */
async function close(app: NestFastifyApplication): Promise<void> {
  const hangingUp = setInterval(() => app.getHttpServer().closeIdleConnections(), 50);
  try {
    await app.close();
  } finally {
    clearInterval(hangingUp);
  }
}

/** Fills an empty installation and publishes what is new in this release. */
async function prepare(app: NestFastifyApplication, platform: OpenPlatform, settings: ReportingSettings): Promise<void> {
  const { config, logger } = platform;
  const directory = app.get(ImportStore);
  const cases = app.get<Cases>(CASES);
  const isNew = config.demo && (await directory.isEmpty(demoDirectory.tenant));
  if (isNew) await directory.import(demoDirectory);
  await publishCatalogue(cases, await directory.tenants(), workflowCatalogue, logger);
  if (!isNew) return;
  const signIn = app.get(SignIn);
  await startDemoCases(cases, signIn);
  if (config.demoReports) await startDemoReports({ platform, directory: app.get(Directory), posts, cases, signIn, settings });
}

async function listen(app: NestFastifyApplication, { host, port }: Config): Promise<void> {
  try {
    await app.init();
    // Not Nest's listen, which logs beforehand what is said here in a sentence.
    await app.getHttpAdapter().getInstance().listen({ port, host });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    throw new ConfigurationError(
      `端口 ${port} 已被占用。请设置 SHENPI_PORT 使用其他端口。\nPort ${port} on ${host} is taken. Choose another with SHENPI_PORT, or stop what is using it.`,
    );
  }
}

function urlOf(app: NestFastifyApplication, { host, publicUrl }: Config): string {
  const address = app.getHttpServer().address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return publicUrl ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
