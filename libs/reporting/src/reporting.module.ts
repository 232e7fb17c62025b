import { type DynamicModule, Module } from '@nestjs/common';
import type { WorkingCalendar } from '#calendar';
import { CASES, type Cases } from '#case';
import type { Round } from '#clockwork';
import { Directory, POSTS, type PostCatalogue } from '#directory';
import { type Amendments, Clock, Database, LOGGER, type Logger } from '#platform';
import { ParticipationCommands } from './commands/participation-commands.ts';
import { Reach } from './commands/reach.ts';
import { ReportCommands } from './commands/report-commands.ts';
import { SchemeCommands } from './commands/scheme-commands.ts';
import { ReportNotices, type ReportPosts } from './notice-texts.ts';
import { PeriodBooks } from './obligation/period-book.ts';
import { Reports } from './queries/reports.query.ts';
import { Standings } from './queries/standings.query.ts';
import { Oversight } from './round/oversight.ts';
import { reportRound } from './round/report-round.ts';
import type { Schemes } from './schemes.ts';
import { LedgerStore } from './store/ledger.store.ts';
import { LookStore } from './store/look.store.ts';
import { SchoolStore } from './store/school.store.ts';

/** What reporting takes from outside this library. */
export interface ReportingSettings {
  readonly schemes: Schemes;
  /** Where an office's changes of them are kept. */
  readonly amendments: Amendments;
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
  /** What there is to take part by. */
  readonly schemes: Schemes;
  readonly schemeCommands: SchemeCommands;
  /** What happens by itself. */
  readonly round: Round;
}

export interface ReportingParts extends ReportingSettings {
  readonly database: Database;
  readonly directory: Directory;
  readonly posts: PostCatalogue;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly cases: Pick<Cases, 'systemCommands'>;
}

export function createReporting(parts: ReportingParts): Reporting {
  const { database, directory, posts, clock, logger, cases, calendarOf, reportPosts, schemes, amendments } = parts;
  const ledger = new LedgerStore(database);
  const schools = new SchoolStore(database);
  const reach = new Reach(directory, posts);
  const books = new PeriodBooks(calendarOf);
  const notices = new ReportNotices(reportPosts, schemes.shipped);
  const shared = { database, ledger, schools, reach, books, schemes, clock };
  const looks = new LookStore(database);
  const oversight = new Oversight({ ledger, schools, looks, directory, cases, notices, books, schemes, clock, logger });
  const onChange = (tenant: string, school: string): Promise<void> => oversight.lookAfterChange(tenant, school);
  return {
    commands: new ReportCommands({ ...shared, onChange, tell: (...entry) => notices.ofEntry(...entry) }),
    participations: new ParticipationCommands({ ...shared, onChange }),
    reports: new Reports(shared),
    standings: new Standings(shared),
    schemes,
    schemeCommands: new SchemeCommands({ schemes, amendments, database, books, clock }),
    round: reportRound(looks, oversight),
  };
}

type Injected = [Database, Directory, PostCatalogue, Clock, Logger, Cases];

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
          inject: [Database, Directory, POSTS, Clock, LOGGER, CASES],
          useFactory: (...[database, directory, posts, clock, logger, cases]: Injected): Reporting =>
            createReporting({ ...settings, database, directory, posts, clock, logger, cases }),
        },
      ],
      exports: [REPORTING],
    };
  }
}
