import {
  type Advanced,
  type CaseState,
  counterpartsOf,
  type Mapping,
  type MigrationCommand,
  migrate,
  previewOf,
  type Refused,
  type Verdict,
  verdictOf,
  type Workflow,
} from '#engine';
import { type Clock, type Database, statement } from '#platform';
import type { Workflows } from '../definition/workflows.ts';
import { confirmationOf } from '../door/confirmation.ts';
import type { CaseSurroundings } from '../door/surroundings.ts';
import type { StoredState } from '../store/instance.store.ts';

/** A case that is running on a version of a process. */
export interface RunningCase {
  readonly id: string;
  readonly case_number: string;
  readonly definition_version: number;
  readonly organisation_id: string;
  readonly title_zh: string;
  readonly title_en: string | null;
  readonly state: StoredState;
  readonly form_version: number;
  readonly fields: CaseState['form']['fields'];
  readonly sequence: number;
  /** Its tasks that are on the agenda of a meeting. */
  readonly on_agenda: readonly number[];
}

const running = statement(
  'migration.cases',
  `SELECT i.id, i.case_number::text, i.definition_version, i.organisation_id, i.title_zh, i.title_en, i.state, i.form_version, i.sequence, f.fields,
     ARRAY(SELECT m.task FROM meeting_item m WHERE m.tenant = i.tenant AND m.instance_id = i.id AND m.is_open) AS on_agenda
   FROM instance i
   JOIN form_version f ON f.tenant = i.tenant AND f.instance_id = i.id AND f.version = i.form_version
   WHERE i.tenant = $1 AND i.definition_key = $2 AND i.definition_version = ANY ($3::int[]) AND NOT i.is_finished
     AND EXISTS (SELECT FROM unnest($4::text[]) AS scope WHERE starts_with(i.organisation_path, scope))
     AND ($5::uuid[] IS NULL OR i.id = ANY ($5))
   ORDER BY i.started_at, i.id LIMIT $6`,
);

const versions = statement(
  'migration.versions',
  `SELECT i.definition_version AS version, count(*)::int AS cases FROM instance i
   WHERE i.tenant = $1 AND i.definition_key = $2 AND NOT i.is_finished
     AND EXISTS (SELECT FROM unnest($3::text[]) AS scope WHERE starts_with(i.organisation_path, scope))
   GROUP BY i.definition_version ORDER BY i.definition_version`,
);

export interface Wanted {
  readonly tenant: string;
  readonly key: string;
  readonly from: readonly number[];
  readonly scopes: readonly string[];
  readonly ids: readonly string[] | null;
  readonly limit: number;
}

/** What would become of a case that is migrated as somebody has chosen. */
export interface Outlook {
  readonly row: RunningCase;
  readonly state: CaseState;
  readonly from: Workflow;
  readonly to: Workflow;
  readonly verdict: Verdict;
  /** Whether somebody has chosen all that there is to choose. */
  readonly isChosen: boolean;
  /** With what is proposed where nothing was chosen; undefined where nothing could be. */
  readonly mapping: Mapping;
  readonly result: Advanced | Refused | undefined;
  /** Because of this it is left out, whatever is chosen. */
  readonly isOnAgenda: boolean;
  /** What to send as `expected`, where it can be migrated. */
  readonly expected: string | undefined;
}

export interface MigratingCasesParts {
  readonly database: Database;
  readonly workflows: Workflows;
  readonly surroundings: CaseSurroundings;
  readonly clock: Clock;
}

/** Running cases, tried on another version of their process. Nothing is written. */
export class MigratingCases {
  constructor(private readonly parts: MigratingCasesParts) {}

  /** On which versions cases run, and how many. */
  versions(tenant: string, key: string, scopes: readonly string[]): Promise<{ readonly version: number; readonly cases: number }[]> {
    return this.parts.database.query<{ version: number; cases: number }>(versions, [tenant, key, scopes]);
  }

  /** The oldest first. */
  read({ tenant, key, from, scopes, ids, limit }: Wanted): Promise<RunningCase[]> {
    return this.parts.database.query<RunningCase & Record<string, unknown>>(running, [tenant, key, from, scopes, ids, limit]);
  }

  async outlook(
    tenant: string,
    row: RunningCase,
    to: Workflow,
    target: { readonly version: number; readonly chosen: Mapping },
  ): Promise<Outlook> {
    const { key } = to.definition;
    const published = await this.parts.workflows.get(tenant, key, row.definition_version);
    if (published === undefined) throw new Error(`version ${row.definition_version} of ${key} is gone`);
    const from = published.workflow;
    const state: CaseState = { ...row.state, form: { version: row.form_version, fields: row.fields } };
    const verdict = verdictOf(from, to, state);
    const { mapping, isChosen } = mappingOf(from, to, verdict, target.chosen);
    const result =
      mapping === undefined ? undefined : await this.attempt(tenant, row, { from, to, state, mapping, version: target.version });
    const advanced = result?.kind === 'advanced' ? result : undefined;
    const isOnAgenda = advanced?.effects.some((effect) => effect.kind === 'close-task' && row.on_agenda.includes(effect.task)) === true;
    const expected = advanced && confirmationOf(to, row.sequence, previewOf(state, advanced));
    return { row, state, from, to, verdict, isChosen, mapping: mapping ?? {}, result, isOnAgenda, expected };
  }

  private async attempt(
    tenant: string,
    row: RunningCase,
    { from, to, state, mapping, version }: Pick<Outlook, 'from' | 'to' | 'state' | 'mapping'> & { readonly version: number },
  ): Promise<Advanced | Refused> {
    const at = this.parts.clock.now();
    const command: Extract<MigrationCommand, { kind: 'migrate' }> = {
      kind: 'migrate',
      id: 'rehearsal',
      at: at.toISOString(),
      by: { person: '', posts: [] },
      from: row.definition_version,
      to: version,
      mapping,
      comment: '…',
    };
    const place = { tenant, workflow: to, organisation: row.organisation_id, at };
    return this.parts.surroundings.answering(place, (world) => migrate({ from, to }, state, command, world));
  }
}

/** What a case is migrated with: the same states under other names, what was chosen, and else what is proposed. */
function mappingOf(from: Workflow, to: Workflow, { kind, choices }: Verdict, chosen: Mapping) {
  if (kind === 'stays') return { mapping: undefined, isChosen: false };
  const renamed = Object.entries(counterpartsOf(from, to).same).filter(([path, target]) => path !== target);
  const known = Object.entries(chosen).filter(([path]) => from.leaves.has(path));
  const proposed = Object.entries(choices).filter((entry): entry is [string, string] => entry[1] !== null && !(entry[0] in chosen));
  const isWhole = Object.entries(choices).every(([path, proposal]) => proposal !== null || path in chosen);
  return {
    mapping: isWhole ? Object.fromEntries([...renamed, ...proposed, ...known]) : undefined,
    isChosen: Object.keys(choices).every((path) => path in chosen),
  };
}
