import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Caller } from '#directory';
import type { Database } from '#platform';
import type { Answer, CaseRefusal, Sending } from '../door/sending.ts';
import { namesOf } from '../queries/assignee-names.ts';
import { type CommandRecord, readRecord, recordOf } from '../queries/record.query.ts';
import type { Visibility } from '../queries/visibility.ts';
import { parseTaskId } from '../task-id.ts';

/** The result of a command that was done, whether now or, under the same idempotency key, before. */
export interface Done {
  readonly kind: 'done';
  readonly record: CommandRecord;
}

export type Outcome = Done | CaseRefusal;

/** A person's request, with the idempotency key it came with. */
export interface Keyed {
  readonly idempotencyKey?: string | undefined;
}

/** Why something is done. */
export interface Reason extends Keyed {
  readonly comment: string;
}

interface CarrierParts {
  readonly database: Database;
  readonly visibility: Visibility;
}

/** Sends people's commands through the door, and tells them only of what they may see. */
export class Carrier {
  constructor(private readonly parts: CarrierParts) {}

  async onTask(caller: Caller, taskId: string, work: (instance: string, task: number) => Promise<Answer>): Promise<Outcome> {
    const named = parseTaskId(taskId);
    if (named === undefined) return unknownTask;
    const answer = await work(named.instance, named.task);
    if (answer.kind === 'accepted') return this.done(caller, answer);
    // Why a task cannot be decided is for those who may see its case; for others there is no such task.
    return (await this.parts.visibility.mayRead(caller, named.instance)) ? this.named(caller, answer) : unknownTask;
  }

  /** The engine knows people by their ids; those who are told of them, by their names. */
  private async named({ tenant }: Caller, refusal: CaseRefusal): Promise<CaseRefusal> {
    const person = refusal.params?.['person'];
    if (typeof person !== 'string') return refusal;
    const name = (await namesOf(this.parts.database, tenant, [person])).get(person) ?? '';
    return { ...refusal, params: { ...refusal.params, person: name } };
  }

  async onInstance(caller: Caller, instance: string, work: () => Promise<Answer>): Promise<Outcome> {
    if (!(await this.parts.visibility.mayRead(caller, instance))) return { kind: 'refused', code: 'instance.unknown' };
    const answer = await work();
    return answer.kind === 'refused' ? this.named(caller, answer) : this.done(caller, answer);
  }

  async done({ tenant }: Caller, answer: Answer): Promise<Outcome> {
    if (answer.kind === 'refused') return answer;
    const { instance, sequence, row } = answer;
    return {
      kind: 'done',
      record: row === undefined ? await readRecord(this.parts.database, tenant, instance, sequence) : recordOf(instance, row),
    };
  }
}

const unknownTask: CaseRefusal = { kind: 'refused', code: 'task.unknown', params: {} };

/** The digest tells a repeated request from another one under the same key. */
export function sendingOf({ tenant, person }: Caller, key: string | undefined, content: unknown): Sending & { readonly person: string } {
  if (key === undefined) return { tenant, person };
  return {
    tenant,
    person,
    key,
    digest: createHash('sha256')
      .update(canonicalize(content) ?? '')
      .digest('hex'),
  };
}
