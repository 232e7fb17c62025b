import type { Caller } from '#directory';
import type { Door } from '../door/door.ts';
import type { Request } from '../door/sending.ts';
import type { Visibility } from '../queries/visibility.ts';
import { type Carrier, type Keyed, type Outcome, sendingOf } from './carrier.ts';

/** Why a task is taken from somebody; for one's own it need not be said. */
export interface Releasing extends Keyed {
  readonly comment?: string | undefined;
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

type Reassignment = Extract<Request, { kind: 'release' }>;
