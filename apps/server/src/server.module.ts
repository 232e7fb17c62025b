import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, Reflector } from '@nestjs/core';
import { CaseModule } from '#case';
import { DirectoryModule, type PostCatalogue, SignIn } from '#directory';
import { NoticeModule } from '#notice';
import { CalendarModule, type Calendars, PilotRegisters } from '#pilot';
import { CONFIG, type Config, LOGGER, type Logger, type Platform, PlatformModule } from '#platform';
import { ReportingModule, type ReportingSettings } from '#reporting';
import { AbsenceController } from './absence/absence.controller.ts';
import { AttachmentController } from './attachment/attachment.controller.ts';
import { CalendarController } from './calendar/calendar.controller.ts';
import { WindowController } from './calendar/window.controller.ts';
import { ChannelController } from './channel/channel.controller.ts';
import { DefinitionController } from './definition/definition.controller.ts';
import { RegisterController } from './definition/register.controller.ts';
import { EventController } from './event/event.controller.ts';
import { EventModule } from './event/event.module.ts';
import { HandoverController } from './handover/handover.controller.ts';
import { CopyController } from './instance/copy.controller.ts';
import { InstanceController } from './instance/instance.controller.ts';
import { InterventionController } from './instance/intervention.controller.ts';
import { ParticipantsController } from './instance/participants.controller.ts';
import { MeetingController } from './meeting/meeting.controller.ts';
import { NoticeController } from './notice/notice.controller.ts';
import { NoticeSettingsController } from './notice/notice-settings.controller.ts';
import { ClockController } from './operations/clock.controller.ts';
import { DeliveryController } from './operations/delivery.controller.ts';
import { HealthController } from './operations/health.controller.ts';
import { IncidentController } from './operations/incident.controller.ts';
import { TimerController } from './operations/timer.controller.ts';
import { TimersModule } from './operations/timers.module.ts';
import { ProblemFilter } from './problem/problem.filter.ts';
import { ReportController } from './report/report.controller.ts';
import { StandingController } from './report/standing.controller.ts';
import { DemoController } from './session/demo.controller.ts';
import { SessionController } from './session/session.controller.ts';
import { SessionGuard } from './session/session.guard.ts';
import { SessionViews } from './session/session-views.ts';
import { BatchController } from './task/batch.controller.ts';
import { TaskController } from './task/task.controller.ts';
import { TaskVerbsController } from './task/task-verbs.controller.ts';

/** What an installation brings along: its posts, its registers, its calendar, what its schools report. */
export interface Installation {
  readonly posts: PostCatalogue;
  readonly registers: PilotRegisters;
  readonly calendars: Calendars;
  readonly reporting: ReportingSettings;
}

/** Composition root of the HTTP side. */
@Module({})
export class ServerModule {
  static with(
    platform: Platform,
    { posts, registers, calendars, reporting }: Installation,
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
      controllers: [
        SessionController,
        DemoController,
        BatchController,
        AbsenceController,
        HandoverController,
        TaskController,
        TaskVerbsController,
        ParticipantsController,
        CopyController,
        InstanceController,
        InterventionController,
        DefinitionController,
        RegisterController,
        AttachmentController,
        MeetingController,
        EventController,
        NoticeController,
        NoticeSettingsController,
        ChannelController,
        DeliveryController,
        IncidentController,
        CalendarController,
        WindowController,
        ClockController,
        TimerController,
        ReportController,
        StandingController,
        HealthController,
      ],
      providers: [
        SessionViews,
        { provide: PilotRegisters, useValue: registers },
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
