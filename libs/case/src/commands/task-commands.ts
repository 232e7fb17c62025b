import type { Caller } from '#directory';
import type { Request } from '../door/sending.ts';
import type { Visibility } from '../queries/visibility.ts';
import type { CommandSender, Outcome, Reason, Terms } from './sender.ts';

/** Why a task is taken from somebody; for one's own it need not be said. */
export interface Releasing extends Terms {
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
  readonly sender: CommandSender;
  readonly visibility: Visibility;
}

/** What people do with tasks besides deciding them: who does them, and who is asked too. */
export class TaskCommands {
  constructor(private readonly parts: TaskCommandsParts) {}

  /** 签收: a post's task is the caller's until they decide it or release it. */
  claim(caller: Caller, taskId: string, terms: Terms): Promise<Outcome> {
    return this.parts.sender.onTask(caller, taskId, terms, (task) => ({ kind: 'claim', task }));
  }

  /** 取消签收: what others have claimed, by who may reassign tasks where the case belongs. */
  release(caller: Caller, taskId: string, releasing: Releasing): Promise<Outcome> {
    const { comment } = releasing;
    const said = comment === undefined ? {} : { comment };
    return this.reassign(caller, taskId, releasing, (task) => ({ kind: 'release', task, ...said }));
  }

  /** 转办: another does the task from now on. */
  transfer(caller: Caller, taskId: string, handing: Handing): Promise<Outcome> {
    const { to, comment } = handing;
    return this.reassign(caller, taskId, handing, (task) => ({ kind: 'transfer', task, to, comment }));
  }

  /** 委派: another answers; then the task is the caller's again. */
  delegate(caller: Caller, taskId: string, handing: Handing): Promise<Outcome> {
    const { to, comment } = handing;
    return this.parts.sender.onTask(caller, taskId, handing, (task) => ({ kind: 'delegate', task, to, comment }));
  }

  /** The answer to what was delegated. */
  resolve(caller: Caller, taskId: string, reason: Reason): Promise<Outcome> {
    return this.parts.sender.onTask(caller, taskId, reason, (task) => ({ kind: 'resolve', task, comment: reason.comment }));
  }

  /** 加签: others sign before the caller decides, after, or beside. */
  addSigners(caller: Caller, taskId: string, adding: Adding): Promise<Outcome> {
    const { place, people, policy, comment } = adding;
    const how = policy === undefined ? {} : { policy };
    return this.parts.sender.onTask(caller, taskId, adding, (task) => ({ kind: 'add-signers', task, place, people, comment, ...how }));
  }

  /** 减签: takes back whom the caller asked to sign; who may reassign tasks there, whom anybody asked. */
  async removeSigners(caller: Caller, instance: string, removing: Removing): Promise<Outcome> {
    const { step, people, comment } = removing;
    const request = await this.withRight(caller, instance, { kind: 'remove-signers', step, people, comment });
    return this.parts.sender.onInstance(caller, instance, removing, request);
  }

  /** 回避: the caller may not decide the case any more. */
  recuse(caller: Caller, instance: string, reason: Reason): Promise<Outcome> {
    return this.parts.sender.onInstance(caller, instance, reason, { kind: 'recuse', comment: reason.comment });
  }

  /** Whoever may reassign tasks there does so as such; everybody else may with their own. */
  private reassign(caller: Caller, taskId: string, terms: Terms, requestOf: (task: number) => Reassignment): Promise<Outcome> {
    return this.parts.sender.onTask(caller, taskId, terms, (task, instance) => this.withRight(caller, instance, requestOf(task)));
  }

  private async withRight<R extends Request>(caller: Caller, instance: string, request: R): Promise<R> {
    const isReassigning = await this.parts.visibility.isPermitted(caller, 'task.reassign', instance);
    return isReassigning ? { ...request, isReassigning } : request;
  }
}

type Reassignment = Extract<Request, { kind: 'release' | 'transfer' }>;
