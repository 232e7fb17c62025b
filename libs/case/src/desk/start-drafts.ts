import type { Caller } from '#directory';
import type { Fields, Text } from '#engine';
import { type Clock, type Database, type Refusal, statement } from '#platform';
import type { Workflows } from '../definition/workflows.ts';

export interface DraftRequest {
  readonly organisation?: string | undefined;
  readonly fields: Fields;
}

/** What somebody has typed into a form before its case has begun. */
export interface StartDraft {
  readonly definition: { readonly key: string; readonly title: Text };
  readonly organisation?: string;
  readonly fields: Fields;
  /** Any text; another after every saving. */
  readonly version: string;
  readonly savedAt: string;
}

/** Another window has saved meanwhile, or begun the case and thrown the draft away: `current` is null then. */
export interface DraftChanged extends Refusal {
  readonly code: 'draft.changed';
  readonly current: StartDraft | null;
}

interface DraftRow {
  readonly definition_key: string;
  readonly organisation_id: string | null;
  readonly fields: Fields;
  readonly version: number;
  readonly saved_at: Date;
}

const columns = 'definition_key, organisation_id, fields, version, saved_at';

const ofPerson = statement(
  'draft.of-person',
  `SELECT ${columns} FROM start_draft WHERE tenant = $1 AND person_id = $2 ORDER BY saved_at DESC`,
);

const find = statement('draft.find', `SELECT ${columns} FROM start_draft WHERE tenant = $1 AND person_id = $2 AND definition_key = $3`);

// $7 is what was seen; null for nothing, and then there must be nothing. A draft that was thrown away and begun anew counts from
// somewhere else, so that nobody takes it for the old one.
const put = statement(
  'draft.put',
  `INSERT INTO start_draft AS d (tenant, person_id, definition_key, organisation_id, fields, version, saved_at)
   SELECT $1, $2, $3, $4, $5, (random() * 1000000000)::int, $6 WHERE $7::int IS NULL
     OR EXISTS (SELECT FROM start_draft WHERE tenant = $1 AND person_id = $2 AND definition_key = $3)
   ON CONFLICT (tenant, person_id, definition_key) DO UPDATE
     SET organisation_id = excluded.organisation_id, fields = excluded.fields, version = d.version + 1, saved_at = excluded.saved_at
     WHERE d.version = $7
   RETURNING ${columns}`,
);

const remove = statement(
  'draft.remove',
  `DELETE FROM start_draft WHERE tenant = $1 AND person_id = $2 AND definition_key = $3 AND ($4::int IS NULL OR version = $4)
   RETURNING 1`,
);

type Row = DraftRow & Record<string, unknown>;

/** Null for nothing; what is no number of ours was never given to anybody. */
const seenOf = (version: string | undefined): number | null =>
  version === undefined ? null : /^\d{1,10}$/.test(version) && Number(version) < 2 ** 31 ? Number(version) : -1;

/** One draft a person and process, saved while they type; what is in it is checked when the case is started. */
export class StartDrafts {
  constructor(
    private readonly database: Database,
    private readonly workflows: Workflows,
    private readonly clock: Clock,
  ) {}

  /** The caller's, the latest first. */
  async list({ tenant, person }: Caller): Promise<StartDraft[]> {
    const rows = await this.database.query<Row>(ofPerson, [tenant, person]);
    return Promise.all(rows.map((row) => this.draftOf(tenant, row)));
  }

  async read({ tenant, person }: Caller, definition: string): Promise<StartDraft | undefined> {
    const [row] = await this.database.query<Row>(find, [tenant, person, definition]);
    return row && this.draftOf(tenant, row);
  }

  /** @param seen the version it is typed on; undefined where there was no draft. */
  async put(
    caller: Caller,
    definition: string,
    { organisation, fields }: DraftRequest,
    seen: string | undefined,
  ): Promise<StartDraft | Refusal | DraftChanged> {
    const { tenant, person } = caller;
    if ((await this.workflows.latest(tenant, definition)) === undefined)
      return { kind: 'refused', code: 'definition.unknown', params: { definition } };
    const values = [tenant, person, definition, organisation ?? null, JSON.stringify(fields), this.clock.now(), seenOf(seen)];
    const [row] = await this.database.query<Row>(put, values);
    return row === undefined ? this.changed(caller, definition) : this.draftOf(tenant, row);
  }

  /** Throws it away. @param seen as in `put`; undefined for whatever there is. */
  async remove(caller: Caller, definition: string, seen: string | undefined): Promise<Refusal | DraftChanged | undefined> {
    const { tenant, person } = caller;
    const removed = await this.database.query(remove, [tenant, person, definition, seenOf(seen)]);
    if (removed.length > 0) return undefined;
    const isThere = (await this.read(caller, definition)) !== undefined;
    return isThere ? this.changed(caller, definition) : { kind: 'refused', code: 'draft.unknown' };
  }

  private async changed(caller: Caller, definition: string): Promise<DraftChanged> {
    return { kind: 'refused', code: 'draft.changed', current: (await this.read(caller, definition)) ?? null };
  }

  private async draftOf(tenant: string, row: DraftRow): Promise<StartDraft> {
    const key = row.definition_key;
    const title = (await this.workflows.known(tenant, key))?.workflow.definition.title ?? { zh: key };
    return {
      definition: { key, title },
      ...(row.organisation_id !== null && { organisation: row.organisation_id }),
      fields: row.fields,
      version: String(row.version),
      savedAt: row.saved_at.toISOString(),
    };
  }
}
