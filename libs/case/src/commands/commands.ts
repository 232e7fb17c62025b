import { type Caller, isWithinScopes, notPermitted, type PostCatalogue, scopesOf } from '#directory';
import type { Answer, Deficiency, Fields } from '#engine';
import type { Door } from '../door/door.ts';
import type { IncidentStore } from '../store/incident.store.ts';
import { type CommandSender, type InBatch, type Outcome, type Reason, sendingOf, type Terms } from './sender.ts';

export interface Decision extends Terms {
  readonly outcome: string;
  readonly formVersion: number;
  readonly comment?: string | undefined;
  readonly fields?: Fields | undefined;
  /** Ids of uploaded files. */
  readonly attachments?: readonly string[] | undefined;
  readonly returnTo?: string | undefined;
  /** 补正清单: with a return, what is to be mended; due times in ISO 8601 with an offset. */
  readonly items?:
    | readonly { readonly fields?: readonly string[] | undefined; readonly text: string; readonly dueAt?: string | undefined }[]
    | undefined;
  readonly answers?: readonly Answer[] | undefined;
}

export interface FormChange extends Terms {
  readonly formVersion: number;
  readonly fields: Fields;
}

export interface Beginning extends Terms {
  readonly definition: string;
  /** Id of the organisation the case is to belong to. */
  readonly organisation: string;
  readonly fields: Fields;
}

export interface Remark extends Terms {
  readonly comment: string;
  readonly attachments?: readonly string[] | undefined;
}

export interface Urging extends Terms {
  /** Only this step; without it, every one that is open. */
  readonly step?: string | undefined;
  readonly comment?: string | undefined;
}

export interface Supplementing extends Remark {
  /** Path of the step. */
  readonly step: string;
  readonly formVersion: number;
  readonly fields: Fields;
}

export interface TakingBack extends Terms {
  readonly comment?: string | undefined;
}

export interface CommandsParts {
  readonly sender: CommandSender;
  readonly door: Door;
  readonly incidents: IncidentStore;
  readonly posts: PostCatalogue;
}

/** What people do to cases. Each verb looks up what it names and goes through the door. */
export class Commands {
  constructor(private readonly parts: CommandsParts) {}

  async start(caller: Caller, beginning: Beginning): Promise<Outcome> {
    const { definition, organisation, fields } = beginning;
    const request = { definition, organisation, fields };
    const { door, sender } = this.parts;
    const sending = sendingOf(caller, beginning, ['start', request]);
    return sender.outcomeOf(caller, await (beginning.isDryRun ? door.rehearseStart(request, sending) : door.start(request, sending)));
  }

  decide(caller: Caller, taskId: string, decision: Decision & InBatch): Promise<Outcome> {
    const { outcome, formVersion, comment, fields, attachments, returnTo, items, answers } = decision;
    return this.parts.sender.onTask(caller, taskId, decision, (task) => ({
      kind: 'decide',
      task,
      outcome,
      formVersion,
      ...(comment !== undefined && { comment }),
      ...(fields !== undefined && { fields }),
      ...(returnTo !== undefined && { returnTo }),
      ...(attachments !== undefined && { attachments }),
      ...(items !== undefined && { items: items.map(deficiencyOf) }),
      ...(answers !== undefined && { answers }),
    }));
  }

  /** 拿回: undoes the caller's own decision while nobody has acted upon it. */
  takeBack(caller: Caller, taskId: string, takingBack: TakingBack & InBatch): Promise<Outcome> {
    const { comment } = takingBack;
    return this.parts.sender.onTask(caller, taskId, takingBack, (task) => ({
      kind: 'take-back',
      task,
      ...(comment !== undefined && { comment }),
    }));
  }

  /** Puts fields of the form down without deciding. */
  save(caller: Caller, taskId: string, change: FormChange): Promise<Outcome> {
    const { formVersion, fields } = change;
    return this.parts.sender.onTask(caller, taskId, change, (task) => ({ kind: 'save', task, formVersion, fields }));
  }

  withdraw(caller: Caller, instance: string, remark: Remark): Promise<Outcome> {
    return this.parts.sender.onInstance(caller, instance, remark, { kind: 'withdraw', comment: remark.comment });
  }

  /** A remark in the history, by anybody who may see the case. */
  comment(caller: Caller, instance: string, remark: Remark): Promise<Outcome> {
    const { comment, attachments } = remark;
    const request = { kind: 'comment', comment, ...(attachments !== undefined && { attachments }) } as const;
    return this.parts.sender.onInstance(caller, instance, remark, request);
  }

  /** 补充材料: gives or corrects fields of the form while a step is open that lets the caller. */
  supplement(caller: Caller, instance: string, supplementing: Supplementing): Promise<Outcome> {
    const { step, formVersion, fields, comment, attachments } = supplementing;
    const request = { kind: 'supplement', step, formVersion, fields, comment, ...(attachments !== undefined && { attachments }) } as const;
    return this.parts.sender.onInstance(caller, instance, supplementing, request);
  }

  /** 催办: by anybody who may see the case; everybody who has an open task in it hears of it. */
  urge(caller: Caller, instance: string, urging: Urging): Promise<Outcome> {
    const { step, comment } = urging;
    const request = { kind: 'urge', ...(step !== undefined && { step }), ...(comment !== undefined && { comment }) } as const;
    return this.parts.sender.onInstance(caller, instance, urging, request);
  }

  /** 挂起: stops the clocks of a case; until it is resumed, people can only talk about it. */
  suspend(caller: Caller, instance: string, reason: Reason): Promise<Outcome> {
    const request = { kind: 'suspend', comment: reason.comment } as const;
    return this.parts.sender.onPermitted(caller, { instance, permission: 'instance.suspend' }, reason, request);
  }

  /** 恢复: sets them going again, from where they stopped. */
  resume(caller: Caller, instance: string, reason: Reason): Promise<Outcome> {
    const request = { kind: 'resume', comment: reason.comment } as const;
    return this.parts.sender.onPermitted(caller, { instance, permission: 'instance.suspend' }, reason, request);
  }

  /** Has the system look again for somebody to do a step that was held. */
  async retryIncident(caller: Caller, incident: string, terms: Terms = {}): Promise<Outcome> {
    const scopes = scopesOf(this.parts.posts, caller, 'incident.retry');
    if (scopes.length === 0) return notPermitted('incident.retry');
    const found = await this.parts.incidents.find(caller.tenant, incident);
    if (found === undefined || !isWithinScopes(scopes, found.organisation_path)) return { kind: 'refused', code: 'incident.unknown' };
    const { sender } = this.parts;
    return sender.outcomeOf(caller, await sender.send(caller, found.instance_id, terms, { kind: 'retry', step: found.step }));
  }
}

/** The engine reckons with instants in UTC. */
const deficiencyOf = ({ fields, text, dueAt }: NonNullable<Decision['items']>[number]): Deficiency => ({
  ...(fields !== undefined && { fields }),
  text,
  ...(dueAt !== undefined && { dueAt: new Date(dueAt).toISOString() }),
});
