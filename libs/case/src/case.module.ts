import { join } from 'node:path';
import { type DynamicModule, Module } from '@nestjs/common';
import { AlarmCalls } from '#clockwork';
import { Directory, Duties, POSTS, type PostCatalogue } from '#directory';
import { type DueTime, superiorsIn } from '#engine';
import { Clock, CONFIG, type Config, Database, Metrics } from '#platform';
import { NightlyStaffing } from './assignability/nightly.ts';
import { Attachments } from './attachment/attachments.ts';
import { LocalFileStorage } from './attachment/file-storage.ts';
import { UnattachedFiles } from './attachment/unattached-files.ts';
import { UnfinishedUploads } from './attachment/unfinished-uploads.ts';
import { BatchDecisions, type BatchParts } from './batch/batch-decisions.ts';
import { BatchPreview } from './batch/batch-preview.ts';
import { BatchUndo, type BatchUndoParts } from './batch/batch-undo.ts';
import type { RehearsedCasesParts } from './batch/rehearsed-cases.ts';
import { Commands } from './commands/commands.ts';
import { Copies } from './commands/copying.ts';
import { Interventions } from './commands/interventions.ts';
import { CommandSender } from './commands/sender.ts';
import { SystemCommands } from './commands/system-commands.ts';
import { TaskCommands } from './commands/task-commands.ts';
import { type DefinitionLife, openDefinitionLife } from './definition/definition-life.ts';
import type { FactRegister } from './definition/fact-register.ts';
import { Workflows } from './definition/workflows.ts';
import { createDesk, type Desk } from './desk/desk.ts';
import { Door } from './door/door.ts';
import { NamedFiles } from './door/named-files.ts';
import { CaseSurroundings } from './door/surroundings.ts';
import { type Errands, openErrands } from './errand/errands.ts';
import { HandoverStore } from './handover/handover.store.ts';
import { HandoverPreviews } from './handover/handover-preview.ts';
import { Handovers, type HandoversParts } from './handover/handovers.ts';
import { Closing, type ClosingParts } from './meeting/closing.ts';
import { MeetingStore } from './meeting/meeting.store.ts';
import { MeetingReader } from './meeting/meeting-reader.ts';
import { Meetings } from './meeting/meetings.ts';
import { MigrationStore } from './migration/migration.store.ts';
import { MigrationPreviews, type MigrationPreviewsParts } from './migration/migration-preview.ts';
import { Migrations, type MigrationsParts } from './migration/migrations.ts';
import { AllowedVerbsReader } from './queries/allowed-verbs.ts';
import { CaseGraphs } from './queries/case-graph.query.ts';
import { FormComparison } from './queries/changes.query.ts';
import { CopiedInstances } from './queries/copied.query.ts';
import { Histories } from './queries/history.query.ts';
import { InstanceReader, type InstanceReaderParts } from './queries/instance.query.ts';
import { DoneOnBehalf } from './queries/on-behalf.query.ts';
import { PreviewViews } from './queries/preview-view.ts';
import { StartedInstances } from './queries/started.query.ts';
import { TaskLists } from './queries/task-lists.query.ts';
import { VerifiedCases } from './queries/verified.query.ts';
import { Visibility } from './queries/visibility.ts';
import { AttachmentStore } from './store/attachment.store.ts';
import { BatchStore } from './store/batch.store.ts';
import { DefinitionStore } from './store/definition.store.ts';
import { IncidentStore } from './store/incident.store.ts';
import { InstanceStore } from './store/instance.store.ts';
import { WhatIfs } from './what-if/what-ifs.ts';

/** What cases take from outside this library. */
export interface CaseSettings {
  readonly facts: FactRegister;
  /** By whose calendar a tenant's due times are reckoned. Asked once for each version of a definition. */
  readonly dueTimeOf: (tenant: string) => DueTime;
}

/** Everything a process needs of cases, wired by hand: what stands on what can be read from top to bottom. */
export interface Cases extends Desk, Errands {
  readonly definitions: DefinitionLife;
  readonly nightlyStaffing: NightlyStaffing;
  readonly workflows: Workflows;
  readonly commands: Commands;
  readonly interventions: Interventions;
  readonly copies: Copies;
  readonly batches: BatchDecisions;
  readonly batchUndo: BatchUndo;
  readonly batchPreview: BatchPreview;
  readonly taskCommands: TaskCommands;
  readonly migrations: Migrations;
  readonly migrationPreviews: MigrationPreviews;
  readonly handovers: Handovers;
  readonly handoverPreviews: HandoverPreviews;
  readonly systemCommands: SystemCommands;
  readonly attachments: Attachments;
  readonly unattachedFiles: UnattachedFiles;
  readonly unfinishedUploads: UnfinishedUploads;
  readonly instances: InstanceReader;
  readonly allowedVerbs: AllowedVerbsReader;
  readonly graphs: CaseGraphs;
  readonly histories: Histories;
  readonly whatIfs: WhatIfs;
  readonly verifiedCases: VerifiedCases;
  readonly formComparison: FormComparison;
  readonly visibility: Visibility;
  readonly started: StartedInstances;
  readonly copied: CopiedInstances;
  readonly taskLists: TaskLists;
  readonly doneOnBehalf: DoneOnBehalf;
  readonly incidents: IncidentStore;
  readonly meetings: Meetings;
  readonly closing: Closing;
  readonly meetingReader: MeetingReader;
}

export interface CasesParts extends CaseSettings {
  readonly config: Pick<Config, 'databasePool' | 'dataFolder' | 'groupSize' | 'groups' | 'queueLimit' | 'uploadBytes'>;
  readonly database: Database;
  readonly directory: Directory;
  readonly posts: PostCatalogue;
  readonly clock: Clock;
  readonly metrics: Metrics;
}

export function createCases({ config, database, directory, posts, clock, metrics, facts, dueTimeOf }: CasesParts): Cases {
  const workflows = openWorkflows({ database, posts, clock, facts, dueTimeOf });
  const surroundings = new CaseSurroundings(directory, facts);
  const instances = new InstanceStore(database);
  const attachmentStore = new AttachmentStore(database);
  const files = new NamedFiles(attachmentStore);
  const door = new Door({
    database,
    instances,
    workflows,
    directory,
    surroundings,
    files,
    clock,
    metrics,
    alarms: new AlarmCalls(clock),
    limits: limitsOf(config),
  });
  const visibility = new Visibility(database, posts);
  const storage = new LocalFileStorage(join(config.dataFolder, 'files'));
  const attachments = new Attachments({ store: attachmentStore, storage, visibility, clock, sizeLimit: config.uploadBytes });
  const incidents = new IncidentStore(database);
  const histories = new Histories(database, workflows, posts);
  const previews = new PreviewViews(database, posts);
  const sender = new CommandSender({ door, database, visibility, histories, previews });
  const commands = new Commands({ sender, door, incidents, posts });
  const taskCommands = new TaskCommands({ sender, visibility });
  return {
    workflows,
    definitions: openDefinitionLife({ database, directory, workflows, clock, dueTimeOf }),
    nightlyStaffing: new NightlyStaffing({ database, directory, workflows, posts, clock }),
    commands,
    taskCommands,
    interventions: new Interventions(sender),
    copies: new Copies({ sender, directory, posts }),
    ...openBatches({ database, workflows, surroundings, posts, clock, commands, atOnce: config.groupSize }),
    ...openMigrations({ database, workflows, surroundings, posts, clock, sender, atOnce: config.groupSize }),
    ...openHandovers({ database, workflows, surroundings, directory, posts, clock, taskCommands, atOnce: config.groupSize }),
    systemCommands: new SystemCommands(door),
    ...openErrands({ door, database, workflows, clock }),
    attachments,
    unattachedFiles: new UnattachedFiles(attachmentStore, storage),
    unfinishedUploads: new UnfinishedUploads(join(config.dataFolder, 'unfinished')),
    ...openReaders({ database, workflows, surroundings, posts, clock, dueTimeOf, visibility, histories }),
    histories,
    whatIfs: new WhatIfs({ database, histories, posts }),
    verifiedCases: new VerifiedCases(database, histories, posts),
    formComparison: new FormComparison(database, workflows, posts),
    visibility,
    started: new StartedInstances(database, workflows),
    copied: new CopiedInstances(database, workflows),
    taskLists: new TaskLists({ database, workflows, posts, clock, dueTimeOf }),
    doneOnBehalf: new DoneOnBehalf(database, workflows),
    incidents,
    ...openMeetings({ database, door, workflows, directory, previews, posts, dueTimeOf, clock }),
    ...createDesk({ database, workflows, posts, clock, dueTimeOf }),
  };
}

function limitsOf({ databasePool, groupSize, groups, queueLimit }: CasesParts['config']) {
  // The other half of the pool answers queries and the look-ups that commands make on their way.
  const transactions = Math.max(1, Math.floor(databasePool / 2));
  return { groupSize, backgroundSize: 4 * groupSize, groups, transactions, waiting: queueLimit };
}

function openWorkflows({
  database,
  posts,
  clock,
  facts,
  dueTimeOf,
}: Pick<CasesParts, 'database' | 'posts' | 'clock' | keyof CaseSettings>) {
  const surroundingsOf = (tenant: string) => ({ dueTime: dueTimeOf(tenant), facts: facts.catalogue, superiors: superiorsIn(posts) });
  return new Workflows(new DefinitionStore(database), surroundingsOf, clock);
}

function openReaders(parts: InstanceReaderParts & { readonly visibility: Visibility; readonly histories: Histories }) {
  return { instances: new InstanceReader(parts), allowedVerbs: new AllowedVerbsReader(parts), graphs: new CaseGraphs(parts) };
}

function openBatches({ commands, atOnce, ...parts }: RehearsedCasesParts & Omit<BatchParts & BatchUndoParts, 'store'>) {
  const { database, clock } = parts;
  const store = new BatchStore(database);
  return {
    batches: new BatchDecisions({ commands, store, clock, atOnce }),
    batchUndo: new BatchUndo({ commands, store, clock, atOnce }),
    batchPreview: new BatchPreview(parts),
  };
}

function openMeetings({ database, ...parts }: Omit<ClosingParts, 'store'> & { readonly database: Database }) {
  const { workflows, directory, posts, clock } = parts;
  const store = new MeetingStore(database);
  return {
    meetings: new Meetings({ database, store, workflows, directory, posts, clock }),
    closing: new Closing({ ...parts, store }),
    meetingReader: new MeetingReader({ database, store, workflows, directory, posts }),
  };
}

function openMigrations({ sender, atOnce, ...parts }: MigrationPreviewsParts & Pick<MigrationsParts, 'sender' | 'atOnce'>) {
  const { database, posts, clock } = parts;
  const migrationPreviews = new MigrationPreviews(parts);
  const store = new MigrationStore(database);
  return { migrationPreviews, migrations: new Migrations({ previews: migrationPreviews, store, sender, posts, clock, atOnce }) };
}

function openHandovers({
  directory,
  taskCommands,
  atOnce,
  ...parts
}: RehearsedCasesParts & Pick<HandoversParts, 'taskCommands' | 'atOnce'> & { readonly directory: Directory }) {
  const { database, clock } = parts;
  const store = new HandoverStore(database);
  const handoverPreviews = new HandoverPreviews({ ...parts, store, directory, duties: new Duties(database) });
  return { handoverPreviews, handovers: new Handovers({ previews: handoverPreviews, store, taskCommands, clock, atOnce }) };
}

/** Where the wired `Cases` are asked for by injection. */
export const CASES = Symbol('Cases');

@Module({})
export class CaseModule {
  static with(settings: CaseSettings): DynamicModule {
    return {
      module: CaseModule,
      global: true,
      providers: [
        {
          provide: CASES,
          inject: [CONFIG, Database, Directory, POSTS, Clock, Metrics],
          useFactory: (...[config, database, directory, posts, clock, metrics]: Injected): Cases =>
            createCases({ ...settings, config, database, directory, posts, clock, metrics }),
        },
      ],
      exports: [CASES],
    };
  }
}

type Injected = [Config, Database, Directory, PostCatalogue, Clock, Metrics];
