import type { EndedBecause, Fields, Json, Subject } from '#engine';
import { type Database, statement } from '#platform';

/** A child case, as it was asked for and as it stands. */
export interface ChildRow {
  readonly child_id: string;
  readonly definition_key: string;
  readonly organisation_id: string | null;
  readonly form: Fields;
  readonly depth: number;
  readonly ended_because: EndedBecause | null;
  readonly asked: number;
  readonly asked_at: Date;
  readonly applicant: string;
  readonly subject: Subject;
  /** Null while it has not begun. */
  readonly is_finished: boolean | null;
  readonly standing: readonly string[] | null;
  readonly output: Json;
}

export interface ChildKey {
  readonly tenant: string;
  readonly parent: string;
  readonly number: number;
}

const find = statement(
  'child.find',
  `SELECT c.child_id, c.definition_key, c.organisation_id, c.form, c.depth, c.ended_because, c.asked, c.asked_at,
     p.state->>'applicant' AS applicant, p.state->'subject' AS subject,
     i.is_finished, i.standing, i.state->'machine'->'output' AS output
   FROM child_case c
   JOIN instance p ON p.tenant = c.tenant AND p.id = c.parent_id
   LEFT JOIN instance i ON i.tenant = c.tenant AND i.id = c.child_id
   WHERE c.tenant = $1 AND c.parent_id = $2 AND c.number = $3`,
);

const settle = statement(
  'child.settle',
  `UPDATE child_case SET is_pending = false WHERE tenant = $1 AND parent_id = $2 AND number = $3 AND asked = $4 RETURNING 1`,
);

const pending = statement(
  'child.pending',
  `SELECT tenant, parent_id AS parent, number FROM child_case WHERE is_pending AND asked_at <= $1 ORDER BY asked_at LIMIT $2`,
);

/** Child cases as their parents asked for them. */
export class ChildStore {
  constructor(private readonly database: Database) {}

  async find({ tenant, parent, number }: ChildKey): Promise<ChildRow | undefined> {
    const [row] = await this.database.query<ChildRow & { [column: string]: unknown }>(find, [tenant, parent, number]);
    return row;
  }

  /** Notes that all that was asked for has been done. @returns false when more has been asked for since. */
  async settle({ tenant, parent, number }: ChildKey, asked: number): Promise<boolean> {
    return (await this.database.query(settle, [tenant, parent, number, asked])).length > 0;
  }

  /** Those for which something was asked before then and has not been done, in all tenants. */
  pending(before: Date, limit: number): Promise<ChildKey[]> {
    return this.database.query<ChildKey & { [column: string]: unknown }>(pending, [before, limit]);
  }
}
