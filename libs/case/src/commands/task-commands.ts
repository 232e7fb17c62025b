import type { Caller } from '#directory';
import type { Door } from '../door/door.ts';
import type { Request } from '../door/sending.ts';
import type { Visibility } from '../queries/visibility.ts';
import { type Carrier, type Keyed, type Outcome, type Reason, sendingOf } from './carrier.ts';

/** Why a task is taken from somebody; for one's own it need not be said. */
export interface Releasing extends Keyed {
  readonly comment?: string | undefined;
}

/** To whom a task goes, and why. */
export interface Handing extends Reason {
  readonly to: string;
}

export interface Adding extends Reason {
  readonly place: 'before' | 'after' | 'beside';
  readonly people: readonly string[];
  /** How they sign: `all` without it. Beside the caller it is the step's own policy. */
  readonly policy?: 'one' | 'all' | 'sequence' | undefined;
}

export interface Removing extends Reason {
  readonly step: string;
  readonly people: readonly string[];
}

interface TaskCommandsParts {
  readonly door: Door;
  readonly carrier: Carrier;
  readonly visibility: Visibility;
}

/** What people do with tasks besides deciding them: who does them, and who is asked too. */
export class TaskCommands {
  constructor(private readonly parts: TaskCommandsParts) {}

  /** 签收: a post's task is the caller's until they decide it or release it. */
  claim(caller: Caller, taskId: string, { idempotencyKey }: Keyed): Promise<Outcome> {
    return this.send(caller, taskId, idempotencyKey, (task) => ({ kind: 'claim', task }));
  }

  /** 取消签收: what others have claimed, by who may reassign tasks where the case belongs. */
  release(caller: Caller, taskId: string, { idempotencyKey, comment }: Releasing): Promise<Outcome> {
    const said = comment === undefined ? {} : { comment };
    return this.reassign(caller, taskId, idempotencyKey, (task) => ({ kind: 'release', task, ...said }));
  }

  /** 转办: another does the task from now on. */
  transfer(caller: Caller, taskId: string, { idempotencyKey, to, comment }: Handing): Promise<Outcome> {
    return this.reassign(caller, taskId, idempotencyKey, (task) => ({ kind: 'transfer', task, to, comment }));
  }

  /** 委派: another answers; then the task is the caller's again. */
  delegate(caller: Caller, taskId: string, { idempotencyKey, to, comment }: Handing): Promise<Outcome> {
    return this.send(caller, taskId, idempotencyKey, (task) => ({ kind: 'delegate', task, to, comment }));
  }

  /** The answer to what was delegated. */
  resolve(caller: Caller, taskId: string, { idempotencyKey, comment }: Reason): Promise<Outcome> {
    return this.send(caller, taskId, idempotencyKey, (task) => ({ kind: 'resolve', task, comment }));
  }

  /** 加签: others sign before the caller decides, after, or beside. */
  addSigners(caller: Caller, taskId: string, { idempotencyKey, place, people, policy, comment }: Adding): Promise<Outcome> {
    const how = policy === undefined ? {} : { policy };
    return this.send(caller, taskId, idempotencyKey, (task) => ({ kind: 'add-signers', task, place, people, comment, ...how }));
  }

  /** 减签: takes back whom the caller asked to sign; who may reassign tasks there, whom anybody asked. */
  removeSigners(caller: Caller, instance: string, { idempotencyKey, step, people, comment }: Removing): Promise<Outcome> {
    return this.parts.carrier.onInstance(caller, instance, async () => {
      const request = { kind: 'remove-signers', step, people, comment } as const;
      const isReassigning = await this.parts.visibility.isPermitted(caller, 'task.reassign', instance);
      const sending = sendingOf(caller, idempotencyKey, [instance, request]);
      return this.parts.door.advance(instance, { ...request, ...(isReassigning && { isReassigning }) }, sending);
    });
  }

  /** 回避: the caller may not decide the case any more. */
  recuse(caller: Caller, instance: string, { idempotencyKey, comment }: Reason): Promise<Outcome> {
    const request: Request = { kind: 'recuse', comment };
    return this.parts.carrier.onInstance(caller, instance, () =>
      this.parts.door.advance(instance, request, sendingOf(caller, idempotencyKey, [instance, request])),
    );
  }

  /** Whoever may reassign tasks there does so as such; everybody else may with their own. */
  private reassign(caller: Caller, taskId: string, key: string | undefined, requestOf: (task: number) => Reassignment): Promise<Outcome> {
    return this.parts.carrier.onTask(caller, taskId, async (instance, task) => {
      const request = requestOf(task);
      const isReassigning = await this.parts.visibility.isPermitted(caller, 'task.reassign', instance);
      const sending = sendingOf(caller, key, [instance, request]);
      return this.parts.door.advance(instance, { ...request, ...(isReassigning && { isReassigning }) }, sending);
    });
  }

  private send(caller: Caller, taskId: string, key: string | undefined, requestOf: (task: number) => Request): Promise<Outcome> {
    return this.parts.carrier.onTask(caller, taskId, (instance, task) => {
      const request = requestOf(task);
      return this.parts.door.advance(instance, request, sendingOf(caller, key, [instance, request]));
    });
  }
}

type Reassignment = Extract<Request, { kind: 'release' | 'transfer' }>;
