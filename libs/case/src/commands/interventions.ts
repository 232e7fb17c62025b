import type { Caller } from '#directory';
import type { CommandSender, Outcome, Reason } from './sender.ts';

export interface Jumping extends Reason {
  /** Path of the step. */
  readonly to: string;
}

/** What an administrator does to a case by hand. Each is confirmed a second time: with what its dry run has shown. */
export class Interventions {
  constructor(private readonly sender: CommandSender) {}

  /** 跳转: moves a case to a step, whatever its rules say. */
  jump(caller: Caller, instance: string, jumping: Jumping): Promise<Outcome> {
    const { to, comment } = jumping;
    const permitted = { instance, permission: 'instance.jump', isConfirmed: true } as const;
    return this.sender.onPermitted(caller, permitted, jumping, { kind: 'jump', to, comment });
  }

  /** 终止: ends a case where it stands. */
  terminate(caller: Caller, instance: string, reason: Reason): Promise<Outcome> {
    const permitted = { instance, permission: 'instance.terminate', isConfirmed: true } as const;
    return this.sender.onPermitted(caller, permitted, reason, { kind: 'terminate', comment: reason.comment });
  }
}
