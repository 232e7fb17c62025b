import type { Caller, PostCatalogue } from '#directory';
import type { ClosedBecause, Fields, NoticeKind, Preview, PreviewedTimer, Text } from '#engine';
import type { Database } from '#platform';
import type { Rehearsed } from '../door/sending.ts';
import { taskId } from '../task-id.ts';
import { AssigneeNames, type NamedAssignee } from './assignee-names.ts';
import { isShownTo } from './shown-fields.ts';
import { type Titled, titled } from './titles.ts';

/** What a command would do, in words. Instants are ISO 8601 in UTC. */
export interface PreviewView {
  /** Sent back as `expected` with the command itself: it is then done only if this is still what it does. */
  readonly expected: string;
  /** The last history row there is; 0 before the beginning. */
  readonly sequence: number;
  readonly states: readonly Titled[];
  readonly isFinished: boolean;
  readonly left: readonly Titled[];
  readonly entered: readonly (Titled & { readonly dueAt?: string; readonly isHeld: boolean })[];
  readonly asked: readonly { readonly step: Titled; readonly assignee: NamedAssignee; readonly dueAt?: string }[];
  readonly cancelled: readonly {
    readonly id?: string;
    readonly step: Titled;
    readonly assignee: NamedAssignee;
    readonly because: ClosedBecause;
  }[];
  readonly timersSet: readonly TimerView[];
  readonly timersCleared: readonly TimerView[];
  /** Open tasks that would be due at another time. */
  readonly dues: readonly { readonly id: string; readonly dueAt: string }[];
  readonly notices: readonly { readonly to: readonly NamedAssignee[]; readonly kind: NoticeKind; readonly message: Text }[];
  readonly signals: readonly { readonly instance: string; readonly signal: string }[];
  readonly childrenStarted: Preview['childrenStarted'];
  readonly childrenEnded: number;
  readonly calls: readonly string[];
  /** Steps that would be passed by the system: for want of people, or by what these had approved before. */
  readonly passed: readonly {
    readonly step: Titled;
    readonly because: Preview['passed'][number]['because'];
    readonly people: readonly NamedAssignee[];
  }[];
  /** What would be reckoned of the form, by field; without what any step hides. */
  readonly calculated: Fields;
}

type TimerView = Omit<PreviewedTimer, 'step'> & { readonly step?: Titled };

/** Puts names to what a rehearsed command would do. */
export class PreviewViews {
  private readonly names: AssigneeNames;

  constructor(database: Database, posts: PostCatalogue) {
    this.names = new AssigneeNames(database, posts);
  }

  async view(caller: Caller, rehearsed: Rehearsed): Promise<PreviewView> {
    const { workflow, subject, instance, preview, sequence, confirmation } = rehearsed;
    const named = (path: string): Titled => titled(workflow.definition, path);
    const stepOf = ({ step }: { readonly step: string }) => named(step);
    const timerOf = ({ step, ...timer }: PreviewedTimer) => ({
      ...timer,
      ...(step !== undefined && { step: named(step) }),
    });
    const nameOf = await this.names.of({ tenant: caller.tenant, subject, known: new Map() }, everybody(preview));
    return {
      expected: confirmation,
      sequence,
      states: preview.states.map(named),
      isFinished: preview.isFinished,
      left: preview.left.map(stepOf),
      entered: preview.entered.map(({ step, visit: _visit, ...rest }) => ({ ...named(step), ...rest })),
      asked: preview.asked.map(({ step, assignee, ...due }) => ({
        step: named(step),
        assignee: nameOf(assignee),
        ...due,
      })),
      cancelled: preview.cancelled.map(({ task, step, assignee, because }) => ({
        ...(instance !== null && { id: taskId(instance, task) }),
        step: named(step),
        assignee: nameOf(assignee),
        because,
      })),
      timersSet: preview.timersSet.map(timerOf),
      timersCleared: preview.timersCleared.map(timerOf),
      dues: preview.dues.map(({ task, dueAt }) => ({ id: taskId(instance ?? '', task), dueAt })),
      notices: preview.notices.map(({ to, notice, message }) => ({ to: to.map(nameOf), kind: notice, message })),
      signals: preview.signals,
      childrenStarted: preview.childrenStarted,
      childrenEnded: preview.childrenEnded,
      calls: preview.calls,
      passed: preview.passed.map(({ step, because, people }) => ({
        step: named(step),
        because,
        people: people.map(personOf).map(nameOf),
      })),
      calculated: calculatedIn(rehearsed),
    };
  }
}

function calculatedIn({ workflow, fields }: Rehearsed): Fields {
  const isShown = isShownTo(workflow, { own_steps: [], is_outsider: true });
  const names = workflow.plan.following
    .flatMap(({ field, calculation }) => (calculation === undefined ? [] : [field]))
    .filter((field) => Object.hasOwn(fields, field) && isShown(field));
  return Object.fromEntries(names.map((field) => [field, fields[field] ?? null]));
}

const personOf = (person: string) => ({ kind: 'person', person }) as const;

const everybody = ({ asked, cancelled, notices, passed }: Preview) => [
  ...passed.flatMap(({ people }) => people.map(personOf)),
  ...asked.map(({ assignee }) => assignee),
  ...cancelled.map(({ assignee }) => assignee),
  ...notices.flatMap(({ to }) => to),
];
