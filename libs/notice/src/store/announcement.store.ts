import { type Database, newsMessage, statement } from '#platform';
import { isMoot } from './moot.ts';
import type { NoticeKind } from './notice.entity.ts';

/** Whether there is anybody to send it to outside the app; what stays inside need not be collected. */
const isForOutside = `(person.mail IS NOT NULL AND person.mail_preference <> 'none')
  OR EXISTS (SELECT FROM channel WHERE channel.tenant = $1 AND channel.is_enabled)`;

/**
 * Finds the people behind `addressed (cause, kind, title_zh, title_en, instance_id, task, tasks, assignee, excluded, recused)` and writes
 * each their notice, of which their screens are to hear. $1 tenant, $2 business day, $3 now. The casts stand in CASE because PostgreSQL may otherwise try
 * them on keys of the other kind.
 */
const insertNotices = `, written AS (
INSERT INTO notice (tenant, id, person_id, cause, kind, title_zh, title_en, instance_id, task, tasks, is_uncollected, created_at)
SELECT $1, gen_random_uuid(), person.id, cause, kind, title_zh, title_en, instance_id, task, tasks, ${isForOutside}, $3
FROM (
  SELECT *,
    CASE WHEN starts_with(assignee, 'person:') THEN substr(assignee, 8)::uuid END AS addressee,
    CASE WHEN starts_with(assignee, 'post:') THEN split_part(substr(assignee, 6), '@', 1) END AS post,
    CASE WHEN starts_with(assignee, 'post:') THEN split_part(assignee, '@', 2)::uuid END AS organisation
  FROM addressed
) AS address
CROSS JOIN LATERAL (
  SELECT addressee AS person_id WHERE addressee IS NOT NULL
  UNION
  SELECT holding.person_id FROM post_holding AS holding
  WHERE holding.tenant = $1 AND holding.organisation_id = organisation AND holding.post = address.post
    AND $2::date BETWEEN holding.valid_from AND coalesce(holding.valid_to, 'infinity')
) AS recipient
JOIN person ON person.tenant = $1 AND person.id = recipient.person_id AND person.disabled_at IS NULL
WHERE excluded IS DISTINCT FROM person.id AND (recused IS NULL OR person.id <> ALL (recused))
ON CONFLICT (tenant, cause, person_id) DO NOTHING
RETURNING person_id
), told AS (
  INSERT INTO outbox (tenant, job, payload, created_at)
  SELECT $1, '${newsMessage}', jsonb_build_object('readers', jsonb_agg(DISTINCT 'person:' || person_id)), $3 FROM written HAVING count(*) > 0
) SELECT 1 FROM written`;

const openTasks = `
  SELECT 'task:' || instance_id || '.' || number AS cause, 'task-opened' AS kind, title_zh, title_en, instance_id,
    number AS task, ARRAY[number] AS tasks, assignee, excluded, recused
  FROM task
  WHERE tenant = $1 AND status = 'open'`;

const announceTasks = statement(
  'notice.announce-tasks',
  `WITH addressed AS (${openTasks}
    AND (instance_id, number) IN (SELECT * FROM unnest($4::uuid[], $5::integer[])))${insertNotices}`,
);

const announceMissing = statement(
  'notice.announce-missing',
  `WITH addressed AS (${openTasks} AND opened_at BETWEEN $4 AND $5 AND (
    SELECT 1 FROM notice WHERE notice.tenant = $1 AND notice.cause = 'task:' || task.instance_id || '.' || task.number LIMIT 1
  ) IS NULL)${insertNotices}`,
);

// Between the timer that asked for a reminder and this statement the task may have been closed.
const announceMessages = statement(
  'notice.announce-messages',
  `WITH addressed AS (
    SELECT cause, kind, title_zh, title_en, instance_id, CASE WHEN cardinality(tasks) = 1 THEN tasks[1] END AS task, tasks,
      assignee, NULL::uuid AS excluded, NULL::uuid[] AS recused
    FROM jsonb_to_recordset($4::jsonb)
      AS message (cause text, kind text, title_zh text, title_en text, instance_id uuid, tasks integer[], addressees jsonb)
    CROSS JOIN LATERAL jsonb_array_elements_text(addressees) AS assignee
    WHERE NOT (${isMoot('message')})
  )${insertNotices}`,
);

/** For whom, as of which day, and when. */
export interface Occasion {
  readonly tenant: string;
  readonly day: string;
  readonly now: Date;
}

export interface TaskKey {
  readonly instance: string;
  readonly number: number;
}

export interface MessageWrite {
  readonly cause: string;
  readonly title_zh: string;
  readonly title_en: string | null;
  readonly instance_id: string | null;
  readonly kind: NoticeKind;
  readonly tasks: readonly number[];
  /** Assignee keys. */
  readonly addressees: readonly string[];
}

/** Writes notices. Each is one statement, and twice is once: a person has one notice of a cause. */
export class AnnouncementStore {
  constructor(private readonly database: Database) {}

  /** @returns how many notices were written. */
  async tasks(occasion: Occasion, tasks: readonly TaskKey[]): Promise<number> {
    const keys = [tasks.map(({ instance }) => instance), tasks.map(({ number }) => number)];
    return (await this.database.query(announceTasks, [...values(occasion), ...keys])).length;
  }

  /** @returns how many notices were written. */
  async missing(occasion: Occasion, opened: { readonly from: Date; readonly to: Date }): Promise<number> {
    return (await this.database.query(announceMissing, [...values(occasion), opened.from, opened.to])).length;
  }

  /** @returns how many notices were written. */
  async messages(occasion: Occasion, messages: readonly MessageWrite[]): Promise<number> {
    return (await this.database.query(announceMessages, [...values(occasion), JSON.stringify(messages)])).length;
  }
}

const values = ({ tenant, day, now }: Occasion): unknown[] => [tenant, day, now];
