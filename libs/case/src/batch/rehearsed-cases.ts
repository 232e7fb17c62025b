import type { Caller, PostCatalogue } from '#directory';
import { type Advanced, advance, type CaseState, type Command, type Refused, type Workflow } from '#engine';
import { type Clock, type Database, statement } from '#platform';
import type { Workflows } from '../definition/workflows.ts';
import type { Request } from '../door/sending.ts';
import type { CaseSurroundings } from '../door/surroundings.ts';
import { mayRead, readerOf } from '../queries/visibility.ts';
import type { StoredState } from '../store/instance.store.ts';

interface CaseRow {
  readonly id: string;
  readonly definition_key: string;
  readonly definition_version: number;
  readonly organisation_id: string;
  readonly title_zh: string;
  readonly title_en: string | null;
  readonly state: StoredState;
  readonly form_version: number;
  readonly fields: CaseState['form']['fields'];
}

const readCases = statement(
  'batch.cases',
  `SELECT i.id, i.definition_key, i.definition_version, i.organisation_id, i.title_zh, i.title_en, i.state, i.form_version, f.fields
   FROM instance i
   JOIN form_version f ON f.tenant = i.tenant AND f.instance_id = i.id AND f.version = i.form_version
   WHERE i.tenant = $1 AND i.id = ANY ($5::uuid[]) AND ${mayRead}`,
);

/** A case as it would be after those of its commands that come before. */
export interface RehearsedCase {
  readonly row: CaseRow;
  readonly workflow: Workflow;
  readonly state: CaseState;
}

export interface RehearsedCasesParts {
  readonly database: Database;
  readonly workflows: Workflows;
  readonly surroundings: CaseSurroundings;
  readonly posts: PostCatalogue;
  readonly clock: Clock;
}

/** Cases that somebody may read, on which commands are tried one after another. Nothing is written. */
export class RehearsedCases {
  private constructor(
    private readonly caller: Caller,
    private readonly cases: Map<string, RehearsedCase>,
    private readonly parts: RehearsedCasesParts,
  ) {}

  static async read(parts: RehearsedCasesParts, caller: Caller, ids: readonly string[]): Promise<RehearsedCases> {
    const { database, workflows, posts } = parts;
    const parameters = [caller.tenant, ...readerOf(caller, posts), [...new Set(ids)]];
    const rows = await database.query<CaseRow & Record<string, unknown>>(readCases, parameters);
    const cases = rows.map(async (row): Promise<readonly [string, RehearsedCase]> => {
      const published = await workflows.get(caller.tenant, row.definition_key, row.definition_version);
      if (published === undefined) throw new Error(`version ${row.definition_version} of ${row.definition_key} is gone`);
      const state = { ...row.state, form: { version: row.form_version, fields: row.fields } };
      return [row.id, { row, workflow: published.workflow, state }];
    });
    return new RehearsedCases(caller, new Map(await Promise.all(cases)), parts);
  }

  get(id: string): RehearsedCase | undefined {
    return this.cases.get(id);
  }

  /** What the engine says to a command; what it lets pass counts for the next one. */
  async attempt(id: string, request: Request): Promise<Advanced | Refused> {
    const rehearsed = this.cases.get(id);
    if (rehearsed === undefined) throw new Error(`case ${id} was not read`);
    const { surroundings, clock } = this.parts;
    const { tenant, person } = this.caller;
    const { workflow, state, row } = rehearsed;
    const at = clock.now();
    const by = await surroundings.actor(tenant, person, { at, definition: workflow.definition.key });
    const place = { tenant, workflow, organisation: row.organisation_id, at };
    const command = { ...request, id: 'rehearsal', at: at.toISOString(), by } as Command;
    const result = await surroundings.answering(place, (world) => advance(workflow, state, command, world));
    if (result.kind === 'advanced') this.cases.set(id, { ...rehearsed, state: result.state });
    return result;
  }
}
