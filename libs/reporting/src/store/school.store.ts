import { type Database, statement } from '#platform';
import type { ParticipationRow } from './ledger.store.ts';

export interface ListedSchoolRow extends ParticipationRow {
  readonly name: string;
  readonly path: string;
  /** Null for a school that stands under no city. */
  readonly city_id: string | null;
  readonly city_name: string | null;
}

/** A case against a school, as far as its instance tells. */
export interface StandingCaseRow {
  readonly school_id: string;
  readonly number: number;
  readonly instance_id: string;
  readonly opened_at: Date;
  /** Null while the case is only about to begin. */
  readonly standing: readonly string[] | null;
  readonly is_finished: boolean | null;
  readonly changed_at: Date | null;
  /** Seconds since 1970; null before there was a circular. */
  readonly circulated_at: number | null;
}

export interface NoticeRow {
  readonly school_id: string;
  readonly report: string;
  readonly period: string;
  readonly rung: string;
  readonly sent_at: Date;
}

// By path: the schools of a city stand together. A path is unique, so it is also where the next page begins.
const listSchools = statement(
  'report.schools',
  `SELECT o.name, o.path, c.id AS city_id, c.name AS city_name,
     p.school_id, p.scheme, p.valid_from::text, p.valid_to::text, p.suspensions, p.version, p.look_at
   FROM organisation o JOIN participation p ON p.tenant = o.tenant AND p.school_id = o.id
     LEFT JOIN organisation c ON c.tenant = o.tenant AND c.id = o.parent_id AND c.kind = 'city'
   WHERE o.tenant = $1 AND o.path > $2 AND EXISTS (SELECT FROM unnest($3::text[]) AS scope WHERE starts_with(o.path, scope))
     AND ($4::text[] IS NULL OR p.scheme = ANY($4))
   ORDER BY o.path LIMIT $5`,
);

const readCases = statement(
  'report.standing-cases',
  `SELECT c.school_id, c.number, c.instance_id, c.opened_at, i.standing, i.is_finished, i.changed_at,
     (i.state #>> '{data,circulatedAt}')::float8 AS circulated_at
   FROM standing_case c LEFT JOIN instance i ON i.tenant = c.tenant AND i.id = c.instance_id
   WHERE c.tenant = $1 AND c.school_id = ANY($2::uuid[]) ORDER BY c.school_id, c.number`,
);

const readNotices = statement(
  'report.notices',
  `SELECT school_id, report, period, rung, sent_at FROM report_notice WHERE tenant = $1 AND school_id = ANY($2::uuid[]) ORDER BY sent_at, period`,
);

// Found by the key the process is unique by, because there is an index on it.
const findDisqualification = statement(
  'report.disqualification',
  `SELECT state #>> '{data,disqualifiedFrom}' AS from, state #>> '{data,disqualifiedUntil}' AS until, state #>> '{data,rule}' AS rule
   FROM instance
   WHERE tenant = $1 AND definition_key = 'school-standing' AND unique_key = $2 AND standing && '{disqualified,reinstateReview}'`,
);

/** From which year on a school may not take part, until when, and under which clause. */
export interface DisqualificationRow {
  readonly from: string;
  /** ISO 8601. */
  readonly until: string;
  readonly rule: string;
}

export interface SchoolSelection {
  readonly scopes: readonly string[];
  readonly after: string;
  /** Keys of the schemes they report by; without it, any. */
  readonly schemes?: readonly string[] | undefined;
  readonly limit: number;
}

/** What is known of schools besides their ledgers. */
export class SchoolStore {
  constructor(private readonly database: Database) {}

  list(tenant: string, { scopes, after, schemes, limit }: SchoolSelection): Promise<ListedSchoolRow[]> {
    return this.database.query(listSchools, [tenant, after, scopes, schemes ?? null, limit]);
  }

  cases(tenant: string, schools: readonly string[]): Promise<StandingCaseRow[]> {
    return this.database.query(readCases, [tenant, schools]);
  }

  async disqualification(tenant: string, school: string): Promise<DisqualificationRow | undefined> {
    const [row] = await this.database.query<DisqualificationRow>(findDisqualification, [tenant, school]);
    return row;
  }

  notices(tenant: string, schools: readonly string[]): Promise<NoticeRow[]> {
    return this.database.query(readNotices, [tenant, schools]);
  }
}
