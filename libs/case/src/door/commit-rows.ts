import { personKey, postHolderKey } from '#directory';
import { type Advanced, type Assignee, type Effect, type Fields, limitOf, type OpenStep, ofKind, type Workflow } from '#engine';
import { newId } from '#platform';
import { toldAt } from '../batch/undo-window.ts';
import type {
  Commit,
  CopyWrite,
  HistoryWrite,
  InstanceKey,
  InstanceWrite,
  OutboxWrite,
  ReceiptWrite,
  TaskChange,
  TaskWrite,
} from '../store/commit.store.ts';
import { auditRows } from './audited.ts';
import { type Before, type Circumstances, hasNewForm } from './circumstances.ts';
import { callRows, childMessages, childRows, errandRenames } from './errand-rows.ts';
import { historyRows } from './history-rows.ts';

/** Everything one advanced command puts down, as rows. */
export function commitOf(before: Before, advanced: Advanced, circumstances: Circumstances): Commit {
  const { tenant, at } = circumstances;
  const key = { tenant, instance_id: before.id };
  const history = historyRows(before, advanced, circumstances);
  const instance = instanceRow(before, advanced, history, circumstances);
  const effects = withoutContinuedIncidents(advanced.effects);
  const { form } = advanced.state;
  return {
    started: before.sequence === 0 ? [instance] : [],
    // A draft that changes nothing leaves no trace in the case.
    moved: before.sequence === 0 || history.length === 0 ? [] : [instance],
    forms: hasNewForm(before, advanced.state)
      ? [{ ...key, version: form.version, fields: form.fields, written_at: at, written_by: circumstances.person }]
      : [],
    ...taskRows(before, advanced, circumstances),
    history,
    setTimers: ofKind(effects, 'set-timer').map(({ timer, event, dueAt }) => ({ ...key, number: timer, event, due_at: dueAt })),
    clearedTimers: ofKind(effects, 'clear-timer').map(({ timer }) => ({ ...key, number: timer })),
    openedIncidents: ofKind(effects, 'open-incident').map(({ step, code, detail = null }) => ({
      ...key,
      step,
      at,
      id: newId(),
      code,
      closed_at: null,
      detail,
    })),
    closedIncidents: ofKind(effects, 'close-incident').map(({ step }) => ({ ...key, step, at })),
    ...messageRows(before, advanced, circumstances),
    receipts: receiptRows(before, instance.sequence, circumstances),
    attached: attachmentRows(before, advanced, circumstances),
    copies: copyRows(key, advanced, circumstances),
    ...childRows(advanced, { tenant, instance: before.id, at }),
    ...callRows(advanced, { tenant, instance: before.id, at }, before.organisationPath),
    renamedErrands: errandRenames(advanced, { tenant, instance: before.id }),
    audits: auditRows(circumstances.audited, history, before.organisationPath),
  };
}

function instanceRow(before: Before, { state }: Advanced, history: readonly HistoryWrite[], circumstances: Circumstances): InstanceWrite {
  const { form, ...stored } = state;
  const { tenant, workflow, version, at } = circumstances;
  return {
    tenant,
    id: before.id,
    case_number: before.caseNumber,
    definition_key: workflow.definition.key,
    definition_version: version,
    title_zh: state.title.zh,
    title_en: state.title.en ?? null,
    applicant: applicantOf(state),
    organisation_id: before.organisationId,
    organisation_path: before.organisationPath,
    standing: history.at(-1)?.to_states ?? [],
    is_finished: state.machine.status === 'done',
    state: stored,
    form_version: form.version,
    unique_key: state.uniqueKey ?? null,
    sequence: before.sequence + history.length,
    last_hash: history.at(-1)?.hash ?? before.lastHash,
    started_at: state.startedAt,
    changed_at: at,
  };
}

const applicantOf = ({ applicant }: Advanced['state']): string | null => (applicant === '' ? null : applicant);

function taskRows(before: Before, advanced: Advanced, circumstances: Circumstances): Pick<Commit, 'openedTasks' | 'changedTasks'> {
  const dues = new Map(ofKind(advanced.effects, 'change-due').map(({ task, dueAt }) => [task, dueAt ?? 'infinity']));
  return {
    openedTasks: openedRows(before, advanced, circumstances, dues),
    changedTasks: [
      ...closedRows(before, advanced, circumstances),
      ...reopenedRows(before, advanced, circumstances, dues),
      ...goingOnRows(before, advanced, circumstances, dues),
    ],
  };
}

type Dues = ReadonlyMap<number, string>;

/** For a row that is there already, where null would leave what was; so it is with due times. */
const newLimitOf = ({ state }: Advanced): string => limitOf(state) ?? 'infinity';

const titleOf = ({ state: { title } }: Advanced) => ({ title_zh: title.zh, title_en: title.en ?? null });

function openedRows(before: Before, advanced: Advanced, { tenant, workflow, version, at }: Circumstances, dues: Dues): TaskWrite[] {
  const { state, effects } = advanced;
  return ofKind(effects, 'open-task').map(({ task, step, visit, assignee, dueAt }) => ({
    tenant,
    instance_id: before.id,
    ...titleOf(advanced),
    number: task,
    step,
    visit,
    assignee: assigneeKey(assignee),
    excluded: mayApplicantDecide(workflow, step, assignee) ? null : applicantOf(state),
    definition_key: workflow.definition.key,
    definition_version: version,
    organisation_path: before.organisationPath,
    opened_at: at,
    due_at: dues.get(task) ?? dueAt ?? null,
    limit_at: limitOf(state) ?? null,
    recused: assignee.kind === 'post' ? (state.recused ?? null) : null,
    ...untouched,
  }));
}

const closedRows = ({ id }: Before, { effects }: Advanced, { tenant, at }: Circumstances): TaskChange[] =>
  ofKind(effects, 'close-task').map(({ task, because, outcome, by }) => ({
    tenant,
    instance_id: id,
    ...sameTitle,
    ...asItWas,
    number: task,
    status: because,
    outcome: outcome ?? null,
    decided_by: by ?? null,
    closed_at: at,
  }));

const reopenedRows = ({ id }: Before, advanced: Advanced, { tenant }: Circumstances, dues: Dues): TaskChange[] =>
  ofKind(advanced.effects, 'reopen-task').map(({ task }) => ({
    tenant,
    instance_id: id,
    ...titleOf(advanced),
    ...stillOpen,
    ...asItWas,
    status: 'open',
    due_at: dues.get(task) ?? null,
    limit_at: newLimitOf(advanced),
    recused: advanced.state.recused ?? null,
    number: task,
  }));

/** Tasks that were open and still are, where something about them is new. */
function goingOnRows(before: Before, advanced: Advanced, { tenant, version }: Circumstances, dues: Dues): TaskChange[] {
  const { state, effects } = advanced;
  const isSameTitle = state.title.zh === before.title?.zh && state.title.en === before.title.en;
  const recused = ofKind(effects, 'recuse').length > 0 ? (state.recused ?? []) : null;
  const claims = new Map(ofKind(effects, 'claim-task').map(({ task, by }) => [task, by]));
  const isSameLimit = limitOf(state) === before.limit;
  const isMigrated = version !== before.definitionVersion;
  const isForAll = !isSameTitle || !isSameLimit || recused !== null || isMigrated;
  if (!isForAll && dues.size === 0 && claims.size === 0) return [];
  const known = new Set([...ofKind(effects, 'open-task'), ...ofKind(effects, 'reopen-task')].map(({ task }) => task));
  return Object.values(state.steps)
    .flatMap(({ step, tasks }) => openTasksOf(tasks).map((number) => ({ step, number })))
    .filter(({ number: task }) => !known.has(task) && (isForAll || dues.has(task) || claims.has(task)))
    .map(({ step, number }) => ({
      tenant,
      instance_id: before.id,
      ...(isSameTitle ? sameTitle : titleOf(advanced)),
      ...stillOpen,
      ...asItWas,
      due_at: dues.get(number) ?? null,
      limit_at: isSameLimit ? null : newLimitOf(advanced),
      is_claim: claims.has(number),
      claimed_by: claims.get(number) ?? null,
      recused,
      ...(isMigrated && { step, definition_version: version }),
      number,
    }));
}

const untouched = { status: 'open', claimed_by: null, outcome: null, decided_by: null, closed_at: null } as const;
const sameTitle = { title_zh: null, title_en: null };
const asItWas = { step: null, definition_version: null, due_at: null, limit_at: null, is_claim: false, claimed_by: null, recused: null };
const stillOpen = { status: null, outcome: null, decided_by: null, closed_at: null };

const openTasksOf = (tasks: OpenStep['tasks']): number[] => tasks.filter(({ ballot }) => ballot === undefined).map(({ number }) => number);

const assigneeKey = (assignee: Assignee): string =>
  assignee.kind === 'person' ? personKey(assignee.person) : postHolderKey(assignee.post, assignee.organisation);

function mayApplicantDecide({ steps }: Workflow, step: string, assignee: Assignee): boolean {
  const isOwnTask = assignee.kind === 'person' && assignee.post === undefined;
  return isOwnTask || steps.get(step)?.step.applicantMayDecide === true;
}

/** What other processes have to hear of, to be handed to the queue after the commit. */
function messages(before: Before, advanced: Advanced, { tenant, at, commandId }: Circumstances): OutboxWrite[] {
  const message = (job: string, payload: unknown): OutboxWrite => ({ tenant, job, payload, created_at: at });
  const { effects } = advanced;
  const instance = before.id;
  const tasks = ofKind(effects, 'open-task').map(({ task }) => task);
  return [
    ...(tasks.length > 0 ? [message('notice.tasks-opened', { instance, tasks })] : []),
    ...ofKind(effects, 'notify').map(({ to, message: text, notice, tasks: about }, index) =>
      message('notice.send', {
        instance,
        to: to.map(assigneeKey),
        text,
        cause: `${commandId}/${index}`,
        kind: notice,
        ...(about !== undefined && { tasks: about }),
      }),
    ),
    ...ofKind(effects, 'signal').map(({ instance: target, signal, payload }, index) =>
      message('instance.signal', { instance: target, signal, payload, id: `${commandId}/${index}` }),
    ),
    ...childMessages(instance, advanced).map((child) => message('child.tend', child)),
  ];
}

/** What may still be undone with its batch is told to nobody yet. */
function messageRows(before: Before, advanced: Advanced, circumstances: Circumstances): Pick<Commit, 'outbox' | 'withheld' | 'dropped'> {
  const { tenant, at, withholds, drops } = circumstances;
  const rows = messages(before, advanced, circumstances);
  const dropped = drops === undefined ? [] : [{ tenant, batch_id: drops.batch, place: drops.place }];
  if (withholds === undefined) return { outbox: rows, withheld: [], dropped };
  const key = { tenant, batch_id: withholds.batch, place: withholds.place, due_at: toldAt(at) };
  return { outbox: [], withheld: rows.map(({ job, payload }) => ({ ...key, job, payload })), dropped };
}

function copyRows(key: InstanceKey, { effects, entries }: Advanced, { at, person }: Circumstances): CopyWrite[] {
  if (person === null) return [];
  const comment = entries.at(-1)?.comment ?? null;
  return ofKind(effects, 'copy').flatMap(({ to }) =>
    to.map((recipient) => ({ ...key, assignee: assigneeKey(recipient), copied_at: at, copied_by: person, comment })),
  );
}

function receiptRows(before: Before, sequence: number, { tenant, person, receipt, at }: Circumstances): ReceiptWrite[] {
  if (person === null || receipt === undefined) return [];
  return [{ tenant, instance_id: before.id, person_id: person, ...receipt, sequence, created_at: at }];
}

/** Attachments named in the history or in a file field of the form now belong to the case. */
function attachmentRows(before: Before, { entries, state }: Advanced, { tenant, workflow }: Circumstances): Commit['attached'] {
  const named = entries.flatMap(({ attachments = [] }) => attachments.map(({ id }) => id));
  const ids = new Set([...named, ...(state.form.version > before.formVersion ? filesOf(workflow, state.form.fields) : [])]);
  return [...ids].map((id) => ({ tenant, instance_id: before.id, id }));
}

/** The attachments that a form's file fields refer to. */
export function filesOf({ definition }: Workflow, fields: Fields): string[] {
  return Object.entries(definition.form.schema.properties).flatMap(([name, field]) => {
    const value = fields[name];
    if (isFile(field) && typeof value === 'string') return [value];
    if (field.type !== 'array' || !Array.isArray(value)) return [];
    const { items } = field;
    if (isFile(items)) return value.filter((item) => typeof item === 'string');
    if (items.type !== 'object') return [];
    const columns = Object.keys(items.properties).filter((column) => isFile(items.properties[column]));
    return (value as Fields[]).flatMap((line) => columns.map((column) => line?.[column])).filter((item) => typeof item === 'string');
  });
}

const isFile = (field: { readonly type: string; readonly 'x-kind'?: string } | undefined): boolean =>
  field?.type === 'string' && field['x-kind'] === 'file';

/** A step that was held and is held again, left and entered in one command: its incident simply goes on. */
function withoutContinuedIncidents(effects: readonly Effect[]): Effect[] {
  const opened = new Set(ofKind(effects, 'open-incident').map(({ step }) => step));
  const closed = new Set(ofKind(effects, 'close-incident').map(({ step }) => step));
  return effects.filter((effect) => {
    if (effect.kind !== 'open-incident' && effect.kind !== 'close-incident') return true;
    return !(opened.has(effect.step) && closed.has(effect.step));
  });
}
