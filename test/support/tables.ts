import type { DataSource } from 'typeorm';

/** One digest for each table, over all of its rows: equal before and after where nothing may have changed. */
export async function digests(dataSource: DataSource): Promise<Record<string, string>> {
  const tables: { name: string }[] = await dataSource.query(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename`,
  );
  // All of them at once: asked one by one, they are what a suite that refuses hundreds of requests waits for.
  const found: { name: string; digest: string }[] = await dataSource.query(tables.map(({ name }) => digestOf(name)).join(' UNION ALL '));
  return Object.fromEntries(found.map(({ name, digest }) => [name, digest]));
}

const digestOf = (table: string): string =>
  `SELECT '${table}' AS name, count(*) || ' ' || md5(coalesce(string_agg(t::text, chr(10) ORDER BY t::text), '')) AS digest FROM ${table} t`;

/** What is wrong between the tables of the cases; empty when every row fits the others. */
export async function contradictions(dataSource: DataSource): Promise<unknown[]> {
  return dataSource.query(`
    SELECT i.id, 'sequence' AS wrong FROM instance i
      WHERE i.sequence <> (SELECT count(*) FROM history h WHERE h.instance_id = i.id)
         OR i.sequence <> (SELECT coalesce(max(sequence), 0) FROM history h WHERE h.instance_id = i.id)
    UNION ALL SELECT i.id, 'last hash' FROM instance i
      WHERE i.last_hash <> (SELECT hash FROM history h WHERE h.instance_id = i.id ORDER BY sequence DESC LIMIT 1)
    UNION ALL SELECT i.id, 'form version' FROM instance i
      WHERE i.form_version <> (SELECT max(version) FROM form_version f WHERE f.instance_id = i.id)
         OR i.form_version <> (SELECT max(form_version) FROM history h WHERE h.instance_id = i.id)
    UNION ALL SELECT i.id, 'standing' FROM instance i
      WHERE i.standing <> (SELECT to_states FROM history h WHERE h.instance_id = i.id ORDER BY sequence DESC LIMIT 1)
    UNION ALL SELECT i.id, 'decided tasks' FROM instance i
      WHERE (SELECT count(*) FROM task t WHERE t.instance_id = i.id AND t.status = 'decided')
         <> (SELECT count(*) FROM (
               SELECT DISTINCT ON (task) kind FROM history h WHERE h.instance_id = i.id AND h.kind IN ('decided', 'taken-back')
               ORDER BY task, sequence DESC
             ) AS last WHERE kind = 'decided')
    UNION ALL SELECT i.id, 'open tasks' FROM instance i
      WHERE (SELECT coalesce(array_agg(number ORDER BY number), '{}') FROM task t WHERE t.instance_id = i.id AND t.status = 'open')
         <> (SELECT coalesce(array_agg((task->>'number')::int ORDER BY (task->>'number')::int), '{}')
             FROM jsonb_each(i.state->'steps') AS step, jsonb_array_elements(step.value->'tasks') AS task WHERE task->'ballot' IS NULL)
    UNION ALL SELECT i.id, 'timers' FROM instance i
      WHERE (SELECT coalesce(array_agg(number ORDER BY number), '{}') FROM timer t WHERE t.instance_id = i.id)
         <> (SELECT coalesce(array_agg((timer.value->>'number')::int ORDER BY (timer.value->>'number')::int), '{}') FROM jsonb_each(i.state->'timers') AS timer)
    UNION ALL SELECT i.id, 'limit of open tasks' FROM instance i JOIN task t ON t.instance_id = i.id AND t.status = 'open'
      WHERE t.limit_at IS DISTINCT FROM (SELECT min(due_at) FROM timer m WHERE m.instance_id = i.id AND m.event !~ '^(remind|escalate):')
    UNION ALL SELECT r.instance_id, 'receipt' FROM receipt r
      WHERE NOT EXISTS (SELECT FROM history h WHERE h.instance_id = r.instance_id AND h.sequence = r.sequence)`);
}
