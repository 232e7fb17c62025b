import { AbsenceController } from './absence/absence.controller.ts';
import { AttachmentController } from './attachment/attachment.controller.ts';
import { UploadController } from './attachment/upload.controller.ts';
import { CalendarController } from './calendar/calendar.controller.ts';
import { WindowController } from './calendar/window.controller.ts';
import { ChannelController } from './channel/channel.controller.ts';
import { AssignabilityController } from './definition/assignability.controller.ts';
import { CoverageController } from './definition/coverage.controller.ts';
import { DefinitionController } from './definition/definition.controller.ts';
import { DefinitionDraftController } from './definition/definition-draft.controller.ts';
import { GuideController } from './definition/guide.controller.ts';
import { MigrationController } from './definition/migration.controller.ts';
import { PublicationController } from './definition/publication.controller.ts';
import { RegisterController } from './definition/register.controller.ts';
import { SurroundingsController } from './definition/surroundings.controller.ts';
import { VersionController } from './definition/version.controller.ts';
import { WhatIfController } from './definition/what-if.controller.ts';
import { DraftController } from './desk/draft.controller.ts';
import { ViewController } from './desk/view.controller.ts';
import { DirectoryAdministrationController } from './directory/administration.controller.ts';
import { DirectoryController } from './directory/directory.controller.ts';
import { DirectoryPeopleController } from './directory/people.controller.ts';
import { EventController } from './event/event.controller.ts';
import { FollowUpController } from './follow-up/follow-up.controller.ts';
import { HandoverController } from './handover/handover.controller.ts';
import { CopyController } from './instance/copy.controller.ts';
import { InstanceController } from './instance/instance.controller.ts';
import { InterventionController } from './instance/intervention.controller.ts';
import { ParticipantsController } from './instance/participants.controller.ts';
import { MeetingController } from './meeting/meeting.controller.ts';
import { NoticeController } from './notice/notice.controller.ts';
import { NoticeSettingsController } from './notice/notice-settings.controller.ts';
import { AuditController } from './operations/audit.controller.ts';
import { ClockController } from './operations/clock.controller.ts';
import { DeliveryController } from './operations/delivery.controller.ts';
import { HealthController } from './operations/health.controller.ts';
import { HistoryController } from './operations/history.controller.ts';
import { IncidentController } from './operations/incident.controller.ts';
import { QueueController } from './operations/queue.controller.ts';
import { TimerController } from './operations/timer.controller.ts';
import { ReportController } from './report/report.controller.ts';
import { SchemeController } from './report/scheme.controller.ts';
import { StandingController } from './report/standing.controller.ts';
import { SearchController } from './search/search.controller.ts';
import { DemoController } from './session/demo.controller.ts';
import { SessionController } from './session/session.controller.ts';
import { BatchController } from './task/batch.controller.ts';
import { TaskController } from './task/task.controller.ts';
import { TaskVerbsController } from './task/task-verbs.controller.ts';

/** Everything that answers over HTTP. Where two routes would fit an address, the first does. */
export const controllers = [
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
  CoverageController,
  PublicationController,
  VersionController,
  DefinitionDraftController,
  MigrationController,
  SurroundingsController,
  WhatIfController,
  DefinitionController,
  AssignabilityController,
  GuideController,
  RegisterController,
  AttachmentController,
  UploadController,
  MeetingController,
  EventController,
  ViewController,
  DraftController,
  SearchController,
  FollowUpController,
  DirectoryController,
  DirectoryAdministrationController,
  DirectoryPeopleController,
  NoticeController,
  NoticeSettingsController,
  ChannelController,
  DeliveryController,
  IncidentController,
  CalendarController,
  WindowController,
  AuditController,
  HistoryController,
  ClockController,
  TimerController,
  QueueController,
  ReportController,
  StandingController,
  SchemeController,
  HealthController,
];
