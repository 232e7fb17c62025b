import type { Start } from './run/command.ts';
import { checkWritable } from './run/commands/decide.ts';
import { refused } from './run/refusal.ts';
import type { Result, World } from './run/result.ts';
import { Halt } from './run/scope.ts';
import { checkDraft } from './run/sheet.ts';
import type { CaseState } from './run/state.ts';
import { Turn } from './run/turn.ts';
import type { Workflow } from './workflow.ts';

/**
 * The beginning of a case. Whoever starts it is its applicant and must hold one of the definition's starting posts at
 * the organisation the case belongs to. The fields may be incomplete, but those that are there must be theirs to write.
 * The system, where the definition lets it, may write any.
 */
export function start(workflow: Workflow, command: Start, world: World): Result {
  const { definition } = workflow;
  const organisation = command.subject[definition.subject]?.id;
  const mayStart =
    command.parent !== undefined
      ? definition.start.asChild === true
      : command.by === null
        ? definition.start.bySystem === true
        : command.by.posts.some((held) => held.organisation === organisation && definition.start.posts.includes(held.post));
  if (!mayStart) return refused('start.not-allowed', { params: { posts: definition.start.posts.join(', ') } });
  if (command.parent !== undefined && command.parent.depth > maxDepth) return refused('children.too-deep', { params: { limit: maxDepth } });
  try {
    const turn = new Turn(workflow, blank(workflow, command), { at: command.at, world });
    turn.write(command.fields);
    turn.begin();
    checkFields(turn, command);
    const author = command.by === null ? ({ kind: 'system' } as const) : ({ kind: 'person', person: command.by.person } as const);
    turn.record({ kind: 'started', author, subject: command.subject, ...parentOf(command), ...childrens(command) });
    return turn.finish();
  } catch (error) {
    if (error instanceof Halt) return error.result;
    throw error;
  }
}

/** How many cases may stand above one: definitions that start each other come to an end. */
const maxDepth = 5;

function parentOf({ parent }: Start): Pick<CaseState, 'parent'> {
  if (parent === undefined) return {};
  const { applicant: _applicant, ...place } = parent;
  return { parent: place };
}

/** Whose case a child is. */
const childrens = ({ parent }: Start): { readonly people?: readonly string[] } =>
  parent === undefined ? {} : { people: [parent.applicant] };

function blank({ definition }: Workflow, command: Start): CaseState {
  return {
    machine: { value: {}, status: 'active' },
    applicant: command.parent?.applicant ?? command.by?.person ?? '',
    ...parentOf(command),
    subject: command.subject,
    startedAt: command.at,
    title: definition.title,
    form: { version: 0, fields: {} },
    data: {},
    steps: {},
    timers: {},
    returns: [],
    visits: {},
    lastTask: 0,
    lastTimer: 0,
    applied: [],
  };
}

/** A field may be given at the start if the applicant could write it in a step that is open then. */
function checkFields(turn: Turn, { fields, by }: Start): void {
  const own = [...turn.workflow.steps.values()].filter(({ path }) =>
    turn.steps.get(path)?.tasks.some(({ assignee }) => assignee.kind === 'person' && assignee.person === by?.person),
  );
  const writable = (field: string) => own.find(({ accessOf }) => ['write', 'required'].includes(accessOf(field)));
  if (by !== null) checkWritable({ accessOf: (field) => writable(field)?.accessOf(field) ?? 'read' }, fields, turn.workflow);
  checkDraft(turn.workflow, turn.form.fields);
}
