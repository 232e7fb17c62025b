import type { Fields } from '#engine';
import { type Database, statement, type Tx } from '#platform';
import type { TaskRow } from '../queries/listed-task.ts';
import type { FindingOutcome } from './finding.ts';

export interface MeetingRow {
  readonly id: string;
  readonly organisation_id: string;
  readonly organisation_path: string;
  readonly body: string;
  readonly number: string;
  readonly held_at: Date;
  readonly cut_off: Date;
  readonly state: 'open' | 'closed' | 'cancelled';
  readonly opened_by: string;
  readonly opened_at: Date;
  readonly ended_by: string | null;
  readonly ended_by_name: string | null;
  readonly ended_at: Date | null;
  readonly reason: string | null;
  readonly minutes: string | null;
  readonly minutes_digest: string | null;
}

export interface MemberRow {
  readonly name: string;
  readonly person_id: string | null;
  readonly is_present: boolean;
}

/** An item with what its case is called; what was found is null until it is recorded. */
export interface ItemRow extends TaskRow {
  readonly position: number;
  readonly status: string;
  readonly case_number: string;
  readonly applicant: string | null;
  /** Of the form as it is now; `form_version` is that of what was recorded. */
  readonly present_form_version: number;
  readonly outcome: FindingOutcome | null;
  readonly recusals: readonly string[];
  readonly votes_for: number | null;
  readonly votes_against: number | null;
  readonly abstentions: number | null;
  readonly text: string | null;
  readonly conditions: string | null;
  readonly fields: Fields | null;
  readonly form_version: number | null;
  readonly sequence: number | null;
}

/** A task somebody wants on an agenda. */
export interface WaitingRow extends TaskRow {
  readonly status: string;
  readonly assignee: string;
  /** The open meeting it is on. */
  readonly meeting_id: string | null;
}

const meetingColumns = `m.id, m.organisation_id, m.organisation_path, m.body, m.number, m.held_at, m.cut_off, m.state, m.opened_by, m.opened_at,
  m.ended_by, (SELECT p.name FROM person p WHERE p.tenant = m.tenant AND p.id = m.ended_by) AS ended_by_name, m.ended_at, m.reason,
  m.minutes, m.minutes_digest`;

const find = statement('meeting.find', `SELECT ${meetingColumns} FROM meeting m WHERE m.tenant = $1 AND m.id = $2`);
const lock = statement('meeting.lock', `SELECT ${meetingColumns} FROM meeting m WHERE m.tenant = $1 AND m.id = $2 FOR UPDATE OF m`);

const findMembers = statement(
  'meeting.members',
  'SELECT name, person_id, is_present FROM meeting_member WHERE tenant = $1 AND meeting_id = $2 ORDER BY seat',
);

const findItems = statement(
  'meeting.items',
  `SELECT n.instance_id, n.task AS number, t.step, t.definition_key, t.definition_version, t.title_zh, t.title_en, t.opened_at, t.due_at, t.limit_at,
     t.status, n.position, i.case_number, i.applicant,
     i.form_version AS present_form_version, n.outcome, n.recusals, n.votes_for, n.votes_against, n.abstentions, n.text,
     n.conditions, n.fields, n.form_version, n.sequence
   FROM meeting_item n
   JOIN task t ON t.tenant = n.tenant AND t.instance_id = n.instance_id AND t.number = n.task
   JOIN instance i ON i.tenant = n.tenant AND i.id = n.instance_id
   WHERE n.tenant = $1 AND n.meeting_id = $2 ORDER BY n.position`,
);

const findWaiting = statement(
  'meeting.waiting',
  `SELECT t.instance_id, t.number, t.step, t.definition_key, t.definition_version, t.title_zh, t.title_en, t.opened_at, t.due_at, t.limit_at, t.status,
     t.assignee, n.meeting_id
   FROM unnest($2::uuid[], $3::int[]) WITH ORDINALITY AS q (instance_id, number, place)
   JOIN task t ON t.tenant = $1 AND t.instance_id = q.instance_id AND t.number = q.number
   LEFT JOIN meeting_item n ON n.tenant = t.tenant AND n.instance_id = t.instance_id AND n.task = t.number AND n.is_open
   ORDER BY q.place`,
);

const insertMeeting = statement(
  'meeting.open',
  `INSERT INTO meeting (tenant, id, organisation_id, organisation_path, body, number, held_at, cut_off, state, opened_by, opened_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'open', $9, $10)`,
);

const removeMembers = statement('meeting.remove-members', 'DELETE FROM meeting_member WHERE tenant = $1 AND meeting_id = $2');

const addMembers = statement(
  'meeting.add-members',
  `INSERT INTO meeting_member (tenant, meeting_id, seat, name, person_id, is_present)
   SELECT $1, $2, x.seat, x.name, x.person_id, x.is_present
   FROM unnest($3::text[], $4::uuid[], $5::boolean[]) WITH ORDINALITY AS x (name, person_id, is_present, seat)`,
);

const addItems = statement(
  'meeting.add-items',
  `INSERT INTO meeting_item (tenant, meeting_id, instance_id, task, position, is_open)
   SELECT $1, $2, x.instance_id, x.task, $5::int + x.place, true
   FROM unnest($3::uuid[], $4::int[]) WITH ORDINALITY AS x (instance_id, task, place)`,
);

const orderItems = statement(
  'meeting.order-items',
  `UPDATE meeting_item n SET position = x.place
   FROM unnest($3::uuid[], $4::int[]) WITH ORDINALITY AS x (instance_id, task, place)
   WHERE n.tenant = $1 AND n.meeting_id = $2 AND n.instance_id = x.instance_id AND n.task = x.task`,
);

const recordItem = statement(
  'meeting.record-item',
  `UPDATE meeting_item SET outcome = $5, recusals = $6, votes_for = $7, votes_against = $8, abstentions = $9, text = $10, conditions = $11,
     fields = $12, form_version = $13, recorded_by = $14, recorded_at = $15
   WHERE tenant = $1 AND meeting_id = $2 AND instance_id = $3 AND task = $4`,
);

const removeItem = statement(
  'meeting.remove-item',
  'DELETE FROM meeting_item WHERE tenant = $1 AND meeting_id = $2 AND instance_id = $3 AND task = $4 RETURNING task',
);

const cancel = statement(
  'meeting.cancel',
  `WITH released AS (UPDATE meeting_item SET is_open = false WHERE tenant = $1 AND meeting_id = $2 AND is_open)
   UPDATE meeting SET state = 'cancelled', ended_by = $3, ended_at = $4, reason = $5 WHERE tenant = $1 AND id = $2`,
);

const seal = statement(
  'meeting.seal',
  `WITH heard AS (
     UPDATE meeting_item n SET is_open = false, position = x.paragraph, sequence = x.sequence
     FROM unnest($7::uuid[], $8::int[], $9::int[]) WITH ORDINALITY AS x (instance_id, task, sequence, paragraph)
     WHERE n.tenant = $1 AND n.meeting_id = $2 AND n.instance_id = x.instance_id AND n.task = x.task
   )
   UPDATE meeting SET state = 'closed', ended_by = $3, ended_at = $4, minutes = $5, minutes_digest = $6 WHERE tenant = $1 AND id = $2`,
);

interface Agenda {
  readonly tenant: string;
  /** Of the meeting. */
  readonly id: string;
}

export interface NamedTask {
  readonly instance: string;
  readonly task: number;
}

/** The rows of meetings. All but the look-ups are made under the meeting's lock. */
export class MeetingStore {
  constructor(private readonly database: Database) {}

  async find(tenant: string, id: string): Promise<MeetingRow | undefined> {
    return (await this.database.query<MeetingRow>(find, [tenant, id]))[0];
  }

  /** Until the transaction ends nobody else changes the meeting, its members or its items. */
  async lock(tx: Tx, tenant: string, id: string): Promise<MeetingRow | undefined> {
    return (await tx.query<MeetingRow>(lock, [tenant, id]))[0];
  }

  members(on: Pick<Tx, 'query'>, tenant: string, id: string): Promise<MemberRow[]> {
    return on.query<MemberRow>(findMembers, [tenant, id]);
  }

  items(on: Pick<Tx, 'query'>, tenant: string, id: string): Promise<ItemRow[]> {
    return on.query<ItemRow>(findItems, [tenant, id]);
  }

  waiting(tx: Tx, tenant: string, tasks: readonly NamedTask[]): Promise<WaitingRow[]> {
    return tx.query<WaitingRow>(findWaiting, [tenant, ...columnsOf(tasks)]);
  }

  async open(tx: Tx, tenant: string, row: Omit<MeetingRow, 'state' | `ended_${string}` | 'reason' | `minutes${string}`>): Promise<void> {
    const { id, organisation_id, organisation_path, body, number, held_at, cut_off, opened_by, opened_at } = row;
    await tx.query(insertMeeting, [tenant, id, organisation_id, organisation_path, body, number, held_at, cut_off, opened_by, opened_at]);
  }

  async replaceMembers(tx: Tx, tenant: string, id: string, members: readonly MemberRow[]): Promise<void> {
    await tx.query(removeMembers, [tenant, id]);
    const columns = [
      members.map(({ name }) => name),
      members.map((member) => member.person_id),
      members.map((member) => member.is_present),
    ];
    await tx.query(addMembers, [tenant, id, ...columns]);
  }

  /** @param after the last position that is taken */
  async addItems(tx: Tx, { tenant, id }: Agenda, tasks: readonly NamedTask[], after: number): Promise<void> {
    await tx.query(addItems, [tenant, id, ...columnsOf(tasks), after]);
  }

  async orderItems(tx: Tx, tenant: string, id: string, tasks: readonly NamedTask[]): Promise<void> {
    await tx.query(orderItems, [tenant, id, ...columnsOf(tasks)]);
  }

  async recordItem(tx: Tx, tenant: string, id: string, item: Recorded): Promise<void> {
    const { instance, task, outcome, recusals, votes_for, votes_against, abstentions, text, conditions, fields, form_version } = item;
    const found = [outcome, recusals, votes_for, votes_against, abstentions, text, conditions];
    const json = fields === null ? null : JSON.stringify(fields);
    await tx.query(recordItem, [tenant, id, instance, task, ...found, json, form_version, item.recorded_by, item.recorded_at]);
  }

  /** @returns whether it was on the agenda. */
  async removeItem(tx: Tx, tenant: string, id: string, { instance, task }: NamedTask): Promise<boolean> {
    return (await tx.query(removeItem, [tenant, id, instance, task])).length > 0;
  }

  async cancel(tx: Tx, tenant: string, id: string, { by, at, reason }: Ending & { readonly reason: string }): Promise<void> {
    await tx.query(cancel, [tenant, id, by, at, reason]);
  }

  /** Goes out together with the COMMIT. */
  seal(tx: Tx, tenant: string, id: string, { by, at, minutes, digest, items }: Sealing): void {
    const sequences = items.map(({ sequence }) => sequence);
    tx.finishWith(seal, [tenant, id, by, at, minutes, digest, ...columnsOf(items), sequences]);
  }
}

interface Ending {
  readonly by: string;
  readonly at: Date;
}

interface Sealing extends Ending {
  readonly minutes: string;
  readonly digest: string;
  /** In the order of their paragraphs. */
  readonly items: readonly (NamedTask & { readonly sequence: number })[];
}

type Found = 'outcome' | 'recusals' | 'votes_for' | 'votes_against' | 'abstentions' | 'text' | 'conditions' | 'fields' | 'form_version';
export type Recorded = NamedTask & Pick<ItemRow, Found> & { readonly recorded_by: string; readonly recorded_at: Date };

const columnsOf = (tasks: readonly NamedTask[]): [string[], number[]] => [
  tasks.map(({ instance }) => instance),
  tasks.map(({ task }) => task),
];
