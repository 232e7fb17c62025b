import type { DataSource } from 'typeorm';

/** How much of everything there is to be. */
export interface Amounts {
  readonly instances: number;
  /** The last so many instances are still open, with a task and a timer each. */
  readonly open: number;
  readonly people: number;
  readonly organisations: number;
}

export const tenant = 'anhui';
const definitions = 10;
const closedTasks = 3;

const idOf = (kind: number, number: number): string => `0190000${kind}-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
/** The same in SQL: ids that grow, like those that begin with the time. */
const id = (kind: number, number: string): string => `('0190000${kind}-0000-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`;

export const organisationOf = (number: number): string => idOf(1, number);
export const personOf = (number: number): string => idOf(2, number);
export const instanceOf = (number: number): string => idOf(3, number);
export const attachmentOf = (number: number): string => idOf(4, number);
export const incidentOf = (number: number): string => idOf(5, number);
export const deliveryOf = (number: number): string => idOf(6, number);
export const meetingOf = (number: number): string => idOf(7, number);
export const organisationPathOf = (number: number): string =>
  number === 0 ? `${organisationOf(0)}/` : `${organisationOf(0)}/${organisationOf(number)}/`;

/**
 * Fills the tables as many cases would have, in seconds: rows of the right shape and spread, which no command has
 * written, so that they do not fit each other in their details.
 */
export async function fillWithCases(dataSource: DataSource, { instances, open, people, organisations }: Amounts): Promise<void> {
  const organisationPath = (number: string) => `${id(1, '0')} || '/' || ${id(1, number)} || '/'`;
  const each = (count: number) => `FROM generate_series(1, ${count}) AS n`;
  const place = `n % ${organisations - 1} + 1`;
  const person = (offset: string) => id(2, `(n * 7 + ${offset}) % ${people}`);
  const at = `'2024-01-01T00:00:00Z'::timestamptz + n * interval '1 minute'`;
  const key = `'process-' || n % ${definitions}`;
  const isOpen = `n > ${instances - open}`;

  await dataSource.query(`
    INSERT INTO organisation (tenant, id, kind, type, name, path)
      SELECT '${tenant}', ${id(1, 'n')}, 'school', 'school', 'School ' || n,
        CASE WHEN n = 0 THEN ${id(1, 'n')} || '/' ELSE ${organisationPath('n')} END FROM generate_series(0, ${organisations - 1}) AS n;
    INSERT INTO person (tenant, id, account, name)
      SELECT '${tenant}', ${id(2, 'n')}, 'account-' || n, 'Person ' || n FROM generate_series(0, ${people - 1}) AS n;
    INSERT INTO post_holding (tenant, id, person_id, post, organisation_id, valid_from)
      SELECT tenant, id, id, 'reviewer', ${id(1, `('x' || right(id::text, 8))::bit(32)::int % ${organisations}`)}, '2024-01-01' FROM person
      WHERE tenant = '${tenant}'`);

  // One after another on a connection of its own for each line, because together they are slow only by being many.
  const lines = [
    `INSERT INTO instance (tenant, id, case_number, definition_key, definition_version, title_zh, applicant, organisation_id, organisation_path,
       standing, is_finished, state, form_version, unique_key, sequence, last_hash, started_at, changed_at)
     SELECT '${tenant}', ${id(3, 'n')}, n, ${key}, 1, 'Case ' || n, ${person('0')}, ${id(1, place)}, ${organisationPath(place)},
       CASE WHEN ${isOpen} THEN '{step-3}'::text[] ELSE '{approved}' END, NOT (${isOpen}), '{"steps": {}}', 1, 'key-' || n, 4, '\\x00', ${at}, ${at}
     ${each(instances)};
     INSERT INTO form_version SELECT '${tenant}', ${id(3, 'n')}, 1, '{"ratio": 0.9}', ${at}, ${person('0')} ${each(instances)}`,

    `INSERT INTO task (tenant, instance_id, number, step, visit, assignee, definition_key, definition_version, organisation_path, title_zh,
       status, opened_at, due_at, limit_at, outcome, decided_by, closed_at)
     SELECT '${tenant}', ${id(3, 'n')}, number, 'step-' || number, 1,
       CASE WHEN (n + number) % 2 = 0 THEN 'person:' || ${person('number')} ELSE 'post:reviewer@' || ${id(1, place)} END,
       ${key}, 1, ${organisationPath(place)}, 'Case ' || n, CASE WHEN number > ${closedTasks} THEN 'open' ELSE 'decided' END, ${at},
       CASE WHEN n % 4 > 0 THEN ${at} + interval '5 days' END, CASE WHEN n % 3 > 0 THEN ${at} + interval '4 days' END, CASE WHEN number <= ${closedTasks} THEN 'approve' END,
       CASE WHEN number <= ${closedTasks} THEN ${person('number')} END, CASE WHEN number <= ${closedTasks} THEN ${at} END
     ${each(instances)}, generate_series(1, ${closedTasks} + (${isOpen})::int) AS number`,

    `INSERT INTO history (tenant, instance_id, sequence, at, command_id, kind, person_id, form_version, attachments, from_states, to_states,
       detail, previous_hash, hash)
     SELECT '${tenant}', ${id(3, 'n')}, sequence, ${at}, n || '.' || sequence, 'decided', ${person('sequence')}, 1, '[]', '{a}', '{b}', '{}', '\\x00', '\\x00'
     ${each(instances)}, generate_series(1, 4) AS sequence`,

    // Of what was told one in a hundred was lately mailed, or is to be; all of what is older is done.
    `INSERT INTO delivery (tenant, id, via, recipient, state, is_open, attempts, next_attempt_at, created_at, sent_at, ended_at)
       SELECT '${tenant}', ${id(6, 'n')}, 'mail', ${person('0')}, CASE WHEN n % 100 = 0 THEN 'failed' WHEN n % 200 = 1 THEN 'given-up' ELSE 'sent' END,
         false, 1, ${at}, ${at}, ${at}, CASE WHEN n % 100 > 0 THEN ${at} END ${each(instances / 5)};
     INSERT INTO delivery_item SELECT '${tenant}', ${person('0')}, 'task:' || ${id(3, 'n')} || '.4', ${id(6, 'n')}, ${id(6, 'n')} ${each(instances / 5)}`,

    // Twenty cases to a meeting, of which the last ones are still to be held.
    `INSERT INTO meeting (tenant, id, organisation_id, organisation_path, body, number, held_at, cut_off, state, opened_by, opened_at, ended_at,
       minutes, minutes_digest)
     SELECT '${tenant}', ${id(7, 'n')}, ${id(1, place)}, ${organisationPath(place)}, 'reviewer', 'meeting ' || n, ${at}, ${at},
       CASE WHEN n > ${instances / 25} THEN 'open' ELSE 'closed' END, ${person('0')}, ${at}, CASE WHEN n <= ${instances / 25} THEN ${at} END,
       CASE WHEN n <= ${instances / 25} THEN 'minutes' END, CASE WHEN n <= ${instances / 25} THEN 'digest' END ${each(instances / 20)};
     INSERT INTO meeting_member SELECT '${tenant}', ${id(7, 'n')}, seat, 'Member ' || seat, NULL, true
       ${each(instances / 20)}, generate_series(1, 9) AS seat;
     INSERT INTO meeting_item (tenant, meeting_id, instance_id, task, position, is_open, outcome, text, sequence)
     SELECT '${tenant}', ${id(7, 'n / 20 + 1')}, ${id(3, 'n')}, 3, n % 20 + 1, n / 20 >= ${instances / 25}, 'passed', 'text', 4
       ${each(instances - 20)}`,

    `INSERT INTO timer SELECT '${tenant}', ${id(3, 'n')}, 1, 'due', ${at} + interval '5 days' ${each(instances)} WHERE ${isOpen};
     INSERT INTO receipt SELECT '${tenant}', ${person('0')}, 'key-' || n, '\\x00', ${id(3, 'n')}, 1, ${at} ${each(instances / 2)};
     INSERT INTO notice (tenant, id, person_id, cause, kind, title_zh, instance_id, task, created_at, read_at)
       SELECT '${tenant}', gen_random_uuid(), ${person('0')}, 'task:' || ${id(3, 'n')} || '.4', 'task-opened', 'Case ' || n, ${id(3, 'n')}, 4,
         ${at}, CASE WHEN n % 10 > 0 THEN ${at} END ${each(instances)};
     INSERT INTO news (tenant, kind, instance_id, definition_key, sequence, readers, organisation_path, tasks, written_at)
       SELECT '${tenant}', 'case', ${id(3, 'n')}, ${key}, 4, ARRAY['person:' || ${person('0')}, 'post:reviewer@' || ${id(1, place)}],
         ${organisationPath(place)}, '[]', ${at} ${each(instances / 5)};
     INSERT INTO saved_view SELECT '${tenant}', ${id(8, 'n')}, ${id(2, `n % ${people}`)}, 'tasks', 'View ' || n, '{}', 'reviewer', ${id(1, place)}, 1, ${at}
       ${each(instances / 20)};
     INSERT INTO search_case (tenant, instance_id, title, plain, words)
       SELECT '${tenant}', ${id(3, 'n')}, 'Case ' || n, CASE WHEN n % 1000 > 0 THEN 'case ' || n END,
         CASE WHEN n % 1000 > 0 THEN ARRAY['ca', 'as', 'se', 'p' || n % 97, 'q' || n % 89, 'within:' || ${id(1, '0')}, 'within:' || ${id(1, place)}] END ${each(instances)};
     INSERT INTO start_draft SELECT '${tenant}', ${id(2, `n % ${people}`)}, 'process-' || n / ${people}, NULL, '{}', 1, ${at} ${each(instances / 20)};
     INSERT INTO outbox (tenant, job, payload, created_at) SELECT '${tenant}', 'notice.send', '{}', ${at} ${each(instances / 20)};
     INSERT INTO attachment (tenant, id, name, media_type, size, sha256, uploaded_by, uploaded_at, instance_id)
       SELECT '${tenant}', ${id(4, 'n')}, 'Report.pdf', 'application/pdf', 1000, '', ${person('0')}, ${at},
         CASE WHEN n % 50 > 0 THEN ${id(3, 'n')} END ${each(instances / 10)};
     INSERT INTO incident SELECT '${tenant}', ${id(5, 'n')}, ${id(3, 'n')}, 'step-1', 'nobody', ${at}, CASE WHEN n % 20 > 0 THEN ${at} END
       ${each(instances / 50)};
     INSERT INTO child_case SELECT '${tenant}', ${id(3, 'n')}, 1, ${id(3, 'n + 1')}, 'lines', 'process-1', NULL, '{}', 1, NULL, 1, ${at}, n % 100 = 0
       ${each(instances / 5)};
     INSERT INTO case_call SELECT '${tenant}', ${id(3, 'n')}, 1, 'bank', 'credit-bank', '{}', ${organisationPath(place)},
       CASE WHEN n % 200 > 0 THEN 'answered' ELSE 'failed' END, 1, NULL, ${at}, ${at}, NULL ${each(instances / 5)};
     INSERT INTO batch (tenant, id, person_id, digest, outcome, comment, decided_at) SELECT '${tenant}', ${id(7, 'n')}, ${person('0')}, '\\x00', 'approve', NULL, ${at} ${each(instances / 20)};
     INSERT INTO batch_row (tenant, batch_id, place, task, instance_id, number, sequence)
       SELECT '${tenant}', ${id(7, 'n / 10')}, n % 10, ${id(3, 'n')} || '.1', ${id(3, 'n')}, 1, 2 ${each(instances / 2)};
     INSERT INTO withheld_message (tenant, batch_id, place, job, payload, due_at)
       SELECT '${tenant}', ${id(7, 'n / 10')}, n % 10, 'notice.send', '{}', ${at} ${each(instances / 20)};
     INSERT INTO audit_entry (tenant, at, person_id, act, subject_kind, subject_id, organisation_path)
       SELECT '${tenant}', ${at}, ${person('n % 7')}, 'instance.jump', 'instance', ${id(3, 'n')}, ${organisationPath(place)} ${each(instances / 10)};
     INSERT INTO handover SELECT '${tenant}', ${id(7, 'n')}, ${person('0')}, ${person('1')}, '\\x00', 'reason', ${at}, ${at} ${each(instances / 20)};
     INSERT INTO handover_row SELECT '${tenant}', ${id(7, 'n / 10')}, n % 10, ${id(3, 'n')}, 4, ${person('2')}, 5 ${each(instances / 5)};
     INSERT INTO case_migration SELECT '${tenant}', ${id(7, 'n')}, 'process-' || n % ${definitions}, 2, '{}', 'reason', '\\x00', ${person('0')}, ${at} ${each(instances / 20)};
     INSERT INTO case_migration_row SELECT '${tenant}', ${id(7, '1 + n / 10')}, n % 10, ${id(3, 'n')}, 1, '', '{}', 5 ${each(instances / 5)};
     INSERT INTO copied_case SELECT '${tenant}', ${id(3, 'n')}, 'person:' || ${person('3')}, ${at}, ${person('0')} ${each(instances / 5)};
     INSERT INTO session SELECT sha256(n::text::bytea), '${tenant}', ${person('0')}, ${at}, ${at} ${each(instances / 50)}`,
  ];
  // Filling takes as long as the machine lets it.
  await Promise.all(lines.map((line) => dataSource.query(`SET LOCAL statement_timeout = 0; ${line}`)));
  await dataSource.query('ANALYZE');
}
