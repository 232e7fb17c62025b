import type { Effect } from '#engine';
import { statement, type Tx } from '#platform';
import { statementFor, tables } from './commit-statement.ts';

/**
 * Everything that changes by one or more commands, table by table, as rows. All of it is put down by one statement, so
 * a group of commands costs the same round trip as one.
 */
export interface Commit {
  readonly started: readonly InstanceWrite[];
  readonly moved: readonly InstanceWrite[];
  readonly forms: readonly FormWrite[];
  readonly openedTasks: readonly TaskWrite[];
  readonly changedTasks: readonly TaskChange[];
  readonly history: readonly HistoryWrite[];
  readonly setTimers: readonly TimerWrite[];
  readonly clearedTimers: readonly TimerKey[];
  readonly openedIncidents: readonly IncidentWrite[];
  readonly closedIncidents: readonly IncidentKey[];
  readonly outbox: readonly OutboxWrite[];
  readonly withheld: readonly WithheldWrite[];
  readonly dropped: readonly BatchPlaceKey[];
  readonly receipts: readonly ReceiptWrite[];
  readonly attached: readonly AttachmentKey[];
  readonly copies: readonly CopyWrite[];
  readonly children: readonly ChildWrite[];
  readonly changedChildren: readonly ChildChange[];
  readonly calls: readonly CallWrite[];
  readonly changedCalls: readonly CallChange[];
  readonly renamedErrands: readonly ErrandRename[];
  readonly audits: readonly AuditWrite[];
}

export interface InstanceKey {
  readonly tenant: string;
  readonly instance_id: string;
}

export interface InstanceWrite {
  readonly tenant: string;
  readonly id: string;
  readonly case_number: string | null;
  readonly definition_key: string;
  readonly definition_version: number;
  readonly title_zh: string;
  readonly title_en: string | null;
  /** Null where the system began the case. */
  readonly applicant: string | null;
  readonly organisation_id: string;
  readonly organisation_path: string;
  readonly standing: readonly string[];
  readonly is_finished: boolean;
  readonly state: unknown;
  readonly form_version: number;
  readonly unique_key: string | null;
  readonly sequence: number;
  /** Hexadecimal. */
  readonly last_hash: string;
  readonly started_at: string;
  readonly changed_at: string;
}

export interface FormWrite extends InstanceKey {
  readonly version: number;
  readonly fields: unknown;
  readonly written_at: string;
  readonly written_by: string | null;
}

export interface TaskWrite extends InstanceKey {
  readonly number: number;
  readonly step: string;
  readonly visit: number;
  readonly assignee: string;
  readonly excluded: string | null;
  readonly definition_key: string;
  readonly definition_version: number;
  readonly title_zh: string;
  readonly title_en: string | null;
  readonly organisation_path: string;
  readonly opened_at: string;
  readonly due_at: string | null;
  /** When the case moves on without it. */
  readonly limit_at: string | null;
  /** Holders of the post who may not decide it; null where there are none. */
  readonly recused: readonly string[] | null;
  readonly claimed_by: string | null;
  /** `open`, unless it was closed by a later command of the same transaction. */
  readonly status: 'open' | TaskStatus;
  readonly outcome: string | null;
  readonly decided_by: string | null;
  readonly closed_at: string | null;
}

/** What becomes of a task: it is closed, claimed, its case has a new title, it is due at another time, or several of these. */
export interface TaskChange extends InstanceKey {
  readonly number: number;
  /** Of a case that goes on in another version; null where it is what it was. */
  readonly step: string | null;
  readonly definition_version: number | null;
  /** Null while it stays open. */
  readonly status: 'open' | TaskStatus | null;
  readonly outcome: string | null;
  readonly decided_by: string | null;
  readonly closed_at: string | null;
  /** Null when the title is what it was. */
  readonly title_zh: string | null;
  readonly title_en: string | null;
  /** Null when it is due when it was, `infinity` where it is not due any more. */
  readonly due_at: string | null;
  /** Null when it is what it was, `infinity` where there is none any more. */
  readonly limit_at: string | null;
  /** Whether `claimed_by` says something new. */
  readonly is_claim: boolean;
  readonly claimed_by: string | null;
  /** Null when they are those they were. */
  readonly recused: readonly string[] | null;
}

type TaskStatus = Extract<Effect, { kind: 'close-task' }>['because'];

export interface HistoryWrite extends InstanceKey {
  readonly sequence: number;
  readonly at: string;
  readonly command_id: string;
  readonly kind: string;
  readonly person_id: string | null;
  readonly on_behalf_of: string | null;
  readonly post: string | null;
  readonly organisation_id: string | null;
  readonly step: string | null;
  readonly task: number | null;
  readonly outcome: string | null;
  readonly settled: string | null;
  readonly comment: string | null;
  readonly form_version: number;
  readonly attachments: readonly unknown[];
  readonly from_states: readonly string[];
  readonly to_states: readonly string[];
  readonly detail: unknown;
  /** Hexadecimal, like `hash`. */
  readonly previous_hash: string;
  readonly hash: string;
}

export interface TimerKey extends InstanceKey {
  readonly number: number;
}

export interface TimerWrite extends TimerKey {
  readonly event: string;
  readonly due_at: string;
}

export interface IncidentKey extends InstanceKey {
  readonly step: string;
  readonly at: string;
}

export interface IncidentWrite extends IncidentKey {
  readonly id: string;
  readonly code: string;
  readonly closed_at: string | null;
  readonly detail: string | null;
}

export interface OutboxWrite {
  readonly tenant: string;
  readonly job: string;
  readonly payload: unknown;
  readonly created_at: string;
}

export interface BatchPlaceKey {
  readonly tenant: string;
  readonly batch_id: string;
  readonly place: number;
}

/** A message that nobody is to hear before its decision cannot be undone any more. */
export interface WithheldWrite extends BatchPlaceKey {
  readonly job: string;
  readonly payload: unknown;
  readonly due_at: string;
}

export interface ReceiptWrite extends InstanceKey {
  readonly person_id: string;
  readonly key: string;
  /** Hexadecimal. */
  readonly digest: string;
  readonly sequence: number;
  readonly created_at: string;
}

export interface CopyWrite extends InstanceKey {
  readonly assignee: string;
  readonly copied_at: string;
  readonly copied_by: string;
  readonly comment: string | null;
}

/** Something is asked for a child case: to begin, to end, or to tell its parent. */
export interface ChildChange {
  readonly tenant: string;
  readonly parent_id: string;
  readonly number: number;
  readonly asked_at: string;
  /** Null when the parent waits for it as before. */
  readonly ended_because: string | null;
}

export interface ChildWrite extends ChildChange {
  readonly child_id: string;
  readonly state: string;
  readonly definition_key: string;
  readonly organisation_id: string | null;
  readonly form: unknown;
  readonly depth: number;
  readonly asked: number;
  readonly is_pending: boolean;
}

/** A call is to be made again, or not any more. */
export interface CallChange extends InstanceKey {
  readonly number: number;
  readonly status: 'queued' | 'cancelled';
  readonly next_attempt_at: string;
  readonly until: string | null;
}

/** The states of a case that asked for child cases and calls, where they have other paths now. */
export interface ErrandRename extends InstanceKey {
  readonly paths: Readonly<Record<string, string>>;
}

export interface CallWrite extends CallChange {
  readonly state: string;
  readonly target: string;
  readonly body: unknown;
  readonly organisation_path: string;
  readonly attempts: number;
  readonly asked_at: string;
}

/** What somebody did to a case whose it is not, by a permission of their post. */
export interface AuditWrite {
  readonly tenant: string;
  readonly at: string;
  readonly person_id: string;
  readonly act: string;
  readonly subject_kind: 'instance';
  readonly subject_id: string;
  readonly organisation_path: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly comment: string | null;
  readonly request_id: string | null;
}

export interface AttachmentKey extends InstanceKey {
  readonly id: string;
}

/** Sends the whole commit in one statement, together with COMMIT. */
export function writeCommit(tx: Tx, commit: Commit): void {
  // By themselves and in their order: a statement changes a row once, and of two renamings the later goes by the earlier.
  for (const { tenant, instance_id, paths } of commit.renamedErrands)
    for (const rename of [renameChildren, renameCalls]) tx.finishWith(rename, [tenant, instance_id, JSON.stringify(paths)]);
  const concerned = tables.filter((table) => commit[table].length > 0);
  if (concerned.length === 0) return;
  tx.finishWith(
    statementFor(concerned),
    concerned.map((table) => JSON.stringify(commit[table])),
  );
}

const renameChildren = statement(
  'child.rename',
  `UPDATE child_case c SET state = x.value FROM jsonb_each_text($3::jsonb) AS x
   WHERE c.tenant = $1 AND c.parent_id = $2 AND c.state = x.key`,
);

const renameCalls = statement(
  'call.rename',
  `UPDATE case_call c SET state = x.value FROM jsonb_each_text($3::jsonb) AS x
   WHERE c.tenant = $1 AND c.instance_id = $2 AND c.state = x.key`,
);
