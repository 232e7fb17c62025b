import { type Caller, type PostCatalogue, requirePermission, scopesOf } from '#directory';
import type { DueTime, Text } from '#engine';
import { type Clock, type Database, statement } from '#platform';
import type { Workflows } from '../definition/workflows.ts';
import { type Filters, filterConditions, filterValues } from '../queries/filters.ts';
import { type ListedTask, listedTask, type TaskRow, taskColumns, taskTitles } from '../queries/listed-task.ts';
import { beginning, type Page, type PageRequest, pageOf, readCursor } from '../queries/page.ts';
import { stateTitle } from '../queries/titles.ts';
import { workingDaysLeft } from '../queries/working-days-left.ts';
import { decidedBehind, openBehind } from './behind.statements.ts';

/** Ages are told apart at so many working days. */
const ageBounds = [2, 5, 10, 20] as const;

const inScope = (row: string): string =>
  `EXISTS (SELECT FROM unnest($2::text[]) AS scope WHERE starts_with(${row}.organisation_path, scope))`;
const narrowed = (from: number): string => filterConditions({ from, inStep: (step) => `step = ${step}` });

// All that is open, and nothing else: the index holds no other tasks.
const waiting = statement(
  'follow-up.waiting',
  `SELECT definition_key, step, max(definition_version) AS definition_version, count(*)::int AS total,
     count(*) FILTER (WHERE due_at < $3::timestamptz)::int AS overdue, min(opened_at) AS oldest,
     ${[5, 4, 3, 2, 1]
       .map((bucket) => `count(*) FILTER (WHERE width_bucket(opened_at, $4::timestamptz[]) = ${bucket - 1})::int`)
       .map((count, index) => `${count} AS age_${index}`)
       .join(', ')}
   FROM task t WHERE tenant = $1 AND status = 'open' AND ${inScope('t')} AND ${narrowed(5)}
   GROUP BY definition_key, step ORDER BY definition_key, step`,
);

const stuck = statement(
  'follow-up.stuck',
  `SELECT ${taskColumns}, assignee FROM task t
   WHERE tenant = $1 AND status = 'open' AND due_at IS NOT NULL AND due_at < $3::timestamptz AND ${inScope('t')} AND ${narrowed(5)}
     AND (due_at, instance_id, number) > ($8::timestamptz, $9::uuid, $10::int)
   ORDER BY due_at, instance_id, number LIMIT $4`,
);

// Decided, by somebody or by the votes of others; what was left behind or handed on was not late in coming to anything.
const onTime = statement(
  'follow-up.on-time',
  `SELECT t.definition_key, t.step, max(t.definition_version) AS definition_version, o.id AS organisation_id, o.name AS organisation_name,
     count(*)::int AS decided, count(*) FILTER (WHERE t.due_at IS NOT NULL)::int AS with_due,
     count(*) FILTER (WHERE t.closed_at <= t.due_at)::int AS on_time
   FROM task t LEFT JOIN organisation o ON o.tenant = t.tenant AND o.path = t.organisation_path
   WHERE t.tenant = $1 AND t.status = 'decided' AND t.closed_at >= $3::timestamptz AND t.closed_at < $4::timestamptz AND ${inScope('t')}
     AND ${narrowed(5).replaceAll('definition_key', 't.definition_key').replaceAll(' step =', ' t.step =').replaceAll('(organisation_path', '(t.organisation_path')}
   GROUP BY t.definition_key, t.step, o.id, o.name ORDER BY t.definition_key, t.step, o.name LIMIT 2000`,
);

interface StepKey {
  readonly definition_key: string;
  readonly definition_version: number;
  readonly step: string;
}

interface WaitingRow extends StepKey {
  readonly total: number;
  readonly overdue: number;
  readonly oldest: Date;
  readonly age_0: number;
  readonly age_1: number;
  readonly age_2: number;
  readonly age_3: number;
  readonly age_4: number;
}

interface OnTimeRow extends StepKey {
  readonly organisation_id: string | null;
  readonly organisation_name: string | null;
  readonly decided: number;
  readonly with_due: number;
  readonly on_time: number;
}

interface Step {
  readonly definition: { readonly key: string; readonly title: Text };
  readonly step: { readonly path: string; readonly title: Text };
}

/** How much waits in a step. */
export interface WaitingStep extends Step {
  readonly total: number;
  readonly overdue: number;
  /** By working days since the task came: up to 2, 5, 10, 20, and more. */
  readonly ages: readonly number[];
  readonly oldestSince: string;
}

/** How much of a step was decided in time, organisation by organisation. */
export interface OnTimeStep extends Step {
  readonly organisation?: { readonly id: string; readonly name: string };
  readonly decided: number;
  /** Those that had a due time; the rest can be neither late nor in time. */
  readonly withDue: number;
  readonly onTime: number;
}

/** Which of the open tasks a count is about. */
export interface OpenFilters extends Filters {
  /** A place in `ages`. */
  readonly age?: number | undefined;
  readonly isOverdue?: boolean | undefined;
}

/** Which of the decided tasks a count is about. */
export interface DecidedFilters extends Filters {
  /** Id of the organisation whose cases they were, without those below it. */
  readonly own?: string | undefined;
  readonly isLate?: boolean | undefined;
}

export interface Period {
  readonly from: Date;
  readonly until: Date;
}

export interface FollowUpParts {
  readonly database: Database;
  readonly workflows: Workflows;
  readonly posts: PostCatalogue;
  readonly clock: Clock;
  readonly dueTimeOf: (tenant: string) => DueTime;
}

type Row<T> = T & Record<string, unknown>;

/** Where cases are and how long they stay, for those who may read every case of an organisation. */
export class FollowUp {
  constructor(private readonly parts: FollowUpParts) {}

  /** What is open, step by step and by age. @throws RefusedError `permission.missing` */
  async waiting(caller: Caller, filters: Filters): Promise<WaitingStep[]> {
    const now = this.parts.clock.now();
    // Growing, as PostgreSQL wants them: whatever came before the first is the oldest.
    const bounds = this.boundsAt(caller.tenant, now).reverse();
    const values = [caller.tenant, this.scopes(caller), now, bounds, ...filterValues(filters)];
    const rows = await this.parts.database.query<Row<WaitingRow>>(waiting, values);
    return Promise.all(
      rows.map(async (row) => ({
        ...(await this.stepOf(caller.tenant, row)),
        total: row.total,
        overdue: row.overdue,
        ages: [row.age_0, row.age_1, row.age_2, row.age_3, row.age_4],
        oldestSince: row.oldest.toISOString(),
      })),
    );
  }

  /** What is overdue, the longest first. @throws RefusedError `permission.missing` */
  async stuck(caller: Caller, filters: Filters, { limit, after }: PageRequest): Promise<Page<ListedTask>> {
    const now = this.parts.clock.now();
    const { at, instance, number } = readCursor(after, 'stuck') ?? beginning;
    const values = [caller.tenant, this.scopes(caller), now, limit + 1, ...filterValues(filters), at, instance, number];
    const rows = await this.parts.database.query<Row<TaskRow>>(stuck, values);
    const page = pageOf(
      rows,
      limit,
      (row) => row,
      (row) => ({ order: 'stuck', at: row.due_at?.toISOString() ?? '', instance: row.instance_id, number: row.number }),
    );
    return { ...page, items: await this.listed(caller.tenant, page.items, now) };
  }

  /** The open tasks behind a count of `waiting`, the oldest first. @throws RefusedError `permission.missing` */
  async open(caller: Caller, { age, isOverdue = false, ...filters }: OpenFilters, limit: number): Promise<ListedTask[]> {
    const now = this.parts.clock.now();
    const bounds = this.boundsAt(caller.tenant, now);
    const [from, until] = age === undefined ? [] : [bounds[age], bounds[age - 1]];
    const times = [from ?? null, until ?? null, isOverdue ? now : null];
    const values = [caller.tenant, this.scopes(caller), ...times, limit, ...filterValues(filters)];
    return this.listed(caller.tenant, await this.parts.database.query<Row<TaskRow>>(openBehind, values), now);
  }

  /** The tasks behind a count of `onTime`, the latest first. @throws RefusedError `permission.missing` */
  async decided(
    caller: Caller,
    { from, until }: Period,
    { own, isLate = false, ...filters }: DecidedFilters,
    limit: number,
  ): Promise<(ListedTask & { readonly decidedAt: string })[]> {
    const { database, workflows } = this.parts;
    const values = [caller.tenant, this.scopes(caller), from, until, own ?? null, isLate, limit, ...filterValues(filters)];
    const rows = await database.query<Row<TaskRow & { readonly closed_at: Date }>>(decidedBehind, values);
    const titles = await taskTitles(workflows, caller.tenant, rows);
    return rows.map((row) => ({ ...listedTask({ ...row, claimed_by: null }, titles), decidedAt: row.closed_at.toISOString() }));
  }

  /** What was decided in a period, and how much of it in time. @throws RefusedError `permission.missing` */
  async onTime(caller: Caller, period: Period, filters: Filters): Promise<OnTimeStep[]> {
    const values = [caller.tenant, this.scopes(caller), period.from, period.until, ...filterValues(filters)];
    const rows = await this.parts.database.query<Row<OnTimeRow>>(onTime, values);
    return Promise.all(
      rows.map(async (row) => ({
        ...(await this.stepOf(caller.tenant, row)),
        ...(row.organisation_id !== null && { organisation: { id: row.organisation_id, name: row.organisation_name ?? '' } }),
        decided: row.decided,
        withDue: row.with_due,
        onTime: row.on_time,
      })),
    );
  }

  /** What came after each of these instants is younger than that age; the latest first. */
  private boundsAt(tenant: string, now: Date): string[] {
    const { tellBefore } = this.parts.dueTimeOf(tenant);
    return ageBounds.map((workingDays) => tellBefore({ workingDays }, now.toISOString()));
  }

  private async listed(tenant: string, rows: readonly Row<TaskRow>[], now: Date): Promise<ListedTask[]> {
    const { workflows, dueTimeOf } = this.parts;
    const titles = await taskTitles(workflows, tenant, rows);
    const left = (due: Date | null) => (due === null ? {} : { workingDaysLeft: workingDaysLeft(dueTimeOf(tenant), now, due) });
    return rows.map((row) => ({ ...listedTask({ ...row, claimed_by: null }, titles), ...left(row.due_at) }));
  }

  private scopes(caller: Caller): string[] {
    requirePermission(this.parts.posts, caller, 'instance.read');
    return scopesOf(this.parts.posts, caller, 'instance.read');
  }

  private async stepOf(tenant: string, { definition_key: key, definition_version: version, step }: StepKey): Promise<Step> {
    const definition = (await this.parts.workflows.get(tenant, key, version))?.workflow.definition;
    return {
      definition: { key, title: definition?.title ?? { zh: key } },
      step: { path: step, title: definition === undefined ? { zh: step } : stateTitle(definition, step) },
    };
  }
}
