import { type Caller, notPermitted, type Permission } from '#directory';
import { currentRequestId, type Database, type Refusal } from '#platform';
import type { PreviewPart } from '../door/confirmation.ts';
import type { Door } from '../door/door.ts';
import type { Answer, CaseRefusal, Foretold, Outdated, Request, Sending } from '../door/sending.ts';
import { digestOf } from '../history/chain.ts';
import { namesOf } from '../queries/assignee-names.ts';
import type { Histories, HistoryLine } from '../queries/history.query.ts';
import type { PreviewView, PreviewViews } from '../queries/preview-view.ts';
import { type CommandRecord, readRecord, recordOf } from '../queries/record.query.ts';
import type { Visibility } from '../queries/visibility.ts';
import { parseTaskId } from '../task-id.ts';

/** A person's request, with the idempotency key it came with: sent again under it, it is answered as the first time. */
export interface Keyed {
  readonly idempotencyKey?: string | undefined;
}

/** On what terms a person sends a command. */
export interface Terms extends Keyed {
  /** Only to be told what it would come to. */
  readonly isDryRun?: boolean | undefined;
  /** What came as `expected` with what it would come to: if that is not so any more, the command is refused. */
  readonly expected?: string | undefined;
}

/** A command that is one of a batch's, or undoes one. */
export type InBatch = Pick<Sending, 'withholds' | 'drops'>;

/** The result of a command that was done, whether now or, under the same idempotency key, before. */
export interface Done {
  readonly kind: 'done';
  readonly record: CommandRecord;
}

/** What a command would come to. */
export interface Shown {
  readonly kind: 'shown';
  readonly preview: PreviewView;
}

/** What has become different since the sender was shown what a command would do. */
export interface DifferenceView {
  /** The parts of the preview that are not what they were; none where only the case's history has gone on. */
  readonly parts: readonly PreviewPart[];
  /** What has happened in the case since. */
  readonly happened: readonly HistoryLine[];
  readonly now: PreviewView;
}

export interface OutdatedRefusal extends Refusal {
  readonly code: 'command.outdated';
  readonly difference: DifferenceView;
}

export type Outcome = Done | Shown | CaseRefusal | OutdatedRefusal;

/** A permission, and the case it is needed for. */
interface Permitted {
  readonly instance: string;
  readonly permission: Permission;
  /** Whether it is only done by somebody who was shown what it would do. */
  readonly isConfirmed?: boolean;
}

export interface SenderParts {
  readonly door: Door;
  readonly database: Database;
  readonly visibility: Visibility;
  readonly histories: Histories;
  readonly previews: PreviewViews;
}

type RequestOf = (task: number, instance: string) => Request | Promise<Request>;

/** Why something is done. */
export interface Reason extends Terms {
  readonly comment: string;
}

/** Sends people's commands through the door, and says what came of them. */
export class CommandSender {
  constructor(private readonly parts: SenderParts) {}

  /** To the case that holds a task. Why it cannot be done is for those who may see the case; for others there is no such task. */
  async onTask(caller: Caller, taskId: string, terms: Terms & InBatch, request: RequestOf): Promise<Outcome> {
    const named = parseTaskId(taskId);
    if (named === undefined) return unknownTask;
    const answer = await this.send(caller, named.instance, terms, await request(named.task, named.instance));
    if (answer.kind === 'refused' && !(await this.parts.visibility.mayRead(caller, named.instance))) return unknownTask;
    return this.outcomeOf(caller, answer);
  }

  /** To a case that the caller may see. */
  async onInstance(caller: Caller, instance: string, terms: Terms, request: Request): Promise<Outcome> {
    if (!(await this.parts.visibility.mayRead(caller, instance))) return unknownInstance;
    return this.outcomeOf(caller, await this.send(caller, instance, terms, request));
  }

  /** To a case where one of the caller's posts gives them the permission. */
  async onPermitted(
    caller: Caller,
    { instance, permission, isConfirmed = false }: Permitted,
    terms: Terms,
    request: Request,
  ): Promise<Outcome> {
    const { visibility } = this.parts;
    if (!(await visibility.mayRead(caller, instance))) return unknownInstance;
    if (!(await visibility.isPermitted(caller, permission, instance))) return notPermitted(permission);
    if (isConfirmed && !terms.isDryRun && terms.expected === undefined) return unconfirmed;
    return this.outcomeOf(caller, await this.send(caller, instance, terms, request));
  }

  send(caller: Caller, instance: string, terms: Terms & InBatch, request: Request): Promise<Answer | Foretold> {
    const sending = sendingOf(caller, terms, [instance, request]);
    return terms.isDryRun ? this.parts.door.rehearse(instance, request, sending) : this.parts.door.advance(instance, request, sending);
  }

  async outcomeOf(caller: Caller, answer: Answer | Foretold): Promise<Outcome> {
    switch (answer.kind) {
      case 'accepted':
        return { kind: 'done', record: await this.recordOf(caller, answer) };
      case 'rehearsed':
        return { kind: 'shown', preview: await this.parts.previews.view(caller, answer) };
      case 'refused':
        return answer.outdated === undefined ? this.named(caller, answer) : this.outdated(caller, answer.outdated);
    }
  }

  /** The engine knows people by their ids; those who are told of them, by their names. */
  private async named({ tenant }: Caller, refusal: CaseRefusal): Promise<CaseRefusal> {
    const person = refusal.params?.['person'];
    if (typeof person !== 'string') return refusal;
    const name = (await namesOf(this.parts.database, tenant, [person])).get(person);
    if (name === undefined) return { kind: 'refused', code: 'person.unknown' };
    return { ...refusal, params: { ...refusal.params, person: name } };
  }

  private recordOf(
    { tenant }: Caller,
    { instance, sequence, row }: Extract<Answer, { kind: 'accepted' }>,
  ): CommandRecord | Promise<CommandRecord> {
    return row === undefined ? readRecord(this.parts.database, tenant, instance, sequence) : recordOf(instance, row);
  }

  private async outdated(caller: Caller, { difference: { parts, seen }, now }: Outdated): Promise<OutdatedRefusal> {
    const lines = now.instance === null || seen === undefined ? [] : await this.parts.histories.read(caller, now.instance);
    const happened = (lines ?? []).filter(({ sequence }) => sequence > (seen ?? 0));
    return {
      kind: 'refused',
      code: 'command.outdated',
      params: { happened: happened.length },
      difference: { parts, happened, now: await this.parts.previews.view(caller, now) },
    };
  }
}

const unknownTask: CaseRefusal = { kind: 'refused', code: 'task.unknown', params: {} };
const unconfirmed: CaseRefusal = { kind: 'refused', code: 'command.unconfirmed' };
const unknownInstance: CaseRefusal = { kind: 'refused', code: 'instance.unknown' };

/** The digest tells a repeated request from another one under the same key. */
export function sendingOf(
  { tenant, person }: Caller,
  { idempotencyKey, expected, withholds, drops }: Terms & InBatch,
  content: unknown,
): Sending & { readonly person: string } {
  const requestId = currentRequestId();
  return {
    tenant,
    person,
    ...(requestId !== undefined && { requestId }),
    ...(withholds !== undefined && { withholds }),
    ...(drops !== undefined && { drops }),
    ...(expected !== undefined && { expected }),
    ...(idempotencyKey !== undefined && { key: idempotencyKey, digest: digestOf(content) }),
  };
}
