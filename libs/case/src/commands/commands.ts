import { type Caller, isWithinScopes, notPermitted, type PostCatalogue, scopesOf } from '#directory';
import type { Fields } from '#engine';
import type { Door } from '../door/door.ts';
import type { Request } from '../door/sending.ts';
import type { Visibility } from '../queries/visibility.ts';
import type { IncidentStore } from '../store/incident.store.ts';
import { type Carrier, type Keyed, type Outcome, type Reason, sendingOf } from './carrier.ts';

export interface Decision extends Keyed {
  readonly outcome: string;
  readonly formVersion: number;
  readonly comment?: string | undefined;
  readonly fields?: Fields | undefined;
  /** Ids of uploaded files. */
  readonly attachments?: readonly string[] | undefined;
  readonly returnTo?: string | undefined;
}

export interface FormChange extends Keyed {
  readonly formVersion: number;
  readonly fields: Fields;
}

export interface Beginning extends Keyed {
  readonly definition: string;
  /** Id of the organisation the case is to belong to. */
  readonly organisation: string;
  readonly fields: Fields;
}

export interface Remark extends Keyed {
  readonly comment: string;
  readonly attachments?: readonly string[] | undefined;
}

export interface Urging extends Keyed {
  /** Only this step; without it, every one that is open. */
  readonly step?: string | undefined;
  readonly comment?: string | undefined;
}

export interface CommandsParts {
  readonly door: Door;
  readonly carrier: Carrier;
  readonly visibility: Visibility;
  readonly incidents: IncidentStore;
  readonly posts: PostCatalogue;
}

/** What people do to cases. Each verb looks up what it names and goes through the door. */
export class Commands {
  constructor(private readonly parts: CommandsParts) {}

  async start(caller: Caller, beginning: Beginning): Promise<Outcome> {
    const { idempotencyKey, ...request } = beginning;
    return this.parts.carrier.done(caller, await this.parts.door.start(request, sendingOf(caller, idempotencyKey, ['start', request])));
  }

  decide(caller: Caller, taskId: string, decision: Decision): Promise<Outcome> {
    const { idempotencyKey, outcome, formVersion, comment, fields, attachments, returnTo } = decision;
    return this.parts.carrier.onTask(caller, taskId, (instance, task) => {
      const request: Request = {
        kind: 'decide',
        task,
        outcome,
        formVersion,
        ...(comment !== undefined && { comment }),
        ...(fields !== undefined && { fields }),
        ...(returnTo !== undefined && { returnTo }),
        ...(attachments !== undefined && { attachments }),
      };
      return this.parts.door.advance(instance, request, sendingOf(caller, idempotencyKey, [instance, request]));
    });
  }

  /** Puts fields of the form down without deciding. */
  save(caller: Caller, taskId: string, { idempotencyKey, formVersion, fields }: FormChange): Promise<Outcome> {
    return this.parts.carrier.onTask(caller, taskId, (instance, task) => {
      const request: Request = { kind: 'save', task, formVersion, fields };
      return this.parts.door.advance(instance, request, sendingOf(caller, idempotencyKey, [instance, request]));
    });
  }

  withdraw(caller: Caller, instance: string, { idempotencyKey, comment }: Remark): Promise<Outcome> {
    const request: Request = { kind: 'withdraw', comment };
    return this.parts.carrier.onInstance(caller, instance, () =>
      this.parts.door.advance(instance, request, sendingOf(caller, idempotencyKey, [instance, request])),
    );
  }

  /** A remark in the history, by anybody who may see the case. */
  comment(caller: Caller, instance: string, { idempotencyKey, comment, attachments }: Remark): Promise<Outcome> {
    return this.parts.carrier.onInstance(caller, instance, () => {
      const request: Request = { kind: 'comment', comment, ...(attachments !== undefined && { attachments }) };
      return this.parts.door.advance(instance, request, sendingOf(caller, idempotencyKey, [instance, request]));
    });
  }

  /** 催办: by anybody who may see the case; everybody who has an open task in it hears of it. */
  urge(caller: Caller, instance: string, { idempotencyKey, step, comment }: Urging): Promise<Outcome> {
    const request: Request = { kind: 'urge', ...(step !== undefined && { step }), ...(comment !== undefined && { comment }) };
    return this.parts.carrier.onInstance(caller, instance, () =>
      this.parts.door.advance(instance, request, sendingOf(caller, idempotencyKey, [instance, request])),
    );
  }

  /** 挂起: stops the clocks of a case; until it is resumed, people can only talk about it. */
  suspend(caller: Caller, instance: string, reason: Reason): Promise<Outcome> {
    return this.halt(caller, instance, 'suspend', reason);
  }

  /** 恢复: sets them going again, from where they stopped. */
  resume(caller: Caller, instance: string, reason: Reason): Promise<Outcome> {
    return this.halt(caller, instance, 'resume', reason);
  }

  /** Has the system look again for somebody to do a step that was held. */
  async retryIncident(caller: Caller, incident: string, idempotencyKey?: string): Promise<Outcome> {
    const scopes = scopesOf(this.parts.posts, caller, 'incident.retry');
    if (scopes.length === 0) return notPermitted('incident.retry');
    const found = await this.parts.incidents.find(caller.tenant, incident);
    if (found === undefined || !isWithinScopes(scopes, found.organisation_path)) return { kind: 'refused', code: 'incident.unknown' };
    const request: Request = { kind: 'retry', step: found.step };
    return this.parts.carrier.done(
      caller,
      await this.parts.door.advance(found.instance_id, request, sendingOf(caller, idempotencyKey, [incident, request])),
    );
  }

  private halt(caller: Caller, instance: string, kind: 'suspend' | 'resume', { idempotencyKey, comment }: Reason): Promise<Outcome> {
    const request: Request = { kind, comment };
    return this.parts.carrier.onInstance(caller, instance, async () => {
      const isPermitted = await this.parts.visibility.isPermitted(caller, 'instance.suspend', instance);
      if (!isPermitted) return notPermitted('instance.suspend');
      return this.parts.door.advance(instance, request, sendingOf(caller, idempotencyKey, [instance, request]));
    });
  }
}
