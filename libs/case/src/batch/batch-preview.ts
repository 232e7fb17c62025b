import type { Caller, PostCatalogue } from '#directory';
import { advance, type CaseState, type Text, type Workflow } from '#engine';
import { type Clock, type Database, statement } from '#platform';
import type { Workflows } from '../definition/workflows.ts';
import type { CaseRefusal } from '../door/sending.ts';
import type { CaseSurroundings } from '../door/surroundings.ts';
import { stateTitle, textOf } from '../queries/titles.ts';
import { mayRead, readerOf } from '../queries/visibility.ts';
import type { StoredState } from '../store/instance.store.ts';
import { parseTaskId } from '../task-id.ts';
import type { BatchRequest } from './batch-decisions.ts';

/** What would become of one task if it were decided with the others now. */
interface ExpectedTask {
  readonly task: string;
  /** Of its case; absent, like the step, where the reader has no such task. */
  readonly title?: Text;
  readonly step?: { readonly path: string; readonly title: Text };
  /** Why it would be left out; absent when it can be decided. */
  readonly refusal?: CaseRefusal;
}

/** What deciding many tasks together would come to, in the order of the request. */
export interface BatchOutlook {
  readonly possible: number;
  readonly leftOut: number;
  readonly tasks: readonly ExpectedTask[];
}

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

/** A case as it would be after those of its tasks that come before. */
interface Rehearsed {
  readonly row: CaseRow;
  readonly workflow: Workflow;
  state: CaseState;
}

export interface BatchPreviewParts {
  readonly database: Database;
  readonly workflows: Workflows;
  readonly surroundings: CaseSurroundings;
  readonly posts: PostCatalogue;
  readonly clock: Clock;
}

/** The check before many tasks are decided together: the engine is asked what it would say to each, and nothing is written. */
export class BatchPreview {
  constructor(private readonly parts: BatchPreviewParts) {}

  async read(caller: Caller, request: BatchRequest): Promise<BatchOutlook> {
    const cases = await this.casesOf(caller, request);
    const tasks: ExpectedTask[] = [];
    for (const { id, formVersion } of request.tasks) {
      const named = parseTaskId(id);
      const found = named && cases.get(named.instance);
      if (found === undefined) tasks.push({ task: id, refusal: { kind: 'refused', code: 'task.unknown', params: {} } });
      else tasks.push({ task: id, ...(await this.rehearse(caller, found, { ...request, task: named?.task ?? 0, formVersion })) });
    }
    const leftOut = tasks.filter(({ refusal }) => refusal !== undefined).length;
    return { possible: tasks.length - leftOut, leftOut, tasks };
  }

  private async rehearse(
    caller: Caller,
    rehearsed: Rehearsed,
    { task, formVersion, outcome, comment }: Omit<BatchRequest, 'tasks'> & { readonly task: number; readonly formVersion: number },
  ): Promise<Omit<ExpectedTask, 'task'>> {
    const { surroundings, clock } = this.parts;
    const { workflow, state, row } = rehearsed;
    const at = clock.now();
    const by = await surroundings.actor(caller.tenant, caller.person, { at, definition: workflow.definition.key });
    const place = { tenant: caller.tenant, workflow, organisation: row.organisation_id, at };
    const decision = { kind: 'decide', task, outcome, formVersion, ...(comment !== undefined && { comment }) } as const;
    const command = { ...decision, id: 'rehearsal', at: at.toISOString(), by };
    const result = await surroundings.answering(place, (world) => advance(workflow, state, command, world));
    const open = Object.values(state.steps).find(({ tasks }) => tasks.some(({ number }) => number === task));
    const shown = {
      title: textOf(row.title_zh, row.title_en),
      ...(open && { step: { path: open.step, title: stateTitle(workflow.definition, open.step) } }),
    };
    if (result.kind === 'refused') return { ...shown, refusal: result };
    rehearsed.state = result.state;
    return shown;
  }

  private async casesOf(caller: Caller, { tasks }: BatchRequest): Promise<ReadonlyMap<string, Rehearsed>> {
    const { database, workflows, posts } = this.parts;
    const ids = new Set(tasks.flatMap(({ id }) => parseTaskId(id)?.instance ?? []));
    const rows = await database.query<CaseRow & Record<string, unknown>>(readCases, [caller.tenant, ...readerOf(caller, posts), [...ids]]);
    const cases = rows.map(async (row): Promise<readonly [string, Rehearsed]> => {
      const published = await workflows.get(caller.tenant, row.definition_key, row.definition_version);
      if (published === undefined) throw new Error(`version ${row.definition_version} of ${row.definition_key} is gone`);
      const state = { ...row.state, form: { version: row.form_version, fields: row.fields } };
      return [row.id, { row, workflow: published.workflow, state }];
    });
    return new Map(await Promise.all(cases));
  }
}
