import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, Reflector } from '@nestjs/core';
import { CASES, CaseModule, type Cases } from '#case';
import { Directory, DirectoryModule, POSTS, type PostCatalogue, SignIn } from '#directory';
import type { Definition } from '#engine';
import { NoticeModule, NoticeSettings } from '#notice';
import { CalendarModule, type Calendars, PilotRegisters, WindowChanges } from '#pilot';
import { type Amendments, Clock, CONFIG, type Config, LOGGER, type Logger, type Platform, PlatformModule } from '#platform';
import { ReportingModule, type ReportingSettings } from '#reporting';
import { ResumableUploads } from './attachment/resumable-uploads.ts';
import { controllers } from './controllers.ts';
import { TEMPLATES } from './definition/templates.ts';
import { EventModule } from './event/event.module.ts';
import { TimersModule } from './operations/timers.module.ts';
import { ProblemFilter } from './problem/problem.filter.ts';
import { SessionGuard } from './session/session.guard.ts';
import { SessionViews } from './session/session-views.ts';

/** What an installation brings along: its posts, its registers, its calendar, what its schools report. */
export interface Installation {
  readonly posts: PostCatalogue;
  readonly registers: PilotRegisters;
  readonly calendars: Calendars;
  readonly reporting: ReportingSettings;
  /** What a new process may be begun from. */
  readonly templates: readonly Definition[];
  /** What administrators have put in the place of its rules. */
  readonly amendments: Amendments;
}

/** Composition root of the HTTP side. */
@Module({})
export class ServerModule {
  static with(
    platform: Platform,
    { posts, registers, calendars, reporting, templates, amendments }: Installation,
    others: DynamicModule['imports'] = [],
  ): DynamicModule {
    return {
      module: ServerModule,
      imports: [
        PlatformModule.with(platform),
        DirectoryModule.with(posts),
        CalendarModule.with(calendars),
        CaseModule.with({ facts: registers, dueTimeOf: (tenant) => calendars.dueTimesOf(tenant) }),
        NoticeModule,
        ReportingModule.with(reporting),
        TimersModule,
        EventModule,
        ...others,
      ],
      controllers,
      providers: [
        {
          provide: ResumableUploads,
          inject: [CONFIG, CASES],
          useFactory: (config: Config, { unfinishedUploads }: Cases) => new ResumableUploads(config, unfinishedUploads.folder),
        },
        { provide: PilotRegisters, useValue: registers },
        { provide: TEMPLATES, useValue: templates },
        {
          provide: WindowChanges,
          useValue: new WindowChanges({ registers, amendments, database: platform.database, clock: platform.clock }),
        },
        {
          provide: SessionViews,
          inject: [Directory, NoticeSettings, CASES, POSTS, Clock],
          useFactory: (...[directory, settings, cases, catalogue, clock]: [Directory, NoticeSettings, Cases, PostCatalogue, Clock]) =>
            new SessionViews({ directory, settings, cases, posts: catalogue, clock }),
        },
        { provide: APP_FILTER, inject: [LOGGER], useFactory: (logger: Logger) => new ProblemFilter(logger) },
        {
          provide: APP_GUARD,
          inject: [Reflector, SignIn, CONFIG],
          useFactory: (reflector: Reflector, signIn: SignIn, config: Config) => new SessionGuard(reflector, signIn, config),
        },
      ],
    };
  }
}
