import { type Caller, type Directory, namedPost, type PostCatalogue, postHolderKey } from '#directory';
import type { Fields, Text } from '#engine';
import { type Database, isId, statement } from '#platform';
import type { Workflows } from '../definition/workflows.ts';
import { type ListedTask, listedTask, type TaskRow, taskTitles } from '../queries/listed-task.ts';
import { beginning, end, type Page, type PageRequest, pageOf, readCursor } from '../queries/page.ts';
import { findingOf } from './closing.ts';
import type { Finding, Member } from './finding.ts';
import type { ItemRow, MeetingRow, MeetingStore } from './meeting.store.ts';
import { awaitsMeetingOf, memberOf } from './meetings.ts';
import { type Body, mayReadMeeting, secretaryship } from './secretary.ts';

/** A meeting in a list. Instants are ISO 8601 in UTC. */
export interface ListedMeeting {
  readonly id: string;
  readonly body: { readonly key: string; readonly title: Text };
  readonly organisation: { readonly id: string; readonly name: string };
  readonly number: string;
  readonly heldAt: string;
  readonly cutOff: string;
  readonly state: 'open' | 'closed' | 'cancelled';
}

export interface MeetingView extends ListedMeeting {
  readonly members: readonly Member[];
  readonly items: readonly MeetingItem[];
  /** Why it was cancelled. */
  readonly reason?: string;
  readonly minutes?: Minutes;
}

export interface MeetingItem {
  /** On the agenda, and when the meeting is closed its paragraph. */
  readonly paragraph: number;
  readonly task: ListedTask & { readonly isOpen: boolean };
  readonly caseNumber: string;
  /** The version of the case's form as it is now: what is recorded names the one that was before the meeting. */
  readonly formVersion: number;
  /** Fields of the form that the step has filled in with what the meeting came to, by their names; its number goes in by itself. */
  readonly asks: readonly string[];
  readonly finding?: Finding & { readonly formVersion?: number; readonly fields?: Fields };
  /** The line of the case's history it became. */
  readonly sequence?: number;
}

/** 会议纪要, as it was signed. */
export interface Minutes {
  readonly text: string;
  /** SHA-256 of the text in UTF-8, hexadecimal; it stands in the history of every case that was heard. */
  readonly sha256: string;
  readonly signedBy: { readonly id: string; readonly name: string };
  readonly signedAt: string;
}

/** A task that waits for a body. */
export interface QueuedTask extends ListedTask {
  /** The open meeting it is to be heard in. */
  readonly meeting?: { readonly id: string; readonly number: string };
}

export interface QueueRequest extends Body, PageRequest {
  /** Only what came to the body by then. */
  readonly cutOff?: Date | undefined;
}

const queued = statement(
  'meeting.queue',
  `SELECT t.instance_id, t.number, t.step, t.definition_key, t.definition_version, t.title_zh, t.title_en, t.opened_at, t.due_at, t.limit_at,
     n.meeting_id, m.number AS meeting_number
   FROM task t
   LEFT JOIN meeting_item n ON n.tenant = t.tenant AND n.instance_id = t.instance_id AND n.task = t.number AND n.is_open
   LEFT JOIN meeting m ON m.tenant = n.tenant AND m.id = n.meeting_id
   WHERE t.tenant = $1 AND t.assignee = $2 AND t.status = 'open' AND t.opened_at <= $3
     AND (t.opened_at, t.instance_id, t.number) > ($4::timestamptz, $5::uuid, $6::int)
   ORDER BY t.opened_at, t.instance_id, t.number LIMIT $7`,
);

const listed = statement(
  'meeting.list',
  `SELECT id, organisation_id, body, number, held_at, cut_off, state FROM meeting
   WHERE tenant = $1 AND organisation_id = $2 AND body = $3 AND (held_at, id) < ($4::timestamptz, $5::uuid)
   ORDER BY held_at DESC, id DESC LIMIT $6`,
);

type QueueRow = TaskRow & { readonly meeting_id: string | null; readonly meeting_number: string | null };
type ListRow = Pick<MeetingRow, 'id' | 'organisation_id' | 'body' | 'number' | 'held_at' | 'cut_off' | 'state'>;

export interface MeetingReaderParts {
  readonly database: Database;
  readonly store: MeetingStore;
  readonly workflows: Workflows;
  readonly directory: Directory;
  readonly posts: PostCatalogue;
}

/** What waits for a body, and what its meetings came to. */
export class MeetingReader {
  constructor(private readonly parts: MeetingReaderParts) {}

  /**
   * The tasks that wait for a body's meetings, the oldest first; undefined unless the caller is its secretary. A page may
   * be shorter than asked for, where the post has tasks that no meeting decides; `next` says whether there is more.
   */
  async queue(caller: Caller, { body, organisation, cutOff, limit, after }: QueueRequest): Promise<Page<QueuedTask> | undefined> {
    if (secretaryship(caller, { body, organisation }) === undefined) return undefined;
    const { database, workflows } = this.parts;
    const { tenant } = caller;
    const { at, instance, number } = readCursor(after, 'opened') ?? beginning;
    const values = [tenant, postHolderKey(body, organisation), cutOff ?? 'infinity', at, instance, number, limit + 1];
    const rows = await database.query<QueueRow>(queued, values);
    const titles = await taskTitles(workflows, tenant, rows);
    const isForMeeting = await Promise.all(rows.map((row) => awaitsMeetingOf(workflows, tenant, row, body)));
    const meetingOf = ({ meeting_id: id, meeting_number: name }: QueueRow) =>
      id === null || name === null ? {} : { meeting: { id, number: name } };
    const page = pageOf(
      rows,
      limit,
      (row) => ({ row, task: { ...listedTask(row, titles), ...meetingOf(row) } }),
      (row) => ({ order: 'opened', at: row.opened_at.toISOString(), instance: row.instance_id, number: row.number }),
    );
    const items = page.items.filter(({ row }) => isForMeeting[rows.indexOf(row)]).map(({ task }) => task);
    return { ...page, items };
  }

  /** A body's meetings, the latest first; undefined unless the caller is its secretary. */
  async list(caller: Caller, { body, organisation, limit, after }: Body & PageRequest): Promise<Page<ListedMeeting> | undefined> {
    if (secretaryship(caller, { body, organisation }) === undefined) return undefined;
    const { at, instance } = readCursor(after, 'held') ?? end;
    const rows = await this.parts.database.query<ListRow>(listed, [caller.tenant, organisation, body, at, instance, limit + 1]);
    const named = await this.parts.directory.named(caller.tenant, organisation);
    return pageOf(
      rows,
      limit,
      (row) => this.head(row, named),
      ({ held_at, id }) => ({ order: 'held', at: held_at.toISOString(), instance: id, number: 1 }),
    );
  }

  /** Undefined when there is no such meeting, or the caller may not read it. */
  async read(caller: Caller, id: string): Promise<MeetingView | undefined> {
    if (!isId(id)) return undefined;
    const { database, store, workflows, directory, posts } = this.parts;
    const { tenant } = caller;
    const row = await store.find(tenant, id);
    if (row === undefined || !mayReadMeeting(posts, caller, row)) return undefined;
    const [members, items, organisation] = await Promise.all([
      store.members(database, tenant, id),
      store.items(database, tenant, id),
      directory.named(tenant, row.organisation_id),
    ]);
    const [titles, asks] = await Promise.all([
      taskTitles(workflows, tenant, items),
      Promise.all(items.map((item) => askedFields(workflows, tenant, item))),
    ]);
    return {
      ...this.head(row, organisation),
      members: members.map(memberOf),
      items: items.map((item, index) => ({
        paragraph: index + 1,
        task: { ...listedTask(item, titles), isOpen: item.status === 'open' },
        caseNumber: item.case_number,
        formVersion: item.present_form_version,
        asks: asks[index] ?? [],
        ...foundOf(item),
        ...(item.sequence !== null && { sequence: item.sequence }),
      })),
      ...(row.reason !== null && { reason: row.reason }),
      ...minutesIn(row),
    };
  }

  private head(row: ListRow, organisation: ListedMeeting['organisation']): ListedMeeting {
    const { id, body, number, held_at, cut_off, state } = row;
    const times = { heldAt: held_at.toISOString(), cutOff: cut_off.toISOString() };
    return { id, body: namedPost(this.parts.posts, body), organisation, number, ...times, state };
  }
}

async function askedFields(workflows: Workflows, tenant: string, item: ItemRow): Promise<string[]> {
  const published = await workflows.get(tenant, item.definition_key, item.definition_version);
  const { fields = {}, meeting } = published?.workflow.steps.get(item.step)?.step ?? {};
  return Object.entries(fields).flatMap(([name, access]) => {
    const isAsked = (access === 'write' || access === 'required') && name !== meeting?.number;
    return isAsked ? [name] : [];
  });
}

function foundOf(item: ItemRow): Pick<MeetingItem, 'finding'> {
  const finding = findingOf(item);
  if (finding === undefined) return {};
  const { fields, form_version: formVersion } = item;
  return { finding: { ...finding, ...(fields !== null && { fields }), ...(formVersion !== null && { formVersion }) } };
}

function minutesIn({ minutes: text, minutes_digest: sha256, ended_by: id, ended_by_name: name, ended_at: at }: MeetingRow) {
  if (text === null || sha256 === null || id === null || at === null) return {};
  return { minutes: { text, sha256, signedBy: { id, name: name ?? '' }, signedAt: at.toISOString() } };
}
