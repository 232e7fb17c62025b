import { type Advanced, advance, type CaseState, type Command, type Start, start, type Workflow } from '#engine';
import type { Directory } from '#directory';
import { type Clock, type Database, type Metrics, newId, type Tx, violatedConstraint } from '#platform';
import pLimit from 'p-limit';
import type { Workflows } from '../definition/workflows.ts';
import { genesis } from '../history/chain.ts';
import { isId } from '../is-id.ts';
import { writeCommit } from '../store/commit.store.ts';
import type { InstanceStore, LockedInstance } from '../store/instance.store.ts';
import { type Before, commitOf } from './commit-rows.ts';
import { type Accepted, type Answer, replay, type Request, senderOf, type Sending, type StartRequest } from './sending.ts';
import type { CaseSurroundings } from './surroundings.ts';

/** What the door needs of its surroundings. */
export interface DoorParts {
  readonly database: Database;
  readonly instances: InstanceStore;
  readonly workflows: Workflows;
  readonly directory: Directory;
  readonly surroundings: CaseSurroundings;
  readonly clock: Clock;
  readonly metrics: Metrics;
  /** Commands worked on at once; the connections left over answer the look-ups that a command makes on its way. */
  readonly concurrency: number;
}

/** One command on its way through the door. */
interface Passage {
  readonly sending: Sending;
  readonly tx: Tx;
  /** Notes the workflow, so that a unique key found taken at the commit can be explained by its rule. */
  readonly entering: (workflow: Workflow) => void;
}

/**
 * The one door through which a case changes: lock, advance, commit, in one transaction. Whatever the verb, whoever
 * sends it, nothing else writes to a case.
 */
export class Door {
  private readonly admit: ReturnType<typeof pLimit>;

  constructor(private readonly parts: DoorParts) {
    this.admit = pLimit(parts.concurrency);
  }

  /**
   * Carries out a command on a case. What is accepted is on disk when this returns.
   * @throws TransientError when the database is away; with a key, sending it again is safe.
   */
  advance(instance: string, request: Request, sending: Sending): Promise<Answer> {
    return this.measured(request.kind, sending, (passage) => this.advanceIn(passage, instance, request));
  }

  /** Begins a case, at an organisation where the sender holds one of the definition's starting posts. */
  start(request: StartRequest, sending: Sending & { readonly person: string }): Promise<Answer> {
    return this.measured('start', sending, (passage) => this.startIn(passage, request));
  }

  private async advanceIn({ tx, sending, entering }: Passage, id: string, request: Request): Promise<Answer> {
    const { instances, workflows, surroundings, directory, clock } = this.parts;
    const { tenant, person } = sending;
    const locked = await instances.lock(tx, senderOf(sending), id);
    if (locked === undefined) return { kind: 'refused', code: 'instance.unknown' };
    if (locked.receipt !== undefined) return replay(locked.receipt, sending);
    directory.seen(tenant, locked.revision);
    const { instance } = locked;
    const isRepeated = sending.commandId !== undefined && (await instances.hasDone(tx, tenant, id, sending.commandId));
    if (isRepeated) return { kind: 'refused', code: 'command.repeated' };
    const published = await workflows.get(tenant, instance.definition_key, instance.definition_version);
    if (published === undefined) throw new Error(`version ${instance.definition_version} of ${instance.definition_key} is gone`);
    const { workflow } = published;
    entering(workflow);
    const at = clock.now();
    const by = await surroundings.actor(tenant, person, at);
    const command = { ...request, id: sending.commandId ?? newId(), at: at.toISOString(), by } as Command;
    const place = { tenant, workflow, organisation: instance.organisation_id, at };
    const result = await surroundings.answering(place, (world) => advance(workflow, stateOf(instance), command, world));
    if (result.kind === 'refused') return result;
    return commitIn(tx, beforeOf(instance), result, { workflow, command, sending });
  }

  private async startIn({ tx, sending, entering }: Passage, request: StartRequest): Promise<Answer> {
    const { instances, workflows, surroundings, directory, clock } = this.parts;
    const { tenant, person } = sending;
    const { caseNumber, receipt, revision } = await instances.prepareStart(tx, senderOf(sending));
    if (receipt !== undefined) return replay(receipt, sending);
    directory.seen(tenant, revision);
    const published = await workflows.latest(tenant, request.definition);
    if (published === undefined) return { kind: 'refused', code: 'definition.unknown', params: { definition: request.definition } };
    const { workflow, version } = published;
    entering(workflow);
    const at = clock.now();
    const lineage = isId(request.organisation) ? await directory.lineage(tenant, request.organisation) : undefined;
    // A case belongs to one organisation of the level its definition names, not to one that happens to be below.
    if (lineage?.byKind[workflow.definition.subject]?.id !== request.organisation) return { kind: 'refused', code: 'organisation.unknown' };
    const command: Start = {
      kind: 'start',
      id: sending.commandId ?? newId(),
      at: at.toISOString(),
      by: await surroundings.actor(tenant, person, at),
      subject: lineage.byKind,
      fields: request.fields,
    };
    const place = { tenant, workflow, organisation: request.organisation, at };
    const result = await surroundings.answering(place, (world) => start(workflow, command, world));
    if (result.kind === 'refused') return result;
    const before: Before = {
      id: newId(),
      caseNumber,
      definitionVersion: version.version,
      organisationId: request.organisation,
      organisationPath: lineage.path,
      formVersion: 0,
      title: null,
      sequence: 0,
      lastHash: genesis,
    };
    return commitIn(tx, before, result, { workflow, command, sending });
  }

  private measured(kind: string, sending: Sending, work: (passage: Passage) => Promise<Answer>): Promise<Answer> {
    const { commands, commandSeconds } = this.parts.metrics;
    const stop = commandSeconds.startTimer({ kind });
    return this.admit(async () => {
      const answer = await this.passing(sending, work);
      stop();
      commands.inc({ kind, result: answer.kind === 'refused' ? answer.code : 'accepted' });
      return answer;
    });
  }

  /** Runs a transaction. What another command committed first is answered by its receipt, or refused as a duplicate. */
  private async passing(sending: Sending, work: (passage: Passage) => Promise<Answer>): Promise<Answer> {
    let entered: Workflow | undefined;
    const entering = (workflow: Workflow): void => void (entered = workflow);
    try {
      const answer = await this.parts.database.transaction((tx) => work({ sending, tx, entering }));
      // The receipt of a twin that held the lock before us was not to be seen yet when we asked for both at once.
      return answer.kind === 'accepted' ? answer : ((await this.replayed(sending)) ?? answer);
    } catch (error) {
      const constraint = violatedConstraint(error);
      const replayed = constraint === undefined ? undefined : await this.replayed(sending);
      if (replayed !== undefined) return replayed;
      if (constraint === 'instance_unique_key') return duplicateOf(entered);
      throw error;
    }
  }

  /** The answer given before under the same key, if there was one. */
  async replayed(sending: Sending): Promise<Answer | undefined> {
    const receipt = await this.parts.instances.receipt(senderOf(sending));
    return receipt && replay(receipt, sending);
  }
}

interface Work {
  readonly workflow: Workflow;
  readonly command: Command | Start;
  readonly sending: Sending;
}

function commitIn(tx: Tx, before: Before, advanced: Advanced, { workflow, command, sending }: Work): Accepted {
  const { tenant, person, key, digest } = sending;
  const receipt = key !== undefined && digest !== undefined ? { key, digest } : undefined;
  const commit = commitOf(before, advanced, { tenant, workflow, commandId: command.id, at: command.at, person, receipt });
  writeCommit(tx, commit);
  const sequence = before.sequence + commit.history.length;
  return { kind: 'accepted', instance: before.id, sequence, row: commit.history.at(-1) };
}

const stateOf = ({ state, form_version: version, fields }: LockedInstance): CaseState => ({ ...state, form: { version, fields } });

const beforeOf = (instance: LockedInstance): Before => ({
  id: instance.id,
  caseNumber: null,
  definitionVersion: instance.definition_version,
  organisationId: instance.organisation_id,
  organisationPath: instance.organisation_path,
  formVersion: instance.form_version,
  title: instance.state.title,
  sequence: instance.sequence,
  lastHash: instance.last_hash.toString('hex'),
});

/** R-AH24-05 and its like: the definition says under which rule and in which words. */
function duplicateOf(workflow: Workflow | undefined): Answer {
  const unique = workflow?.definition.unique;
  return { kind: 'refused', code: 'case.duplicate', ...(unique && { rules: [{ rule: unique.rule, message: unique.message }] }) };
}
