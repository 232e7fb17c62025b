import { type Caller, type Directory, type PostCatalogue, postHolderKey } from '#directory';
import type { Fields } from '#engine';
import { type Clock, type Database, isId, newId, type Refusal, type Tx, violatedConstraint } from '#platform';
import type { Workflows } from '../definition/workflows.ts';
import { parseTaskId, taskId } from '../task-id.ts';
import { type Finding, findingFault, type Member } from './finding.ts';
import type { ItemRow, MeetingRow, MeetingStore, MemberRow, NamedTask, WaitingRow } from './meeting.store.ts';
import { type Body, secretaryship, workingFault } from './secretary.ts';

/** A meeting that is to be held. */
export interface MeetingPlan extends Body {
  /** What the body calls it, such as 2021年第4次: once for each body, unless that meeting was cancelled. */
  readonly number: string;
  readonly heldAt: Date;
  /** What came to the body by then may be heard; not after the meeting begins. */
  readonly cutOff: Date;
  readonly members: readonly Member[];
}

/** What a meeting came to on one item, with what the secretary saw of the case. */
export interface RecordedFinding extends Finding {
  /** The version of the form that was before the meeting. */
  readonly formVersion: number;
  /** Fields of the form that the step wants filled in. */
  readonly fields?: Fields | undefined;
}

/** What was done to which meeting, or why nothing was. */
export type MeetingOutcome = { readonly kind: 'done'; readonly meeting: string } | Refusal;

export interface MeetingsParts {
  readonly database: Database;
  readonly store: MeetingStore;
  readonly workflows: Workflows;
  readonly directory: Directory;
  readonly posts: PostCatalogue;
  readonly clock: Clock;
}

/** Items on one agenda at most. */
const agendaLimit = 200;

/** What the secretary of a body does to a meeting until it is closed. */
export class Meetings {
  constructor(private readonly parts: MeetingsParts) {}

  async open(caller: Caller, plan: MeetingPlan): Promise<MeetingOutcome> {
    const held = secretaryship(caller, plan);
    if (held === undefined) return { kind: 'refused', code: 'meeting.not-secretary' };
    const { body, organisation, number, heldAt, cutOff, members } = plan;
    if (cutOff > heldAt) return { kind: 'refused', code: 'meeting.cut-off-late' };
    const fault = await this.memberFault(caller.tenant, members);
    if (fault !== undefined) return fault;
    const { database, store, clock } = this.parts;
    const { tenant, person } = caller;
    const id = newId();
    const row = { id, organisation_id: organisation, organisation_path: held.path, body, number, held_at: heldAt, cut_off: cutOff };
    try {
      await database.transaction(async (tx) => {
        await store.open(tx, tenant, { ...row, opened_by: person, opened_at: clock.now() });
        await store.replaceMembers(tx, tenant, id, members.map(memberRow));
      });
    } catch (error) {
      if (violatedConstraint(error) === 'meeting_number') return { kind: 'refused', code: 'meeting.number-taken', params: { number } };
      throw error;
    }
    return { kind: 'done', meeting: id };
  }

  /** Who belongs to it and who is there, all of them anew. What was recorded has to fit them when the meeting is closed. */
  setMembers(caller: Caller, id: string, members: readonly Member[]): Promise<MeetingOutcome> {
    return this.change(caller, id, async (tx, meeting) => {
      const fault = await this.memberFault(caller.tenant, members);
      if (fault === undefined) await this.parts.store.replaceMembers(tx, caller.tenant, meeting.id, members.map(memberRow));
      return fault;
    });
  }

  /** Puts tasks that wait for the body at the end of the agenda: all of them, or none. */
  async putOn(caller: Caller, id: string, tasks: readonly string[]): Promise<MeetingOutcome> {
    try {
      return await this.putOnOnce(caller, id, tasks);
    } catch (error) {
      // Another meeting took one of them in between: looked at again, it says which.
      if (violatedConstraint(error) === 'meeting_item_open') return this.putOnOnce(caller, id, tasks);
      throw error;
    }
  }

  /** @param tasks every item of the agenda, once each. */
  reorder(caller: Caller, id: string, tasks: readonly string[]): Promise<MeetingOutcome> {
    return this.change(caller, id, async (tx, meeting) => {
      const { store } = this.parts;
      const items = await store.items(tx, caller.tenant, meeting.id);
      const isWhole = new Set(tasks).size === tasks.length && tasks.length === items.length;
      if (!isWhole || !items.every((item) => tasks.includes(idOfItem(item)))) return { kind: 'refused', code: 'meeting.order-incomplete' };
      await store.orderItems(tx, caller.tenant, meeting.id, named(tasks));
      return undefined;
    });
  }

  /** Records what the meeting came to on an item; again, for as long as the meeting is open. */
  record(caller: Caller, id: string, task: string, finding: RecordedFinding): Promise<MeetingOutcome> {
    return this.change(caller, id, async (tx, meeting) => {
      const { store, clock, posts } = this.parts;
      const now = clock.now();
      if (now < meeting.held_at) return { kind: 'refused', code: 'meeting.not-begun' };
      const items = await store.items(tx, caller.tenant, meeting.id);
      const item = items.find((found) => idOfItem(found) === task);
      if (item === undefined) return { kind: 'refused', code: 'meeting.item-unknown', params: { task } };
      const members = (await store.members(tx, caller.tenant, meeting.id)).map(memberOf);
      const fault = findingFault(posts[meeting.body]?.meets, members, finding, item.applicant);
      if (fault !== undefined) return fault;
      const named = { instance: item.instance_id, task: item.number };
      await store.recordItem(tx, caller.tenant, meeting.id, {
        ...named,
        ...columnsOf(finding),
        recorded_by: caller.person,
        recorded_at: now,
      });
      return undefined;
    });
  }

  /** Takes an item off; it waits for another meeting. */
  takeOff(caller: Caller, id: string, task: string): Promise<MeetingOutcome> {
    return this.change(caller, id, async (tx, meeting) => {
      const item = parseTaskId(task);
      const isGone = item !== undefined && (await this.parts.store.removeItem(tx, caller.tenant, meeting.id, item));
      return isGone ? undefined : { kind: 'refused', code: 'meeting.item-unknown', params: { task } };
    });
  }

  /** It is not held; its items go back to the queue. */
  cancel(caller: Caller, id: string, reason: string): Promise<MeetingOutcome> {
    return this.change(caller, id, async (tx, meeting) => {
      const ending = { by: caller.person, at: this.parts.clock.now(), reason };
      await this.parts.store.cancel(tx, caller.tenant, meeting.id, ending);
      return undefined;
    });
  }

  private putOnOnce(caller: Caller, id: string, tasks: readonly string[]): Promise<MeetingOutcome> {
    return this.change(caller, id, async (tx, meeting) => {
      const { store } = this.parts;
      const { tenant } = caller;
      const wanted = [...new Set(tasks)];
      const found = new Map((await store.waiting(tx, tenant, named(wanted))).map((row) => [idOfItem(row), row]));
      for (const task of wanted) {
        const fault = await this.waitingFault(tenant, meeting, task, found.get(task));
        if (fault !== undefined) return fault;
      }
      const items = await store.items(tx, tenant, meeting.id);
      const last = items.at(-1)?.position ?? 0;
      const added = wanted.filter((task) => !items.some((item) => idOfItem(item) === task));
      if (items.length + added.length > agendaLimit)
        return { kind: 'refused', code: 'meeting.agenda-full', params: { limit: agendaLimit } };
      await store.addItems(tx, { tenant, id: meeting.id }, named(added), last);
      return undefined;
    });
  }

  /** Whoever is named by their account has to be there: by it the meeting knows whose own case it hears. */
  private async memberFault(tenant: string, members: readonly Member[]): Promise<Refusal | undefined> {
    const people = [...new Set(members.flatMap(({ person }) => person ?? []))];
    const active = people.length > 0 && people.every(isId) ? await this.parts.directory.activeAmong(tenant, people) : [];
    return active.length === people.length ? nameTwice(members) : { kind: 'refused', code: 'person.unknown' };
  }

  /** Why a task cannot be heard in this meeting, if so. */
  private async waitingFault(tenant: string, meeting: MeetingRow, task: string, row?: WaitingRow): Promise<Refusal | undefined> {
    const isOfBody = row?.assignee === postHolderKey(meeting.body, meeting.organisation_id) && row.status === 'open';
    if (row === undefined || !isOfBody || !(await awaitsMeetingOf(this.parts.workflows, tenant, row, meeting.body))) {
      return { kind: 'refused', code: 'meeting.item-not-waiting', params: { task } };
    }
    if (row.meeting_id !== null && row.meeting_id !== meeting.id) return { kind: 'refused', code: 'meeting.item-taken', params: { task } };
    return row.opened_at > meeting.cut_off ? { kind: 'refused', code: 'meeting.item-late', params: { task } } : undefined;
  }

  /** Under the meeting's lock, for its secretary, while it is open. A refusal comes before anything is written. */
  private async change(
    caller: Caller,
    id: string,
    work: (tx: Tx, meeting: MeetingRow) => Promise<Refusal | undefined>,
  ): Promise<MeetingOutcome> {
    if (!isId(id)) return { kind: 'refused', code: 'meeting.unknown' };
    const { database, store, posts } = this.parts;
    return database.transaction(async (tx) => {
      const meeting = await store.lock(tx, caller.tenant, id);
      const fault = workingFault(posts, caller, meeting) ?? (meeting && (await work(tx, meeting)));
      return fault ?? { kind: 'done', meeting: id };
    });
  }
}

/** Whether a task's step is one that the body's meetings decide. */
export async function awaitsMeetingOf(
  workflows: Workflows,
  tenant: string,
  row: Pick<ItemRow, 'definition_key' | 'definition_version' | 'step'>,
  body: string,
): Promise<boolean> {
  const published = await workflows.get(tenant, row.definition_key, row.definition_version);
  return published?.workflow.steps.get(row.step)?.step.meeting?.body === body;
}

export const memberOf = ({ name, person_id, is_present }: MemberRow): Member => ({
  name,
  isPresent: is_present,
  ...(person_id !== null && { person: person_id }),
});

const columnsOf = ({ outcome, recusals, tally, text, conditions, fields, formVersion }: RecordedFinding) => ({
  outcome,
  recusals,
  votes_for: tally?.for ?? null,
  votes_against: tally?.against ?? null,
  abstentions: tally?.abstained ?? null,
  text,
  conditions: conditions ?? null,
  fields: fields ?? null,
  form_version: formVersion,
});

const memberRow = ({ name, person, isPresent }: Member): MemberRow => ({ name, person_id: person ?? null, is_present: isPresent });

export const idOfItem = ({ instance_id, number }: Pick<ItemRow, 'instance_id' | 'number'>): string => taskId(instance_id, number);

const named = (tasks: readonly string[]): NamedTask[] => tasks.flatMap((task) => parseTaskId(task) ?? []);

function nameTwice(members: readonly Member[]): Refusal | undefined {
  const twice = members.find(({ name }, index) => members.findIndex((other) => other.name === name) !== index);
  return twice && { kind: 'refused', code: 'meeting.member-twice', params: { name: twice.name } };
}
