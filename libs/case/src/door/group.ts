import type { Directory } from '#directory';
import {
  type Actor,
  type Advanced,
  advance,
  type CaseState,
  type Command,
  type MigrationCommand,
  migrate,
  previewOf,
  type Result,
  reverseMigration,
  type Start,
  start,
  type Workflow,
  type World,
} from '#engine';
import { type Clock, isId, newId, type Tx } from '#platform';
import type { PublishedWorkflow, Workflows } from '../definition/workflows.ts';
import { genesis } from '../history/chain.ts';
import type { Commit } from '../store/commit.store.ts';
import { emptyCommit } from '../store/commit-merge.ts';
import type { InstanceStore, Locked, StartPrepared } from '../store/instance.store.ts';
import { heldByAgenda } from './agenda.ts';
import { actOf } from './audited.ts';
import type { Circumstances } from './circumstances.ts';
import { commitOf } from './commit-rows.ts';
import { confirmationOf, differenceOf } from './confirmation.ts';
import { duplicateOf } from './duplicate.ts';
import { type Edition, HeldCase } from './held-case.ts';
import type { Settled } from './line.ts';
import type { NamedFiles } from './named-files.ts';
import { checkPeople } from './named-people.ts';
import {
  type Advancing,
  type Answer,
  type CaseRefusal,
  type Errand,
  type Foretold,
  type Rehearsed,
  type Request,
  replay,
  type Sending,
  type Starting,
  type StartRequest,
  senderOf,
} from './sending.ts';
import type { CaseSurroundings } from './surroundings.ts';

export interface GroupParts {
  readonly instances: InstanceStore;
  readonly workflows: Workflows;
  readonly directory: Directory;
  readonly surroundings: CaseSurroundings;
  readonly files: NamedFiles;
  readonly clock: Clock;
  /** Whether to wait for cases that others hold. */
  readonly isPatient: boolean;
}

interface Gathered {
  readonly locked: ReadonlyMap<number, Locked>;
  readonly prepared: ReadonlyMap<number, StartPrepared>;
}

/** Commands that share a transaction, with what was read for them. They are carried out in their order. */
export class Group {
  private readonly held = new Map<string, HeldCase>();
  private readonly begun: Commit[] = [];

  private constructor(
    private readonly errands: readonly Errand[],
    private readonly gathered: Gathered,
    private readonly parts: GroupParts,
  ) {}

  /** Reads for all of them at once. */
  static async gather(tx: Tx, errands: readonly Errand[], parts: GroupParts): Promise<Group> {
    const places = [...errands.entries()];
    const wanted = places.flatMap(([place, { kind, instance, sending }]) =>
      kind === 'advance' && isId(instance)
        ? [[place, { ...senderOf(sending), instance, command: sending.commandId ?? null }] as const]
        : [],
    );
    const starting = places.flatMap(([place, { kind, sending }]) => (kind === 'start' ? [[place, senderOf(sending)] as const] : []));
    const [locked, prepared] = await Promise.all([
      parts.instances.lock(tx, new Map(wanted), parts.isPatient),
      parts.instances.prepareStarts(tx, new Map(starting)),
    ]);
    const group = new Group(errands, { locked, prepared }, parts);
    for (const [place, { tenant }] of places) {
      const read = locked.get(place) ?? prepared.get(place);
      if (read !== undefined) parts.directory.seen(tenant, read.revision);
    }
    return group;
  }

  /** What all of it comes to, case by case. */
  commits(): Commit[] {
    return [...this.begun, ...[...this.held.values()].map(({ commit }) => commit)].filter((commit) => commit !== emptyCommit);
  }

  /** A defect met with one command is its own; the others go on. */
  async carryOut(place: number): Promise<Settled<Answer | Foretold>> {
    const errand = this.errands[place];
    if (errand === undefined) throw new Error(`no errand at ${place}`);
    try {
      if (errand.kind === 'start') return answered(await this.begin(errand, this.gathered.prepared.get(place)));
      const locked = this.gathered.locked.get(place);
      if (locked !== undefined) return answered(await this.advance(errand, locked));
      return this.parts.isPatient || !isId(errand.instance)
        ? answered({ kind: 'refused', code: 'instance.unknown' })
        : { kind: 'contended' };
    } catch (error) {
      return { kind: 'failed', error };
    }
  }

  private async advance(errand: Advancing, locked: Locked): Promise<Answer | Foretold> {
    const { tenant, request, sending } = errand;
    if (locked.receipt !== undefined && !errand.isRehearsal) return replay(locked.receipt, sending);
    if (locked.isRepeated) return { kind: 'refused', code: 'command.repeated' };
    const held = await this.hold(tenant, locked);
    const edition = await this.editionAfter(tenant, held, request);
    if ('kind' in edition) return edition;
    const { workflow } = edition;
    const issued = await this.issue(sending, workflow);
    const attachments = await this.parts.files.find({ workflow, sending, instance: locked.instance.id, request });
    if ('kind' in attachments) return attachments;
    const unknown = await checkPeople(this.parts.directory, tenant, request);
    if (unknown !== undefined) return unknown;
    const command = { ...request, ...issued, ...(attachments.length > 0 && { attachments }) } as Command | MigrationCommand;
    const place = { tenant, workflow, organisation: locked.instance.organisation_id, at: new Date(issued.at) };
    const result = await this.parts.surroundings.answering(place, (world) => carriedOut(held, workflow, command, world));
    if (result.kind === 'refused') return result;
    const barred = await heldByAgenda(this.parts.instances, { tenant, instance: locked.instance.id }, request, result);
    if (barred !== undefined) return barred;
    const { sequence } = held;
    const apart = toldOnly(errand, { workflow, instance: locked.instance.id, before: held.state, sequence, result });
    return apart ?? held.apply(result, circumstancesOf(edition, command, sending));
  }

  private async begin(errand: Starting, prepared: StartPrepared | undefined): Promise<Answer | Foretold> {
    const { tenant, newInstance, request, sending } = errand;
    if (prepared === undefined) throw new Error('nothing was prepared for a start');
    if (prepared.receipt !== undefined && !errand.isRehearsal) return replay(prepared.receipt, sending);
    const { workflows, directory, surroundings } = this.parts;
    const published = await workflows.latest(tenant, request.definition);
    if (published === undefined) return notToBeStarted(await workflows.known(tenant, request.definition), request.definition);
    const { workflow, version } = published;
    const lineage = isId(request.organisation) ? await directory.lineage(tenant, request.organisation) : undefined;
    // A case belongs to one organisation of the level its definition names, not to one that happens to be below.
    if (lineage?.byKind[workflow.definition.subject]?.id !== request.organisation) return { kind: 'refused', code: 'organisation.unknown' };
    const files = await this.parts.files.find({ workflow, sending, instance: null, request });
    if ('kind' in files) return files;
    const issued = await this.issue(sending, workflow);
    const command: Start = {
      kind: 'start',
      ...issued,
      by: beginnerOf(sending, issued),
      subject: lineage.byKind,
      fields: request.fields,
      ...parentOf(request),
    };
    const place = { tenant, workflow, organisation: request.organisation, at: new Date(command.at) };
    const result = await surroundings.answering(place, (world) => start(workflow, command, world));
    if (result.kind === 'refused') return result;
    const apart = await this.toldOfStart(errand, workflow, result);
    if (apart !== undefined) return apart;
    const before = {
      id: newInstance,
      caseNumber: prepared.caseNumber,
      definitionVersion: version.version,
      organisationId: request.organisation,
      organisationPath: lineage.path,
      formVersion: 0,
      title: null,
      limit: undefined,
      sequence: 0,
      lastHash: genesis,
    };
    const commit = commitOf(before, result, circumstancesOf(published, command, sending));
    this.begun.push(commit);
    return { kind: 'accepted', instance: newInstance, sequence: commit.history.length, row: commit.history.at(-1) };
  }

  private async toldOfStart(errand: Starting, workflow: Workflow, result: Advanced): Promise<Foretold | undefined> {
    const { uniqueKey } = result.state;
    // What is only rehearsed meets no constraint of the database, which would find it.
    const isTaken =
      errand.isRehearsal === true &&
      uniqueKey !== undefined &&
      (await this.parts.instances.isTaken(errand.tenant, errand.request.definition, uniqueKey));
    if (isTaken) return duplicateOf(workflow.definition.unique);
    return toldOnly(errand, { workflow, instance: null, before: { steps: {}, timers: {} }, sequence: 0, result });
  }

  private async hold(tenant: string, { instance }: Locked): Promise<HeldCase> {
    const key = `${tenant} ${instance.id}`;
    const known = this.held.get(key);
    if (known !== undefined) return known;
    const published: PublishedWorkflow | undefined = await this.parts.workflows.get(
      tenant,
      instance.definition_key,
      instance.definition_version,
    );
    if (published === undefined) throw new Error(`version ${instance.definition_version} of ${instance.definition_key} is gone`);
    const held = new HeldCase(published, instance);
    this.held.set(key, held);
    return held;
  }

  /** The version that a case is on when a command has been carried out. */
  private async editionAfter(tenant: string, { edition, state }: HeldCase, request: Request): Promise<Edition | CaseRefusal> {
    if (request.kind !== 'migrate' && request.kind !== 'reverse-migration') return edition;
    const { key, version } = edition.version;
    if (request.kind === 'migrate' && request.from !== version)
      return { kind: 'refused', code: 'migration.other-version', params: { version, from: request.from } };
    const to = request.kind === 'migrate' ? request.to : (state.migration?.from ?? version);
    if (request.kind === 'migrate' && to === version) return { kind: 'refused', code: 'migration.same-version', params: { version } };
    const found = await this.parts.workflows.get(tenant, key, to);
    return found ?? { kind: 'refused', code: 'definition.version-unknown', params: { definition: key, version: to } };
  }

  private async issue({ tenant, person, commandId }: Sending, { definition }: Workflow): Promise<Issued> {
    const at = this.parts.clock.now();
    const by = await this.parts.surroundings.actor(tenant, person, { at, definition: definition.key });
    return { id: commandId ?? newId(), at: at.toISOString(), by };
  }
}

/** What the engine makes of a command, in the version that its case is on, or goes to. */
function carriedOut({ edition, state }: HeldCase, to: Workflow, command: Command | MigrationCommand, world: World): Result {
  if (command.kind === 'migrate') return migrate({ from: edition.workflow, to }, state, command, world);
  if (command.kind === 'reverse-migration') return reverseMigration(state, command, edition.version.version);
  return advance(to, state, command, world);
}

interface Issued {
  readonly id: string;
  readonly at: string;
  readonly by: Actor;
}

/** Nobody, where the system begins a case. */
const beginnerOf = ({ person }: Sending, { by }: Issued): Actor | null => (person === null ? null : by);

interface Told {
  readonly workflow: Workflow;
  readonly instance: string | null;
  readonly before: Pick<CaseState, 'steps' | 'timers'>;
  readonly sequence: number;
  readonly result: Advanced;
}

/** The answer where nothing is to be done: what it would come to was asked for, or is not any more what it did. */
function toldOnly({ isRehearsal, sending: { expected } }: Errand, told: Told): Foretold | undefined {
  if (isRehearsal !== true && expected === undefined) return undefined;
  const { workflow, instance, sequence, result } = told;
  const preview = previewOf(told.before, result);
  const confirmation = confirmationOf(workflow, sequence, preview);
  const { subject, form } = result.state;
  const now: Rehearsed = { kind: 'rehearsed', instance, workflow, subject, preview, fields: form.fields, sequence, confirmation };
  if (isRehearsal) return now;
  const difference = expected === undefined ? undefined : differenceOf(expected, confirmation);
  return difference && { kind: 'refused', code: 'command.outdated', outdated: { difference, now } };
}

const answered = (answer: Answer | Foretold): Settled<Answer | Foretold> => ({ kind: 'answered', answer });

function circumstancesOf({ workflow, version }: Edition, command: Command | MigrationCommand | Start, sending: Sending): Circumstances {
  const { id, at } = command;
  const { tenant, person, key, digest, withholds, drops } = sending;
  const receipt = key !== undefined && digest !== undefined ? { key, digest } : undefined;
  const act = actOf(command);
  const audited = act === undefined ? undefined : { act, requestId: sending.requestId ?? null };
  return { tenant, workflow, version: version.version, commandId: id, at, person, receipt, audited, withholds, drops };
}

const parentOf = ({ parent }: StartRequest): Pick<Start, 'parent'> => (parent === undefined ? {} : { parent });

const notToBeStarted = (known: PublishedWorkflow | undefined, definition: string): CaseRefusal => ({
  kind: 'refused',
  code: known === undefined ? 'definition.unknown' : 'definition.not-in-force',
  params: { definition },
});
