import type { Caller } from '#directory';
import type { Text } from '#engine';
import type { CaseRefusal } from '../door/sending.ts';
import { stateTitle, textOf } from '../queries/titles.ts';
import { parseTaskId } from '../task-id.ts';
import type { BatchRequest } from './batch-decisions.ts';
import { RehearsedCases, type RehearsedCasesParts } from './rehearsed-cases.ts';

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

type AskedTask = Omit<BatchRequest, 'tasks'> & { readonly instance: string; readonly task: number; readonly formVersion: number };

/** The check before many tasks are decided together: the engine is asked what it would say to each, and nothing is written. */
export class BatchPreview {
  constructor(private readonly parts: RehearsedCasesParts) {}

  async read(caller: Caller, request: BatchRequest): Promise<BatchOutlook> {
    const named = request.tasks.flatMap(({ id }) => parseTaskId(id)?.instance ?? []);
    const cases = await RehearsedCases.read(this.parts, caller, named);
    const tasks: ExpectedTask[] = [];
    for (const { id, formVersion } of request.tasks) {
      const task = parseTaskId(id);
      if (task === undefined || cases.get(task.instance) === undefined)
        tasks.push({ task: id, refusal: { kind: 'refused', code: 'task.unknown', params: {} } });
      else tasks.push({ task: id, ...(await this.rehearse(cases, { ...request, ...task, formVersion })) });
    }
    const leftOut = tasks.filter(({ refusal }) => refusal !== undefined).length;
    return { possible: tasks.length - leftOut, leftOut, tasks };
  }

  private async rehearse(cases: RehearsedCases, asked: AskedTask): Promise<Omit<ExpectedTask, 'task'>> {
    const { instance, task, formVersion, outcome, comment } = asked;
    const before = cases.get(instance);
    if (before === undefined) throw new Error(`case ${instance} was not read`);
    const decision = { kind: 'decide', task, outcome, formVersion, ...(comment !== undefined && { comment }) } as const;
    const result = await cases.attempt(instance, decision);
    const open = Object.values(before.state.steps).find(({ tasks }) => tasks.some(({ number }) => number === task));
    return {
      title: textOf(before.row.title_zh, before.row.title_en),
      ...(open && { step: { path: open.step, title: stateTitle(before.workflow.definition, open.step) } }),
      ...(result.kind === 'refused' && { refusal: result }),
    };
  }
}
