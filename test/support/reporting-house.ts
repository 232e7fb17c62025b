import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { DueTimes, workingCalendar } from '#calendar';
import { type Cases, createCases, FactRegister } from '#case';
import { type Caller, Directory, ImportStore } from '#directory';
import { Amendments, type Database, Metrics, TurnedClock } from '#platform';
import { createReporting, ParticipationRegister, participationCatalogue, type Reporting, Schemes } from '#reporting';
import china from '../../config/calendars/china.json' with { type: 'json' };
import { reportPosts } from '../../config/pilot.ts';
import { reportSchemes } from '../../config/policies/report-schemes.ts';
import { posts } from '../../config/posts.ts';
import { schoolStanding } from '../../workflows/school-standing/definition.ts';
import { callerOf } from './caller.ts';
import { recordedLogger } from './recorded-logger.ts';
import { filledReport } from './reports.ts';

export const tenant = 'anhui';
const calendar = workingCalendar(china);

interface Parts {
  readonly database: Database;
  readonly dataSource: DataSource;
  readonly clock: TurnedClock;
  readonly dataFolder: string;
}

/** Moves a province with this many schools in, each with somebody who reports, and opens the standing's process on it. */
export async function openReportingHouse(
  { database, dataSource }: Pick<Parts, 'database' | 'dataSource'>,
  { schools, at }: { readonly schools: number; readonly at: string },
): Promise<ReportingHouse> {
  const codes = Array.from({ length: schools }, (_, index) => `school-${index + 1}`);
  const person = (account: string, post: string, organisation: string) => ({
    account,
    name: `${account} 同志`,
    password: '大家共用的口令',
    posts: [{ post, organisation, from: '2021-01-01' }],
  });
  await new ImportStore(dataSource).import({
    tenant,
    organisations: [
      { code: 'province', kind: 'province', type: 'province', name: '安徽省' },
      { code: 'city', parent: 'province', kind: 'city', type: 'city', name: '合肥市' },
      ...codes.map((code) => ({ code, parent: 'city', kind: 'school', type: 'higher_vocational', name: `示范学院 ${code}` })),
    ],
    people: [
      person('office', 'province-reviewer', 'province'),
      person('education', 'province-education', 'province'),
      person('city', 'city-reviewer', 'city'),
      ...codes.map((code) => person(`reporter-of-${code}`, 'reporter', code)),
    ],
  });
  const dataFolder = mkdtempSync(join(tmpdir(), 'shenpi-reports-'));
  afterAll(() => rm(dataFolder, { recursive: true, force: true }));
  const house = new ReportingHouse({ database, dataSource, clock: new TurnedClock(new Date(at)), dataFolder });
  await house.cases.workflows.publish(tenant, schoolStanding, null, null);
  return house;
}

/** One process of the province's. Others on the same database share its clock and nothing else. */
export class ReportingHouse {
  readonly cases: Cases;
  readonly reporting: Reporting;
  readonly clock: TurnedClock;
  /** Read when they are changed here; another process is told by `refresh`. */
  readonly amendments: Amendments;
  private readonly directory: Directory;

  constructor(private readonly parts: Parts) {
    const { database, clock, dataFolder } = parts;
    this.clock = clock;
    this.directory = new Directory(database);
    const shared = { database, directory: this.directory, posts, clock };
    const { logger } = recordedLogger();
    this.amendments = new Amendments(database, logger);
    const schemes = { schemes: new Schemes(reportSchemes, this.amendments), calendarOf: () => calendar };
    this.cases = createCases({
      ...shared,
      config: { databasePool: 8, dataFolder, uploadBytes: 1024, groupSize: 32, groups: 2, queueLimit: 2000 },
      metrics: new Metrics(),
      facts: new OneRegister(new ParticipationRegister({ database, ...schemes })),
      dueTimeOf: () => new DueTimes(calendar),
    });
    this.reporting = createReporting({ ...shared, ...schemes, amendments: this.amendments, reportPosts, cases: this.cases, logger });
  }

  anotherProcess(): ReportingHouse {
    return new ReportingHouse(this.parts);
  }

  caller(account: string): Promise<Caller> {
    return callerOf({ ...this.parts, directory: this.directory }, tenant, account);
  }

  async school(code: string): Promise<string> {
    const [row] = await this.rows<{ id: string }>('SELECT id FROM organisation WHERE code = $1', [code]);
    return row?.id ?? '';
  }

  /** Registers that a school takes part. */
  async join(code: string, scheme: string, from: string): Promise<void> {
    const participation = { scheme, from, suspensions: [] };
    recorded(await this.reporting.participations.put(await this.caller('office'), await this.school(code), participation, undefined));
  }

  async file(code: string, report: string, period: string): Promise<void> {
    const key = { school: await this.school(code), report, period };
    recorded(await this.reporting.commands.submit(await this.caller(`reporter-of-${code}`), key, filledReport));
  }

  /** Turns the clock and makes the round, as workers do. */
  async passTo(moment: string): Promise<void> {
    this.clock.turnTo(moment);
    await this.reporting.round.run(this.clock.now());
  }

  rows<Row>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    return this.parts.dataSource.query(sql, [...values]);
  }
}

class OneRegister extends FactRegister {
  readonly catalogue = participationCatalogue;

  constructor(private readonly register: ParticipationRegister) {
    super();
  }

  answer(question: Parameters<ParticipationRegister['answer']>[0]) {
    return this.register.answer(question);
  }
}

/** @throws Error when it was not put down. */
export function recorded(outcome: { readonly kind: string }): void {
  if (outcome.kind !== 'recorded') throw new Error(`refused: ${JSON.stringify(outcome)}`);
}
