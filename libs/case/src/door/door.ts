import { type AlarmCall, type AlarmCalls, alarmMessage } from '#clockwork';
import type { Directory } from '#directory';
import { type Clock, type Database, idOf, type Metrics, newId, type Refusal, TransientError, type Tx, violatedConstraint } from '#platform';
import type { Workflows } from '../definition/workflows.ts';
import { newsOf } from '../news/news-message.ts';
import { type Commit, type OutboxWrite, writeCommit } from '../store/commit.store.ts';
import { together } from '../store/commit-merge.ts';
import type { InstanceStore } from '../store/instance.store.ts';
import { duplicateOf } from './duplicate.ts';
import { Group } from './group.ts';
import { BusyError, Line, type LineLimits, type Settled } from './line.ts';
import type { NamedFiles } from './named-files.ts';
import { type Answer, type Errand, type Foretold, type Request, replay, type Sending, type StartRequest, senderOf } from './sending.ts';
import type { CaseSurroundings } from './surroundings.ts';
import { errandsOf, outcomeOf, type Undertaken, type Undertaking } from './undertaking.ts';

/** What the door needs of its surroundings. */
export interface DoorParts {
  readonly database: Database;
  readonly instances: InstanceStore;
  readonly workflows: Workflows;
  readonly directory: Directory;
  readonly surroundings: CaseSurroundings;
  readonly files: NamedFiles;
  readonly clock: Clock;
  readonly metrics: Metrics;
  readonly alarms: AlarmCalls;
  readonly limits: LineLimits;
}

/**
 * The one door through which a case changes: lock, advance, commit, in one transaction. Whatever the verb, whoever
 * sends it, nothing else writes to a case. Commands that arrive together go through together.
 */
export class Door {
  private readonly line: Line<Errand, Answer | Foretold>;

  constructor(private readonly parts: DoorParts) {
    this.line = new Line(parts.limits, (errands, isPatient) => this.carry(errands, isPatient));
  }

  /**
   * Carries out a command on a case. What is accepted is on disk when this returns.
   * @throws TransientError when the database is away or the line is full; with a key, sending it again is safe.
   */
  advance(instance: string, request: Request, sending: Sending): Promise<Answer> {
    return this.enter({ kind: 'advance', tenant: sending.tenant, instance, request, sending, isBackground: sending.person === null });
  }

  /** What a command would come to: carried out as ever, and then not put down. */
  rehearse(instance: string, request: Request, sending: Sending): Promise<Foretold> {
    const errand = { kind: 'advance', tenant: sending.tenant, instance, request, sending, isBackground: false, isRehearsal: true } as const;
    return this.line.join(errand).then(foretold);
  }

  /** Begins a case, at an organisation where the sender holds one of the definition's starting posts. */
  start(request: StartRequest, sending: Sending & { readonly person: string }): Promise<Answer> {
    return this.enter({ kind: 'start', tenant: sending.tenant, instance: null, newInstance: newId(), request, sending });
  }

  /** What beginning a case would come to. */
  rehearseStart(request: StartRequest, sending: Sending & { readonly person: string }): Promise<Foretold> {
    const errand = { kind: 'start', tenant: sending.tenant, instance: null, newInstance: newId(), request, sending } as const;
    return this.line.join({ ...errand, isRehearsal: true }).then(foretold);
  }

  /** Begins a case of which nobody is the applicant. Its id follows from that of the command, so that twice is once. */
  startBySystem(request: StartRequest, sending: Sending & { readonly person: null; readonly commandId: string }): Promise<Answer> {
    const newInstance = this.caseOf(sending.tenant, sending.commandId);
    return this.enter({ kind: 'start', tenant: sending.tenant, instance: null, newInstance, request, sending, isBackground: true });
  }

  caseOf(tenant: string, commandId: string): string {
    return idOf(`${tenant} ${commandId}`);
  }

  /**
   * Carries out several commands, all of them or none, in one transaction. It waits for every case, in the order in which
   * everybody takes them; it stands in no line, because nothing of it can be done before the rest.
   * @param draw reads under the transaction's own locks what is to be done, or says why nothing is
   * @throws TransientError when the database is away, or others hold a case for too long; sending it again is safe where
   *   `draw` sees that it has been done.
   */
  async undertake<Hindrance extends Refusal>(draw: (tx: Tx) => Promise<Undertaking | Hindrance>): Promise<Undertaken | Hindrance> {
    const stop = this.parts.metrics.commandSeconds.startTimer({ kind: 'undertake' });
    const { outcome, call } = await this.parts.database.transaction(async (tx) => {
      const undertaking = await draw(tx);
      if (undertaking.kind === 'refused') return { outcome: undertaking, call: undefined };
      const group = await Group.gather(tx, errandsOf(undertaking), { ...this.parts, isPatient: true });
      const result = await outcomeOf(undertaking, group);
      if (result.kind !== 'accepted') return { outcome: result, call: undefined };
      undertaking.seal(tx, result.accepted);
      return { outcome: { kind: 'accepted' } as const, call: this.write(tx, group) };
    });
    if (call !== undefined) this.parts.alarms.noted(call);
    stop();
    this.parts.metrics.commands.inc({ kind: 'undertake', result: outcome.kind === 'refused' ? outcome.code : outcome.kind });
    return outcome;
  }

  private async enter(errand: Errand): Promise<Answer> {
    const { commands, commandSeconds } = this.parts.metrics;
    const kind = errand.kind === 'start' ? 'start' : errand.request.kind;
    const stop = commandSeconds.startTimer({ kind });
    try {
      const answer = done(await this.line.join(errand));
      stop();
      commands.inc({ kind, result: answer.kind === 'refused' ? answer.code : 'accepted' });
      return answer;
    } catch (error) {
      commands.inc({ kind, result: error instanceof BusyError ? 'busy' : 'failed' });
      throw error;
    }
  }

  private async carry(errands: readonly Errand[], isPatient: boolean): Promise<readonly Settled<Answer | Foretold>[]> {
    this.parts.metrics.groupSize.observe(errands.length);
    try {
      return await this.inOneTransaction(errands, isPatient);
    } catch (error) {
      // What was committed is unknown when the database went away; whoever has a key finds out by sending again.
      if (error instanceof TransientError) return errands.map(() => ({ kind: 'failed', error }));
      return this.oneByOne(errands);
    }
  }

  /** So that a write that fails harms only the command it is for. */
  private async oneByOne(errands: readonly Errand[]): Promise<Settled<Answer | Foretold>[]> {
    const results: Settled<Answer | Foretold>[] = [];
    for (const errand of errands) results.push(await this.alone(errand));
    return results;
  }

  private async alone(errand: Errand): Promise<Settled<Answer | Foretold>> {
    try {
      const [result] = await this.inOneTransaction([errand], true);
      return result ?? { kind: 'failed', error: new Error('no result') };
    } catch (error) {
      return settledAs({ kind: 'failed', error }, () => this.explanationOf(error, errand));
    }
  }

  /** What another command committed first is answered by its receipt, or refused as a duplicate. */
  private async explanationOf(error: unknown, errand: Errand): Promise<Answer | undefined> {
    const constraint = violatedConstraint(error);
    const replayed = constraint === undefined ? undefined : ((await this.replayed(errand.sending)) ?? (await this.begun(errand)));
    return replayed ?? (constraint === 'instance_unique_key' ? this.explainedDuplicate(errand) : undefined);
  }

  private async inOneTransaction(errands: readonly Errand[], isPatient: boolean): Promise<Settled<Answer | Foretold>[]> {
    const { results, call } = await this.parts.database.transaction(async (tx) => {
      const group = await Group.gather(tx, errands, { ...this.parts, isPatient });
      const settled: Settled<Answer | Foretold>[] = [];
      for (const place of errands.keys()) settled.push(await group.carryOut(place));
      return { results: settled, call: this.write(tx, group) };
    });
    if (call !== undefined) this.parts.alarms.noted(call);
    return Promise.all(results.map((result, place) => this.afterwards(result, errands[place])));
  }

  /** Puts down what a group came to. @returns the alarm it needs, if any, which is heard of when it has been committed. */
  private write(tx: Tx, group: Group): AlarmCall | undefined {
    const commit = together(group.commits());
    const call = this.parts.alarms.for(commit.setTimers.map(({ due_at }) => due_at));
    const calls = call === undefined ? [] : [this.messageOf(call, commit)];
    writeCommit(tx, { ...commit, outbox: [...commit.outbox, ...newsOf(commit), ...calls] });
    return call;
  }

  /** One for the whole group; a message has a tenant, though alarms have none. */
  private messageOf(call: AlarmCall, { setTimers: [first] }: Commit): OutboxWrite {
    return { tenant: first?.tenant ?? '', job: alarmMessage, payload: call, created_at: this.parts.clock.now().toISOString() };
  }

  /** The receipt of a twin that held the lock before us was not to be seen yet when we asked for both at once. */
  private async afterwards(result: Settled<Answer | Foretold>, errand: Errand | undefined): Promise<Settled<Answer | Foretold>> {
    if (result.kind !== 'answered' || result.answer.kind !== 'refused' || errand === undefined || errand.isRehearsal) return result;
    return settledAs(result, () => this.replayed(errand.sending));
  }

  /** A case that the system had begun before by the same command. */
  private async begun(errand: Errand): Promise<Answer | undefined> {
    if (errand.kind !== 'start' || errand.sending.commandId === undefined) return undefined;
    const found = await this.parts.instances.definitionOf(errand.tenant, errand.newInstance);
    return found && { kind: 'accepted', instance: errand.newInstance, sequence: 1, row: undefined };
  }

  private async replayed(sending: Sending): Promise<Answer | undefined> {
    const receipt = await this.parts.instances.receipt(senderOf(sending));
    return receipt && replay(receipt, sending);
  }

  private async explainedDuplicate(errand: Errand): Promise<Answer> {
    const { workflows, instances } = this.parts;
    const named = errand.kind === 'start' ? undefined : await instances.definitionOf(errand.tenant, errand.instance);
    const published =
      errand.kind === 'start'
        ? await workflows.latest(errand.tenant, errand.request.definition)
        : named && (await workflows.get(errand.tenant, named.definition_key, named.definition_version));
    return duplicateOf(published?.workflow.definition.unique);
  }
}

function done(answer: Answer | Foretold): Answer {
  if (answer.kind === 'rehearsed') throw new Error('a command was only rehearsed');
  return answer;
}

function foretold(answer: Answer | Foretold): Foretold {
  if (answer.kind === 'accepted') throw new Error('a rehearsal was carried out');
  return answer;
}

/** What a look-up says instead of a result. If it fails, so does the one command: its group has been committed, or not. */
async function settledAs(
  result: Settled<Answer | Foretold>,
  lookUp: () => Promise<Answer | undefined>,
): Promise<Settled<Answer | Foretold>> {
  try {
    const answer = await lookUp();
    return answer === undefined ? result : { kind: 'answered', answer };
  } catch (error) {
    return { kind: 'failed', error };
  }
}
