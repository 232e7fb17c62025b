/**
 * Whether a row with kind, tasks and instance_id asks for something that has been done: all the tasks it speaks of are
 * closed. A message says what has happened, which stays true.
 */
export const isMoot = (row: string, tenant = '$1'): string =>
  `${row}.kind IN ('task-opened', 'reminder', 'escalation', 'urge') AND cardinality(${row}.tasks) > 0 AND NOT EXISTS (
    SELECT FROM task WHERE task.tenant = ${tenant} AND task.instance_id = ${row}.instance_id AND task.number = ANY (${row}.tasks)
      AND task.status = 'open')`;
