import { type Statement, statement } from '#platform';
import { countLimit } from './counted.ts';
import { filterConditions } from './filters.ts';
import { caseColumns, taskColumns } from './listed-task.ts';
import { searchCondition } from './searched.ts';

/** `opened`: the oldest first. `due`: what is due first. `slack`: what is due, or whose case moves on without it, first. */
export type InboxOrder = 'opened' | 'due' | 'slack';

const dueAt = `COALESCE(due_at, 'infinity'::timestamptz)`;
/** In each order there is an index of what is open. What never comes is last. */
const sortings = { opened: 'opened_at', due: dueAt, slack: `COALESCE(LEAST(due_at, limit_at), 'infinity'::timestamptz)` };
const orders = ['opened', 'due', 'slack'] as const;

const shown = `counted.total, page.*, ${caseColumns}`;
const columns = `${taskColumns}, assignee, organisation_path`;

const mine = `status = 'open' AND excluded IS DISTINCT FROM $3::uuid AND (claimed_by IS NULL OR claimed_by = $3)
  AND (recused IS NULL OR $3 <> ALL (recused))`;
const filtered = `${filterConditions({ from: 9, inStep: (step) => `step = ${step}` })}
  AND ${searchCondition('task.instance_id', 12)}`;
const narrowed = `${mine} AND ${filtered}`;
const isDue = `${narrowed} AND ${dueAt} <= $8::timestamptz`;

interface InboxParts {
  readonly name: string;
  readonly sortedBy: string;
  readonly counted: string;
  readonly found: string;
}

/**
 * Page and count in one round trip; the join on true keeps the count when the page is empty. Each of the caller's posts
 * is read by itself, because an index gives its rows in order only for one: so a page costs its own length for each
 * post, however much waits there.
 */
const inboxBy = ({ name, sortedBy, counted, found }: InboxParts): Statement =>
  statement(
    name,
    `SELECT ${shown} FROM (
       SELECT count(*)::int AS total FROM (
         SELECT FROM task WHERE tenant = $1 AND assignee = ANY($2::text[]) AND ${counted} LIMIT ${countLimit + 1}
       ) AS counting
     ) AS counted
     LEFT JOIN LATERAL (
       SELECT found.* FROM unnest($2::text[]) AS addressed (key) CROSS JOIN LATERAL (
         SELECT ${columns}, ${sortedBy} AS sorted_at FROM task
         WHERE tenant = $1 AND assignee = addressed.key AND ${found}
           AND (${sortedBy}, instance_id, number) > ($4::timestamptz, $5::uuid, $6::int)
         ORDER BY ${sortedBy}, instance_id, number LIMIT $7
       ) AS found
       ORDER BY sorted_at, instance_id, number LIMIT $7
     ) AS page ON true
     ORDER BY page.sorted_at, page.instance_id, page.number`,
  );

type Statements = Readonly<Record<InboxOrder, Statement>>;
const nameOf = (order: InboxOrder): string => (order === 'opened' ? 'task.inbox' : `task.inbox-${order}`);
const inEveryOrder = (of: (order: InboxOrder) => Statement): Statements =>
  Object.fromEntries(orders.map((order) => [order, of(order)])) as Statements;

/** Without a filter they are statements of their own: simple enough to be planned once and for all. */
export const statements = inEveryOrder((order) => inboxBy({ name: nameOf(order), sortedBy: sortings[order], counted: mine, found: mine }));

export const narrowedStatements = inEveryOrder((order) =>
  inboxBy({
    name: `${nameOf(order)}-narrowed`,
    sortedBy: sortings[order],
    counted: isDue,
    // Written otherwise in other orders, so that PostgreSQL does not think of reading them by due time and sorting.
    found: order === 'due' ? isDue : `${narrowed} AND ($8::timestamptz = 'infinity' OR due_at <= $8)`,
  }),
);

/**
 * For deputies: each key with those in whose place a task under it may be decided, and for which process. A task is
 * shown where one of them may decide it; the caller's own cases never are.
 */
export const deputyStatements = inEveryOrder((order) => {
  const sortedBy = sortings[order];
  const theirs = `status = 'open' AND excluded IS DISTINCT FROM $3::uuid AND (addressed.definition IS NULL OR definition_key = addressed.definition)
     AND (recused IS NULL OR $3 <> ALL (recused))
     AND EXISTS (SELECT FROM unnest(addressed.principals) AS principal WHERE excluded IS DISTINCT FROM principal
       AND (claimed_by IS NULL OR claimed_by = principal) AND (recused IS NULL OR principal <> ALL (recused)))
     AND ${filtered}`;
  return statement(
    `${nameOf(order)}-deputy`,
    `WITH addressed AS (SELECT * FROM jsonb_to_recordset($2::jsonb) AS x (key text, definition text, principals uuid[]))
     SELECT ${shown} FROM (
       SELECT count(*)::int AS total FROM addressed CROSS JOIN LATERAL (
         SELECT FROM task WHERE tenant = $1 AND assignee = addressed.key AND ${theirs} AND ${dueAt} <= $8::timestamptz LIMIT ${countLimit + 1}
       ) AS counting
     ) AS counted
     LEFT JOIN LATERAL (
       SELECT found.* FROM addressed CROSS JOIN LATERAL (
         SELECT ${columns}, ${sortedBy} AS sorted_at FROM task
         WHERE tenant = $1 AND assignee = addressed.key AND ${theirs} AND ($8::timestamptz = 'infinity' OR due_at <= $8)
           AND (${sortedBy}, instance_id, number) > ($4::timestamptz, $5::uuid, $6::int)
         ORDER BY ${sortedBy}, instance_id, number LIMIT $7
       ) AS found
       ORDER BY sorted_at, instance_id, number LIMIT $7
     ) AS page ON true
     ORDER BY page.sorted_at, page.instance_id, page.number`,
  );
});
