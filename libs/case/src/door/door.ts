import type { Actor, Advanced, CaseState, Command, Fields, Refused, Result, Start, Workflow, World } from '#engine';
import { advance, start } from '#engine';
import type { Directory } from '#directory';
import { type Clock, type Database, type Metrics, newId, type Refusal, type Tx, violatedConstraint } from '#platform';
import pLimit from 'p-limit';
import type { FactRegister } from '../definition/fact-register.ts';
import type { Workflows } from '../definition/workflows.ts';
import { genesis } from '../history/chain.ts';
import { writeCommit } from '../store/commit.store.ts';
import type { InstanceStore, Locked, LockedInstance, ReceiptRow, Sender } from '../store/instance.store.ts';
import { type Before, commitOf } from './commit-rows.ts';

type Without<T, Keys extends string> = T extends unknown ? Omit<T, Keys> : never;

/** A command without what the door adds to it: its id, its time, and the posts the person holds. */
export type Request = Without<Command, 'id' | 'at' | 'by'>;

export interface Sending {
  readonly tenant: string;
  /** Null when the system sends it. */
  readonly person: string | null;
  /** The same key again with the same content is answered as the first time; with other content it is refused. */
  readonly key?: string;
  /** SHA-256 of the content, in hexadecimal; needed with a key. */
  readonly digest?: string;
  /** Fixed by senders that have an id of their own for the command, such as the queue. */
  readonly commandId?: string;
}

export interface Accepted {
  readonly kind: 'accepted';
  readonly instance: string;
  /** The last history row the command wrote. */
  readonly sequence: number;
  /** Whether it had been done before, under the same key. */
  readonly replayed: boolean;
}

export interface StartRequest {
  readonly definition: string;
  readonly organisation: string;
  readonly fields: Fields;
}

type Answer = Accepted | Refusal;

/** What the door needs of its surroundings. */
export interface DoorParts {
  readonly database: Database;
  readonly instances: InstanceStore;
  readonly workflows: Workflows;
  readonly directory: Directory;
  readonly facts: FactRegister;
  readonly clock: Clock;
  readonly metrics: Metrics;
  /** Commands worked on at once; the connections left over answer the look-ups that a command makes on its way. */
  readonly concurrency: number;
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
    return this.measured(request.kind, () => this.admit(() => this.tryAdvance(instance, request, sending)));
  }

  /** Begins a case. */
  start(request: StartRequest, sending: Sending & { readonly person: string }): Promise<Answer> {
    return this.measured('start', () => this.admit(() => this.tryStart(request, sending)));
  }

  private async tryAdvance(instance: string, request: Request, sending: Sending): Promise<Answer> {
    const sender = senderOf(sending);
    const answer = await this.committing(sending, (tx) => this.advanceIn(tx, instance, request, sending));
    // The receipt of a twin that held the lock before us was not to be seen yet when we asked for both at once.
    if (answer.kind === 'accepted' || sender.key === null) return answer;
    const receipt = await this.parts.instances.receipt(sender);
    return receipt === undefined ? answer : replay(receipt, sending);
  }

  private async advanceIn(tx: Tx, id: string, request: Request, sending: Sending): Promise<Answer> {
    const { instances, workflows, clock } = this.parts;
    const locked = await instances.lock(tx, senderOf(sending), id);
    if (locked === undefined) return { kind: 'refused', code: 'instance.unknown' };
    if (locked.receipt !== undefined) return replay(locked.receipt, sending);
    this.parts.directory.seen(sending.tenant, locked.revision);
    const { instance } = locked;
    const published = await workflows.get(sending.tenant, instance.definition_key, instance.definition_version);
    if (published === undefined) throw new Error(`version ${instance.definition_version} of ${instance.definition_key} is gone`);
    const { workflow } = published;
    const at = clock.now();
    const actor = await this.actor(sending, at);
    const command = { ...request, id: sending.commandId ?? newId(), at: at.toISOString(), by: actor } as Command;
    const state: CaseState = { ...instance.state, form: { version: instance.form_version, fields: instance.fields } };
    const result = await this.answerFacts(sending.tenant, at, await this.world(sending.tenant, workflow, instance.organisation_id, at), (world) =>
      advance(workflow, state, command, world),
    );
    if (result.kind === 'refused') return result;
    return this.commit(tx, beforeOf(locked), result, { workflow, command, sending });
  }

  private async tryStart(request: StartRequest, sending: Sending & { readonly person: string }): Promise<Answer> {
    const published = await this.parts.workflows.latest(sending.tenant, request.definition);
    if (published === undefined) return { kind: 'refused', code: 'definition.unknown', params: { definition: request.definition } };
    const { workflow, version } = published;
    return this.committing(sending, async (tx) => {
      const { instances, directory, clock } = this.parts;
      const { caseNumber, receipt, revision } = await instances.prepareStart(tx, senderOf(sending));
      if (receipt !== undefined) return replay(receipt, sending);
      directory.seen(sending.tenant, revision);
      const at = clock.now();
      const lineage = await directory.lineage(sending.tenant, request.organisation);
      const actor = await this.actor(sending, at);
      const posts = workflow.definition.start.posts.join(', ');
      if (lineage === undefined) return { kind: 'refused', code: 'start.not-allowed', params: { posts } };
      const command: Start = {
        kind: 'start',
        id: sending.commandId ?? newId(),
        at: at.toISOString(),
        by: actor,
        subject: lineage.byKind,
        fields: request.fields,
      };
      const world = await this.world(sending.tenant, workflow, request.organisation, at);
      const result = await this.answerFacts(sending.tenant, at, world, (known) => start(workflow, command, known));
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
      return this.commit(tx, before, result, { workflow, command, sending });
    });
  }

  private commit(
    tx: Tx,
    before: Before,
    advanced: Advanced,
    { workflow, command, sending }: { workflow: Workflow; command: Command | Start; sending: Sending },
  ): Accepted {
    const { tenant, person, key, digest } = sending;
    const receipt = key !== undefined && digest !== undefined ? { key, digest } : undefined;
    const commit = commitOf(before, advanced, { tenant, workflow, commandId: command.id, at: command.at, person, receipt });
    writeCommit(tx, commit);
    return { kind: 'accepted', instance: before.id, sequence: before.sequence + advanced.entries.length, replayed: false };
  }

  /** Asks the registers for as long as the engine wants to know more. */
  private async answerFacts(tenant: string, at: Date, world: World, run: (world: World) => Result): Promise<Advanced | Refused> {
    let known = world;
    for (;;) {
      const result = run(known);
      if (result.kind !== 'wanting') return result;
      const answers = await Promise.all(
        result.facts.map(async ({ name, source, with: parameters }) => [
          name,
          await this.parts.facts.answer({ tenant, source, with: parameters, at }),
        ] as const),
      );
      known = { ...known, facts: { ...known.facts, ...Object.fromEntries(answers) } };
    }
  }

  private async world(tenant: string, { posts }: Workflow, organisation: string, at: Date): Promise<World> {
    return { posts: await this.parts.directory.holdersOf(tenant, organisation, posts, at), facts: {} };
  }

  private async actor({ tenant, person }: Sending, at: Date): Promise<Actor> {
    if (person === null) return { person: '', posts: [] };
    return { person, posts: await this.parts.directory.postsOf(tenant, person, at) };
  }

  /** Runs a transaction; what another command committed first is answered with its receipt or as a duplicate. */
  private async committing(sending: Sending, work: (tx: Tx) => Promise<Answer>): Promise<Answer> {
    try {
      return await this.parts.database.transaction(work);
    } catch (error) {
      const constraint = violatedConstraint(error);
      if (constraint === 'instance_unique_key') return this.duplicate(sending);
      if (constraint !== 'receipt_pkey') throw error;
      const receipt = await this.parts.instances.receipt(senderOf(sending));
      if (receipt === undefined) throw error;
      return replay(receipt, sending);
    }
  }
}
