import { Initial1763700000000 } from './0001-initial.ts';
import { ReadsAndHousekeeping1763800000000 } from './0002-reads-and-housekeeping.ts';
import { Alarms1764000000000 } from './0004-alarms.ts';
import { Deliveries1764100000000 } from './0005-deliveries.ts';
import { Reports1764200000000 } from './0006-reports.ts';
import { CalendarAndClock1764300000000 } from './0007-calendar-and-clock.ts';
import { DueTasks1764400000000 } from './0008-due-tasks.ts';
import { TaskVerbs1764500000000 } from './0009-task-verbs.ts';
import { CopiedCases1764600000000 } from './0010-copied-cases.ts';
import { Absences1764710000000 } from './0011-absences.ts';
import { Batches1764700000000 } from './0011-batches.ts';
import { Meetings1764800000000 } from './0012-meetings.ts';
import { ChildCases1765400000000 } from './0014-child-cases.ts';
import { Calls1765500000000 } from './0015-calls.ts';
import { BatchUndo1765600000000 } from './0016-batch-undo.ts';
import { AuditLog1765750000000 } from './0017-audit.ts';
import { Handovers1765700000000 } from './0017-handovers.ts';
import { NewsViewsDrafts1765800000000 } from './0018-news-views-drafts.ts';
import { Search1765900000000 } from './0019-search.ts';
import { FollowUp1766000000000 } from './0020-follow-up.ts';
import { Slack1766300000000 } from './0023-slack.ts';
import { DirectoryAdministration1766600000000 } from './0026-directory-administration.ts';
import { DefinitionLife1766700000000 } from './0027-definition-life.ts';
import { CaseMigrations1766800000000 } from './0028-case-migrations.ts';
import { Amendments1766900000000 } from './0029-amendments.ts';
import { Staffing1767000000000 } from './0030-staffing.ts';

/** All migrations, oldest first. */
export const migrations = [
  Initial1763700000000,
  ReadsAndHousekeeping1763800000000,
  Alarms1764000000000,
  Deliveries1764100000000,
  Reports1764200000000,
  CalendarAndClock1764300000000,
  DueTasks1764400000000,
  TaskVerbs1764500000000,
  CopiedCases1764600000000,
  Batches1764700000000,
  Absences1764710000000,
  Meetings1764800000000,
  ChildCases1765400000000,
  Calls1765500000000,
  BatchUndo1765600000000,
  Handovers1765700000000,
  AuditLog1765750000000,
  NewsViewsDrafts1765800000000,
  Search1765900000000,
  FollowUp1766000000000,
  Slack1766300000000,
  DirectoryAdministration1766600000000,
  DefinitionLife1766700000000,
  CaseMigrations1766800000000,
  Amendments1766900000000,
  Staffing1767000000000,
];
