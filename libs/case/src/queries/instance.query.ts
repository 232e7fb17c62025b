import type { Caller, PostCatalogue } from '#directory';
import {
  absentIn,
  type CaseState,
  type DueTime,
  type Fields,
  type FormField,
  fieldsRead,
  type OpenStep,
  type Task,
  type Text,
  type Workflow,
  wantedIn,
} from '#engine';
import { type Clock, type Database, isId, statement } from '#platform';
import type { Workflows } from '../definition/workflows.ts';
import type { CaseSurroundings } from '../door/surroundings.ts';
import type { StoredState } from '../store/instance.store.ts';
import { taskId } from '../task-id.ts';
import { AssigneeNames, type NamedAssignee } from './assignee-names.ts';
import { Families, type Family } from './family.query.ts';
import { type OwnTask, ownTasksOf } from './own-tasks.ts';
import { type CaseParagraph, type ParagraphRow, paragraphOf, paragraphsOfCase } from './paragraphs.ts';
import { type ReturnedView, returnedViews } from './returned.ts';
import { isShownTo } from './shown-fields.ts';
import { stateTitle, textOf, titled } from './titles.ts';
import { isOutsider, isReachedBy, mayRead, readerOf } from './visibility.ts';
import { workingDaysLeft } from './working-days-left.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** A step that is open now, and who is asked in it. */
export interface StepView {
  readonly path: string;
  readonly title: Text;
  readonly visit: number;
  readonly openedAt: string;
  readonly dueAt?: string;
  readonly workingDaysLeft?: number;
  /** 会签规则: one, all, sequence or vote. */
  readonly policy: string;
  /** Nobody could be found for it; an operator has been told. */
  readonly isHeld: boolean;
  readonly tasks: readonly TaskView[];
  readonly signing: readonly SigningView[];
}

/** A task of a step, whether it is open or has been decided. */
interface TaskView {
  readonly id: string;
  readonly assignee: NamedAssignee;
  readonly outcome?: string;
  /** The holder of the post who has claimed it. */
  readonly claimedBy?: Named;
  /** Who asked its assignee for an answer, and decides then. */
  readonly delegatedBy?: Named;
  /** Who asked its assignee to sign too. */
  readonly addedBy?: Named;
  /** Its assignee was not asked again: the system counted what they had approved in this step. */
  readonly earlier?: { readonly path: string; readonly title: Text };
}

/** Somebody who waits for others to sign: before they decide, or after they have. */
interface SigningView {
  readonly place: 'before' | 'after';
  readonly policy: string;
  readonly assignee: NamedAssignee;
  /** The tasks of those who sign. */
  readonly tasks: readonly string[];
}

/** A case as one person may see it. Instants are ISO 8601 in UTC. */
export interface InstanceView extends Family {
  readonly id: string;
  readonly number: string;
  readonly title: Text;
  readonly definition: { readonly key: string; readonly version: number; readonly title: Text };
  readonly organisation: Named;
  /** Absent where the system began the case. */
  readonly applicant?: Named;
  readonly states: readonly { readonly path: string; readonly title: Text }[];
  readonly isFinished: boolean;
  /** Nobody can decide anything in it and no time passes, until an administrator resumes it. */
  readonly isSuspended: boolean;
  readonly startedAt: string;
  readonly changedAt: string;
  readonly sequence: number;
  readonly form: FormView;
  readonly steps: readonly StepView[];
  /** What meetings have decided of it: the party committee reads what the first body's minutes say. */
  readonly paragraphs: readonly CaseParagraph[];
  /** 退回与补正清单: the steps that have sent it back and not passed it since. */
  readonly returned: readonly ReturnedView[];
  /** 结转: steps that passed by themselves after the last return, with what these people had approved before it. */
  readonly carried: readonly {
    readonly step: { readonly path: string; readonly title: Text };
    readonly people: readonly NamedAssignee[];
  }[];
  /** What the reader may do: a task each, with the decisions it allows and what each would lead to. */
  readonly myTasks: readonly OwnTask[];
  readonly mayWithdraw: boolean;
  /** Decisions of the reader's own that they may take back, by the ids of their tasks. */
  readonly mayTakeBack: readonly string[];
}

interface FormView {
  readonly version: number;
  readonly schema: unknown;
  readonly ui?: unknown;
  readonly fields: Fields;
  /** Fields that do not apply to what is filled in: they are not merely empty. */
  readonly absent?: readonly string[];
}

interface InstanceRow {
  readonly id: string;
  readonly case_number: string;
  readonly definition_key: string;
  readonly definition_version: number;
  readonly title_zh: string;
  readonly title_en: string | null;
  readonly applicant: string | null;
  readonly applicant_name: string | null;
  readonly organisation_id: string;
  readonly organisation_name: string | null;
  readonly standing: readonly string[];
  readonly is_finished: boolean;
  readonly started_at: Date;
  readonly changed_at: Date;
  readonly sequence: number;
  readonly state: StoredState;
  readonly form_version: number;
  readonly fields: Fields;
  readonly own_steps: readonly string[];
  readonly is_outsider: boolean;
  /** Names of the people who are asked in the open steps, by their ids. */
  readonly people: Readonly<Record<string, string>> | null;
  readonly paragraphs: readonly ParagraphRow[] | null;
}

const readOne = statement(
  'instance.read',
  `SELECT i.id, i.case_number, i.definition_key, i.definition_version, i.title_zh, i.title_en, i.applicant, p.name AS applicant_name,
     i.organisation_id, o.name AS organisation_name, i.standing, i.is_finished, i.started_at, i.changed_at, i.sequence, i.state,
     i.form_version, f.fields, ${isOutsider},
     ARRAY(SELECT DISTINCT t.step FROM task t WHERE t.tenant = i.tenant AND t.instance_id = i.id
       AND (${isReachedBy('$3')} OR t.decided_by = $2::uuid)) AS own_steps,
     (SELECT jsonb_object_agg(asked.id, asked.name) FROM person asked WHERE asked.tenant = i.tenant AND asked.id IN (
       SELECT (found #>> '{}')::uuid FROM jsonb_path_query(i.state, '$.steps.*.tasks[*].assignee.person') AS found
     )) AS people,
     ${paragraphsOfCase} AS paragraphs
   FROM instance i
   JOIN form_version f ON f.tenant = i.tenant AND f.instance_id = i.id AND f.version = i.form_version
   LEFT JOIN person p ON p.tenant = i.tenant AND p.id = i.applicant
   LEFT JOIN organisation o ON o.tenant = i.tenant AND o.id = i.organisation_id
   WHERE i.tenant = $1 AND i.id = $5 AND ${mayRead}`,
);

export interface InstanceReaderParts {
  readonly database: Database;
  readonly workflows: Workflows;
  readonly surroundings: CaseSurroundings;
  readonly posts: PostCatalogue;
  readonly clock: Clock;
  readonly dueTimeOf: (tenant: string) => DueTime;
}

/** Reads one case for one person. */
export class InstanceReader {
  private readonly names: AssigneeNames;
  private readonly families: Families;

  constructor(private readonly parts: InstanceReaderParts) {
    this.names = new AssigneeNames(parts.database, parts.posts);
    this.families = new Families(parts.database, parts.workflows);
  }

  /** Undefined when there is no such case, or the caller may not see it. */
  async read(caller: Caller, instance: string): Promise<InstanceView | undefined> {
    if (!isId(instance)) return undefined;
    const { database, workflows, posts, surroundings, clock } = this.parts;
    const [row] = await database.query<InstanceRow>(readOne, [caller.tenant, ...readerOf(caller, posts), instance]);
    if (row === undefined) return undefined;
    const published = await workflows.get(caller.tenant, row.definition_key, row.definition_version);
    if (published === undefined) throw new Error(`version ${row.definition_version} of ${row.definition_key} is gone`);
    const { workflow } = published;
    const state: CaseState = { ...row.state, form: { version: row.form_version, fields: row.fields } };
    const place = { tenant: caller.tenant, workflow, organisation: row.organisation_id, at: clock.now() };
    const own = await ownTasksOf({ place, caller, state, instance: row.id, surroundings });
    const tasks = Object.values(state.steps).flatMap((step) => step.tasks);
    const assignees = [
      ...carriedIn(state).flatMap(({ by }) => by.map(({ person }) => ({ kind: 'person' as const, person }))),
      ...tasks.map(({ assignee }) => assignee),
      ...othersIn(state),
      ...own.assignees,
    ];
    const known = new Map([...Object.entries(row.people ?? {}), [row.applicant ?? '', row.applicant_name ?? '']]);
    const nameOf = await this.names.of({ tenant: caller.tenant, subject: state.subject, known }, assignees);
    const dueTime = this.parts.dueTimeOf(caller.tenant);
    const left = ({ dueAt }: { readonly dueAt?: string }) =>
      dueAt === undefined ? {} : { workingDaysLeft: workingDaysLeft(dueTime, place.at, dueAt) };
    return {
      ...headOf(row, workflow),
      isSuspended: state.suspension !== undefined,
      form: formFor(workflow, row),
      steps: Object.values(state.steps).map((step) => ({ ...stepView(row.id, workflow, step, nameOf), ...left(step) })),
      paragraphs: (row.paragraphs ?? []).map((paragraph) => paragraphOf(posts, workflow.definition, paragraph)),
      returned: returnedViews(workflow, state, isShownTo(workflow, row)),
      carried: carriedIn(state).map(({ step, by }) => ({
        step: titled(workflow.definition, step),
        people: by.map(({ person }) => nameOf({ kind: 'person', person })),
      })),
      myTasks: own.named(nameOf).map((task) => ({ ...task, ...left(task) })),
      ...(await this.families.of(caller.tenant, row.id, row.state, (path) => titled(workflow.definition, path))),
      mayWithdraw: own.mayWithdraw,
      mayTakeBack: own.mayTakeBack,
    };
  }
}

const carriedIn = ({ passed = [], round = 0 }: CaseState) => passed.filter((each) => each.carried && each.round === round);

const headOf = (row: InstanceRow, { definition }: Workflow) => ({
  id: row.id,
  number: row.case_number,
  title: textOf(row.title_zh, row.title_en),
  definition: { key: row.definition_key, version: row.definition_version, title: definition.title },
  organisation: { id: row.organisation_id, name: row.organisation_name ?? '' },
  ...(row.applicant !== null && { applicant: { id: row.applicant, name: row.applicant_name ?? '' } }),
  states: row.standing.map((path) => titled(definition, path)),
  isFinished: row.is_finished,
  startedAt: row.started_at.toISOString(),
  changedAt: row.changed_at.toISOString(),
  sequence: row.sequence,
});

function formFor(workflow: Workflow, row: InstanceRow): InstanceView['form'] {
  const isShown = isShownTo(workflow, row);
  const { form_version: version, fields } = row;
  const { schema, ui } = workflow.definition.form;
  const absent = absentIn(workflow.plan, fields);
  const wanted = wantedIn(workflow.plan, fields, absent);
  const properties = Object.entries(schema.properties)
    .filter(([field]) => isShown(field))
    .map(([field, declared]) => [
      field,
      conditionsFor(declared, isShown, { isThere: !absent.has(field), isWanted: wanted.includes(field) }),
    ]);
  const gone = [...absent].filter((field) => isShown(field) && fields[field] === undefined);
  return {
    version,
    schema: {
      ...schema,
      properties: Object.fromEntries(properties),
      ...(schema.required && { required: schema.required.filter(isShown) }),
    },
    ...(ui !== undefined && { ui: uiFor(ui, new Set(Object.keys(schema.properties).filter((field) => !isShown(field)))) }),
    fields: Object.fromEntries(Object.entries(fields).filter(([field]) => isShown(field))),
    ...(gone.length > 0 && { absent: gone }),
  };
}

/** A field's conditions as its reader may follow them: of one that reads what is hidden from them, what it comes to now. */
function conditionsFor(
  field: FormField,
  isShown: (field: string) => boolean,
  now: { readonly isThere: boolean; readonly isWanted: boolean },
): FormField {
  const { 'x-shown': shown, 'x-required': wanted } = field;
  const followed = (source: string, comesTo: boolean) => (fieldsRead(source).every(isShown) ? source : String(comesTo));
  return {
    ...field,
    ...(shown !== undefined && { 'x-shown': followed(shown, now.isThere) }),
    ...(wanted !== undefined && { 'x-required': followed(wanted, now.isWanted) }),
  };
}

/** Layout hints, none of which names a field that is hidden. */
function uiFor(ui: Readonly<Record<string, unknown>>, hidden: ReadonlySet<string>): Record<string, unknown> {
  const shown = Object.entries(ui).filter(([name]) => !hidden.has(name));
  return Object.fromEntries(shown.map(([name, hint]) => [name, Array.isArray(hint) ? hint.filter((item) => !hidden.has(item)) : hint]));
}

function stepView(
  instance: string,
  { definition, steps }: Workflow,
  open: OpenStep,
  nameOf: (assignee: Task['assignee']) => NamedAssignee,
): StepView {
  return {
    path: open.step,
    title: stateTitle(definition, open.step),
    visit: open.visit,
    openedAt: open.openedAt,
    ...(open.dueAt !== undefined && { dueAt: open.dueAt }),
    policy: steps.get(open.step)?.step.decide.by ?? '',
    isHeld: open.held === true,
    tasks: open.tasks.map((task) => ({ ...taskView(instance, task, nameOf), ...earlierOf(definition, task) })),
    signing: (open.groups ?? []).map(({ number, place, policy, principal }) => ({
      place,
      policy,
      assignee: nameOf(principal.assignee),
      tasks: open.tasks.filter(({ added }) => added?.group === number).map((task) => taskId(instance, task.number)),
    })),
  };
}

const earlierOf = (definition: Workflow['definition'], { ballot }: Task): Pick<TaskView, 'earlier'> =>
  ballot?.earlier === undefined ? {} : { earlier: titled(definition, ballot.earlier.step) };

/** People who have to do with the open steps besides the assignees of their tasks. */
const othersIn = ({ steps }: CaseState): Task['assignee'][] =>
  Object.values(steps).flatMap(({ tasks, groups = [] }) => [
    ...groups.map(({ principal }) => principal.assignee),
    ...tasks.flatMap(({ claimedBy, delegatedBy, added }) =>
      [claimedBy, delegatedBy, added?.by].flatMap((person) => (person === undefined ? [] : [{ kind: 'person' as const, person }])),
    ),
  ]);

function taskView(instance: string, task: Task, nameOf: (assignee: Task['assignee']) => NamedAssignee): TaskView {
  const { number, assignee, ballot, claimedBy } = task;
  const nameOfPerson = (person: string | undefined) => (person === undefined ? undefined : nameOf({ kind: 'person', person }).person);
  const [claimant, asking, adding] = [claimedBy, task.delegatedBy, task.added?.by].map(nameOfPerson);
  return {
    id: taskId(instance, number),
    assignee: nameOf(assignee),
    ...(ballot !== undefined && { outcome: ballot.outcome }),
    ...(claimant !== undefined && { claimedBy: claimant }),
    ...(asking !== undefined && { delegatedBy: asking }),
    ...(adding !== undefined && { addedBy: adding }),
  };
}
