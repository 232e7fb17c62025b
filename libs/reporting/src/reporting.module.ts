import { type DynamicModule, Module } from '@nestjs/common';
import type { WorkingCalendar } from '#calendar';
import { Directory, POSTS, type PostCatalogue } from '#directory';
import { Clock, Database } from '#platform';
import { ParticipationCommands } from './commands/participation-commands.ts';
import { Reach } from './commands/reach.ts';
import { ReportCommands } from './commands/report-commands.ts';
import { ReportNotices, type ReportPosts } from './notice-texts.ts';
import { PeriodBooks } from './obligation/period-book.ts';
import { Reports } from './queries/reports.query.ts';
import { Standings } from './queries/standings.query.ts';
import type { Scheme } from './scheme.ts';
import { LedgerStore } from './store/ledger.store.ts';
import { SchoolStore } from './store/school.store.ts';

/** What reporting takes from outside this library. */
export interface ReportingSettings {
  readonly schemes: readonly Scheme[];
  /** The tenant's calendar as it is now; another object once it was corrected. */
  readonly calendarOf: (tenant: string) => WorkingCalendar;
  /** The posts that hear of reports. */
  readonly reportPosts: ReportPosts;
}

/** Everything a process needs of reporting, wired by hand. */
export interface Reporting {
  readonly commands: ReportCommands;
  readonly participations: ParticipationCommands;
  readonly reports: Reports;
  readonly standings: Standings;
}

export interface ReportingParts extends ReportingSettings {
  readonly database: Database;
  readonly directory: Directory;
  readonly posts: PostCatalogue;
  readonly clock: Clock;
}

export function createReporting({ database, directory, posts, clock, calendarOf, reportPosts, ...settings }: ReportingParts): Reporting {
  const schemes = new Map(settings.schemes.map((scheme) => [scheme.key, scheme]));
  const ledger = new LedgerStore(database);
  const schools = new SchoolStore(database);
  const reach = new Reach(directory, posts);
  const books = new PeriodBooks(calendarOf);
  const notices = new ReportNotices(reportPosts, schemes);
  const shared = { database, ledger, schools, reach, books, schemes, clock };
  const onChange = async (): Promise<void> => undefined;
  return {
    commands: new ReportCommands({ ...shared, onChange, tell: (...entry) => notices.ofEntry(...entry) }),
    participations: new ParticipationCommands({ ...shared, onChange }),
    reports: new Reports(shared),
    standings: new Standings(shared),
  };
}

/** Where the wired `Reporting` is asked for by injection. */
export const REPORTING = Symbol('Reporting');

@Module({})
export class ReportingModule {
  static with(settings: ReportingSettings): DynamicModule {
    return {
      module: ReportingModule,
      global: true,
      providers: [
        {
          provide: REPORTING,
          inject: [Database, Directory, POSTS, Clock],
          useFactory: (database: Database, directory: Directory, posts: PostCatalogue, clock: Clock): Reporting =>
            createReporting({ ...settings, database, directory, posts, clock }),
        },
      ],
      exports: [REPORTING],
    };
  }
}
