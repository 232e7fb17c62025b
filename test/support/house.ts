import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import {
  type Beginning,
  type Cases,
  type CommandRecord,
  createCases,
  type Decision,
  type FactQuestion,
  FactRegister,
  type Outcome,
} from '#case';
import { type Caller, Directory, ImportStore, type PostCatalogue } from '#directory';
import type { Definition, Fields } from '#engine';
import { Database, isRefused, Metrics, type Refusal, TurnedClock } from '#platform';
import { callerOf } from './caller.ts';
import { afterwards } from './copied-database.ts';
import { certificateCatalogue } from './house-processes.ts';
import { plainDueTime } from './plain-due-time.ts';

export const tenant = 'anhui';
export const beginning = '2024-03-22T01:00:00.000Z';
const experts = 40;
const password = '大家共用的口令';

const post = (zh: string, at: string, permissions: PostCatalogue[string]['permissions'] = []) => ({
  title: { zh, en: zh },
  at,
  permissions,
});

export const posts: PostCatalogue = {
  'certificate-lead': post('证书负责人', 'department'),
  'joint-meeting': post('系党政联席会', 'department'),
  dean: post('系主任', 'department', ['instance.read']),
  'academic-affairs': post('教务处', 'school', ['instance.read']),
  'president-meeting': post('校长办公会', 'school'),
  'party-committee': { ...post('党委会', 'school'), meets: { quorum: { atLeast: '2/3' }, pass: { moreThan: '1/2' } } },
  'expert-group': post('校内专家组', 'school'),
  'city-reviewer': post('市教育局审核员', 'city', ['instance.read']),
  'province-reviewer': post('省试点办审核员', 'province', ['instance.read']),
  administrator: post('系统管理员', 'province', [
    'instance.read',
    'instance.suspend',
    'task.reassign',
    'instance.jump',
    'instance.terminate',
    'definition.migrate',
    'incident.retry',
    'absence.manage',
    'directory.manage',
    'person.hand-over',
    'audit.read',
    'definition.edit',
  ]),
};

const organisations = [
  { code: 'province', kind: 'province', name: '安徽省教育厅' },
  { code: 'hefei', parent: 'province', kind: 'city', name: '合肥市教育局' },
  { code: 'wuhu', parent: 'province', kind: 'city', name: '芜湖市教育局' },
  { code: 'jianghuai', parent: 'hefei', kind: 'school', name: '江淮职业技术学院' },
  { code: 'wanjiang', parent: 'wuhu', kind: 'school', name: '皖江职业学院' },
  { code: 'information', parent: 'jianghuai', kind: 'department', name: '信息工程系' },
  { code: 'logistics', parent: 'wanjiang', kind: 'department', name: '物流系' },
].map((organisation) => ({ ...organisation, type: organisation.kind }));

/** Account → posts, as `post@organisation`. */
const people: Readonly<Record<string, readonly string[]>> = {
  lead: ['certificate-lead@information'],
  'second-lead': ['certificate-lead@information'],
  // Starts cases and would also decide on them.
  'lead-and-affairs': ['certificate-lead@information', 'academic-affairs@jianghuai'],
  meeting: ['joint-meeting@information'],
  dean: ['dean@information'],
  affairs: ['academic-affairs@jianghuai'],
  president: ['president-meeting@jianghuai'],
  'second-president': ['president-meeting@jianghuai'],
  party: ['party-committee@jianghuai'],
  city: ['city-reviewer@hefei'],
  province: ['province-reviewer@province'],
  administrator: ['administrator@province'],
  'other-lead': ['certificate-lead@logistics'],
  'other-meeting': ['joint-meeting@logistics'],
  'other-affairs': ['academic-affairs@wanjiang'],
  'other-city': ['city-reviewer@wuhu'],
  ...Object.fromEntries(Array.from({ length: experts }, (_, index) => [`expert-${index + 1}`, ['expert-group@jianghuai']])),
};

export const expertAccounts = Object.keys(people).filter((account) => account.startsWith('expert-'));

/** A register of three certificates, kept in memory. */
class CertificateRegister extends FactRegister {
  readonly catalogue = certificateCatalogue;
  private readonly closed = '停办证书';
  private readonly unknown = '无名证书';

  async answer({ with: { name } }: FactQuestion): Promise<Fields | null> {
    return name === this.unknown ? null : { level: '中级', isOpen: name !== this.closed };
  }
}

export interface HouseOptions {
  readonly definitions: readonly Definition[];
  readonly uploadBytes?: number;
  readonly databasePool?: number;
  /** The moment it is opened at; without it, `beginning`. */
  readonly present?: string;
}

interface HouseParts extends HouseOptions {
  readonly database: Database;
  readonly clock: TurnedClock;
  readonly dataFolder: string;
}

/** Moves the province in and opens the first process on it. */
export async function openHouse(
  on: { readonly database: Database; readonly dataSource: DataSource },
  options: HouseOptions,
): Promise<House> {
  await new ImportStore(on.dataSource).import({
    tenant,
    organisations,
    people: Object.entries(people).map(([account, held]) => ({
      account,
      name: `${account} 同志`,
      password,
      posts: held.map((text) => {
        const [name = '', organisation = ''] = text.split('@');
        return { post: name, organisation, from: '2024-01-01' };
      }),
    })),
  });
  const dataFolder = mkdtempSync(join(tmpdir(), 'shenpi-house-'));
  afterwards(() => rm(dataFolder, { recursive: true, force: true }));
  const clock = new TurnedClock(new Date(options.present ?? beginning));
  const house = new House({ ...options, database: on.database, clock, dataFolder });
  for (const definition of options.definitions) {
    must(await house.cases.workflows.publish(tenant, definition, null, null));
  }
  return house;
}

/** One process that serves the made-up province. Others on the same database share its clock and nothing else. */
export class House {
  readonly cases: Cases;
  readonly clock: TurnedClock;
  readonly database: Database;
  readonly dataFolder: string;
  readonly directory: Directory;

  constructor(private readonly parts: HouseParts) {
    const { database, clock, dataFolder, uploadBytes = 1024 * 1024, databasePool = 8 } = parts;
    this.database = database;
    this.clock = clock;
    this.dataFolder = dataFolder;
    this.directory = new Directory(database);
    this.cases = createCases({
      config: { databasePool, dataFolder, uploadBytes, groupSize: 32, groups: 2, queueLimit: 2000 },
      database,
      directory: this.directory,
      posts,
      clock,
      metrics: new Metrics(),
      facts: new CertificateRegister(),
      dueTimeOf: () => plainDueTime,
    });
  }

  /** Another process on the same rows and files. */
  anotherProcess(database = this.database, databasePool = this.parts.databasePool ?? 8): House {
    return new House({ ...this.parts, database, databasePool });
  }

  caller(account: string): Promise<Caller> {
    return callerOf({ dataSource: this.database.dataSource, directory: this.directory, clock: this.clock }, tenant, account);
  }

  async organisation(code: string): Promise<string> {
    const [row] = await this.rows<{ id: string }>('SELECT id FROM organisation WHERE code = $1', [code]);
    return row?.id ?? '';
  }

  async start(account: string, definition: string, fields: Fields = {}, more: Partial<Beginning> = {}): Promise<Outcome> {
    const organisation = await this.organisation(account.startsWith('other-') ? 'logistics' : 'information');
    return this.cases.commands.start(await this.caller(account), { definition, organisation, fields, ...more });
  }

  /** Starts a case that must begin. @returns its id. */
  async started(account: string, definition: string, fields: Fields = {}): Promise<string> {
    return done(await this.start(account, definition, fields)).instance;
  }

  /** An admission that its lead has handed in: the joint meeting is next. @returns its id. */
  async submitted(certificate: string): Promise<string> {
    const instance = await this.started('lead', 'certificate-admission', { certificate, ratio: 0.9 });
    done(await this.decide('lead', instance, 'submit'));
    return instance;
  }

  /** The id of the open task that somebody finds in their view of a case. */
  async task(account: string, instance: string): Promise<string> {
    const view = await this.cases.instances.read(await this.caller(account), instance);
    const [task] = view?.myTasks ?? [];
    if (task === undefined) throw new Error(`${account} has no task in ${instance}`);
    return task.id;
  }

  async formVersion(instance: string): Promise<number> {
    const [row] = await this.rows<{ form_version: number }>('SELECT form_version FROM instance WHERE id = $1', [instance]);
    return row?.form_version ?? 0;
  }

  /** Decides the task that somebody has in a case, with the form as it is now. */
  async decide(account: string, instance: string, outcome: string, details: Partial<Decision> = {}): Promise<Outcome> {
    const decision = { outcome, formVersion: await this.formVersion(instance), ...details };
    return this.cases.commands.decide(await this.caller(account), await this.task(account, instance), decision);
  }

  rows<Row>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    return this.database.dataSource.query(sql, [...values]);
  }
}

/** What was answered, and must not have been a refusal. */
export function must<Answer>(answer: Answer): Exclude<Answer, Refusal> {
  if (isRefused(answer)) throw new Error(`refused: ${JSON.stringify(answer)}`);
  return answer as Exclude<Answer, Refusal>;
}

/** What a command came to that must have been done. */
export function done(outcome: Outcome): CommandRecord {
  if (outcome.kind !== 'done') throw new Error(`not done: ${JSON.stringify(outcome)}`);
  return outcome.record;
}
