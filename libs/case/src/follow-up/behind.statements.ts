import { statement } from '#platform';
import { filterConditions } from '../queries/filters.ts';
import { taskColumns } from '../queries/listed-task.ts';

const within = `EXISTS (SELECT FROM unnest($2::text[]) AS scope WHERE starts_with(organisation_path, scope))`;
const narrowed = (from: number): string => filterConditions({ from, inStep: (step) => `step = ${step}` });

/** The open tasks that a count of them is about, the oldest first: since when they came, and by when they were due. */
export const openBehind = statement(
  'follow-up.open-behind',
  `SELECT ${taskColumns} FROM task
   WHERE tenant = $1 AND status = 'open' AND ${within}
     AND ($3::timestamptz IS NULL OR opened_at >= $3) AND ($4::timestamptz IS NULL OR opened_at < $4)
     AND ($5::timestamptz IS NULL OR due_at < $5) AND ${narrowed(7)}
   ORDER BY opened_at LIMIT $6`,
);

/** The decided tasks that a count of them is about, the latest first; with `$5`, of one organisation alone, and with `$6`, only late ones. */
export const decidedBehind = statement(
  'follow-up.decided-behind',
  `SELECT ${taskColumns}, closed_at FROM task
   WHERE tenant = $1 AND status = 'decided' AND closed_at >= $3::timestamptz AND closed_at < $4::timestamptz AND ${within}
     AND ($5::uuid IS NULL OR organisation_path = (SELECT o.path FROM organisation o WHERE o.tenant = $1 AND o.id = $5))
     AND (NOT $6::boolean OR closed_at > due_at) AND ${narrowed(8)}
   ORDER BY closed_at DESC LIMIT $7`,
);
